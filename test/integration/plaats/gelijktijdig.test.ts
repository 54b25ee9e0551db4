import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Aanbodverloop } from '../../../src/modules/plaats/aanbodverloop.js';
import { Beurten } from '../../../src/modules/plaats/beurten.js';
import { AanbodService } from '../../../src/modules/plaats/index.js';
import { Mutations } from '../../../src/platform/database/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import {
  A,
  openPlaatsregister,
  proces,
  provider,
  type Answer,
  type Plaatsregister,
} from './plaatsregister.js';

jest.setTimeout(120_000);
const RIVALS = 200;
let register: Plaatsregister;
let aanbieder: string;

beforeAll(async () => {
  register = await openPlaatsregister();
  aanbieder = await register.token(A);
});

afterAll(() => register.close());

const inUse = async (locatieID: string): Promise<unknown> => {
  const [row] = await register.sql(
    `select g.in_gebruik as geteld, (select count(*)::int from aanbod a where a.plaatsgroep_id = g.plaatsgroep_id
       and a.status in ('AANGEBODEN','AANVAARD','IN_ZORG')) as werkelijk
     from plaatsgroep g where g.locatie_id = $1`,
    [locatieID],
  );
  return row;
};

describe('at the same moment', () => {
  it(`${RIVALS} offers on one place give one hold and ${RIVALS - 1} named refusals`, async () => {
    const locatieID = await register.plaatsen(1);
    const wachtenden = [];
    for (let index = 0; index < RIVALS; index += 1) wachtenden.push(await register.wachtende());
    const answers = await Promise.all(
      wachtenden.map(({ bemiddelingspecificatieID }) =>
        register.run(aanbieder, 'offerPlaats', {
          locatieID,
          bemiddelingspecificatieID,
          redenAfwijking: 'In overleg',
        }),
      ),
    );
    const tally = new Map<string, number>();
    for (const { __typename, regel } of answers) {
      const name = typeof regel === 'string' ? `${__typename} ${regel}` : __typename;
      tally.set(name, (tally.get(name) ?? 0) + 1);
    }
    expect(Object.fromEntries(tally)).toEqual({ Aanbod: 1, 'RegelGeschonden PL8': RIVALS - 1 });
    expect(await inUse(locatieID)).toEqual({ geteld: 1, werkelijk: 1 });
  });

  it('of eight offers on three places three succeed, and none is left unfilled', async () => {
    const locatieID = await register.plaatsen(3);
    const wachtenden = [];
    for (let index = 0; index < 8; index += 1) wachtenden.push(await register.wachtende());
    const answers = await Promise.all(
      wachtenden.map(({ bemiddelingspecificatieID }) =>
        register.run(aanbieder, 'offerPlaats', {
          locatieID,
          bemiddelingspecificatieID,
          redenAfwijking: 'In overleg',
        }),
      ),
    );
    expect(answers.filter(({ __typename }) => __typename === 'Aanbod')).toHaveLength(3);
    expect(await inUse(locatieID)).toEqual({ geteld: 3, werkelijk: 3 });
  });

  it('processes that know nothing of each other give one place once: the database decides', async () => {
    const mutations = register.app.app.get(Mutations, { strict: false });
    const verloop = register.app.app.get(Aanbodverloop, { strict: false });
    for (let round = 0; round < 5; round += 1) {
      const locatieID = await register.plaatsen(1);
      const wachtenden = [];
      for (let index = 0; index < 8; index += 1) wachtenden.push(await register.wachtende());
      const results = await Promise.allSettled(
        wachtenden.map(({ bemiddelingspecificatieID }) =>
          new AanbodService(mutations, verloop, new Beurten()).offerPlaats(provider(A), {
            locatieID,
            bemiddelingspecificatieID,
            redenAfwijking: 'In overleg',
          }),
        ),
      );
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const result of results) {
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ regel: 'PL8' });
      }
      expect(await inUse(locatieID)).toEqual({ geteld: 1, werkelijk: 1 });
    }
  });

  it('expiry, withdrawal, refusal and acceptance come to exactly one outcome', async () => {
    const verloop = register.app.app.get(Aanbodverloop, { strict: false });
    const unitOfWork = register.app.app.get(UnitOfWork, { strict: false });
    for (let round = 0; round < 12; round += 1) {
      const locatieID = await register.plaatsen(1);
      const aanbodID = String(
        (await register.aanbod(aanbieder, locatieID, await register.wachtende())).aanbodID,
      );
      // The day after the last day: for the process it has lapsed, for people it is still the last day.
      const morgen = proces('2026-11-09');
      const expire = (): Promise<number> =>
        unitOfWork.write(morgen, async (tx) => {
          const telling = await verloop.settle(morgen, tx, { aanbodIDs: [aanbodID] });
          return telling.VERVALLEN ?? 0;
        });
      const acts: (() => Promise<Answer | number>)[] = [
        () => register.run(aanbieder, 'acceptAanbod', { aanbodID, versie: 1 }),
        () => register.run(aanbieder, 'withdrawAanbod', { aanbodID, versie: 1, reden: 'Verbouwing' }),
        () =>
          register.run(aanbieder, 'refuseAanbod', {
            aanbodID,
            versie: 1,
            reden: 'ANDERS',
            conformWens: true,
          }),
        expire,
      ];
      const turned = [...acts.slice(round % 4), ...acts.slice(0, round % 4)];
      const answers = await Promise.all(turned.map((act) => act()));
      const won = answers.filter((answer) =>
        typeof answer === 'number' ? answer === 1 : answer.__typename === 'Aanbod',
      );
      expect(won).toHaveLength(1);
      const [row] = await register.sql<{ status: string; versie: number; historie: number }>(
        `select a.status, a.versie, (select count(*)::int from aanbod_historie h where h.aanbod_id = a.aanbod_id) as historie
         from aanbod a where a.aanbod_id = $1`,
        [aanbodID],
      );
      expect(row).toMatchObject({ versie: 2, historie: 1 });
      const held = row?.status === 'AANVAARD' ? 1 : 0;
      expect(await inUse(locatieID)).toEqual({ geteld: held, werkelijk: held });
      const refusals = answers.filter(
        (answer): answer is Answer => typeof answer !== 'number' && answer.__typename !== 'Aanbod',
      );
      for (const { regel, code } of refusals)
        expect(`${String(regel)} ${String(code)}`).toMatch(/PL1[01]|VERSIE/);
    }
  });

  it('lowering the capacity and offering the last place: never less than what is held', async () => {
    for (let round = 0; round < 6; round += 1) {
      const locatieID = await register.plaatsen(1);
      const { bemiddelingspecificatieID } = await register.wachtende();
      const offer = { locatieID, bemiddelingspecificatieID, redenAfwijking: 'In overleg' };
      const lower = { locatieID, capaciteit: 0, overigBezet: 0, versie: 1 };
      const [offered, lowered] = await Promise.all([
        register.run(aanbieder, 'offerPlaats', offer),
        register.run(aanbieder, 'recordPlaatsen', lower),
      ]);
      const rules = [offered.regel, lowered.regel].filter((regel) => regel !== undefined);
      expect(rules).toHaveLength(1);
      expect(['PL8', 'PL12']).toContain(rules[0]);
    }
  });
});

