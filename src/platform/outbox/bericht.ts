import { isDay } from '../clock/index.js';

/** A value that says which, when or how many, and nothing about anybody. */
export type Kenmerkwaarde = string | number | boolean | null | readonly Kenmerkwaarde[];

/** A message to the webhook of a provider, as the caller hands it in. */
export interface NieuwBericht {
  /** What happened, such as `contact.overzicht`; the receiver chooses by it. */
  readonly soort: string;
  /** AGB of the provider whose webhook gets it. */
  readonly ontvanger: string;
  /** Messages of one receiver with the same key arrive in the order in which they were posted; such as a clientID. */
  readonly volgordesleutel: string;
  /** Ids, days, codes and counts. The receiver asks the register for the rest, under its own rights. */
  readonly inhoud: Readonly<Record<string, Kenmerkwaarde>>;
  /** Of one receiver and kind at most one message has this mark: posting it again does nothing. */
  readonly eenmalig?: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
/** Codes of the program (`TE_LAAT`), and AGB and UZOVI numbers. A BSN has nine digits. */
const CODE = /^(?:[A-Z][A-Z0-9_]{0,40}|\d{4}|\d{8})$/;
const MOST = 1_000_000;

/** Guards that no care data leave the register in a message. @throws Error: that is a defect of the program */
export function assertOnlyIDs(inhoud: NieuwBericht['inhoud']): void {
  for (const [name, value] of Object.entries(inhoud)) {
    if (!saysNothing(value))
      throw new Error(`a message may not tell "${name}": only ids, days, codes and counts`);
  }
}

function saysNothing(value: Kenmerkwaarde): boolean {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) <= MOST;
  if (typeof value !== 'string') return value.every(saysNothing);
  return UUID.test(value) || isDay(value) || INSTANT.test(value) || CODE.test(value);
}
