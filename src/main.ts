import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { ConfigError, createClock, loadConfig, type Config } from './config/index.js';
import { loadDemoData } from './load-demo-data.js';
import { openRegister } from './open-register.js';
import { RolesMissing } from './platform/database/index.js';
import { createHttpAdapter, type HttpServerSettings } from './platform/graphql/index.js';
import { createLog, nestLogger } from './platform/logging/index.js';
import { Scheduler } from './platform/scheduling/index.js';
import type { Surroundings } from './register.module.js';
import { stopOnSignal } from './stop-on-signal.js';

/** Builds the server on a database that is ready; it does not listen yet. */
export async function createServer(surroundings: Surroundings): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(surroundings),
    createHttpAdapter(httpSettings(surroundings.config)),
    { logger: nestLogger(surroundings.log), abortOnError: false },
  );
  await app.init();
  return app;
}

function httpSettings(config: Config): HttpServerSettings {
  const { TLS_CERTIFICAAT: cert, TLS_SLEUTEL: key, TLS_MINIMUM: minimum } = config;
  const tls = cert === undefined || key === undefined ? null : { cert, key, minimum };
  return { proxies: config.WLZ_PROXIES, tls, httpsOnly: config.production || tls !== null };
}

function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** `npm start`: 1 when it cannot start, with a sentence that says what to do; otherwise runs until it is told to stop. */
export async function main(): Promise<number | undefined> {
  try {
    await run(loadConfig());
    return undefined;
  } catch (error) {
    progress(explain(error));
    return 1;
  }
}

async function run(config: Config): Promise<void> {
  const clock = createClock(config);
  const log = createLog(config.LOG_LEVEL);
  const database = await openRegister(config, progress);
  try {
    const app = await createServer({ config, clock, log, databaseUrl: database.url });
    const noticeMs = 1_000 * config.noticeSeconds;
    stopOnSignal({ app, noticeMs, closeDatabase: () => database.close(), onProgress: progress });
    if (!config.production && config.WLZ_DEMO === 'on') await loadDemoData(app, clock, progress);
    await app.listen(config.PORT, config.HOST);
    app.get(Scheduler, { strict: false }).start();
    process.stdout.write(
      `Wlz-regie luistert op ${await addressOf(app, config)}/graphql (vandaag is ${clock.today()})\n`,
    );
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Nest says http whatever the server under it speaks. */
async function addressOf(app: NestFastifyApplication, config: Config): Promise<string> {
  const address = await app.getUrl();
  return config.TLS_CERTIFICAAT === undefined ? address : address.replace(/^http:/, 'https:');
}

function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof RolesMissing) return error.message;
  if (!(error instanceof Error)) return 'Wlz-regie kon niet starten.';
  if ('code' in error && error.code === 'EADDRINUSE') {
    return 'De poort is al in gebruik. Zet PORT op een andere poort, of stop het andere programma.';
  }
  return `Wlz-regie kon niet starten: ${error.message}`;
}
