import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/index.js';

const FILE = 'webhooksleutel';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SECRET_BYTES = 32;

/**
 * The secrets that messages are signed with. Signing needs the secret itself, so a hash will not do: the database holds it
 * encrypted (AES-256-GCM, bound to its receiver), and the key stands in the settings of the process, not in the database.
 */
@Injectable()
export class Geheimen {
  private key: Promise<Buffer> | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'production' | 'dataFolder' | 'WEBHOOK_SLEUTEL'>,
  ) {}

  /** False in a production that was given no key: then nothing can be signed. */
  get beschikbaar(): boolean {
    return this.config.WEBHOOK_SLEUTEL !== undefined || !this.config.production;
  }

  /** A new secret, in the form that receivers' libraries take. */
  nieuw(): string {
    return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
  }

  async versleutel(ontvanger: string, geheim: string): Promise<string> {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', await this.sleutel(), nonce).setAAD(Buffer.from(ontvanger));
    const sealed = Buffer.concat([cipher.update(geheim, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
  }

  /** @throws Error when the text was not sealed with this key for this receiver */
  async ontsleutel(ontvanger: string, versleuteld: string): Promise<string> {
    const bytes = Buffer.from(versleuteld, 'base64');
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', await this.sleutel(), nonce, {
      authTagLength: TAG_BYTES,
    })
      .setAAD(Buffer.from(ontvanger))
      .setAuthTag(tag);
    const opened = [decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()];
    return Buffer.concat(opened).toString('utf8');
  }

  private sleutel(): Promise<Buffer> {
    const { WEBHOOK_SLEUTEL } = this.config;
    if (WEBHOOK_SLEUTEL !== undefined) return Promise.resolve(Buffer.from(WEBHOOK_SLEUTEL, 'base64'));
    if (!this.beschikbaar) return Promise.reject(new Error('WEBHOOK_SLEUTEL is not set'));
    this.key ??= developmentKey(this.config.dataFolder);
    return this.key;
  }
}

/** Made the first time; of several processes that do so at the same moment the first wins. */
async function developmentKey(folder: string): Promise<Buffer> {
  const file = join(folder, FILE);
  const draft = `${file}.${randomUUID()}`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await writeFile(draft, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600, flag: 'wx' });
    await link(draft, file).catch(() => undefined);
  } finally {
    await rm(draft, { force: true });
  }
  return Buffer.from(await readFile(file, 'utf8'), 'base64');
}
