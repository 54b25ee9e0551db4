import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { RequestContext } from '../../../src/platform/context/index.js';
import { createDataSource, UnitOfWork, claimVersie } from '../../../src/platform/database/index.js';
import { Idempotency } from '../../../src/platform/database/idempotency.js';
import { RegelGeschonden, SleutelHergebruikt, VersieVerouderd } from '../../../src/platform/errors/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

const CLIENT = '11111111-1111-4111-8111-111111111111';
const INDICATIE = '22222222-2222-4222-8222-222222222222';
const BEMIDDELING = '33333333-3333-4333-8333-333333333333';

const ctx: RequestContext = {
  actor: { sub: 'medewerker-1', rol: 'ZORGKANTOOR', rollen: ['ZORGKANTOOR'], uzovi: ['5517'], agb: null },
  requestId: 'verzoek-1',
  operatie: 'proef',
  now: '2026-11-01T08:00:00.000Z',
  today: '2026-11-01',
};

/** Imports make clients; a zorgkantoor sees its own. */
const systeem: RequestContext = {
  ...ctx,
  actor: { sub: 'proces:proef', rol: 'SYSTEEM', rollen: ['SYSTEEM'], uzovi: [], agb: null },
};

let database: TestDatabase;
let dataSource: DataSource;
let unitOfWork: UnitOfWork;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource({ url: database.url }).initialize();
  unitOfWork = new UnitOfWork(dataSource);
  await unitOfWork.write(systeem, async (tx) => {
    await tx.query(
      `insert into client (client_id, bsn, geboortedatum, geslacht, geregistreerd_op, geregistreerd_door)
       values ($1, '111222333', '1940-02-29', '2', app_nu(), 'proef')`,
      [CLIENT],
    );
    await tx.query(
      `insert into indicatie (wlz_indicatie_id, client_id, besluitnummer, soort_wlzindicatie, afgiftedatum, ingangsdatum,
         initieel_verantwoordelijk_zorgkantoor, geregistreerd_op, geregistreerd_door)
       values ($1, $2, 1, '1', '2026-01-01', '2026-01-01', '5517', app_nu(), 'proef')`,
      [INDICATIE, CLIENT],
    );
    await tx.query(
      `insert into bemiddeling (bemiddeling_id, client_id, wlz_indicatie_id, verantwoordelijk_zorgkantoor,
         verantwoordelijkheid_ingangsdatum, geregistreerd_op, geregistreerd_door)
       values ($1, $2, $3, '5517', '2026-01-01', app_nu(), 'proef')`,
      [BEMIDDELING, CLIENT, INDICATIE],
    );
  });
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const logLines = (
  requestId: string,
): Promise<{ actie: string; resultaat: number; client_id: string | null }[]> =>
  asOwner(
    `select actie, resultaat, client_id from logregel where request_id = '${requestId}' order by logregel_id`,
  );

async function asOwner<Row>(sql: string): Promise<Row[]> {
  const owner = await createDataSource({ url: database.superuserUrl, poolSize: 1 }).initialize();
  try {
    return await owner.query(sql);
  } finally {
    await owner.destroy();
  }
}

