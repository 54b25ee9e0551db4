import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { HealthController } from './platform/health/index.js';

/** Who has no answer by then is not going to get one. */
const LONGEST_GOODBYE_MS = 10_000;

export interface Goodbye {
  readonly app: NestFastifyApplication;
  /** How long the server goes on working, not ready, so that whoever spreads the requests sends them elsewhere. */
  readonly noticeMs: number;
  readonly closeDatabase: () => Promise<void>;
  readonly onProgress: (text: string) => void;
}

/**
 * On SIGTERM or SIGINT: first no longer ready, then no new requests, then the end of the running ones, then the pool, then
 * the database. Exit code 0 when all of that went well.
 */
export function stopOnSignal(goodbye: Goodbye): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void leave(goodbye).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function leave({ app, noticeMs, closeDatabase, onProgress }: Goodbye): Promise<void> {
  onProgress('Wlz-regie stopt …');
  app.get(HealthController, { strict: false }).giveNotice();
  await pause(noticeMs);
  const lines = app.getHttpServer();
  setTimeout(() => lines.closeAllConnections(), LONGEST_GOODBYE_MS).unref();
  await app.close();
  await closeDatabase();
}
