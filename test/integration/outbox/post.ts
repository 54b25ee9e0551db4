import pg from 'pg';
import { processContext, type RequestContext } from '../../../src/platform/context/index.js';
import { createDataSource, UnitOfWork, type Tx } from '../../../src/platform/database/index.js';
import { Outbox } from '../../../src/platform/outbox/index.js';
import { createTestDatabase } from '../../support/database.js';
import { HandClock } from '../scheduling/instances.js';

/** A database to post messages in. */
export interface Post {
  readonly url: string;
  readonly clock: HandClock;
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Outbox;
  context(): RequestContext;
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** As the owner of the database. */
  sql<Row extends object>(text: string, params?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export async function openPost(): Promise<Post> {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  const dataSource = await createDataSource({ url: database.url }).initialize();
  const unitOfWork = new UnitOfWork(dataSource);
  const clock = new HandClock('2026-11-01T08:00:00.000Z');
  const context = (): RequestContext => processContext(clock, 'proef', 'proef');
  return {
    url: database.url,
    clock,
    unitOfWork,
    outbox: new Outbox(),
    context,
    write: (work) => unitOfWork.write(context(), work),
    sql: async <Row extends object>(text: string, params: readonly unknown[] = []) =>
      (await client.query<Row>(text, [...params])).rows,
    close: async () => {
      await dataSource.destroy();
      await client.end();
      await database.drop();
    },
  };
}
