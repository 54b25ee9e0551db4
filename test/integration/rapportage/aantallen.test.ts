import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { create } from 'xmlbuilder2';
import { issueDevelopmentToken } from '../../../src/modules/toegang/index.js';
import { LOGBOEK_LEEG } from '../../support/logboek.js';
import { startTestApp, type TestApp } from '../../support/app.js';

const VANDAAG = '2026-11-01';
const AANTAL = 'aantal binnenNorm langerDanNorm normNietIngevuld';

interface Aantal {
  readonly aantal: number;
  readonly binnenNorm: number;
  readonly langerDanNorm: number;
  readonly normNietIngevuld: number;
}

interface Aantallen extends Aantal {
  readonly op: string;
  readonly uitVoorzorg: number;
  readonly perStatus: readonly (Aantal & { wachtstatusCode: string })[];
  readonly perSector: readonly (Aantal & { sector: string | null })[];
  readonly perStatusEnSector: readonly (Aantal & { wachtstatusCode: string; sector: string | null })[];
  readonly verloop: readonly Record<string, string | number>[];
}

let app: TestApp;
let superuser: pg.Client;
let medewerker: string;

beforeAll(async () => {
  app = await startTestApp(VANDAAG);
  superuser = new pg.Client({ connectionString: app.database.superuserUrl });
  await superuser.connect();
  await app.takeInDemoData({ seed: 7, asof: VANDAAG, clients: 200 });
  medewerker = await app.medewerker(['5517']);
});

afterAll(async () => {
  await superuser.end();
  await app.close();
});

const vraag = (token: string, args: string) =>
  app.graphql<{ wachtlijstAantallen: Aantallen }>(
    token,
    `{ wachtlijstAantallen(${args}) { op zoalsBekendOp uitVoorzorg ${AANTAL}
       perStatus { wachtstatus wachtstatusCode ${AANTAL} } perSector { sector ${AANTAL} }
       perStatusEnSector { wachtstatusCode sector ${AANTAL} }
       verloop { op urgentPlaatsen actiefPlaatsen wachtOpVoorkeur wachtUitVoorzorg } } }`,
  );

async function aantallen(token: string, args = 'zorgkantoor: "5517"'): Promise<Aantallen> {
  const { data, errors } = await vraag(token, args);
  expect(errors).toBeUndefined();
  return data.wachtlijstAantallen;
}

async function inTabel(where: string, day = VANDAAG): Promise<number> {
  const { rows } = await superuser.query<{ aantal: number }>(
    `select count(*)::int as aantal from wachtlijstplaats w
     where zorgkantoor = '5517' and van <= $1 and (tot is null or tot >= $1) and ${where}`,
    [day],
  );
  return rows[0]?.aantal ?? -1;
}

