import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrations } from '../../../migrations/index.js';
import { openDatabase } from '../../../src/platform/database/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { createEmptyDatabase } from '../../support/leeg.js';
import { deedsIn, rowsBesideLog, rowsOf, run, sql, type Said } from './drill.js';

const KEY = Buffer.alloc(32, 7).toString('base64');
const OTHER_KEY = Buffer.alloc(32, 8).toString('base64');

let source: TestDatabase;
let target: TestDatabase;
let folder: string;
let file: string;
let bytes: Buffer;

beforeAll(async () => {
  source = await createTestDatabase();
  target = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'wlz-regie-weigering-'));
  file = join(folder, 'register.wlz');
  await sql(source, addProvider(1));
  expect(await run('backup', source, ['--out', file])).toMatchObject({ code: 0 });
  bytes = await readFile(file);
});

afterAll(async () => {
  await source.drop();
  await target.drop();
  await rm(folder, { recursive: true, force: true });
});

function addProvider(number: number): string {
  return `insert into zorgaanbieder (agb, naam, zorgkantoor, sectoren, leveringsvormen, geregistreerd_op, geregistreerd_door)
    values ('9900${String(number).padStart(4, '0')}', E'Huis\\t\\\\"${number}"\\nZoë', '5517', '{VV}', '{4}', now(), 'proef')`;
}

function addLocation(number: number): string {
  const agb = `9900${String(number).padStart(4, '0')}`;
  return `insert into locatie (locatie_id, agb, naam, plaatsnaam, postcode, capaciteit, geregistreerd_op, geregistreerd_door)
    values (gen_random_uuid(), '${agb}', 'Hoofdhuis', 'Assen', '9401AA', 4, now(), 'proef')`;
}

async function restoring(content: Buffer, settings: Record<string, string> = {}): Promise<Said> {
  const copy = join(folder, 'kopie.wlz');
  await writeFile(copy, content);
  return run('restore', target, [copy], settings);
}

describe('a file that is not what was written', () => {
  it.each([
    ['ends early', () => bytes.subarray(0, bytes.length - 40)],
    ['was cut in the middle', () => bytes.subarray(0, Math.trunc(bytes.length / 2))],
    [
      'has one other byte',
      () =>
        Buffer.concat([
          bytes.subarray(0, 5_000),
          Buffer.of(0xff ^ (bytes[5_000] ?? 0)),
          bytes.subarray(5_001),
        ]),
    ],
    ['is something else', () => Buffer.from('select 1;\n'.repeat(100))],
    ['is empty', () => Buffer.alloc(0)],
  ])('is refused before anything is touched: it %s', async (_what, content) => {
    const before = await rowsOf(target);
    const { code, told } = await restoring(content());
    expect(code).toBe(1);
    expect(told).toMatch(/back-up/);
    expect(await rowsOf(target)).toEqual(before);
  });

  it('an encrypted one opens with its key alone', async () => {
    const sealed = join(folder, 'versleuteld.wlz');
    const made = await run('backup', source, ['--out', sealed], { WLZ_BACKUPSLEUTEL: KEY });
    expect(made).toMatchObject({ code: 0, result: { versleuteld: true } });
    const content = await readFile(sealed);
    expect((await restoring(content)).told).toContain('Deze back-up is versleuteld');
    expect((await restoring(content, { WLZ_BACKUPSLEUTEL: OTHER_KEY })).code).toBe(1);
    const altered = Buffer.from(content);
    altered.writeUInt8(altered.readUInt8(4_000) ^ 1, 4_000);
    expect((await restoring(altered, { WLZ_BACKUPSLEUTEL: KEY })).code).toBe(1);
    const empty = await createEmptyDatabase();
    try {
      expect(await run('restore', empty, [sealed], { WLZ_BACKUPSLEUTEL: KEY })).toMatchObject({ code: 0 });
      expect(await rowsBesideLog(empty)).toEqual(await rowsBesideLog(source));
    } finally {
      await empty.drop();
    }
  });

  it('in production no backup is made without a key', async () => {
    const production = {
      NODE_ENV: 'production',
      WLZ_VANDAAG: '',
      AUTH_ISSUER: 'https://id.example',
      AUTH_AUDIENCE: 'wlz',
      AUTH_JWKS_URL: 'https://id.example/keys',
    };
    const { code, told } = await run('backup', source, ['--out', join(folder, 'open.wlz')], production);
    expect(code).toBe(1);
    expect(told).toContain('WLZ_BACKUPSLEUTEL');
    const forced = await run('restore', target, [file, '--force'], production);
    expect(forced).toMatchObject({ code: 1, told: expect.stringContaining('In productie') as unknown });
  });
});

