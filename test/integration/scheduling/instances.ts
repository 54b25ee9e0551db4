import pg from 'pg';
import type { DataSource } from 'typeorm';
import {
  AMSTERDAM,
  dayInAmsterdam,
  type Clock,
  type Day,
  type Instant,
} from '../../../src/platform/clock/index.js';
import { createDataSource, UnitOfWork } from '../../../src/platform/database/index.js';
import { createLog } from '../../../src/platform/logging/index.js';
import { Taakrunner, type Taak } from '../../../src/platform/scheduling/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

/** A clock that stands still until the test moves it. */
export class HandClock implements Clock {
  constructor(
    public nu: Instant,
    readonly dayIsFixed = false,
  ) {}

  now(): Instant {
    return this.nu;
  }

  today(): Day {
    return dayInAmsterdam(this.nu);
  }
}

export interface Instance {
  readonly runner: Taakrunner;
  readonly dataSource: DataSource;
}

/** A database with a table for what the tasks of these tests do, and instances of the program beside each other. */
export interface Ground {
  readonly client: pg.Client;
  instance(clock: Clock, leaseSeconds?: number): Promise<Instance>;
  /** The days that were worked, in the order of the work. */
  worked(): Promise<Day[]>;
  /** The planned moments that were claimed and finished, with their result. */
  finished(): Promise<{ gepland: string; resultaat: unknown }[]>;
  sql<Row extends object>(text: string): Promise<Row[]>;
  /** Every run, in the order of their moments. */
  runs(): Promise<Record<string, unknown>[]>;
  /** The pause of a failed run, and the lease of one that died, are over. */
  patience(): Promise<void>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

export async function openGround(): Promise<Ground> {
  const database: TestDatabase = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.superuserUrl });
  const opened: DataSource[] = [];
  await client.connect();
  await client.query(`create table werk (volgnummer bigint generated always as identity, dag date not null)`);
  await client.query('grant select, insert on werk to wlz_schrijver');
  return {
    client,
    instance: async (clock, leaseSeconds = 60) => {
      const dataSource = createDataSource({ url: database.url });
      opened.push(await dataSource.initialize());
      return {
        dataSource,
        runner: new Taakrunner(new UnitOfWork(dataSource), clock, createLog('silent'), leaseSeconds),
      };
    },
    worked: async () => {
      const { rows } = await client.query<{ dag: Day }>('select dag::text from werk order by volgnummer');
      return rows.map(({ dag }) => dag);
    },
    finished: async () => {
      const { rows } = await client.query<{ gepland: string; resultaat: unknown }>(
        `select to_char(gepland_op, 'YYYY-MM-DD HH24:MI') as gepland, resultaat from taakrun
         where klaar_op is not null and soort = 'GEPLAND' order by gepland_op`,
      );
      return rows;
    },
    sql: async <Row extends object>(text: string) => (await client.query<Row>(text)).rows,
    runs: async () =>
      (
        await client.query<Record<string, unknown>>(
          `select status, fence, pogingen, gedaan, totaal, fout, resultaat from taakrun order by gepland_op, taakrun_id`,
        )
      ).rows,
    patience: async () => {
      await client.query(`update taakrun set opnieuw_vanaf = null where status = 'WACHT'`);
      await client.query(`update taakrun set lease_tot = clock_timestamp() where status = 'LOOPT'`);
    },
    clear: async () => {
      await client.query('truncate taakrun');
      await client.query('truncate werk');
    },
    close: async () => {
      for (const dataSource of opened) await dataSource.destroy();
      await client.end();
      await database.drop();
    },
  };
}

/** Writes down the day it works, after `before`. */
export function dagwerk(before: () => Promise<void> = () => Promise.resolve()): Taak {
  return {
    id: 'dagwerk',
    omschrijving: 'Schrijft op welke dag het werkte.',
    schema: { cron: '0 6 * * *', zone: AMSTERDAM },
    run: async (run) => {
      await run.batch(async (tx) => {
        await tx.query('insert into werk (dag) values ($1)', [run.ctx.today]);
        await before();
        await tx.query('select 1');
        return {};
      });
      return { dag: run.ctx.today };
    },
  };
}