describe('the waiting list in numbers', () => {
  it('counts what is in it; who waits uit voorzorg stands apart (W7)', async () => {
    const { aantal, uitVoorzorg, perStatus, perSector, perStatusEnSector } = await aantallen(medewerker);
    expect(aantal).toBe(await inTabel(`leveringsstatus <> '3'`));
    expect(uitVoorzorg).toBe(await inTabel(`leveringsstatus = '3'`));
    expect(uitVoorzorg).toBeGreaterThan(0);
    expect(perStatus.map(({ wachtstatusCode }) => wachtstatusCode)).toEqual(['6', '7', '2']);
    for (const { wachtstatusCode, aantal: telt } of perStatus)
      expect(telt).toBe(await inTabel(`leveringsstatus = '${wachtstatusCode}'`));
    for (const { sector, aantal: telt } of perSector)
      expect(telt).toBe(await inTabel(`leveringsstatus <> '3' and sector = '${sector}'`));
    const sum = (parts: readonly Aantal[]): number => parts.reduce((total, part) => total + part.aantal, 0);
    expect([sum(perStatus), sum(perSector), sum(perStatusEnSector)]).toEqual([aantal, aantal, aantal]);
  });

  it('lays every wait beside the norm of its sector; what has none is said to have none', async () => {
    const { perSector, perStatus, ...totaal } = await aantallen(medewerker);
    for (const deel of [totaal, ...perSector, ...perStatus])
      expect(deel.binnenNorm + deel.langerDanNorm + deel.normNietIngevuld).toBe(deel.aantal);
    const [vv, , ggz] = perSector;
    expect(vv?.langerDanNorm).toBe(
      await inTabel(`leveringsstatus <> '3' and sector = 'VV' and date '${VANDAAG}' - normklok_van > 42`),
    );
    expect(vv?.normNietIngevuld).toBe(0);
    expect(ggz).toMatchObject({ binnenNorm: 0, langerDanNorm: 0, normNietIngevuld: ggz?.aantal });
  });

  it('tells how it went: the last day of every month, and the day itself', async () => {
    const { verloop } = await aantallen(medewerker, 'zorgkantoor: "5517", op: "2026-10-20", maanden: 3');
    expect(verloop.map(({ op }) => op)).toEqual(['2026-08-31', '2026-09-30', '2026-10-20']);
    for (const { op, urgentPlaatsen, actiefPlaatsen, wachtOpVoorkeur, wachtUitVoorzorg } of verloop) {
      const table: number[] = [];
      for (const code of ['6', '7', '2', '3'])
        table.push(await inTabel(`leveringsstatus = '${code}'`, String(op)));
      expect([urgentPlaatsen, actiefPlaatsen, wachtOpVoorkeur, wachtUitVoorzorg]).toEqual(table);
    }
  });

  it('as known at a moment before anything was registered, is empty', async () => {
    const { aantal, verloop } = await aantallen(
      medewerker,
      'zorgkantoor: "5517", zoalsBekendOp: "2010-01-01T00:00:00Z", maanden: 1',
    );
    expect([aantal, verloop[0]?.wachtOpVoorkeur]).toEqual([0, 0]);
  });

  it('gives a zorgaanbieder what it may see, and a stranger nothing', async () => {
    const { rows } = await superuser.query<{ instelling: string }>(
      `select instelling from wachtlijstplaats where zorgkantoor = '5517' and tot is null limit 1`,
    );
    const own = await aantallen(await app.zorgaanbieder(rows[0]?.instelling ?? ''));
    expect(own.aantal).toBeGreaterThan(0);
    expect(own.aantal).toBeLessThan(await inTabel(`leveringsstatus <> '3'`));
    expect((await aantallen(await app.medewerker(['5510']))).aantal).toBe(0);
  });

  it.each([
    ['a moment that is still to come', 'zorgkantoor: "5517", zoalsBekendOp: "2199-01-01T00:00:00Z"'],
    ['no month at all', 'zorgkantoor: "5517", maanden: 0'],
    ['more months than anybody reads', 'zorgkantoor: "5517", maanden: 61'],
    ['a zorgkantoor that is none', 'zorgkantoor: "elders"'],
  ])('refuses %s', async (_what, args) => {
    const { errors } = await vraag(medewerker, args);
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});

describe('the picture of the waiting list', () => {
  const ask = (query: string, headers: Record<string, string>) =>
    fetch(new URL(`/grafiek/wachtlijst.svg${query}`, app.url), { headers });
  const as = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

  it('is an SVG that names and describes itself, with the numbers in words and nothing of a client', async () => {
    await superuser.query(LOGBOEK_LEEG);
    const response = await ask('?zorgkantoor=5517&maanden=3', as(medewerker));
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'image/svg+xml; charset=utf-8',
    ]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toContain(`default-src 'none'`);
    const svg = await response.text();
    const root = create(svg).root().node as unknown as { getAttribute(name: string): string | null };
    expect([root.getAttribute('role'), root.getAttribute('lang')]).toEqual(['img', 'nl']);
    const { aantal, langerDanNorm } = await aantallen(medewerker);
    expect(svg).toContain('<title id="titel">Wachtlijst van zorgkantoor 5517 op 1 november 2026</title>');
    expect(svg).toContain(`${aantal} wachtenden, ${langerDanNorm} langer dan de norm.`);
    expect(svg).toMatch(/<desc id="beschrijving">[^<]*30 september 2026: urgent plaatsen \d+/);
    expect(svg).toContain('<pattern');
    expect(svg).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
    expect(svg).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    const { rows } =
      await superuser.query(`select actie, client_id, zoekvraag->>'grafiek' as grafiek, gebruiker
      from logregel where operatie = 'wachtlijstgrafiek'`);
    expect(rows).toEqual([
      { actie: 'E', client_id: null, grafiek: 'wachtlijst', gebruiker: 'proef-medewerker' },
    ]);
  });

  it.each([
    ['without a token', '?zorgkantoor=5517', {}, 401],
    ['with a token that is none', '?zorgkantoor=5517', { authorization: 'Bearer niets' }, 401],
  ])('is not given %s', async (_what, query, headers, status) => {
    const response = await ask(query, headers);
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain('<svg');
  });

  it.each([
    ['no zorgkantoor', ''],
    ['a month too many', '?zorgkantoor=5517&maanden=61'],
    ['a day that is none', '?zorgkantoor=5517&op=2026-02-30'],
    ['a moment to come', '?zorgkantoor=5517&zoalsBekendOp=2199-01-01T00:00:00Z'],
    ['a name it does not know', '?zorgkantoor=5517&bsn=1'],
    ['a name that stands twice', '?zorgkantoor=5517&zorgkantoor=5516'],
  ])('refuses %s in Dutch, as JSON', async (_what, query) => {
    const response = await ask(query, as(medewerker));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('is not for who keeps the system, and cannot be posted to', async () => {
    const beheerder = await issueDevelopmentToken(app.config, {
      sub: 'beheer',
      rollen: ['BEHEERDER'],
      uzovi: [],
      agb: null,
    });
    expect((await ask('?zorgkantoor=5517', as(beheerder))).status).toBe(403);
    const posted = await fetch(new URL('/grafiek/wachtlijst.svg', app.url), {
      method: 'POST',
      headers: as(medewerker),
    });
    expect(posted.status).toBe(404);
  });
});
