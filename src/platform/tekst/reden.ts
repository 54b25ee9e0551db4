import { FORBIDDEN_IN_PROSE, visibleCharacters } from './tekens.js';

/** What is asked of a reason that somebody writes down. */
export interface Redenvorm {
  /** What the refusal calls it. */
  readonly naam: string;
  /** Fewest visible characters. */
  readonly least: number;
  /** Most characters, the invisible ones included. */
  readonly most: number;
}

/** Why a text is no reason that somebody can read later, as the refusal says it; null for one that is. */
export function bezwaarTegenReden(text: string, { naam, least, most }: Redenvorm): string | null {
  if (FORBIDDEN_IN_PROSE.test(text)) return `${naam} bevat tekens die niet zijn toegestaan.`;
  if (visibleCharacters(text) < least) {
    return `${naam} heeft ten minste ${least === 1 ? 'één zichtbaar teken' : `${least} zichtbare tekens`}.`;
  }
  return [...text].length > most ? `${naam} heeft ten hoogste ${most} tekens.` : null;
}
