import { createHash } from 'node:crypto';
import { badDocument } from '../errors/edge-error.js';

const SHA256 = /^[0-9a-f]{64}$/;

/** The only documents that are run, each under the SHA-256 of its text. */
export class AllowList {
  private constructor(private readonly texts: ReadonlyMap<string, string>) {}

  /**
   * Reads the list: a JSON object of documents by their SHA-256 in hexadecimal.
   * @throws Error that says in Dutch what is wrong with the file
   */
  static read(json: string): AllowList {
    const entries = Object.entries(parseObject(json));
    const texts = new Map<string, string>();
    for (const [hash, text] of entries) {
      if (typeof text !== 'string' || !SHA256.test(hash) || hashOf(text) !== hash)
        throw new Error('In de lijst van toegestane vragen staat een vraag niet onder haar eigen SHA-256.');
      texts.set(hash, text);
    }
    return new AllowList(texts);
  }

  /**
   * The document that a request means, by its text or by its hash.
   * @throws EdgeError when it is not on the list
   */
  textOf(query: string | null, hash: string | null): string {
    const text = this.texts.get(query === null ? (hash ?? '') : hashOf(query));
    if (text === undefined) throw badDocument('Deze vraag staat niet op de lijst van toegestane vragen.');
    return text;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function parseObject(json: string): object {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Told below, in words that do not quote the file.
  }
  throw new Error('De lijst van toegestane vragen is geen JSON-object.');
}
