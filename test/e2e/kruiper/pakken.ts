import { randomUUID } from 'node:crypto';
import {
  getNamedType,
  isEnumType,
  isListType,
  isInputObjectType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputField,
} from 'graphql';
import { enumwaarde, tabelVan } from './invullen.js';
import { TODAY, type Register, type Vrager } from './register.js';

/** A BSN that passes the elfproef and is nobody's. */
export const ONBEKENDE_BSN = '999911120';

type Wortel = GraphQLField<unknown, unknown>;

/** Everything that can be filled in beside a page and a key: plain arguments, and the fields of a filter. */
export function filtervelden(wortel: Wortel): { pad: string[]; veld: GraphQLInputField }[] {
  return wortel.args.flatMap((argument) => {
    const type = getNamedType(argument.type);
    if (['first', 'after'].includes(argument.name)) return [];
    if (isNonNullType(argument.type) && type.name === 'UUID') return [];
    if (!isInputObjectType(type)) return [{ pad: [argument.name], veld: argument }];
    return Object.values(type.getFields()).map((veld) => ({ pad: [argument.name, veld.name], veld }));
  });
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What is left to compare when ids, the clock and the number of the request are taken out. */
export function zonderSleutels(tekst: string): string {
  return tekst
    .replace(UUID, 'ID')
    .replace(/^(date|x-request-id|x-ratelimit[a-z-]*|ratelimit[a-z-]*): .*$/gim, '$1')
    .replace(/dit nummer: \S+/g, 'dit nummer');
}

/** What to fill in: what is there, what is not, and where it matters what is a stranger's. */
export function waarden(
  register: Register,
  vrager: Vrager,
  wortel: Wortel,
  veld: GraphQLInputField,
): [soort: string, unknown][] {
  const type = getNamedType(veld.type);
  const lijst = isListType(isNonNullType(veld.type) ? veld.type.ofType : veld.type);
  const als = (value: unknown): unknown => (lijst ? [value] : value);
  if (isEnumType(type)) return type.getValues().map(({ name }) => [name, als(enumwaarde(name))]);
  if (type.name === 'Boolean')
    return [
      ['ja', true],
      ['nee', false],
    ];
  if (type.name === 'Int')
    return [
      ['een', 1],
      ['veel', 60],
    ];
  if (type.name === 'Date')
    return [
      ['nu', TODAY],
      ['toen', '2026-03-01'],
      ['later', '2027-06-01'],
    ];
  if (type.name === 'DateTime')
    return [
      ['nu', `${TODAY}T10:00:00Z`],
      ['toen', '2026-10-01T12:00:00Z'],
    ];
  if (type.name === 'UUID') {
    const tabel = tabelVan(veld.name, wortel.name);
    const [vreemd] = register.sporen.idsVan(vrager, tabel, false);
    return [
      ['onbekend', als(randomUUID())],
      ...(vreemd === undefined ? [] : [['vreemd', als(vreemd)] as [string, unknown]]),
    ];
  }
  const { bsn, merk } = register.sporen.vreemde(vrager);
  if (veld.name === 'bsn')
    return [
      ['vreemd', bsn],
      ['onbekend', ONBEKENDE_BSN],
    ];
  if (veld.name === 'naam')
    return [
      ['vreemd', merk],
      ['onbekend', 'kn00000000zz'],
      ['begin', 'kn'],
      ['alles', '%'],
    ];
  if (/zorgkantoor/i.test(veld.name))
    return [
      ['a', '5516'],
      ['b', '5517'],
      ['c', '5599'],
    ];
  return register.vragers.flatMap(({ agb }) => (agb === null ? [] : [[agb, agb] as [string, unknown]]));
}
