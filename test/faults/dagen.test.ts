import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const run = promisify(execFile);

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

interface Printed {
  readonly days: string[];
  readonly rows: { dag: string; terug: string; moment: string }[];
  readonly written: { dag: string; moment: string };
}

describe('F21: a day is the same day everywhere', () => {
  it('goes to the database and back unchanged in four time zones', async () => {
    const zones = ['Europe/Amsterdam', 'UTC', 'America/New_York', 'Pacific/Kiritimati'];
    const printed = await Promise.all(
      zones.map(async (zone) => {
        const { stdout } = await run(
          process.execPath,
          ['--import', '@swc-node/register/esm-register', 'test/faults/dagen.ts', database.url],
          { env: { ...process.env, NODE_OPTIONS: '', TZ: zone } },
        );
        return JSON.parse(stdout) as Printed;
      }),
    );
    for (const { days, rows, written } of printed) {
      expect(rows).toEqual(days.map((dag) => ({ dag, terug: dag, moment: `${dag}T00:30:00.000Z` })));
      expect(written).toEqual({ dag: '2026-03-29', moment: '2026-03-29T00:30:00.123Z' });
    }
  });
});