describe('the database', () => {
  it('refuses what would over-fill a place or offer a client two, whatever code does', async () => {
    const locatieID = await register.plaatsen(1);
    const at = await register.wachtende();
    const { aanbodID } = await register.aanbod(aanbieder, locatieID, at);
    const copy = (changes: string): Promise<unknown> =>
      register.sql(
        `insert into aanbod select (jsonb_populate_record(null::aanbod, to_jsonb(a) || ${changes})).*
         from aanbod a where a.aanbod_id = $1`,
        [aanbodID],
      );
    const other = await register.wachtende();
    const anew = `jsonb_build_object('aanbod_id', gen_random_uuid(), 'client_id', '${other.clientID}')`;
    await expect(copy(anew)).rejects.toThrow('plaatsgroep_niet_overvol_check');
    await register.sql(`update plaatsgroep set capaciteit = 2 where locatie_id = $1`, [locatieID]);
    await expect(copy(`jsonb_build_object('aanbod_id', gen_random_uuid())`)).rejects.toThrow(
      'aanbod_een_tegelijk',
    );
    await expect(
      register.sql(`update plaatsgroep set capaciteit = 0 where locatie_id = $1`, [locatieID]),
    ).rejects.toThrow('plaatsgroep_niet_overvol_check');
  });

  it('lets nobody but itself count, and no end be undone', async () => {
    const locatieID = await register.plaatsen(1);
    const { aanbodID } = await register.aanbod(aanbieder, locatieID, await register.wachtende());
    await register.run(aanbieder, 'withdrawAanbod', { aanbodID, versie: 1, reden: 'Verbouwing' });
    await expect(
      register.sql(`update aanbod set status = 'AANVAARD' where aanbod_id = $1`, [aanbodID]),
    ).rejects.toThrow('stays ended');
    await register.sql('begin');
    await register.sql('set local role wlz_schrijver');
    await expect(register.sql('update plaatsgroep set in_gebruik = 0')).rejects.toThrow('permission denied');
    await register.sql('rollback');
  });
});
