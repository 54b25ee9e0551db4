import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { RequestContext } from '../../src/platform/context/index.js';
import { createDataSource, UnitOfWork, type Tx } from '../../src/platform/database/index.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

/** `npm run test:lang` does twenty thousand. */
const OPERATIONS = Number(process.env.WLZ_TEST_OPS ?? 1_500);
const PARALLEL = 12;
const REGIONS = ['5516', '5517'];
const CLAIMS = `select current_setting('app.uzovi', true) as uzovi, current_setting('app.sub', true) as sub, current_user::text as rol`;

let database: TestDatabase;
let dataSource: DataSource;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource({ url: database.url, poolSize: 2 }).initialize();
  owner = new pg.Client({ connectionString: database.superuserUrl });
  await owner.connect();
});

afterAll(async () => {
  await dataSource.destroy();
  await owner.end();
  await database.drop();
});

function personOf(n: number): RequestContext {
  const region = REGIONS[n % 2] ?? '';
  return {
    actor: { sub: `proef-${n}`, rol: 'ZORGKANTOOR', rollen: ['ZORGKANTOOR'], uzovi: [region], agb: null },
    requestId: `proef-${n}`,
    operatie: 'proef',
    now: '2026-11-01T08:00:00.000Z',
    today: '2026-11-01',
  };
}

interface Claims {
  readonly uzovi: string;
  readonly sub: string;
  readonly rol: string;
}

describe('F8: who somebody is never outlives their operation', () => {
  it(`${OPERATIONS} operations of two offices on two connections, with failures, losses and frames given up`, async () => {
    const unitOfWork = new UnitOfWork(dataSource);
    const foreign: Claims[] = [];
    let answered = 0;
    const look = async (tx: Tx, ctx: RequestContext): Promise<void> => {
      const [row] = await tx.query<Claims>(CLAIMS);
      if (row === undefined || row.sub !== ctx.actor.sub || row.uzovi !== ctx.actor.uzovi[0])
        foreign.push(row ?? { uzovi: '', sub: '', rol: '' });
      answered += 1;
    };
    const operation = async (n: number): Promise<void> => {
      const ctx = personOf(n);
      const way = n % 20 === 0 ? 'fails' : n % 10 === 3 ? 'given up' : n % 50 === 7 ? 'lost' : 'whole';
      if (way === 'given up') {
        const frame = await unitOfWork.openRead(ctx);
        // The browser went away: nobody waits for the answer, and the frame is rolled back over it.
        const answer = look(frame, ctx).catch(() => undefined);
        await frame.rollback();
        await answer;
        return;
      }
      const work = async (tx: Tx): Promise<void> => {
        await look(tx, ctx);
        if (way === 'fails') await tx.query('select 1/0');
        if (way === 'lost') await tx.query('select pg_terminate_backend(pg_backend_pid())');
      };
      await (n % 3 === 0 ? unitOfWork.write(ctx, work) : unitOfWork.read(ctx, work));
    };
    let next = 0;
    let failed = 0;
    const worker = async (): Promise<void> => {
      while (next < OPERATIONS) {
        const n = next;
        next += 1;
        await operation(n).catch(() => (failed += 1));
      }
    };
    await Promise.all(Array.from({ length: PARALLEL }, worker));
    expect(foreign).toEqual([]);
    expect(answered).toBeGreaterThan(OPERATIONS * 0.8);
    expect(failed).toBeLessThan(OPERATIONS * 0.2);

    // What comes back from the pool is nobody.
    for (let borrowed = 0; borrowed < 6; borrowed += 1) {
      const [row] = await dataSource.query<Claims[]>(CLAIMS);
      expect([row?.uzovi ?? '', row?.sub ?? '', row?.rol]).toEqual(['', '', 'wlz_app']);
    }
    const { rows } = await owner.query(
      `select state from pg_stat_activity where datname = current_database() and usename = 'wlz_app' and state <> 'idle'`,
    );
    expect(rows).toEqual([]);
  }, 1_800_000);
});
