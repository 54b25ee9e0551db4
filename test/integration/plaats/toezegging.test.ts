import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LeveringService } from '../../../src/modules/wachtlijst/index.js';
import { Verhaalklok } from '../../support/verhaal/verhaalklok.js';
import type { PlantedAllocation } from '../wachtlijst/planter.js';
import {
  A,
  B,
  openPlaatsregister,
  provider,
  TODAY,
  type Answer,
  type Plaatsregister,
} from './plaatsregister.js';

jest.setTimeout(120_000);
const klok = new Verhaalklok();
let register: Plaatsregister;
let aanbieder: string;
let medewerker: string;

beforeAll(async () => {
  klok.zet(TODAY);
  register = await openPlaatsregister(klok);
  [aanbieder, medewerker] = [await register.token(A), await register.medewerker()];
});
beforeEach(() => klok.zet(TODAY));
afterAll(() => register.close());

interface Toezegging {
  readonly at: PlantedAllocation;
  readonly aanbodID: string;
  readonly locatieID: string;
}

/** Somebody who accepted the one place of a location, today. */
async function toegezegd(): Promise<Toezegging> {
  const locatieID = await register.plaatsen(1);
  const at = await register.wachtende();
  const aanbodID = String((await register.aanbod(aanbieder, locatieID, at)).aanbodID);
  await register.run(aanbieder, 'acceptAanbod', { aanbodID, versie: 1 });
  return { at, aanbodID, locatieID };
}

const withdraw = (token: string, aanbodID: string, reden = 'De cliënt komt niet meer'): Promise<Answer> =>
  register.run(token, 'withdrawAanbod', { aanbodID, versie: 2, reden });

const begin = async ({ bemiddelingspecificatieID }: PlantedAllocation): Promise<unknown> =>
  register.app.app.get(LeveringService, { strict: false }).reportLeveringperiode(provider(A), {
    bemiddelingspecificatieID,
    versie: 2,
    ingangsdatum: TODAY,
  });

/** Makes it so in the tables alone: no trigger, no event. */
async function pastTheProgram(statement: string, at: PlantedAllocation): Promise<void> {
  await register.sql('begin');
  await register.sql('set local session_replication_role = replica');
  await register.sql(statement, [at.bemiddelingspecificatieID]).finally(() => register.sql('commit'));
}

interface Regel {
  readonly bronID: string;
  readonly voor: string;
  readonly instelling: string;
  readonly sinds: string;
  readonly uiterlijk: string;
  readonly status: string;
  readonly dagenTeLaat: number;
  readonly regel: string;
}

/** The line about this offer as somebody sees it on a day. */
async function regel({ aanbodID }: Toezegging, token = aanbieder, dag = TODAY): Promise<Regel | undefined> {
  klok.zet(dag);
  const { data, errors } = await register.app.graphql<{ werkvoorraad: { edges: { node: Regel }[] } }>(
    token,
    `{ werkvoorraad(first: 100, filter: { soort: [ZORG_BEGINNEN] }) {
      edges { node { bronID voor instelling sinds uiterlijk status dagenTeLaat regel } } } }`,
  );
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  klok.zet(TODAY);
  return data.werkvoorraad.edges.map(({ node }) => node).find(({ bronID }) => bronID === aanbodID);
}

const plaats = async ({ locatieID, aanbodID }: Toezegging): Promise<unknown> => {
  const [row] = await register.sql(
    `select a.status, a.reden_einde as reden, g.in_gebruik as bezet
     from aanbod a join plaatsgroep g on g.locatie_id = $2 where a.aanbod_id = $1`,
    [aanbodID, locatieID],
  );
  return row;
};

