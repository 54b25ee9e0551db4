import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startServerProcess, type ServerProcess } from '../support/server-process.js';

const run = promisify(execFile);
const NEXT = '--- next block ---';

let database: TestDatabase;
let server: ServerProcess | undefined;
let folder: string;
let environment: NodeJS.ProcessEnv;
let blocks: string[];
let answers: string[];

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'wlz-regie-tour-'));
  environment = {
    DATABASE_URL: database.url,
    DATABASE_BEHEER_URL: database.superuserUrl,
    WLZ_DATA: folder,
    WLZ_VANDAAG: '2026-11-01',
  };
  const started = await startServerProcess(environment);
  server = started;
  const readme = await readFile('README.md', 'utf8');
  blocks = [...readme.matchAll(/```sh\n(.*?)```/gs)].map(([, block = '']) => block);
  const script = blocks
    .map((block) => block.replace('--out wachtlijst.csv', '--out "$WLZ_DATA/wachtlijst.csv"'))
    .join(`\necho '${NEXT}'\n`);
  const { stdout } = await run('sh', ['-euc', script], {
    env: { ...process.env, NODE_OPTIONS: '', ...environment, PORT: String(started.port) },
  });
  answers = stdout.split(NEXT).map((answer) => answer.trim());
});

afterAll(async () => {
  await server?.stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('the tour in the README', () => {
  const answer = (index: number): unknown => JSON.parse(answers[index] ?? '');

  it('shows who waits for whom', () => {
    expect(answers).toHaveLength(blocks.length);
    expect(answer(0)).toMatchObject({
      data: { wachtlijst: { edges: [{ node: { positie: 1 } }, {}, {}, {}, {}] } },
    });
  });

  it('shows who was not contacted in time', () => {
    const { data } = answer(1) as {
      data: { contactverplichtingen: { totalCount: number; edges: { node: { dagenTeLaat: number } }[] } };
    };
    expect(data.contactverplichtingen.totalCount).toBeGreaterThan(0);
    expect(data.contactverplichtingen.edges.every(({ node }) => node.dagenTeLaat > 0)).toBe(true);
  });

  it('records a contact as the dossierhouder', () => {
    expect(answer(2)).toEqual({
      data: { recordContactmoment: { __typename: 'Contactmoment', datum: '2026-11-01', met: 'CLIENT' } },
    });
  });

  it('refuses a contact in the future and names the rule', () => {
    expect(answer(3)).toMatchObject({
      data: { recordContactmoment: { code: 'REGEL_GESCHONDEN', regel: 'C1', pad: ['datum'] } },
    });
  });

  it('flags what is overdue and writes the list for a spreadsheet', async () => {
    const [job = '', file = ''] = (answers[4] ?? '').split('\n');
    expect(JSON.parse(job)).toMatchObject({ taak: 'contactbewaking', datum: '2026-11-01' });
    expect(JSON.parse(file)).toMatchObject({ soort: 'wachtlijst' });
    const lines = (await readFile(join(folder, 'wachtlijst.csv'), 'utf8')).trim().split('\n');
    expect(lines.length).toBeGreaterThan(10);
  });

  it('explains why the first comes before the second', () => {
    const explained = answers.find((text) => text.includes('verklaarVolgorde')) ?? '';
    expect(JSON.parse(explained)).toMatchObject({
      data: { verklaarVolgorde: { tekst: expect.stringMatching(/^A gaat voor B\. /) } },
    });
  });
});