describe('a reading frame', () => {
  it('logs one line per client shown, however often it was shown', async () => {
    const reading = { ...ctx, requestId: 'lezen-1' };
    await unitOfWork.read(reading, async (tx) => {
      await tx.query('select client_id from client');
      tx.shown([CLIENT, CLIENT]);
      tx.searched({ bsn: '*****' });
    });
    expect(await logLines('lezen-1')).toEqual([
      { actie: 'E', resultaat: 1, client_id: null },
      { actie: 'R', resultaat: 1, client_id: CLIENT },
    ]);
  });

  it('keeps no BSN of a search, in whatever field it was typed', async () => {
    const reading = { ...ctx, requestId: 'lezen-3' };
    await unitOfWork.read(reading, async (tx) => {
      tx.searched({ naam: 'bsn 999990019', instelling: '99000001', status: ['OPEN'] });
    });
    const lines = await asOwner(`select zoekvraag from logregel where request_id = 'lezen-3'`);
    expect(lines).toEqual([{ zoekvraag: { naam: 'bsn *****', instelling: '99000001', status: ['OPEN'] } }]);
  });

  it('cannot change the register, and cannot read the log', async () => {
    await expect(unitOfWork.read(ctx, (tx) => tx.query(`update client set taal = 'nl'`))).rejects.toThrow(
      'permission denied',
    );
    await expect(unitOfWork.read(ctx, (tx) => tx.query('select * from logregel'))).rejects.toThrow(
      'permission denied',
    );
  });

  it('logs nothing and leaves nothing open when the work throws', async () => {
    const reading = { ...ctx, requestId: 'lezen-2' };
    const work = unitOfWork.read(reading, async (tx) => {
      tx.shown([CLIENT]);
      await tx.query('select 1');
      throw new Error('afgebroken');
    });
    await expect(work).rejects.toThrow('afgebroken');
    expect(await logLines('lezen-2')).toEqual([]);
    expect(
      await asOwner(
        `select 1 from pg_stat_activity where state like 'idle in transaction%' and datname = current_database()`,
      ),
    ).toEqual([]);
  });

  it('queues statements that are asked for at the same time', async () => {
    const answers = await unitOfWork.read(ctx, (tx) =>
      Promise.all([1, 2, 3].map((n) => tx.query<{ n: number }>('select $1::int as n', [n]))),
    );
    expect(answers.map(([row]) => row?.n)).toEqual([1, 2, 3]);
  });

  it('sees its claims, and the next borrower of the connection does not', async () => {
    const [row] = await unitOfWork.read(ctx, (tx) =>
      tx.query<{ dag: string; uzovi: string[]; rol: string }>(
        'select app_vandaag() as dag, app_uzovi() as uzovi, current_user::text as rol',
      ),
    );
    expect(row).toEqual({ dag: '2026-11-01', uzovi: ['5517'], rol: 'wlz_zorgkantoor_lezer' });
    expect(await dataSource.query<unknown[]>(`select app_vandaag() as dag`)).toEqual([{ dag: null }]);
  });
});

describe('a writing frame', () => {
  it('keeps the former version of what it changes', async () => {
    await unitOfWork.write({ ...ctx, now: '2026-11-01T09:00:00.000Z' }, (tx) =>
      tx.query(`update client set taal = 'nl', geregistreerd_op = app_nu() where client_id = $1`, [CLIENT]),
    );
    const rows = await asOwner(
      `select taal, geregistreerd_op, vervangen_op from client_historie where client_id = '${CLIENT}'`,
    );
    expect(rows).toEqual([
      { taal: null, geregistreerd_op: '2026-11-01T08:00:00.000Z', vervangen_op: '2026-11-01T09:00:00.000Z' },
    ]);
  });

  it('cannot delete from the register', async () => {
    await expect(unitOfWork.write(ctx, (tx) => tx.query('delete from client'))).rejects.toThrow(
      'permission denied',
    );
  });

  it('answers a broken constraint as the rule it stands for', async () => {
    const second = unitOfWork.write(systeem, (tx) =>
      tx.query(
        `insert into client (client_id, bsn, geboortedatum, geslacht, geregistreerd_op, geregistreerd_door)
         values (gen_random_uuid(), '111222333', '1950-01-01', '1', app_nu(), 'proef')`,
      ),
    );
    await expect(second).rejects.toMatchObject({ constructor: RegelGeschonden, regel: 'P1', pad: ['bsn'] });
  });

  it('lets exactly one of many take the next version', async () => {
    const attempts = Array.from({ length: 8 }, () =>
      unitOfWork.write(ctx, (tx) => claimVersie(tx, 'bemiddeling', BEMIDDELING, 1)),
    );
    const outcomes = await Promise.allSettled(attempts);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(outcomes.length - refused.length).toBe(1);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(VersieVerouderd);
  });

  it('repeats the whole work after a deadlock', async () => {
    let attempts = 0;
    const result = await unitOfWork.write(ctx, async (tx) => {
      attempts += 1;
      if (attempts === 1) await tx.query(`do $$ begin raise exception using errcode = '40P01'; end $$`);
      return 'gedaan';
    });
    expect([result, attempts]).toEqual(['gedaan', 2]);
  });
});

describe('an idempotency key', () => {
  const idempotency = new Idempotency();
  const once = (input: unknown, id: string): Promise<string> =>
    unitOfWork.write(ctx, (tx) =>
      idempotency.once(ctx, tx, 'proef', 'sleutel-1', input, () => Promise.resolve(id)),
    );

  it('gives the first result again for the same input, and refuses other input', async () => {
    expect(await once({ a: 1, b: 2 }, 'eerste')).toBe('eerste');
    expect(await once({ b: 2, a: 1 }, 'tweede')).toBe('eerste');
    await expect(once({ a: 1, b: 3 }, 'derde')).rejects.toBeInstanceOf(SleutelHergebruikt);
  });
});
