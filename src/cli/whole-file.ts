import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';

/** The file could not be made where it was asked for. */
export class FileNotWritten extends Error {}

/**
 * Writes a file that appears whole or not at all, and only for its owner: it may hold data of persons.
 * @throws FileNotWritten
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  const unfinished = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(unfinished, text, { mode: 0o600, flag: 'wx' });
    await rename(unfinished, file);
  } catch {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw new FileNotWritten(`Het bestand ${file} is niet te schrijven.`);
  }
}