describe('a database that is not empty', () => {
  it('stays as it is; with --force it is replaced as a whole', async () => {
    await sql(target, addProvider(2));
    const before = await rowsOf(target);
    expect((await restoring(bytes)).told).toContain('De database is niet leeg (zorgaanbieder)');
    expect(await rowsOf(target)).toEqual(before);
    expect(await run('restore', target, [file, '--force'])).toMatchObject({ code: 0 });
    const { taakrun: _runs, ...rows } = await rowsBesideLog(target);
    expect(rows).toEqual((({ taakrun: _own, ...own }) => own)(await rowsBesideLog(source)));
  });

  it('a fault on the way leaves it as it was: a policy that the backup does not know', async () => {
    await sql(target, 'create policy proef on zorgaanbieder using (true)');
    const before = await rowsOf(target);
    const { code, told } = await run('restore', target, [file, '--force']);
    expect(code).toBe(1);
    expect(told).toContain('policy zorgaanbieder.proef');
    expect(await rowsOf(target)).toEqual(before);
    await sql(target, 'drop policy proef on zorgaanbieder');
  });

  it('somebody who is at work in it is not overrun', async () => {
    const busy = new pg.Client({ connectionString: target.superuserUrl });
    await busy.connect();
    try {
      await busy.query('begin');
      await busy.query('select from zorgaanbieder for share');
      expect((await run('restore', target, [file, '--force'])).told).toContain('De database is in gebruik');
    } finally {
      await busy.end();
    }
  });
});

describe('a backup', () => {
  it('of an earlier version is put back and then brought up to date', async () => {
    const [old, later] = [await createEmptyDatabase(), await createEmptyDatabase()];
    try {
      const opened = await openDatabase({
        url: old.url,
        adminUrl: old.superuserUrl,
        folder,
        migrations: migrations.slice(0, -1),
        loadReferenceData: () => Promise.resolve(),
      });
      await opened.close();
      await sql(old, addProvider(3));
      const early = join(folder, 'eerder.wlz');
      expect(await run('backup', old, ['--out', early])).toMatchObject({ code: 0 });
      expect(await run('restore', later, [early])).toMatchObject({ code: 0 });
      expect(await sql(later, 'select agb from zorgaanbieder')).toEqual([{ agb: '99000003' }]);
      const applied = await sql(later, 'select name from migrations');
      expect(applied).toHaveLength(migrations.length);
      // And not into a database that is ahead of it.
      expect((await run('restore', target, [early, '--force'])).told).toContain('nieuwer dan de back-up');
    } finally {
      await old.drop();
      await later.drop();
    }
  });

  it('shows one moment, whatever is written while it is made', async () => {
    const busy = new pg.Client({ connectionString: source.superuserUrl });
    await busy.connect();
    const copy = await createEmptyDatabase();
    const during = join(folder, 'tijdens.wlz');
    try {
      const state = { going: true };
      let pairs = 0;
      const making = run('backup', source, ['--out', during]).finally(() => (state.going = false));
      while (state.going) {
        pairs += 1;
        // A provider and its location come together; moments that were mixed would show one without the other.
        await busy.query(`begin; ${addProvider(100 + pairs)}; ${addLocation(100 + pairs)}; commit`);
      }
      expect(await making).toMatchObject({ code: 0 });
      expect(await run('restore', copy, [during])).toMatchObject({ code: 0 });
      const [found] = await sql<{ providers: number; locations: number }>(
        copy,
        `select (select count(*) from zorgaanbieder where agb > '99000100')::int as providers,
           (select count(*) from locatie)::int as locations`,
      );
      expect(found?.locations).toBe(found?.providers);
      expect(found?.providers).toBeLessThanOrEqual(pairs);
    } finally {
      await busy.end();
      await copy.drop();
    }
  });

  it('is not made, and nothing is put back, while the log cannot be written', async () => {
    const unseen = join(folder, 'ongezien.wlz');
    const refusing = (code: string): string => `alter table logregel add constraint ${code} check
      (gebeurtenis <> '${code}') not valid`;
    const allowing = `alter table logregel drop constraint if exists "b10", drop constraint if exists "b20"`;
    const REFUSED = { code: 1, told: expect.stringContaining('het logboek kan niet') as unknown };
    try {
      await sql(source, refusing('B10'));
      expect(await run('backup', source, ['--out', unseen])).toMatchObject(REFUSED);
      await expect(readFile(unseen)).rejects.toMatchObject({ code: 'ENOENT' });
      await sql(source, allowing, refusing('B20'));
      await sql(target, refusing('B20'));
      expect(await run('backup', source, ['--out', unseen])).toMatchObject({ code: 0 });
      const before = await rowsOf(target);
      expect(await run('restore', target, [unseen, '--force'])).toMatchObject(REFUSED);
      expect(await rowsOf(target)).toEqual(before);
    } finally {
      await sql(source, allowing);
      await sql(target, allowing);
    }
  });

  it('that fails says so in the log, after the line of its beginning', async () => {
    const before = (await deedsIn(source)).length;
    expect(await run('backup', source, ['--out', join(folder, 'geen', 'map.wlz')])).toMatchObject({
      code: 1,
    });
    const deeds = (await deedsIn(source)).slice(before);
    expect(deeds.map(({ gebeurtenis, resultaat }) => [gebeurtenis, resultaat])).toEqual([
      ['B10', 1],
      ['B10', 3],
    ]);
  });

  it('is not made by a login that sees a part', async () => {
    const { code, told } = await run('backup', { ...source, superuserUrl: source.url }, [
      '--out',
      join(folder, 'deel.wlz'),
    ]);
    expect(code).toBe(1);
    expect(told).toContain('BYPASSRLS');
  });
});
