import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { controleer, type Anker, type Controle } from '../../../src/modules/logboek/index.js';
import { Verzegeling } from '../../../src/modules/logboek/keten/verzegeling.js';
import type { RequestContext } from '../../../src/platform/context/index.js';
import { createDataSource, UnitOfWork } from '../../../src/platform/database/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { LOGBOEK_LEEG, ondanksTriggers } from '../../support/logboek.js';
import { runIn } from '../../support/taakrun.js';

jest.setTimeout(60_000);
const actor = { sub: 'proces:proef', rol: 'SYSTEEM', rollen: ['SYSTEEM'], uzovi: [], agb: null } as const;
const systeem: RequestContext = {
  actor,
  requestId: 'verzoek-1',
  operatie: 'proef',
  now: '2026-11-01T08:00:00.000Z',
  today: '2026-11-01',
};
const keeper: RequestContext = {
  ...systeem,
  actor: { ...actor, sub: 'proces:logboek', rol: 'LOGBEHEERDER', rollen: ['LOGBEHEERDER'] },
};
const verzegeling = new Verzegeling();

let database: TestDatabase;
let dataSource: DataSource;
let unitOfWork: UnitOfWork;
let superuser: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource({ url: database.url }).initialize();
  unitOfWork = new UnitOfWork(dataSource);
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await dataSource.destroy();
  await database.drop();
});
beforeEach(async () => {
  await superuser.query(LOGBOEK_LEEG);
  await ondanksTriggers(superuser, () => superuser.query('delete from logzegel'));
  await superuser.query(`delete from logzegelstand; insert into logzegelstand default values`);
});

async function write(count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1)
    await unitOfWork.record({ ...systeem, requestId: `verzoek ${number} é` }, 'T10');
}

const seal = () => unitOfWork.write(systeem, (tx) => verzegeling.taak.run(runIn(systeem, tx)));
const verify = (anker: Anker | null = null): Promise<Controle> => controleer(unitOfWork, keeper, anker);
const tamper = (sql: string) => ondanksTriggers(superuser, () => superuser.query(sql));
const ids = async (): Promise<string[]> =>
  (await superuser.query<{ id: string }>('select logregel_id::text as id from logregel order by 1')).rows.map(
    ({ id }) => id,
  );