describe('a place that was accepted and whose care does not begin', () => {
  it('is a line of work from the acceptance on, late after fourteen days, for its provider and the zorgkantoor', async () => {
    const toezegging = await toegezegd();
    expect(await regel(toezegging)).toMatchObject({
      voor: 'ZORGAANBIEDER',
      instelling: A,
      sinds: TODAY,
      uiterlijk: '2026-11-15',
      status: 'LOPEND',
      regel: 'PL15',
    });
    expect(await regel(toezegging, aanbieder, '2026-11-15')).toMatchObject({ status: 'LOPEND' });
    for (const token of [aanbieder, medewerker]) {
      expect(await regel(toezegging, token, '2026-11-17')).toMatchObject({
        status: 'TE_LAAT',
        dagenTeLaat: 2,
      });
    }
    for (const token of [await register.token(B), await register.medewerker('5516')]) {
      expect(await regel(toezegging, token, '2026-11-17')).toBeUndefined();
    }
    await withdraw(aanbieder, toezegging.aanbodID);
  });

  it('is none before the answer', async () => {
    const locatieID = await register.plaatsen(1);
    const at = await register.wachtende();
    const aanbodID = String((await register.aanbod(aanbieder, locatieID, at)).aanbodID);
    expect(await regel({ at, aanbodID, locatieID })).toBeUndefined();
  });

  it('closes when the care begins and when the client gives it up', async () => {
    const begonnen = await toegezegd();
    await begin(begonnen.at);
    expect(await regel(begonnen)).toBeUndefined();
    const afgezien = await toegezegd();
    await register.app.app.get(LeveringService, { strict: false }).reportAfstel(provider(A), {
      bemiddelingspecificatieID: afgezien.at.bemiddelingspecificatieID,
      versie: 2,
      afsteldatum: TODAY,
    });
    expect(await regel(afgezien)).toBeUndefined();
    expect(await plaats(afgezien)).toMatchObject({ status: 'INGETROKKEN', bezet: 0 });
  });

  it.each([
    [
      'care began',
      `insert into leveringperiode (leveringperiode_id, levering_id, bemiddeling_id, ingangsdatum, vaststelling_moment, geregistreerd_op,
         geregistreerd_door)
       select gen_random_uuid(), levering_id, bemiddeling_id, '${TODAY}', now(), now(), 'proef' from levering where bemiddelingspecificatie_id = $1`,
    ],
    [
      'the care was given up',
      `insert into afstel (afstel_id, levering_id, bemiddeling_id, afsteldatum, vaststelling_moment, geregistreerd_op, geregistreerd_door)
       select gen_random_uuid(), levering_id, bemiddeling_id, '${TODAY}', now(), now(), 'proef' from levering where bemiddelingspecificatie_id = $1`,
    ],
    [
      'the client died',
      `update client c set overlijdensdatum = '${TODAY}' from bemiddeling b join bemiddelingspecificatie s using (bemiddeling_id)
       where c.client_id = b.client_id and s.bemiddelingspecificatie_id = $1`,
    ],
    [
      'the allocation ended',
      `update bemiddelingspecificatie set toewijzing_einddatum = date '${TODAY}' - 1 where bemiddelingspecificatie_id = $1`,
    ],
  ])('is not asked for when %s, also while nobody recorded that with the offer', async (_what, statement) => {
    const toezegging = await toegezegd();
    expect(await regel(toezegging)).toBeDefined();
    await pastTheProgram(statement, toezegging.at);
    expect(await plaats(toezegging)).toMatchObject({ status: 'AANVAARD' });
    expect(await regel(toezegging)).toBeUndefined();
  });

  it('follows the norm of the day of acceptance; without a norm it is no work', async () => {
    await register.sql(`update plaatsnorm set geldig_tot = '2026-11-01' where soort = 'ZORGBEGIN'`);
    await register.sql(
      `insert into plaatsnorm values ('ZORGBEGIN', 3, '2026-11-02', '2026-11-02', 'proef', now(), 'proef')`,
    );
    const eerste = await toegezegd();
    klok.zet('2026-11-02');
    const tweede = await toegezegd();
    klok.zet('2026-11-03');
    const derde = await toegezegd();
    expect((await regel(eerste))?.uiterlijk).toBe('2026-11-15');
    expect((await regel(tweede, aanbieder, '2026-11-06'))?.uiterlijk).toBe('2026-11-05');
    expect(await regel(derde, aanbieder, '2026-12-24')).toBeUndefined();
    await register.sql(`delete from plaatsnorm where bron = 'proef'`);
    await register.sql(`update plaatsnorm set geldig_tot = null`);
  });
});

describe('releasing a place that was accepted', () => {
  it('is for its provider or the responsible zorgkantoor, with a reason that is kept', async () => {
    for (const token of [aanbieder, medewerker]) {
      const toezegging = await toegezegd();
      const { aanbodID } = toezegging;
      await expect(withdraw(token, aanbodID, '  ')).rejects.toThrow('BAD_USER_INPUT');
      expect(await withdraw(await register.token(B), aanbodID)).toMatchObject({ code: 'NIET_GEVONDEN' });
      expect(await withdraw(token, aanbodID)).toMatchObject({
        __typename: 'Aanbod',
        plaats: 'VRIJ',
        versie: 3,
      });
      expect(await plaats(toezegging)).toEqual({
        status: 'INGETROKKEN',
        reden: 'De cliënt komt niet meer',
        bezet: 0,
      });
      expect(await regel(toezegging)).toBeUndefined();
      expect(await withdraw(token, aanbodID)).toMatchObject({ regel: 'PL11' });
    }
  });

  it('by both of them while the care begins comes to exactly one outcome', async () => {
    for (let round = 0; round < 12; round += 1) {
      const toezegging = await toegezegd();
      const acts = [
        async () => ((await withdraw(aanbieder, toezegging.aanbodID)).__typename === 'Aanbod' ? 1 : 0),
        async () => ((await withdraw(medewerker, toezegging.aanbodID)).__typename === 'Aanbod' ? 1 : 0),
        async () => {
          await begin(toezegging.at);
          return 0;
        },
      ];
      const turned = [...acts.slice(round % 3), ...acts.slice(0, round % 3)];
      const withdrawn = (await Promise.all(turned.map((act) => act()))).reduce((sum, one) => sum + one, 0);
      const [row] = await register.sql<{ status: string; versie: number; bezet: number }>(
        `select a.status, a.versie, g.in_gebruik as bezet from aanbod a join plaatsgroep g using (plaatsgroep_id)
         where a.aanbod_id = $1`,
        [toezegging.aanbodID],
      );
      expect(row).toEqual(
        withdrawn === 1
          ? { status: 'INGETROKKEN', versie: 3, bezet: 0 }
          : { status: 'IN_ZORG', versie: 3, bezet: 1 },
      );
      expect(withdrawn).toBeLessThanOrEqual(1);
    }
  });
});
