import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SCHEMA } from '../../src/platform/backup/index.js';
import { Proef, TODAY } from '../faults/proef.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startServerProcess, type ServerProcess } from '../support/server-process.js';
import { vorigeUitgave, type Uitgave } from './vorige-uitgave.js';

/** What a version brings along and loads at its start. */
const REFERENCE = [
  'codelijst_waarde',
  'wachtstatus_classificatie',
  'zorgprofiel',
  'contactnorm',
  'kalenderdag',
];

let database: TestDatabase;
let folder: string;
let environment: NodeJS.ProcessEnv;
let vorige: Uitgave;
let own: ServerProcess;
let proef: Proef;

beforeAll(async () => {
  vorige = await vorigeUitgave();
  process.stderr.write(`De vorige uitgave is ${vorige.commit}.\n`);
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'wlz-regie-twee-'));
  environment = {
    DATABASE_URL: database.url,
    DATABASE_BEHEER_URL: database.superuserUrl,
    WLZ_DATA: folder,
    WLZ_VANDAAG: TODAY,
  };
  own = await startServerProcess(environment);
  proef = await Proef.open(environment, database.superuserUrl);
});

afterAll(async () => {
  await own.stop();
  await proef.close();
  await database.drop();
  await vorige.remove();
  await rm(folder, { recursive: true, force: true });
});

/** Everything that is not a register's data: tables, migrations, and what came along with the version. */
async function state(): Promise<unknown> {
  const contents = REFERENCE.map((table) => `select '${table}' as tabel, to_jsonb(t) as rij from ${table} t`);
  const [schema, migrations, reference] = await Promise.all([
    proef.owner.query(SCHEMA),
    proef.owner.query('select name from migrations order by 1'),
    proef.owner.query(`${contents.join(' union all ')} order by 1, 2`),
  ]);
  return { schema: schema.rows, migrations: migrations.rows, reference: reference.rows };
}

async function worksOn(server: ServerProcess): Promise<string> {
  expect(await proef.health(server, 'gezond')).toBe(200);
  expect(await proef.health(server, 'gereed')).toBe(200);
  const list = await proef.list(server);
  expect(list.status).toBe(200);
  expect(list.text).toContain('clientID');
  const recorded = await proef.contact(server);
  expect(recorded).toMatchObject({ status: 200, id: expect.any(String) as unknown });
  return recorded.id ?? '';
}

describe('F24: the version before this one, on the tables of this one', () => {
  it('starts beside it without migrating, works, and leaves tables and code lists as they are', async () => {
    const before = await state();
    const other = await startServerProcess(environment, vorige.launcher);
    try {
      const recorded = [await worksOn(other), await worksOn(own), await worksOn(other)];
      expect(await proef.findings(recorded)).toEqual({ lost: 0, unlogged: 0, double: 0 });
      expect(await state()).toEqual(before);
    } finally {
      await other.stop();
    }
    // And this version goes on where that one wrote.
    await own.stop();
    own = await startServerProcess(environment);
    await worksOn(own);
    expect(await state()).toEqual(before);
  });
});
