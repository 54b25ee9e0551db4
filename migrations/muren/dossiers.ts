/** Whose rows these are: the bemiddeling they belong to, or the client when they belong to no bemiddeling. */
export type Sleutel = 'bemiddeling' | 'client';

/** `eigen`: the rows one sees. With `op`: of those only the ones for which this holds. */
export type Grond = 'eigen' | { readonly op: string };

/** What the roles of people may do with a table, beside reading; whatever is not named is closed to them. */
export interface Schrijfrecht {
  readonly insert?: Grond;
  /** `slot`: may hold rows until the end of the transaction, and change nothing. */
  readonly update?: Grond | 'slot';
  readonly delete?: 'eigen';
}

/** A table with client data, and who may do what with it. */
export interface Dossiertabel {
  readonly tabel: string;
  readonly sleutel: Sleutel;
  /** The column that says whose rows these are; its index begins with it. */
  readonly kolom: string;
  /**
   * Column that holds the responsible zorgkantoor, of a table in which it is always the one that is responsible now: then
   * a zorgkantoor needs no look at the rights to read its own rows.
   */
  readonly verantwoordelijk?: string;
  /** Name of the index on that column when no earlier migration made one. */
  readonly index?: string;
  readonly zorgkantoor: Schrijfrecht;
  readonly zorgaanbieder: Schrijfrecht;
}

const EIGEN: Schrijfrecht = { insert: 'eigen', update: 'eigen' };
const VERVANGT: Schrijfrecht = { insert: 'eigen', update: 'eigen', delete: 'eigen' };
const LEEST: Schrijfrecht = {};

const EIGEN_ZORGKANTOOR: Grond = {
  op: `verantwoordelijk_zorgkantoor = any ((select app_uzovi())::text[])`,
};
const EIGEN_CONTACT: Grond = { op: 'instelling = (select app_agb())' };

/** Tables that got their column with this migration: taken from the parent row when a row comes in. */
export interface Overgenomen {
  readonly tabellen: readonly string[];
  readonly kolom: string;
  readonly functie: string;
  /** Gives the value for `rij`: the new row in the trigger, the stored one in the fill. */
  readonly uit: (rij: string) => string;
}

export const OVERGENOMEN: readonly Overgenomen[] = [
  {
    tabellen: ['levering'],
    kolom: 'bemiddeling_id',
    functie: 'neem_bemiddeling_van_specificatie',
    uit: (rij) =>
      `(select s.bemiddeling_id from bemiddelingspecificatie s
        where s.bemiddelingspecificatie_id = ${rij}.bemiddelingspecificatie_id)`,
  },
  {
    tabellen: ['uitstelperiode', 'leveringperiode', 'afstel'],
    kolom: 'bemiddeling_id',
    functie: 'neem_bemiddeling_van_levering',
    uit: (rij) => `(select l.bemiddeling_id from levering l where l.levering_id = ${rij}.levering_id)`,
  },
  {
    tabellen: ['grondslag', 'geindiceerd_zorgzwaartepakket', 'wzd'],
    kolom: 'client_id',
    functie: 'neem_client_van_indicatie',
    uit: (rij) => `(select i.client_id from indicatie i where i.wlz_indicatie_id = ${rij}.wlz_indicatie_id)`,
  },
  {
    tabellen: ['contactgegevens'],
    kolom: 'dossier_client_id',
    functie: 'neem_client_van_eigenaar',
    uit: (rij) =>
      `coalesce(${rij}.client_id,
        (select p.client_id from contactpersoon p where p.contactpersoon_id = ${rij}.contactpersoon_id))`,
  },
];

