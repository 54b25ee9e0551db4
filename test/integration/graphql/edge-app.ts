import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pino from 'pino';
import { CONFIG, loadConfig, type Config } from '../../../src/config/index.js';
import { issueDevelopmentToken, ToegangModule } from '../../../src/modules/toegang/index.js';
import { CLOCK, FixedDayClock } from '../../../src/platform/clock/index.js';
import { DatabaseModule } from '../../../src/platform/database/index.js';
import {
  createHttpAdapter,
  GraphqlModule,
  type GraphqlModuleOptions,
  type HttpServerSettings,
} from '../../../src/platform/graphql/index.js';
import { HealthModule } from '../../../src/platform/health/index.js';
import { LOG } from '../../../src/platform/logging/index.js';
import { createTestDatabase } from '../../support/database.js';
import { PlaygroundResolver } from './playground.resolver.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly {
      readonly message: string;
      readonly extensions: {
        readonly code: string;
        readonly pad?: readonly string[];
        readonly regel?: string;
      };
    }[];
  };
}

export interface EdgeApp {
  readonly url: string;
  readonly config: Config;
  readonly nest: NestFastifyApplication;
  readonly databaseUrl: string;
  /** The header of who {@link ask} asks as. */
  readonly authorization: string;
  /** Everything the technical log wrote, as text. */
  readonly logged: () => string;
  /** Asks as an employee of zorgkantoor 5516, unless the headers say otherwise. */
  ask(body: unknown, headers?: Record<string, string>): Promise<Answer>;
  send(path: string, init: RequestInit): Promise<Answer>;
  close(): Promise<void>;
}

export interface EdgeAppOptions {
  readonly development?: boolean;
  readonly resolvers?: readonly Type[];
  readonly databaseUrl?: string;
  readonly http?: HttpServerSettings;
  readonly graphql?: Partial<GraphqlModuleOptions>;
  /** With an issuer among them, tokens come from there alone. */
  readonly settings?: NodeJS.ProcessEnv;
}

@Global()
@Module({})
class TestSurroundings {
  static with(config: Config, log: pino.Logger): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: CLOCK, useValue: new FixedDayClock('2026-11-01') },
      { provide: LOG, useValue: log },
    ];
    return { module: TestSurroundings, providers, exports: providers };
  }
}

@Module({})
class EdgeTestModule {}

/** The edge with nothing behind it but a few resolvers of its own, over real HTTP, on a real database. */
export async function startEdgeApp(options: EdgeAppOptions = {}): Promise<EdgeApp> {
  const { development = true, resolvers = [PlaygroundResolver] } = options;
  const dataFolder = await mkdtemp(join(tmpdir(), 'wlz-edge-'));
  const database = options.databaseUrl === undefined ? await createTestDatabase() : null;
  const databaseUrl = options.databaseUrl ?? database?.url ?? '';
  const plain = { NODE_ENV: 'test', WLZ_DATA: dataFolder };
  const config = loadConfig({ ...plain, ...options.settings });
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line) => lines.push(line) });
  const nest = await NestFactory.create<NestFastifyApplication>(
    {
      module: EdgeTestModule,
      imports: [
        TestSurroundings.with(config, log),
        DatabaseModule.forUrl(databaseUrl, []),
        HealthModule,
        GraphqlModule.register({
          development,
          schemaFile: null,
          imports: [ToegangModule],
          ...options.graphql,
        }),
      ],
      providers: [...resolvers],
    },
    createHttpAdapter(options.http),
    { logger: false, abortOnError: false },
  );
  await nest.listen(0, '127.0.0.1');
  const url = await nest.getUrl();
  const token = await issueDevelopmentToken(loadConfig(plain), {
    sub: 'tester',
    rollen: ['ZORGKANTOOR'],
    uzovi: ['5516'],
    agb: null,
  });
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(`${url}${path}`, init);
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    const body = (isJson ? JSON.parse(text) : {}) as Answer['body'];
    return { status: response.status, headers: response.headers, text, body };
  };
  return {
    url,
    config,
    nest,
    databaseUrl,
    authorization: `Bearer ${token}`,
    logged: () => lines.join(''),
    send,
    ask: (body, headers = {}) =>
      send('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    close: async () => {
      await nest.close();
      await database?.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
