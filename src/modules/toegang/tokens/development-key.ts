import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { z } from 'zod';

/** Elliptic curve P-256: small, quick, and not experimental in any Node we run on. */
export const DEVELOPMENT_ALGORITHM = 'ES256';
const FILE = 'ontwikkelsleutel.json';

const keySchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  kid: z.string(),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});

/** The private key with which development tokens are signed, and whose public half verifies them. */
export type DevelopmentKey = z.infer<typeof keySchema>;

/**
 * Reads the development key, making it the first time. Of several processes that make one at the same moment the first
 * wins: a hard link either becomes the file, whole, or finds it there.
 * @param folder data folder of the installation
 */
export async function developmentKey(folder: string): Promise<DevelopmentKey> {
  const file = join(folder, FILE);
  const existing = await read(file);
  if (existing !== null) return existing;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `${FILE}.${randomUUID()}`);
  try {
    await writeFile(draft, `${JSON.stringify(await generate())}\n`, { mode: 0o600, flag: 'wx' });
    await link(draft, file).catch(ignoreIfThere);
  } finally {
    await rm(draft, { force: true });
  }
  const made = await read(file);
  if (made === null) throw new Error(`De ontwikkelsleutel in ${FILE} verdween. Probeer het opnieuw.`);
  return made;
}

export function publicHalf({ kty, crv, kid, x, y }: DevelopmentKey): JWK {
  return { kty, crv, kid, x, y, alg: DEVELOPMENT_ALGORITHM, use: 'sig' };
}

async function generate(): Promise<DevelopmentKey> {
  const { privateKey } = await generateKeyPair(DEVELOPMENT_ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  return keySchema.parse({ ...jwk, kid: await calculateJwkThumbprint(jwk) });
}

async function read(file: string): Promise<DevelopmentKey | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  });
  if (text === null) return null;
  const parsed = keySchema.safeParse(asJson(text));
  if (parsed.success) return parsed.data;
  throw new Error(
    `De ontwikkelsleutel in ${FILE} is beschadigd. Gooi dat bestand weg; er komt vanzelf een nieuwe.`,
  );
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function ignoreIfThere(error: unknown): void {
  if (!hasCode(error, 'EEXIST')) throw error;
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
