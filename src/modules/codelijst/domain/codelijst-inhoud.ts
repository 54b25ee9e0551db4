import { type Day } from '../../../platform/clock/index.js';
import { grouped } from '../../../platform/collections/index.js';
import { OngeldigeInvoer } from '../../../platform/errors/index.js';
import type {
  Codelijst,
  CodelijstRij,
  ClassificatieRij,
  Zorgprofiel,
  ZorgprofielRij,
} from './codelijst-rijen.js';

/** Answers what the code lists hold on a day. Made once from all rows; look-ups are by key. */
export class CodelijstInhoud {
  private readonly waarden: Map<string, CodelijstRij[]>;
  private readonly paren: Map<string, ClassificatieRij[]>;
  private readonly profielen: Map<string, ZorgprofielRij[]>;

  constructor(
    waarden: readonly CodelijstRij[],
    paren: readonly ClassificatieRij[],
    profielen: readonly ZorgprofielRij[],
  ) {
    this.waarden = grouped(waarden, (rij) => key(rij.lijst, rij.code));
    this.paren = grouped(paren, (rij) => key(rij.leveringsstatus, rij.classificatie));
    this.profielen = grouped(profielen, (rij) => rij.zzpCode);
  }

  /**
   * True when the list holds this code on that day; the expiry date is the first day it no longer holds. COD163 itself
   * ends no profile: the profile table says from when and until when one may be used (retourcode 0692).
   */
  holds(lijst: Codelijst, code: string, day: Day): boolean {
    if (lijst === 'COD163' && this.profielen.has(code) && this.zorgprofiel(code, day) === null) return false;
    return this.rijOn(lijst, code, day) !== undefined;
  }

  /**
   * Refuses a code that its list does not hold on that day; null passes. The refusal names the list, not the code.
   * @throws OngeldigeInvoer with the list as source
   */
  assertCode(lijst: Codelijst, code: string | null | undefined, day: Day, pad: readonly string[] = []): void {
    if (code === null || code === undefined || this.holds(lijst, code, day)) return;
    const known = this.waarden.has(key(lijst, code));
    throw new OngeldigeInvoer(
      known
        ? `Deze code van codelijst ${lijst} is op de gevraagde dag niet geldig.`
        : `Deze code komt niet voor in codelijst ${lijst}.`,
      { regel: lijst === 'COD001' ? 'P1' : lijst, bron: lijst, pad },
    );
  }

  /** The meaning of a code, whatever the day (the newest text wins); null when the list does not know it. */
  omschrijving(lijst: Codelijst, code: string | null): string | null {
    if (code === null) return null;
    return newest(this.waarden.get(key(lijst, code)))?.omschrijving ?? null;
  }

  /** Rule W1: may this classificatie stand beside this leveringsstatus on that day (CS131)? */
  classificatiePaar(leveringsstatus: string, classificatie: string, day: Day): boolean {
    const rijen = this.paren.get(key(leveringsstatus, classificatie)) ?? [];
    return rijen.some((rij) => rij.geldigVanaf <= day && (rij.geldigTot === null || day <= rij.geldigTot));
  }

  /** Sector and allowed forms of delivery of a profile on that day; null when the profile does not hold then. */
  zorgprofiel(zzpCode: string, day: Day): Zorgprofiel | null {
    const rijen = this.profielen.get(zzpCode) ?? [];
    return (
      rijen.find((rij) => rij.geldigVanaf <= day && (rij.geldigTot === null || day <= rij.geldigTot)) ?? null
    );
  }

  private rijOn(lijst: Codelijst, code: string, day: Day): CodelijstRij | undefined {
    return this.waarden
      .get(key(lijst, code))
      ?.find((rij) => rij.ingangsdatum <= day && (rij.expiratiedatum === null || day < rij.expiratiedatum));
  }
}

function key(first: string, second: string): string {
  return `${first}\n${second}`;
}

function newest(rijen: readonly CodelijstRij[] | undefined): CodelijstRij | undefined {
  return rijen?.reduce((best, rij) => (rij.ingangsdatum > best.ingangsdatum ? rij : best));
}
