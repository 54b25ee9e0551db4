import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { EmbeddedPostgresError } from './errors.js';

/** The preferred port when it is free; else one below the range that systems hand out by themselves. */
export async function choosePort(preferred = 0): Promise<number> {
  for (const port of [preferred, ...Array.from({ length: 50 }, () => randomInt(20_000, 30_000))]) {
    if (port > 0 && (await isFree(port))) return port;
  }
  throw new EmbeddedPostgresError('Er is geen vrije poort gevonden voor PostgreSQL.');
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
