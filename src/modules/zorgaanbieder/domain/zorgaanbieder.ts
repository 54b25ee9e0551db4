import { OngeldigeInvoer } from '../../../platform/errors/index.js';

/** A place of a provider. */
export interface Locatie {
  readonly locatieID: string;
  readonly naam: string;
  readonly plaatsnaam: string;
  readonly postcode: string;
  /** Number of places; 0 for an office. */
  readonly capaciteit: number;
}

/** A provider as the file of providers and the register hold it. */
export interface Zorgaanbieder {
  readonly agbCode: string;
  readonly naam: string;
  /** COD001 of the region it is contracted in. */
  readonly zorgkantoor: string;
  readonly sectoren: readonly string[];
  /** COD578 codes. */
  readonly leveringsvormen: readonly string[];
  readonly telefoonnummer: string | null;
  readonly emailadres: string | null;
  readonly locaties: readonly Locatie[];
}

const AGB_PATTERN = /^\d{8}$/;

/** An AGB code is eight digits. */
export function isAgbCode(text: string): boolean {
  return AGB_PATTERN.test(text);
}

/**
 * P1: an AGB code is eight digits.
 * @throws OngeldigeInvoer
 */
export function assertAgbCode(code: string, pad: readonly string[]): void {
  if (!isAgbCode(code)) {
    throw new OngeldigeInvoer('Een AGB-code heeft acht cijfers.', { regel: 'P1', bron: 'AGB-register', pad });
  }
}

/** True when both hold the same data, whatever the order of the locations; lists of codes keep their order. */
export function sameZorgaanbieder(a: Zorgaanbieder, b: Zorgaanbieder): boolean {
  return canonical(a) === canonical(b);
}

function canonical(one: Zorgaanbieder): string {
  const { agbCode, naam, zorgkantoor, sectoren, leveringsvormen, telefoonnummer, emailadres } = one;
  const locaties = [...one.locaties]
    .sort((a, b) => (a.locatieID < b.locatieID ? -1 : 1))
    .map((l) => [l.locatieID, l.naam, l.plaatsnaam, l.postcode, l.capaciteit]);
  return JSON.stringify([
    agbCode,
    naam,
    zorgkantoor,
    sectoren,
    leveringsvormen,
    telefoonnummer,
    emailadres,
    locaties,
  ]);
}
