import { randomUUID } from 'node:crypto';
import { LOGBOEK_LEEG } from '../../support/logboek.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PlantedAllocation } from '../wachtlijst/planter.js';
import { A, B, C, openPlaatsregister, type Plaatsregister } from './plaatsregister.js';

jest.setTimeout(60_000);
interface Kandidaat {
  readonly positie: number | null;
  readonly bemiddelingspecificatieID: string;
  readonly bezwaren: readonly { readonly regel: string }[];
  readonly client: { readonly clientID: string };
}

let register: Plaatsregister;
let locatieID: string;
const wie: Record<string, PlantedAllocation> = {};

beforeAll(async () => {
  register = await openPlaatsregister();
  locatieID = await register.plaatsen(5);
  wie.actief = await register.wachtende('7', '2026-09-01');
  wie.urgent = await register.wachtende('6', '2026-10-20');
  wie.voorkeur = await register.wachtende('2', '2025-01-01');
  wie.voorzorg = await register.wachtende('3', '2024-01-01');
  wie.thuis = await register.wachtende('7', '2026-01-01', { leveringsvorm: '5' });
  wie.sector = await register.wachtende('7', '2026-01-01', { zzpCode: '766' });
  wie.elders = await register.wachtende('2', '2026-01-01');
  await voorkeur(wie.elders, B);
  wie.aangeboden = await register.wachtende('7', '2026-01-02');
  await register.aanbod(await register.token(A), await register.plaatsen(1), wie.aangeboden);
  // A keeps the list for somebody who waits for B.
  wie.ander = await register.wachtende('7', '2026-01-01', {
    instelling: B,
    rollen: [['2', A, '2026-01-01', null]],
  });
  // Somebody of another region waits for A as well.
  wie.regio = await register.wachtende('7', '2026-08-01', { zorgkantoor: '5516' });
  // Somebody waits for A and for B.
  wie.beide = await register.wachtende('7', '2026-09-15');
  wie.beideB = await register.plant.allocation({ beside: wie.beide, instelling: B });
  await register.meld(wie.beideB, '7', '2026-09-20', B);
});

afterAll(() => register.close());

async function voorkeur(at: PlantedAllocation, agb: string): Promise<void> {
  await register.sql(
    `insert into geindiceerd_zorgzwaartepakket (geindiceerd_zorgzwaartepakket_id, wlz_indicatie_id, zzp_code, ingangsdatum,
       instelling_voorkeur, financiering, geregistreerd_op, geregistreerd_door)
     select $1, b.wlz_indicatie_id, '754', '2020-01-01', $2, '1', '2026-01-01', 'test'
     from bemiddeling b where b.bemiddeling_id = $3`,
    [randomUUID(), agb, at.bemiddelingID],
  );
}

interface Lijst {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Kandidaat }[];
}

function ask(token: string, at: string, first: number, after: string | null) {
  return register.app.graphql<{ kandidaten: Lijst } | null>(
    token,
    `query ($id: UUID!, $first: Int!, $after: String) { kandidaten(locatieID: $id, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node { positie bemiddelingspecificatieID bezwaren { regel tekst } client { clientID } } } } }`,
    { id: at, first, after },
  );
}

async function kandidaten(
  token: string,
  at: string,
  first = 100,
  after: string | null = null,
): Promise<Lijst> {
  const { data, errors } = await ask(token, at, first, after);
  if (data === null) throw new Error(JSON.stringify(errors));
  return data.kandidaten;
}

const naam = ({ bemiddelingspecificatieID: id }: Kandidaat): string =>
  Object.entries(wie).find(([, at]) => at.bemiddelingspecificatieID === id)?.[0] ?? 'niemand';

describe('kandidaten', () => {
  it('are those who wait for the provider in the order of the list, and who is left out with every reason', async () => {
    const list = await kandidaten(await register.token(A), locatieID);
    const nodes = list.edges.map(({ node }) => node);
    expect(nodes.filter(({ positie }) => positie !== null).map((node) => [node.positie, naam(node)])).toEqual(
      [
        [1, 'urgent'],
        [2, 'regio'],
        [3, 'actief'],
        [4, 'beide'],
        [5, 'voorkeur'],
      ],
    );
    const left = nodes.filter(({ positie }) => positie === null);
    expect(
      Object.fromEntries(left.map((node) => [naam(node), node.bezwaren.map(({ regel }) => regel).join()])),
    ).toEqual({
      voorzorg: 'PL2',
      thuis: 'PL3',
      sector: 'PL4',
      aangeboden: 'PL5',
      elders: 'PL6',
      ander: 'PL1',
    });
    expect(list.totalCount).toBe(11);
  });

  it('who waits for several providers is a candidate at each', async () => {
    const list = await kandidaten(await register.token(B), await register.plaatsen(1, B));
    const names = list.edges.filter(({ node }) => node.positie !== null).map(({ node }) => naam(node));
    expect(names).toEqual(['ander', 'beideB']);
  });

  it('are shown to the zorgkantoor of the region, its own clients only', async () => {
    const list = await kandidaten(await register.medewerker('5517'), locatieID);
    const names = list.edges.filter(({ node }) => node.positie !== null).map(({ node }) => naam(node));
    expect(names).toEqual(['urgent', 'actief', 'beide', 'voorkeur']);
  });

  it('are of nobody else: a foreign location is as unknown as one that does not exist', async () => {
    for (const [token, id] of [
      [await register.token(C), locatieID],
      [await register.medewerker('5516'), locatieID],
      [await register.token(A), randomUUID()],
    ] as const) {
      const { data, errors } = await ask(token, id, 10, null);
      expect(data).toBeNull();
      expect(errors?.[0]).toMatchObject({
        message: 'De locatie is niet gevonden.',
        extensions: { code: 'NOT_FOUND' },
      });
    }
  });

  it('come in pages that together are the list', async () => {
    const token = await register.token(A);
    const whole = (await kandidaten(token, locatieID)).edges.map(({ node }) => node);
    const pages: Kandidaat[] = [];
    let after: string | null = null;
    for (;;) {
      const list: Lijst = await kandidaten(token, locatieID, 4, after);
      pages.push(...list.edges.map(({ node }) => node));
      after = list.pageInfo.endCursor;
      if (!list.pageInfo.hasNextPage) break;
    }
    expect(pages).toEqual(whole);
  });

  it('are logged: who is shown, and only those', async () => {
    await register.sql(LOGBOEK_LEEG);
    await kandidaten(await register.token(A), locatieID, 2);
    const rows = await register.sql<{ regel: string }>('select to_jsonb(l)::text as regel from logregel l');
    const text = rows.map(({ regel }) => regel).join();
    expect(text).toContain(wie.urgent?.clientID);
    expect(text).toContain(wie.regio?.clientID);
    expect(text).not.toContain(wie.voorkeur?.clientID);
  });
});
