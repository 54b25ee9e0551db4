import type { Clientgegevens, Contactgegevensrij, Contactpersoongegevens } from './clientdossier.js';

/** What somebody states: a field left out stays as it was known, a field that is null is cleared. */
export type Opgave<Row, Required extends keyof Row> = {
  readonly [Field in Exclude<keyof Row, Required>]?: Row[Field] | null;
} & Pick<Row, Required>;

export type Adresvelden =
  | 'adressoort'
  | 'straatnaam'
  | 'huisnummer'
  | 'huisletter'
  | 'huisnummertoevoeging'
  | 'postcode'
  | 'plaatsnaam'
  | 'land'
  | 'aanduidingWoonadres';
export type Telefoonvelden = 'telefoonnummer01' | 'landnummer01' | 'telefoonnummer02' | 'landnummer02';

export type Contactgegevensopgave = Opgave<
  Pick<
    Contactgegevensrij,
    'contactgegevensID' | Adresvelden | Telefoonvelden | 'emailadres' | 'ingangsdatum' | 'einddatum'
  >,
  'ingangsdatum'
>;

export type Contactpersoonopgave = Opgave<
  Omit<Contactpersoongegevens, 'clientID'>,
  'soortRelatie' | 'ingangsdatum'
> & { readonly contactgegevens?: readonly Contactgegevensopgave[] | null };

/** What belongs to a person beside name and BSN. */
export interface Bereikbaarheid {
  readonly contactpersonen?: readonly Contactpersoonopgave[] | null;
  readonly contactgegevens?: readonly Contactgegevensopgave[] | null;
}

export type Clientopgave = Opgave<Clientgegevens, 'bsn' | 'geboortedatum' | 'geslacht' | 'geslachtsnaam'> &
  Bereikbaarheid;
