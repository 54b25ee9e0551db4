import { holdsOn, type Day } from '../../../platform/clock/index.js';

/** An address of the client, as the register keeps it. */
export interface Adres {
  /** COD757: 01 BRP, 02 correspondentie, 03 verblijf, 04 tijdelijk verblijf. */
  readonly adressoort: string | null;
  readonly postcode: string | null;
  /** COD032. */
  readonly land: string | null;
  readonly ingangsdatum: Day | null;
  readonly einddatum: Day | null;
}

/** What the report says of where somebody lives (IV014). */
export interface Woonplaats {
  /** The four digits of a Dutch postcode. */
  readonly postcode: string | null;
  /** COD032. */
  readonly landCode: string | null;
}

/** Where somebody lives comes before where somebody is for a while; where the post goes says nothing about it. */
const WOONADRES = ['01', '03', '04'];
const NEDERLAND = 'NL';
const NEDERLANDSE_POSTCODE = /^([1-9]\d{3})\s?[A-Za-z]{2}$/;

/**
 * Postcode and country on the last day of the period. Of a geheime client only the country, which AW317 asks of
 * everybody: the postcode is optional there, and narrows a hidden address down to a few streets.
 */
export function woonplaats(adressen: readonly Adres[], geheim: boolean, peildag: Day): Woonplaats {
  const adres = adressen
    .filter(({ adressoort }) => adressoort !== null && WOONADRES.includes(adressoort))
    .filter(({ ingangsdatum, einddatum }) => holdsOn(peildag, ingangsdatum ?? peildag, einddatum))
    .sort((a, b) => voorrang(a) - voorrang(b) || later(a, b))[0];
  if (adres === undefined) return { postcode: null, landCode: null };
  const cijfers = NEDERLANDSE_POSTCODE.exec(adres.postcode ?? '')?.[1] ?? null;
  const landCode = adres.land ?? (cijfers === null ? null : NEDERLAND);
  return { postcode: geheim || landCode !== NEDERLAND ? null : cijfers, landCode };
}

function voorrang({ adressoort }: Adres): number {
  return WOONADRES.indexOf(adressoort ?? '');
}

function later(a: Adres, b: Adres): number {
  return (a.ingangsdatum ?? '') < (b.ingangsdatum ?? '') ? 1 : -1;
}
