import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** The file is no backup, is damaged, or the key does not fit. The message is for people. */
export class BackupUnusable extends Error {}

/** What a backup is made of: descriptions as JSON, and pieces of tables. */
export type Part =
  { readonly soort: 'JSON'; readonly json: unknown } | { readonly soort: 'DATA'; readonly data: Buffer };

const MAGIC = Buffer.from('WLZBACKUP1\n');
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** kind (1 byte) and length (4 bytes, most significant first) come before each part. */
const HEAD_BYTES = 5;
const LARGEST = 1 << 30;
const KIND = { JSON: 0x4a, DATA: 0x44, END: 0x45 } as const;
const PLAIN = 0;
const SEALED = 1;

/**
 * Writes a backup that appears whole or not at all, and only for its owner. The file: a magic line, one byte that says
 * whether it is encrypted, then (when it is: a nonce and) the compressed parts (and a tag). The last part holds the
 * SHA-256 of all parts before it.
 */
export async function writeContainer(
  file: string,
  key: Buffer | null,
  parts: AsyncIterable<Part>,
): Promise<void> {
  const unfinished = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await pipeline(
      framed(parts),
      createGzip({ level: 1 }),
      (source: AsyncIterable<Buffer>) => sealed(source, key),
      createWriteStream(unfinished, { mode: 0o600, flags: 'wx', flush: true }),
    );
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
}

/**
 * Reads a backup from its beginning to its end. When `consume` has seen the last part, everything before it was as it
 * was written; so nothing may be kept of it before this function is done.
 * @throws BackupUnusable
 */
export async function readContainer<T>(
  file: string,
  key: Buffer | null,
  consume: (parts: AsyncIterable<Part>) => Promise<T>,
): Promise<T> {
  const { start, end, iv, tag } = await envelope(file, key);
  const results: T[] = [];
  try {
    await pipeline(
      createReadStream(file, { start, end }),
      (source: AsyncIterable<Buffer>) => opened(source, key, iv, tag),
      createGunzip(),
      async (source: AsyncIterable<Buffer>) => {
        results.push(await consume(unframed(source)));
      },
    );
  } catch (error) {
    throw isDamage(error)
      ? new BackupUnusable('De back-up is beschadigd of de sleutel hoort er niet bij.')
      : error;
  }
  const [result] = results;
  if (result === undefined) throw new BackupUnusable('De back-up is leeg.');
  return result;
}

async function* framed(parts: AsyncIterable<Part>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const part of parts) {
    const payload = part.soort === 'JSON' ? Buffer.from(JSON.stringify(part.json)) : part.data;
    for (const piece of [headOf(KIND[part.soort], payload.length), payload]) {
      hash.update(piece);
      yield piece;
    }
  }
  const digest = hash.digest();
  yield headOf(KIND.END, digest.length);
  yield digest;
}

function headOf(kind: number, length: number): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt8(kind, 0);
  head.writeUInt32BE(length, 1);
  return head;
}

async function* unframed(source: AsyncIterable<Buffer>): AsyncGenerator<Part> {
  const hash = createHash('sha256');
  const bytes = new Bytes(source);
  for (;;) {
    const head = await bytes.take(HEAD_BYTES);
    const [kind, length] = [head.readUInt8(0), head.readUInt32BE(1)];
    if (length > LARGEST) throw new BackupUnusable('De back-up is beschadigd.');
    const payload = await bytes.take(length);
    if (kind === KIND.END) {
      if (!payload.equals(hash.digest()) || !(await bytes.atEnd()))
        throw new BackupUnusable('De back-up is beschadigd: de controlesom klopt niet.');
      return;
    }
    hash.update(head).update(payload);
    if (kind === KIND.DATA) yield { soort: 'DATA', data: payload };
    else yield { soort: 'JSON', json: JSON.parse(payload.toString('utf8')) as unknown };
  }
}

/** Takes exact numbers of bytes from a stream of pieces of any size. */
class Bytes {
  private readonly source: AsyncIterator<Buffer>;
  private pieces: Buffer[] = [];
  private held = 0;

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]();
  }

  async take(length: number): Promise<Buffer> {
    while (this.held < length) {
      if (!(await this.more())) throw new BackupUnusable('De back-up is niet compleet: het einde ontbreekt.');
    }
    const all = this.pieces.length === 1 ? (this.pieces[0] ?? Buffer.alloc(0)) : Buffer.concat(this.pieces);
    const rest = all.subarray(length);
    this.pieces = rest.length > 0 ? [rest] : [];
    this.held = rest.length;
    return all.subarray(0, length);
  }

  async atEnd(): Promise<boolean> {
    return this.held === 0 && !(await this.more());
  }

  private async more(): Promise<boolean> {
    const next = await this.source.next();
    if (next.done === true) return false;
    this.pieces.push(next.value);
    this.held += next.value.length;
    return true;
  }
}

async function* sealed(source: AsyncIterable<Buffer>, key: Buffer | null): AsyncGenerator<Buffer> {
  yield MAGIC;
  if (key === null) {
    yield Buffer.of(PLAIN);
    yield* source;
    return;
  }
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv);
  yield Buffer.concat([Buffer.of(SEALED), iv]);
  for await (const piece of source) yield cipher.update(piece);
  yield cipher.final();
  yield cipher.getAuthTag();
}

async function* opened(
  source: AsyncIterable<Buffer>,
  key: Buffer | null,
  iv: Buffer | null,
  tag: Buffer | null,
): AsyncGenerator<Buffer> {
  if (key === null || iv === null || tag === null) {
    yield* source;
    return;
  }
  const decipher = createDecipheriv(CIPHER, key, iv);
  decipher.setAuthTag(tag);
  for await (const piece of source) yield decipher.update(piece);
  yield decipher.final();
}

interface Envelope {
  /** First and last byte of the parts. */
  readonly start: number;
  readonly end: number;
  readonly iv: Buffer | null;
  readonly tag: Buffer | null;
}

async function envelope(file: string, key: Buffer | null): Promise<Envelope> {
  const handle = await open(file, 'r').catch(() => {
    throw new BackupUnusable(`Het bestand ${file} is niet te lezen.`);
  });
  try {
    const { size } = await handle.stat();
    const read = async (position: number, length: number): Promise<Buffer> =>
      (await handle.read(Buffer.alloc(length), 0, length, position)).buffer;
    const start = MAGIC.length + 1;
    if (size <= start || !(await read(0, MAGIC.length)).equals(MAGIC))
      throw new BackupUnusable('Dit bestand is geen back-up van Wlz-regie.');
    if ((await read(MAGIC.length, 1)).readUInt8(0) === PLAIN)
      return { start, end: size - 1, iv: null, tag: null };
    if (key === null) throw new BackupUnusable('Deze back-up is versleuteld: zet WLZ_BACKUPSLEUTEL.');
    const first = start + IV_BYTES;
    const end = size - TAG_BYTES;
    if (end <= first) throw new BackupUnusable('De back-up is niet compleet: het einde ontbreekt.');
    return { start: first, end: end - 1, iv: await read(start, IV_BYTES), tag: await read(end, TAG_BYTES) };
  } finally {
    await handle.close();
  }
}

/** What the decompressor and the cipher say of bytes that are not what was written. */
function isDamage(error: unknown): boolean {
  if (error instanceof SyntaxError) return true;
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return (
    (typeof code === 'string' && /^(Z_|ERR_ZLIB|ERR_OSSL|ERR_CRYPTO)/.test(code)) ||
    (typeof message === 'string' && /unable to authenticate/i.test(message))
  );
}
