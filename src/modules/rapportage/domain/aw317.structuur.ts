/** What the text of an element must look like. */
export type Waardesoort =
  'TEKST' | 'DAG' | 'JAAR' | 'NUMMER' | 'POSTCODE4' | 'AGB' | 'PSEUDONIEM' | Codelijst;

/** A code list that an element takes its value from. */
export type Codelijst =
  | 'COD001'
  | 'COD046'
  | 'COD163'
  | 'COD165'
  | 'COD167'
  | 'COD168'
  | 'COD169'
  | 'COD260'
  | 'COD578'
  | 'COD736'
  | 'COD755'
  | 'COD998'
  | 'COD999';

/** An element: how often it stands in its parent, and what it holds. */
export interface Element {
  readonly naam: string;
  readonly min: 0 | 1;
  readonly max: 1 | 'n';
  /** The value of a leaf; the elements of a group, in their order. */
  readonly inhoud: Waardesoort | readonly Element[];
}

const een = (naam: string, inhoud: Element['inhoud']): Element => ({ naam, min: 1, max: 1, inhoud });
const mag = (naam: string, inhoud: Element['inhoud']): Element => ({ naam, min: 0, max: 1, inhoud });
const veel = (naam: string, inhoud: Element['inhoud']): Element => ({ naam, min: 1, max: 'n', inhoud });

/** Shape of every value that no code list gives. */
export const PATRONEN: Readonly<Record<Exclude<Waardesoort, Codelijst>, RegExp>> = {
  TEKST: /\S/,
  DAG: /^\d{4}-\d{2}-\d{2}$/,
  JAAR: /^\d{4}$/,
  NUMMER: /^[1-9]\d*$/,
  POSTCODE4: /^[1-9]\d{3}$/,
  AGB: /^\d{8}$/,
  PSEUDONIEM: /^[a-p]{32}$/,
};

const PERIODE: readonly Element[] = [een('Begindatum', 'DAG'), een('Einddatum', 'DAG')];

const STOORNIS: readonly Element[] = [
  een('Grondslag', 'COD736'),
  een('DiagnoseCodelijst', 'TEKST'),
  mag('DiagnoseSubcodelijst', 'TEKST'),
  een('ZiektebeeldStoornis', 'TEKST'),
];

const GEINDICEERD: readonly Element[] = [
  een('ZzpCode', 'COD163'),
  een('Ingangsdatum', 'DAG'),
  mag('Einddatum', 'DAG'),
  mag('VoorkeurClient', 'COD999'),
  een('Financiering', 'COD998'),
  een('ZietAfVanZorg', 'COD260'),
];

const LEVERINGSSTATUS: readonly Element[] = [
  een('IngangsdatumStatus', 'DAG'),
  een('Leveringsstatus', 'COD167'),
  mag('LeveringsstatusClassificatie', 'COD168'),
];

const WACHTLIJST: readonly Element[] = [
  een('ZzpCode', 'COD163'),
  een('Soort', 'COD165'),
  mag('Instelling', 'AGB'),
  een('Toewijzingsdatum', 'DAG'),
  een('Ingangsdatum', 'DAG'),
  mag('Begindatum', 'DAG'),
  mag('Mutatiedatum', 'DAG'),
  mag('Leveringsvorm', 'COD578'),
  mag('Etmalen', 'COD755'),
  mag('Opname', 'COD260'),
  mag('Leveringsstatussen', [veel('Leveringsstatus', LEVERINGSSTATUS)]),
];

const INDICATIE: readonly Element[] = [
  een('VolgnummerIndicatie', 'NUMMER'),
  een('Soort', 'COD169'),
  mag('Grondslagen', [veel('Grondslag', 'COD736')]),
  een('Afgiftedatum', 'DAG'),
  een('Ingangsdatum', 'DAG'),
  mag('Einddatum', 'DAG'),
  mag('Stoornissen', [veel('Stoornis', STOORNIS)]),
  mag('Beperkingen', [veel('Beperking', [een('Categorie', 'TEKST')])]),
  mag('GeindiceerdeZorgzwaartepakketten', [veel('GeindiceerdZorgzwaartepakket', GEINDICEERD)]),
  mag('WachtlijstZorgzwaartepakketten', [veel('WachtlijstZorgzwaartepakket', WACHTLIJST)]),
];

/** Client of AW317. `Bsn` holds the pseudonym (OP164). */
export const CLIENT: Element = veel('Client', [
  een('Bsn', 'PSEUDONIEM'),
  een('Geslacht', 'COD046'),
  een('Geboortejaar', 'JAAR'),
  mag('Postcode', 'POSTCODE4'),
  mag('LandCode', 'TEKST'),
  een('Indicaties', [veel('Indicatie', INDICATIE)]),
]);

export const HEADER: Element = een('Header', [
  een('Afzender', 'COD001'),
  een('Periode', PERIODE),
  een('BerichtIdentificatie', [een('Identificatie', 'TEKST'), een('Dagtekening', 'DAG')]),
]);

/**
 * The content of AW317 as elements, in the order of the message of iWlz 2.2. Without what our registers do not hold: the
 * Klasse of a profile, and the version numbers of the schema. A month without clients has none (Clienten is then empty).
 */
export const BERICHT: Element = een('Bericht', [HEADER, een('Clienten', [{ ...CLIENT, min: 0 }])]);
