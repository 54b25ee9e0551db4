import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { request, type RequestOptions } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { maakCertificaat } from '../support/certificaat.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startServerProcess, type ServerProcess } from '../support/server-process.js';

const OURS = maakCertificaat();
const ANOTHER = maakCertificaat();

let folder: string;
let database: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wlz-regie-tls-'));
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** The names of files with this certificate and this key, as settings. */
async function files(certificaat: string, sleutel: string): Promise<NodeJS.ProcessEnv> {
  const names = {
    TLS_CERTIFICAAT_FILE: join(folder, 'certificaat'),
    TLS_SLEUTEL_FILE: join(folder, 'sleutel'),
  };
  await writeFile(names.TLS_CERTIFICAAT_FILE, certificaat);
  await writeFile(names.TLS_SLEUTEL_FILE, sleutel, { mode: 0o600 });
  return names;
}

async function start(settings: NodeJS.ProcessEnv): Promise<ServerProcess> {
  return startServerProcess({
    ...(await files(OURS.certificaat, OURS.sleutel)),
    DATABASE_URL: database.url,
    DATABASE_BEHEER_URL: database.superuserUrl,
    WLZ_DATA: folder,
    WLZ_DEMO: 'off',
    ...settings,
  });
}

interface Heard {
  readonly status: number | undefined;
  readonly protocol: string | null;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

/** A question over TLS by somebody who trusts this one certificate, and may be choosy. */
async function ask(server: ServerProcess, choosy: RequestOptions = {}): Promise<Heard> {
  const sent = request({
    host: '127.0.0.1',
    port: server.port,
    path: '/gezond',
    ca: OURS.certificaat,
    ...choosy,
  });
  sent.end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const protocol = (answer.socket as TLSSocket).getProtocol();
  return { status: answer.statusCode, protocol, headers: answer.headers, body: await text(answer) };
}

/** Security level 0: this client itself would take anything. */
const OLD = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' } as const;

describe('a server with a certificate of its own', () => {
  let server: ServerProcess | undefined;

  afterAll(() => server?.stop());

  it('answers over https, says so when it starts, and tells browsers to stay with it', async () => {
    server = await start({});
    expect(server.url).toMatch(/^https:/);
    const heard = await ask(server);
    expect([heard.status, heard.protocol]).toEqual([200, 'TLSv1.3']);
    expect(heard.headers['strict-transport-security']).toContain('max-age=31536000');
    expect((await ask(server, { maxVersion: 'TLSv1.2' })).protocol).toBe('TLSv1.2');
    await expect(fetch(server.url.replace('https:', 'http:'))).rejects.toThrow();
  });

  it('refuses what is older than TLS 1.2, and secrets that are not made anew each time', async () => {
    if (server === undefined) throw new Error('the server did not start');
    await expect(ask(server, OLD)).rejects.toThrow('alert protocol version');
    const chained = { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA:@SECLEVEL=0' } as const;
    await expect(ask(server, chained)).rejects.toThrow('handshake failure');
  });

  it('takes TLS 1.3 only when it is told to', async () => {
    const strict = await start({ TLS_MINIMUM: 'TLSv1.3' });
    try {
      expect((await ask(strict)).protocol).toBe('TLSv1.3');
      await expect(ask(strict, { maxVersion: 'TLSv1.2' })).rejects.toThrow('alert protocol version');
    } finally {
      await strict.stop();
    }
  });
});

describe('a certificate that cannot be used', () => {
  it.each([
    [
      'is not there',
      { TLS_CERTIFICAAT_FILE: '/bestaat/niet' },
      'Het bestand van TLS_CERTIFICAAT_FILE kan niet',
    ],
    ['has the key of another', { sleutel: ANOTHER.sleutel }, 'de sleutel die bij het eerste certificaat'],
  ])('because it %s stops the start with a sentence', async (_what, wrong, sentence) => {
    const { sleutel = OURS.sleutel, ...names }: NodeJS.Dict<string> = wrong;
    const child = spawn(process.execPath, ['bin/run.mjs', 'start'], {
      env: {
        PATH: process.env.PATH,
        WLZ_DATA: folder,
        ...(await files(OURS.certificaat, sleutel)),
        ...names,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const [complaint] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect(child.exitCode).toBe(1);
    expect(complaint).toContain(sentence);
  });
});
