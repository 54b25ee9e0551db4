import pg from 'pg';
import { processContext, type RequestContext } from '../../../src/platform/context/index.js';
import { createDataSource, UnitOfWork, type Tx } from '../../../src/platform/database/index.js';
import { createLog } from '../../../src/platform/logging/index.js';
import { Geheimen, Outbox, Relay } from '../../../src/platform/outbox/index.js';
import { Taakrunner } from '../../../src/platform/scheduling/index.js';
import { createTestDatabase } from '../../support/database.js';
import { openOntvanger, type Ontvanger } from '../../support/ontvanger.js';
import { HandClock } from '../scheduling/instances.js';

/** A database to post messages in. */
export interface Post {
  readonly url: string;
  readonly clock: HandClock;
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Outbox;
  readonly geheimen: Geheimen;
  context(): RequestContext;
  /** A provider with a webhook that works. */
  ontvanger(agb: string): Promise<Ontvanger>;
  /** Lets the relay run once; gives its result. */
  bezorg(): Promise<Readonly<Record<string, string | number>>>;
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
  const geheimen = new Geheimen({
    production: false,
    dataFolder: '',
    WEBHOOK_SLEUTEL: Buffer.alloc(32, 7).toString('base64'),
  });
  const open: Ontvanger[] = [];
  const log = createLog('silent');
  const relay = new Relay(geheimen, clock, { production: false }, log);
  const runner = new Taakrunner(unitOfWork, clock, log);
  const context = (): RequestContext => processContext(clock, 'proef', 'proef');
  return {
    url: database.url,
    clock,
    unitOfWork,
    outbox: new Outbox(),
    geheimen,
    ontvanger: async (agb) => {
      const geheim = geheimen.nieuw();
      const ontvanger = await openOntvanger(geheim);
      open.push(ontvanger);
      await client.query(
        `insert into zorgaanbieder (agb, naam, zorgkantoor, sectoren, leveringsvormen, geregistreerd_op, geregistreerd_door)
         values ($1, $1, '5516', '{}', '{}', now(), 'proef')`,
        [agb],
      );
      await client.query(
        `insert into webhook (ontvanger, url, actief, geregistreerd_op, geregistreerd_door)
         values ($1, $2, true, now(), 'proef')`,
        [agb, ontvanger.url],
      );
      await client.query(
        `insert into webhook_geheim (ontvanger, geheim, aangemaakt_op) values ($1, $2, now())`,
        [agb, await geheimen.versleutel(agb, geheim)],
      );
      return ontvanger;
    },
    bezorg: () => runner.runDag(relay.taak, clock.today()),
    context,
    write: (work) => unitOfWork.write(context(), work),
    sql: async <Row extends object>(text: string, params: readonly unknown[] = []) =>
      (await client.query<Row>(text, [...params])).rows,
    close: async () => {
      for (const ontvanger of open) await ontvanger.close();
      await dataSource.destroy();
      await client.end();
      await database.drop();
    },
  };
}
