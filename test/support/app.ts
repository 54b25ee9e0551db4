import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createClock, loadConfig, type Config } from '../../src/config/index.js';
import { intakeFor, SOORTEN } from '../../src/intakes.js';
import { createServer } from '../../src/main.js';
import { writeDemoData, type DemoDataOptions } from '../../src/modules/demodata/index.js';
import { issueDevelopmentToken } from '../../src/modules/toegang/index.js';
import type { Clock } from '../../src/platform/clock/index.js';
import { processContext } from '../../src/platform/context/index.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import type { DomainError } from '../../src/platform/errors/index.js';
import { runIntake, type IntakeReport } from '../../src/platform/intake/index.js';
import { createLog } from '../../src/platform/logging/index.js';
import { createTestDatabase, type TestDatabase } from './database.js';

export interface GraphqlAnswer<Data> {
  readonly status: number;
  readonly data: Data;
  readonly errors:
    readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[] | undefined;
}

/** The whole program on a database of its own, listening on a port of its own. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly config: Config;
  readonly database: TestDatabase;
  /** Address of `/graphql`. */
  readonly url: string;
  medewerker(uzovi?: readonly string[]): Promise<string>;
  zorgaanbieder(agb: string): Promise<string>;
  graphql<Data = Record<string, unknown>>(
    token: string | null,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<GraphqlAnswer<Data>>;
  /** Takes the five files of a generated register in; gives the reports and what was refused. */
  takeInDemoData(options: DemoDataOptions): Promise<{ reports: IntakeReport[]; refusals: string[] }>;
  close(): Promise<void>;
}

/** @param ownClock instead of a day that stands still, for tests in which days go by */
export async function startTestApp(today = '2026-11-01', ownClock?: Clock): Promise<TestApp> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'wlz-regie-e2e-'));
  const config = loadConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATABASE_URL: database.url,
    DATABASE_BEHEER_URL: database.superuserUrl,
    WLZ_DATA: folder,
    WLZ_VANDAAG: today,
  });
  const clock = ownClock ?? createClock(config);
  const app = await createServer({ config, clock, log: createLog('silent'), databaseUrl: database.url });
  await app.listen(0, '127.0.0.1');
  const url = `${await app.getUrl()}/graphql`;
  const token = (request: Partial<Parameters<typeof issueDevelopmentToken>[1]>): Promise<string> =>
    issueDevelopmentToken(config, {
      sub: 'proef',
      rollen: ['ZORGKANTOOR'],
      uzovi: [],
      agb: null,
      ...request,
    });

  return {
    app,
    config,
    database,
    url,
    medewerker: (uzovi = ['5516', '5517']) => token({ sub: 'proef-medewerker', uzovi }),
    zorgaanbieder: (agb) => token({ sub: `proef-${agb}`, rollen: ['ZORGAANBIEDER'], agb }),
    graphql: (bearer, query, variables = {}) => post(url, bearer, { query, variables }),
    takeInDemoData: async (options) => {
      const files = await mkdtemp(join(tmpdir(), 'wlz-regie-bestanden-'));
      const refusals: string[] = [];
      const reports: IntakeReport[] = [];
      try {
        await writeDemoData(options, files);
        for (const soort of SOORTEN) {
          const text = await readFile(
            join(files, `${soort}.${soort === 'contactmomenten' ? 'csv' : 'json'}`),
            'utf8',
          );
          reports.push(
            await runIntake(
              app.get(UnitOfWork, { strict: false }),
              processContext(clock, 'proef', soort),
              intakeFor(app, soort),
              text,
              {
                dryRun: false,
                bekendOp: 'VASTSTELLING',
                onRefusal: (label: string, { regel, melding }: DomainError) =>
                  refusals.push(`${label} ${regel ?? ''} ${melding}`),
                onProgress: () => undefined,
              },
            ),
          );
        }
      } finally {
        await rm(files, { recursive: true, force: true });
      }
      return { reports, refusals };
    },
    close: async () => {
      await app.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** One GraphQL request over real HTTP. */
export async function post<Data>(
  url: string,
  bearer: string | null,
  body: Record<string, unknown>,
): Promise<GraphqlAnswer<Data>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
    },
    body: JSON.stringify(body),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: GraphqlAnswer<Data>['errors'] };
  return { status: response.status, data, errors };
}