/** Every table with client data. A table that is not here and holds them turns a test of the catalog red. */
export const DOSSIERTABELLEN: readonly Dossiertabel[] = [
  van('client', 'client', { zorgkantoor: EIGEN, zorgaanbieder: { update: 'slot' } }),
  van('client', 'contactpersoon', { zorgkantoor: VERVANGT, zorgaanbieder: LEEST }),
  {
    ...van('client', 'contactgegevens', { zorgkantoor: VERVANGT, zorgaanbieder: LEEST }),
    kolom: 'dossier_client_id',
    index: 'contactgegevens_dossier_client_id_idx',
  },
  {
    ...van('client', 'indicatie', { zorgkantoor: { update: 'slot' }, zorgaanbieder: LEEST }),
    index: 'indicatie_client_id_idx',
  },
  ...['grondslag', 'geindiceerd_zorgzwaartepakket', 'wzd'].map((tabel) => ({
    ...van('client', tabel, { zorgkantoor: LEEST, zorgaanbieder: LEEST }),
    index: `${tabel}_client_id_idx`,
  })),
  van('bemiddeling', 'bemiddeling', {
    zorgkantoor: { insert: EIGEN_ZORGKANTOOR, update: 'eigen' },
    zorgaanbieder: { update: 'slot' },
  }),
  van('bemiddeling', 'bemiddelingspecificatie', { zorgkantoor: EIGEN, zorgaanbieder: { update: 'eigen' } }),
  van('bemiddeling', 'regiehouder', { zorgkantoor: EIGEN, zorgaanbieder: LEEST }),
  ...['levering', 'uitstelperiode', 'leveringperiode', 'afstel'].map((tabel) => ({
    ...van('bemiddeling', tabel, { zorgkantoor: EIGEN, zorgaanbieder: EIGEN }),
    index: `${tabel}_bemiddeling_id_idx`,
  })),
  {
    ...van('bemiddeling', 'wachtlijstplaats', { zorgkantoor: VERVANGT, zorgaanbieder: VERVANGT }),
    verantwoordelijk: 'zorgkantoor',
  },
  {
    ...van('bemiddeling', 'wachtlijstplaats_historie', { zorgkantoor: VERVANGT, zorgaanbieder: VERVANGT }),
    index: 'wachtlijstplaats_historie_bemiddeling_id_idx',
  },
  van('bemiddeling', 'contactmoment', {
    zorgkantoor: LEEST,
    zorgaanbieder: { insert: EIGEN_CONTACT, update: EIGEN_CONTACT },
  }),
  van('bemiddeling', 'contactsignaal', {
    zorgkantoor: { update: 'eigen' },
    zorgaanbieder: { update: 'eigen' },
  }),
  {
    ...van('bemiddeling', 'contactverplichting', { zorgkantoor: VERVANGT, zorgaanbieder: VERVANGT }),
    verantwoordelijk: 'zorgkantoor',
  },
  van('bemiddeling', 'contactboek_achterstand', { zorgkantoor: VERVANGT, zorgaanbieder: VERVANGT }),
  van('bemiddeling', 'aanbod', { zorgkantoor: EIGEN, zorgaanbieder: EIGEN }),
  van('bemiddeling', 'gesprekstaak', { zorgkantoor: EIGEN, zorgaanbieder: EIGEN }),
  van('bemiddeling', 'verzoek', { zorgkantoor: EIGEN, zorgaanbieder: EIGEN }),
];

/** Tables whose former versions the trigger keeps in `<tabel>_historie`; people read those and never write them. */
export const MET_HISTORIE: readonly string[] = [
  'client',
  'contactpersoon',
  'contactgegevens',
  'indicatie',
  'grondslag',
  'geindiceerd_zorgzwaartepakket',
  'wzd',
  'bemiddeling',
  'bemiddelingspecificatie',
  'regiehouder',
  'levering',
  'uitstelperiode',
  'leveringperiode',
  'afstel',
  'contactmoment',
  'contactsignaal',
  'contactverplichting',
  'aanbod',
  'gesprekstaak',
  'verzoek',
];

/** The former versions, under the same right as the current one. */
export function historietabellen(): Dossiertabel[] {
  return DOSSIERTABELLEN.filter(({ tabel }) => MET_HISTORIE.includes(tabel)).map(
    ({ verantwoordelijk: _, ...van }) => ({
      ...van,
      tabel: `${van.tabel}_historie`,
      index: `${van.tabel}_historie_${van.kolom}_idx`,
      zorgkantoor: LEEST,
      zorgaanbieder: LEEST,
    }),
  );
}

function van(
  sleutel: Sleutel,
  tabel: string,
  rechten: Pick<Dossiertabel, 'zorgkantoor' | 'zorgaanbieder'>,
): Dossiertabel {
  return { tabel, sleutel, kolom: `${sleutel}_id`, ...rechten };
}
