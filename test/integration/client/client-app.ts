import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import pino from 'pino';
import { CONFIG, loadConfig, type Config } from '../../../src/config/index.js';
import {
  ClientEntity,
  ClientModule,
  ContactgegevensEntity,
  ContactpersoonEntity,
} from '../../../src/modules/client/index.js';
import { CodelijstModule } from '../../../src/modules/codelijst/index.js';
import {
  GeindiceerdZorgzwaartepakketEntity,
  GrondslagEntity,
  IndicatieEntity,
  IndicatieModule,
  WzdEntity,
} from '../../../src/modules/indicatie/index.js';
import { issueDevelopmentToken, ToegangModule } from '../../../src/modules/toegang/index.js';
import { CLOCK, FixedDayClock } from '../../../src/platform/clock/index.js';
import { processContext } from '../../../src/platform/context/index.js';
import { DatabaseModule, UnitOfWork } from '../../../src/platform/database/index.js';
import { EventsModule } from '../../../src/platform/events/index.js';
import { createHttpAdapter, GraphqlModule } from '../../../src/platform/graphql/index.js';
import { LOG } from '../../../src/platform/logging/index.js';
import { createTestDatabase } from '../../support/database.js';

export const TODAY = '2026-11-01';

export interface Answer {
  readonly status: number;
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

/** Clients and indications over real HTTP, without the modules that build on them. */
export interface ClientApp {
  readonly nest: NestFastifyApplication;
  readonly unitOfWork: UnitOfWork;
  /** A context as imports have it. */
  readonly proces: ReturnType<typeof processContext>;
  readonly medewerker: (...uzovi: string[]) => Promise<string>;
  readonly zorgaanbieder: (agb: string) => Promise<string>;
  readonly ask: (token: string, query: string, variables?: Record<string, unknown>) => Promise<Answer>;
  /** SQL past every rule of ours, to plant and to inspect. */
  readonly sql: <Row extends pg.QueryResultRow>(text: string, params?: unknown[]) => Promise<Row[]>;
  readonly close: () => Promise<void>;
}

const ENTITIES = [
  ClientEntity,
  ContactpersoonEntity,
  ContactgegevensEntity,
  IndicatieEntity,
  GrondslagEntity,
  GeindiceerdZorgzwaartepakketEntity,
  WzdEntity,
];

@Global()
@Module({})
class TestSurroundings {
  static with(config: Config): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: CLOCK, useValue: new FixedDayClock(TODAY) },
      { provide: LOG, useValue: pino({ level: 'silent' }) },
    ];
    return { module: TestSurroundings, providers, exports: providers };
  }
}

@Module({})
class ClientTestModule {}

export async function startClientApp(): Promise<ClientApp> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'wlz-client-'));
  const config = loadConfig({ NODE_ENV: 'test', WLZ_DATA: folder });
  const nest = await NestFactory.create<NestFastifyApplication>(
    {
      module: ClientTestModule,
      imports: [
        TestSurroundings.with(config),
        DatabaseModule.forUrl(database.url, ENTITIES),
        EventsModule,
        CodelijstModule,
        ClientModule,
        IndicatieModule,
        GraphqlModule.register({ development: true, schemaFile: null, imports: [ToegangModule] }),
      ],
    },
    createHttpAdapter(),
    { logger: false, abortOnError: false },
  );
  await nest.listen(0, '127.0.0.1');
  const url = `${await nest.getUrl()}/graphql`;
  const inspector = new pg.Client({ connectionString: database.superuserUrl });
  await inspector.connect();
  return {
    nest,
    unitOfWork: nest.get(UnitOfWork, { strict: false }),
    proces: processContext(new FixedDayClock(TODAY), 'proef', 'import indicaties'),
    medewerker: (...uzovi) =>
      issueDevelopmentToken(config, { sub: 'medewerker', rollen: ['ZORGKANTOOR'], uzovi, agb: null }),
    zorgaanbieder: (agb) =>
      issueDevelopmentToken(config, { sub: 'aanbieder', rollen: ['ZORGAANBIEDER'], uzovi: [], agb }),
    ask: (token, query, variables = {}) => ask(url, token, query, variables),
    sql: async <Row extends pg.QueryResultRow>(text: string, params: unknown[] = []) =>
      (await inspector.query<Row>(text, params)).rows,
    close: async () => {
      await inspector.end();
      await nest.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function ask(
  url: string,
  token: string,
  query: string,
  variables: Record<string, unknown>,
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as { data?: Answer['data']; errors?: Answer['errors'] };
  return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
}