describe('the chain of the log', () => {
  it('holds over lines as they came in, and names the tail that has no seal yet', async () => {
    await write(5);
    expect(await seal()).toMatchObject({ verzegeld: 5, laatste: '5' });
    await write(2);
    // The check itself is in the log too, and is part of the tail.
    const found = await verify();
    expect(found).toMatchObject({ gecontroleerd: 5, afwijkingen: [], onverzegeld: { aantal: 3 } });
    expect(found.onverzegeld.van).toBe((await ids())[5]);
    expect(await seal()).toMatchObject({ verzegeld: 3, laatste: '8' });
    expect((await verify()).gecontroleerd).toBe(8);
  });

  it.each([
    ['gebruiker', `'een ander'`],
    ['tijdstip', `tijdstip - interval '1 day'`],
    ['client_id', `gen_random_uuid()`],
    ['reden', `''`],
    ['grond', `'SPECIFICATIE'`],
    ['trace_id', `'0'`],
  ])('names the one line whose %s was changed', async (kolom, waarde) => {
    await write(4);
    await seal();
    const target = (await ids())[1] ?? '';
    await tamper(`update logregel set ${kolom} = ${waarde} where logregel_id = ${target}`);
    expect((await verify()).afwijkingen).toEqual([{ soort: 'GEWIJZIGD', volgnr: '2', logregelID: target }]);
  });

  it('names a line that is gone, at the end as well', async () => {
    await write(4);
    await seal();
    const [, second = '', , fourth = ''] = await ids();
    await tamper(`delete from logregel where logregel_id in (${second}, ${fourth})`);
    expect((await verify()).afwijkingen).toEqual([
      { soort: 'VERDWENEN', volgnr: '2', logregelID: second },
      { soort: 'VERDWENEN', volgnr: '4', logregelID: fourth },
    ]);
  });

  it('names seals that are gone with their lines, in the middle and at the end', async () => {
    await write(5);
    await seal();
    await tamper(
      `delete from logregel where logregel_id in (select logregel_id from logzegel where volgnr in (2, 3, 5))`,
    );
    await tamper(`delete from logzegel where volgnr in (2, 3, 5)`);
    expect((await verify()).afwijkingen).toEqual([
      { soort: 'ZEGELS_WEG', van: '2', tot: '3' },
      { soort: 'ZEGELS_WEG', van: '5', tot: '5' },
    ]);
  });

  it('knows a chain that was made anew by the seal that somebody kept', async () => {
    await write(3);
    await seal();
    const { kop } = await verify();
    expect((await verify(kop)).afwijkingen).toEqual([]);
    await tamper(
      `update logregel set gebruiker = 'een ander' where logregel_id = (select min(logregel_id) from logregel)`,
    );
    await tamper('delete from logzegel');
    await superuser.query('delete from logzegelstand');
    await superuser.query('insert into logzegelstand default values');
    await seal();
    expect((await verify()).afwijkingen).toEqual([]);
    expect((await verify(kop)).afwijkingen).toEqual([{ soort: 'ANKER', volgnr: '3' }]);
  });

  it('takes in a line whose transaction ended after later ones were sealed, and looks back no further than needed', async () => {
    const late = new pg.Client({ connectionString: database.superuserUrl });
    await late.connect();
    try {
      await late.query('begin');
      await late.query(`
        insert into logregel (tijdstip, request_id, gebruiker, rol, operatie, actie, resultaat, gebeurtenis, controles,
          autorisatieprotocol, bron)
        values (now(), 'laat', 'laat', 'SYSTEEM', 'laat', 'E', 1, 'T10', 'TFFF', 'x', 'x')`);
      await write(3);
      for (let pass = 0; pass < 4; pass += 1) await seal();
      const waiting = await superuser.query<{ alles_tot: string }>('select alles_tot from logzegelstand');
      await late.query('commit');
      expect(await seal()).toMatchObject({ verzegeld: 1, laatste: '4' });
      const [first = ''] = await ids();
      expect(BigInt(waiting.rows[0]?.alles_tot ?? 0)).toBeLessThan(BigInt(first));
      // Other databases on this server have transactions too, and those count.
      let reached = '';
      for (let pass = 0; pass < 200 && reached !== (await ids()).at(-1); pass += 1) {
        await delay(25);
        await seal();
        const { rows } = await superuser.query<{ alles_tot: string }>('select alles_tot from logzegelstand');
        reached = rows[0]?.alles_tot ?? '';
      }
      expect(reached).toBe((await ids()).at(-1));
      expect(await verify()).toMatchObject({ gecontroleerd: 4, afwijkingen: [] });
    } finally {
      await late.end();
    }
  });

  it('is made by many at once as if by one', async () => {
    await Promise.all([write(30), write(30), write(30), ...Array.from({ length: 4 }, seal)]);
    await seal();
    expect(await verify()).toMatchObject({ gecontroleerd: 90, afwijkingen: [], onverzegeld: { aantal: 1 } });
  });

  it('stops its pause when the program stops', async () => {
    const other = new Verzegeling();
    await write(1);
    const running = unitOfWork.write(systeem, (tx) =>
      other.taak.run({ ...runIn(systeem, tx), soort: 'GEPLAND' }),
    );
    other.onModuleDestroy();
    expect(await running).toMatchObject({ laatste: '1' });
  });

  it('follows what comes in within ten seconds, for as long as a planned run lasts', async () => {
    const other = new Verzegeling();
    let telling = 0;
    const running = other.taak.run({
      ctx: systeem,
      soort: 'GEPLAND',
      gepland: systeem.now,
      checkpoint: null,
      telling: {},
      batch: async (work) => {
        const batch = await unitOfWork.write(systeem, work);
        telling += batch.telling?.['verzegeld'] ?? 0;
        return batch;
      },
    });
    for (let round = 1; round <= 2; round += 1) {
      await write(3);
      for (let wait = 0; wait < 100 && telling < 3 * round; wait += 1) await delay(100);
      expect(telling).toBe(3 * round);
    }
    other.onModuleDestroy();
    await running;
  });

  it('lets nobody among the roles of the program seal or remove by hand', async () => {
    const people: RequestContext = { ...keeper, actor: { ...keeper.actor, sub: 'beheer' } };
    for (const sql of [
      `select verzegel_logboek(1)`,
      `select verwijder_logregels(now() - interval '6 years', 1)`,
      `delete from logzegel`,
      `update logzegelstand set volgnr = 0`,
    ]) {
      await expect(unitOfWork.write(people, (tx) => tx.query(sql))).rejects.toMatchObject({ code: '42501' });
    }
  });
});
