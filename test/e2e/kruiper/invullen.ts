import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';

/** Gives an id for a field, by the table its name points at. */
export type Sleutelkeuze = (tabel: string, veld: string) => string | null;

export interface Invulling {
  readonly sleutel: Sleutelkeuze;
  /** Provider and region to name where one is asked for. */
  readonly agb: string;
  readonly uzovi: string;
  readonly bsn: string;
  readonly today: string;
  readonly later: string;
}

type Veld = Pick<GraphQLArgument | GraphQLInputField, 'name' | 'type' | 'description' | 'defaultValue'>;

/** What a field by this name wants, so that an input passes every check of its shape. */
const TEKST: readonly (readonly [RegExp, string])[] = [
  [/^leveringsvorm$/, '4'],
  [/^zzpCode$/, '754'],
  [/^leveringsstatus$/, '7'],
  [/^leveringsstatusClassificatie$/, '12'],
  [/^url$/, 'https://voorbeeld.invalid/haak'],
  [/^taak$/, 'contactbewaking'],
  [/^geslacht$/, '1'],
  [/^naam$/, 'RANGORDE'],
  [/^soortRelatie$/, '01'],
  [/^grondslag$/, '01'],
  [/^wzdVerklaring$/, '1'],
  [/^refuseAanbod\.reden$/, 'ANDERS'],
];

/** May be left out by the schema, and is asked for by the rule. */
const ONMISBAAR = new Set(['overlijdensdatum']);

/** Tables that are meant where the name of a field does not say so. */
const TABEL: Readonly<Record<string, string>> = {
  a: 'wachtlijstplaats',
  b: 'wachtlijstplaats',
  wlzIndicatieID: 'indicatie',
  signaalID: 'contactsignaal',
};

/** `clientID` is a key of `client`, `id` of the thing that is asked for. */
export function tabelVan(veld: string, root: string): string {
  const naam = TABEL[veld] ?? (veld === 'id' ? root : veld.replace(/ID$/, ''));
  return naam.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
}

/** Fills a field in as somebody would who means well; null leaves it out. */
export function vulIn(veld: Veld, root: string, met: Invulling): unknown {
  return waarde(veld, veld.type, root, met);
}

function waarde(veld: Veld, type: GraphQLInputType, root: string, met: Invulling): unknown {
  if (isNonNullType(type)) return waarde(veld, type.ofType, root, met);
  if (isListType(type)) {
    const one = waarde(veld, type.ofType, root, met);
    return one === null ? null : [one];
  }
  if (isInputObjectType(type)) return velden(Object.values(type.getFields()), root, met);
  if (isEnumType(type)) return enumwaarde(type.getValues()[0]?.name ?? '');
  switch (type.name) {
    case 'UUID':
      return met.sleutel(tabelVan(veld.name, root), veld.name);
    case 'Int':
      return /maxDagen|dagen/i.test(veld.name) ? 30 : 1;
    case 'Boolean':
      return true;
    case 'Date':
      // What is decided on holds from a later day on.
      return veld.name === 'geldigVanaf' ? met.later : met.today;
    case 'DateTime':
      return `${met.today}T09:00:00Z`;
    default:
      return tekst(veld.name, root, met);
  }
}

function tekst(naam: string, root: string, { agb, uzovi, bsn }: Invulling): string {
  if (/zorgkantoor/i.test(naam)) return uzovi;
  if (/instelling|aanbieder$/i.test(naam)) return agb;
  if (naam === 'bsn') return bsn;
  return TEKST.find(([pattern]) => pattern.test(naam) || pattern.test(`${root}.${naam}`))?.[1] ?? 'Proef';
}

/** All fields that must be there, and every field that holds an id. */
function velden(fields: readonly Veld[], root: string, met: Invulling): Record<string, unknown> {
  const filled = fields.flatMap((field) => {
    const nodig = isNonNullType(field.type) || heeftSleutel(field.type) || ONMISBAAR.has(field.name);
    const value = nodig ? waarde(field, field.type, root, met) : null;
    return value === null ? [] : [[field.name, value] as const];
  });
  return Object.fromEntries(filled);
}

/** Only what people fill in on purpose: optional parts of a client or an indication have ids of their own making. */
function heeftSleutel(type: GraphQLInputType): boolean {
  if (isListType(type)) return false;
  return !isNonNullType(type) && !isInputObjectType(type) && !isEnumType(type) && type.name === 'UUID';
}

/** A value of an enum, which is written without quotes. */
export const enumwaarde = (naam: string): symbol => Symbol.for(naam);

/** Arguments as they stand in a document. */
export function alsTekst(value: unknown): string {
  if (typeof value === 'symbol') return value.description ?? '';
  if (Array.isArray(value)) return `[${value.map((one) => alsTekst(one)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const velden = Object.entries(value).map(([name, one]) => `${name}: ${alsTekst(one)}`);
  return `{ ${velden.join(', ')} }`;
}
