import { DomainError } from '../../platform/errors/index.js';

/** Does the work; the path of a refusal is turned into the one of the caller's own input. */
export function withPad<T>(pad: (inner: readonly string[]) => readonly string[], work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, melding, regel, bron } = error;
    throw new DomainError(code, melding, { regel, bron, pad: pad(error.pad) });
  }
}
