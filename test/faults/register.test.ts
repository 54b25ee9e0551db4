import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { RequestContext } from '../../src/platform/context/index.js';
import { sqlState, UnitOfWork, type Tx } from '../../src/platform/database/index.js';
import { startTestApp, type GraphqlAnswer, type TestApp } from '../support/app.js';
import { until } from './proef.js';

const TODAY = '2026-11-01';
const LIST = '{ wachtlijst(first: 5) { totalCount edges { node { client { clientID } } } } }';
const MUTATION = `mutation ($input: RecordContactmomentInput!) {
  recordContactmoment(input: $input) { __typename ... on Weigering { melding } } }`;

let app: TestApp;
let owner: pg.Client;
let unitOfWork: UnitOfWork;
let medewerker: string;
let duties: { bemiddeling_id: string; instelling: string }[];

beforeAll(async () => {
  app = await startTestApp(TODAY);
  await app.takeInDemoData({ seed: 5, asof: TODAY, clients: 60 });
  owner = new pg.Client({ connectionString: app.database.superuserUrl });
  owner.on('error', () => undefined);
  await owner.connect();
  unitOfWork = app.app.get(UnitOfWork, { strict: false });
  medewerker = await app.medewerker();
  const { rows } = await owner.query<{ bemiddeling_id: string; instelling: string }>(
    `select r.bemiddeling_id, r.instelling from regiehouder r
     where r.regierol = '2' and r.ingangsdatum <= $1 and r.einddatum is null
       and exists (select from bemiddelingspecificatie s where s.bemiddeling_id = r.bemiddeling_id and s.toewijzing_einddatum is null)
     order by r.bemiddeling_id`,
    [TODAY],
  );
  duties = rows;
});

afterAll(async () => {
  await owner.end();
  await app.close();
});

function person(uzovi: string): RequestContext {
  return {
    actor: { sub: `proef-${uzovi}`, rol: 'ZORGKANTOOR', rollen: ['ZORGKANTOOR'], uzovi: [uzovi], agb: null },
    requestId: 'proef',
    operatie: 'proef',
    now: '2026-11-01T08:00:00.000Z',
    today: TODAY,
  };
}

async function contact(index: number, vorm: string): Promise<GraphqlAnswer<unknown>> {
  const duty = duties[index];
  const token = await app.zorgaanbieder(duty?.instelling ?? '');
  const input = {
    bemiddelingID: duty?.bemiddeling_id,
    datum: TODAY,
    regierol: 'DOSSIERHOUDER',
    met: 'CLIENT',
  };
  return app.graphql(token, MUTATION, { input: { ...input, vorm, gesproken: true } });
}

/** The sentence of an error and nothing of what lies beneath. */
function neutral({ status, errors }: GraphqlAnswer<unknown>): object {
  return { status, zin: errors?.map(({ message }) => message.replace(/\. .*$/, '')) };
}

const endSessions = (): Promise<unknown> =>
  owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );

describe('F6: what waits too long', () => {
  it('every frame of a person has its three limits; those of a process are wider and exist', async () => {
    const limits = (tx: Tx) =>
      tx.query(`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
        current_setting('idle_in_transaction_session_timeout') as idle`);
    const wanted = [{ statement: '5s', lock: '2s', idle: '10s' }];
    expect(await unitOfWork.read(person('5517'), limits)).toEqual(wanted);
    expect(await unitOfWork.write(person('5517'), limits)).toEqual(wanted);
    const process = {
      ...person('5517'),
      actor: { ...person('5517').actor, rol: 'SYSTEEM' as const, rollen: [] },
    };
    expect(await unitOfWork.write(process, limits)).toEqual([
      { statement: '10min', lock: '1min', idle: '10min' },
    ]);
  });

  it('a lock that somebody else holds is given up after two seconds; the rest of the house works on', async () => {
    await owner.query('begin; lock table contactmoment in share mode');
    try {
      const begun = performance.now();
      const blocked = contact(0, 'TELEFOON');
      expect((await app.graphql(medewerker, LIST)).errors).toBeUndefined();
      expect(neutral(await blocked)).toEqual({ status: 503, zin: ['Dit duurde te lang en is afgebroken'] });
      expect(performance.now() - begun).toBeLessThan(6_000);
    } finally {
      await owner.query('rollback');
    }
    expect((await contact(0, 'TELEFOON')).data).toMatchObject({
      recordContactmoment: { __typename: 'Contactmoment' },
    });
  });

  it('a statement ends after five seconds', async () => {
    const code = await unitOfWork
      .read(person('5517'), (tx) => tx.query('select pg_sleep(60)'))
      .catch(sqlState);
    expect(code).toBe('57014');
  });
});

