import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { loadConfig } from '../../../src/config/index.js';
import { ContactmomentService, Verplichtingenboek } from '../../../src/modules/contactbewaking/index.js';
import { FixedDayClock, type Clock, type Day } from '../../../src/platform/clock/index.js';
import type { Actor, RequestContext } from '../../../src/platform/context/index.js';
import { UnitOfWork, type Tx } from '../../../src/platform/database/index.js';
import { DomainError } from '../../../src/platform/errors/index.js';
import { createLog } from '../../../src/platform/logging/index.js';
import { RegisterModule } from '../../../src/register.module.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { Planter } from './planter.js';

export const TODAY: Day = '2026-11-01';

/** Providers that every register of these tests knows. */
export const LINDE = '99000001';
export const BEUK = '99000002';
export const THUIS = '99000004';

/** A register of its own for one test file. */
export interface Register {
  readonly app: INestApplicationContext;
  readonly database: TestDatabase;
  readonly contacten: ContactmomentService;
  readonly plant: Planter;
  read<T>(ctx: RequestContext, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** As the owner of the tables, past every frame: to plant and to inspect. */
  sql<Row>(text: string, params?: readonly unknown[]): Promise<Row[]>;
  /** Brings the ledger up to date with what was changed past the use cases. @returns how many obligations differed */
  follow(): Promise<number>;
  /** Another instance of the program on the same database. */
  another(clock?: Clock): Promise<INestApplicationContext>;
  close(): Promise<void>;
}

export async function openRegister(clock: Clock = new FixedDayClock(TODAY)): Promise<Register> {
  const database = await createTestDatabase();
  const owner = new pg.Client({ connectionString: database.superuserUrl });
  await owner.connect();
  const sql = async <Row>(text: string, params: readonly unknown[] = []): Promise<Row[]> =>
    (await owner.query(text, [...params])).rows as Row[];
  const apps: INestApplicationContext[] = [];
  const start = async (at: Clock): Promise<INestApplicationContext> => {
    const config = loadConfig({ NODE_ENV: 'test', DATABASE_URL: database.url, LOG_LEVEL: 'silent' });
    const surroundings = { config, clock: at, log: createLog('silent'), databaseUrl: database.url };
    const app = await NestFactory.createApplicationContext(RegisterModule.with(surroundings), {
      logger: false,
      abortOnError: false,
    });
    apps.push(app);
    return app;
  };
  const app = await start(clock);
  const unitOfWork = app.get(UnitOfWork, { strict: false });
  const follow = (): Promise<number> => followAll(app, owner, clock.today());
  const plant = new Planter(sql, follow);
  await plant.zorgaanbieders([LINDE, BEUK, THUIS]);
  return {
    app,
    database,
    contacten: app.get(ContactmomentService, { strict: false }),
    plant,
    read: (ctx, work) => unitOfWork.read(ctx, work),
    sql,
    follow,
    another: (at = clock) => start(at),
    close: async () => {
      for (const each of apps) await each.close();
      await owner.end();
      await database.drop();
    },
  };
}

/** Brings the ledger up to date with what was changed past the use cases. */
export async function followAll(
  app: INestApplicationContext,
  owner: pg.Client,
  today: Day = TODAY,
): Promise<number> {
  const { rows } = await owner.query<{ id: string }>('select bemiddeling_id as id from bemiddeling');
  const ctx = systeem(today);
  const ids = rows.map(({ id }) => id);
  return app
    .get(UnitOfWork, { strict: false })
    .write(ctx, (tx) => app.get(Verplichtingenboek, { strict: false }).bijwerken(ctx, tx, ids));
}

function context(actor: Partial<Actor> & Pick<Actor, 'rol'>, today: Day): RequestContext {
  return {
    actor: { sub: 'proef', rollen: [actor.rol], uzovi: [], agb: null, ...actor },
    requestId: randomUUID(),
    operatie: 'proef',
    now: `${today}T08:00:00.000Z`,
    today,
  };
}

export const zorgkantoor = (...uzovi: string[]): RequestContext =>
  context({ rol: 'ZORGKANTOOR', uzovi }, TODAY);
export const zorgaanbieder = (agb: string, today = TODAY): RequestContext =>
  context({ rol: 'ZORGAANBIEDER', agb, sub: `proef-${agb}` }, today);
export const systeem = (today = TODAY): RequestContext => context({ rol: 'SYSTEEM' }, today);

/** What a refused use case says: code, rule and field; null when it was not refused. */
export async function refusalOf(
  work: Promise<unknown>,
): Promise<{ code: string; regel: string | null; bron: string | null; pad: string } | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, regel: error.regel, bron: error.bron, pad: error.pad.join('.') };
  }
}