describe('F12: two changes that wait for each other', () => {
  it('both come through: the one that PostgreSQL ends is done again from its beginning', async () => {
    const [first, second] = duties.map(({ bemiddeling_id: id }) => id);
    let meeting = 0;
    let attempts = 0;
    const change = (ids: readonly (string | undefined)[]) =>
      unitOfWork.write(
        { ...person('5517'), actor: { ...person('5517').actor, rol: 'SYSTEEM' } },
        async (tx) => {
          attempts += 1;
          await tx.query('update bemiddeling set versie = versie + 1 where bemiddeling_id = $1', [ids[0]]);
          meeting += 1;
          await until(() => Promise.resolve(meeting >= 2), 'both hold their first');
          await tx.query('update bemiddeling set versie = versie + 1 where bemiddeling_id = $1', [ids[1]]);
        },
      );
    const versions = async (): Promise<number[]> =>
      (
        await owner.query<{ versie: number }>(
          'select versie from bemiddeling where bemiddeling_id = any ($1) order by bemiddeling_id',
          [[first, second]],
        )
      ).rows.map(({ versie }) => versie);
    const before = await versions();
    await Promise.all([change([first, second]), change([second, first])]);
    expect(attempts).toBe(3);
    expect(await versions()).toEqual(before.map((versie) => versie + 2));
  });

  it('is given up after three times, as a conflict', async () => {
    let attempts = 0;
    const always = unitOfWork.write(person('5517'), async (tx) => {
      attempts += 1;
      await tx.query(`do $$ begin raise exception using errcode = '40001'; end $$`);
    });
    await expect(always).rejects.toMatchObject({ code: 'VERSIE_VEROUDERD' });
    expect(attempts).toBe(3);
  });

  it('never after the connection was lost at the commit: nobody knows whether it was kept', async () => {
    let attempts = 0;
    const lost = unitOfWork.write(person('5517'), async (tx) => {
      attempts += 1;
      await tx.query(`create temporary table proef_slot (n int) on commit drop`).catch(() => undefined);
      const [row] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid').catch(() => []);
      if (row !== undefined) await owner.query('select pg_terminate_backend($1)', [row.pid]);
    });
    await expect(lost).rejects.toBeInstanceOf(Error);
    expect(attempts).toBe(1);
  });
});

describe('F26: a database that takes no writes', () => {
  const name = (): string => pg.escapeIdentifier(new URL(app.database.superuserUrl).pathname.slice(1));
  const refused = { status: 503, zin: [expect.stringMatching(/^Wlz-regie kan nu /) as unknown] };

  it.each([
    [
      'is read-only',
      `alter database % set default_transaction_read_only = on`,
      `alter database % reset default_transaction_read_only`,
    ],
    ['has no connection left', `alter database % connection limit 0`, `alter database % connection limit -1`],
  ])(
    'it %s: client data are not shown unlogged, and all works again without a restart',
    async (_what, set, undo) => {
      await owner.query(set.replace('%', name()));
      await endSessions();
      try {
        expect(neutral(await contact(1, 'EMAIL'))).toEqual(refused);
        expect(neutral(await app.graphql(medewerker, LIST))).toEqual(refused);
      } finally {
        // A read-only default holds for the keeper as well.
        await owner.query('set default_transaction_read_only = off');
        await owner.query(undo.replace('%', name()));
        await endSessions();
      }
      await until(
        async () => (await app.graphql(medewerker, LIST)).errors === undefined,
        'reads again',
        5_000,
      );
    },
  );

  it('it has no room left: the change is refused in neutral words and nothing of it stays', async () => {
    await owner.query(`
      create function proef_vol() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file "base/1/2": No space left on device' using errcode = '53100'; end $$;
      create trigger proef_vol before insert on contactmoment for each row execute function proef_vol()`);
    const count = async (): Promise<unknown> =>
      (
        await owner.query(
          `select count(*) from logregel where operatie = 'recordContactmoment' and actie = 'C'`,
        )
      ).rows[0];
    const before = await count();
    expect(neutral(await contact(2, 'EMAIL'))).toEqual(refused);
    expect((await app.graphql(medewerker, LIST)).errors).toBeUndefined();
    expect(await count()).toEqual(before);
    await owner.query('drop trigger proef_vol on contactmoment; drop function proef_vol()');
    expect((await contact(2, 'EMAIL')).data).toMatchObject({
      recordContactmoment: { __typename: 'Contactmoment' },
    });
  });
});
