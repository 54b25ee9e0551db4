import { GraphQLSchemaHost } from '@nestjs/graphql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import { issueDevelopmentToken } from '../../../src/modules/toegang/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';

/** A field with a reason: the mutation and the path from its input. */
interface Redenveld {
  readonly mutation: string;
  readonly input: string;
  readonly pad: readonly string[];
}

const NAAM = /(reden|toelichting|omschrijving|^bron$)/i;
/** Codes of lists that are checked as codes. */
const CODES = [
  'endBemiddelingspecificatie.redenIntrekking',
  'refuseAanbod.reden',
  'reportLeveringperiode.beeindigingReden',
];
/** Here the network has a code of one or two digits, so one character is enough. */
const OOK_EEN_CODE = [
  'correctUitstelperiode.reden',
  'reportAfstel.reden',
  'reportUitstelperiode.reden',
  'reportUitstelperioden.meldingen.reden',
];
const SCHIJN = [
  '',
  '   ',
  '\u200B',
  '\u202E\u202E\u202E',
  'a\u0007b',
  '\u0301\u0301\u0301',
  'x'.repeat(1001),
];
/** Texts that have a shape of their own. */
const TEKST: Readonly<Record<string, string>> = {
  leveringsstatus: '7',
  leveringsstatusClassificatie: '12',
  zorgkantoor: '5517',
};

let app: TestApp;
let redenen: readonly Redenveld[];

beforeAll(async () => {
  app = await startTestApp();
  redenen = vindRedenen();
});
afterAll(() => app.close());

const schema = () => app.app.get(GraphQLSchemaHost, { strict: false }).schema;

/** Every free text of every mutation whose name says that it is a reason, a remark or a source. */
function vindRedenen(): Redenveld[] {
  return Object.values(schema().getMutationType()?.getFields() ?? {}).flatMap(({ name: mutation, args }) => {
    const [arg] = args;
    if (arg === undefined) return [];
    return paden(arg.type).map((pad) => ({ mutation, input: String(arg.type), pad }));
  });
}

function paden(type: GraphQLInputType): string[][] {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((field) => {
    if (getNamedType(field.type).name === 'String') return NAAM.test(field.name) ? [[field.name]] : [];
    return paden(field.type).map((below) => [field.name, ...below]);
  });
}

/** An input that is right but for the text at the end of the path. */
function invoer(type: GraphQLInputType, pad: readonly string[], text: string): unknown {
  const [next, ...rest] = pad;
  const named = getNamedType(type);
  if (isNonNullType(type)) return invoer(type.ofType, pad, text);
  if (isListType(type)) return [invoer(type.ofType, pad, text)];
  if (!isInputObjectType(named)) return next === undefined ? text : null;
  const fields = Object.values(named.getFields()).filter(
    (field) => isNonNullType(field.type) || field.name === next,
  );
  return Object.fromEntries(
    fields.map((field) => [
      field.name,
      field.name === next ? invoer(field.type, rest, text) : gewoon(field, field.type),
    ]),
  );
}

function gewoon({ name }: GraphQLInputField, type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return gewoon({ name } as GraphQLInputField, type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  const values: Readonly<Record<string, unknown>> = {
    UUID: '0b1e2c3d-0000-4000-8000-000000000001',
    Int: 1,
    Boolean: true,
    Date: '2026-11-01',
  };
  return values[getNamedType(type).name] ?? TEKST[name] ?? 'WOORD';
}

/** What the door says of the field; null when it lets the text in, whatever comes behind it. */
async function bezwaar({ mutation, input, pad }: Redenveld, text: string): Promise<string | null> {
  const [arg] = schema().getMutationType()?.getFields()[mutation]?.args ?? [];
  if (arg === undefined) throw new Error(mutation);
  const token = await issueDevelopmentToken(app.config, {
    sub: 'proef',
    rollen: ['ZORGKANTOOR', 'ZORGAANBIEDER', 'BEHEERDER'],
    uzovi: ['5517'],
    agb: '99000001',
  });
  for (const rol of ['ZORGKANTOOR', 'ZORGAANBIEDER', 'BEHEERDER']) {
    const response = await fetch(app.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'x-wlz-rol': rol,
      },
      body: JSON.stringify({
        query: `mutation ($input: ${input}) { ${mutation}(input: $input) { __typename } }`,
        variables: { input: invoer(arg.type, pad, text) },
      }),
    });
    const { errors = [] } = (await response.json()) as {
      errors?: { message: string; extensions: { code: string; pad?: string[] } }[];
    };
    const [error] = errors;
    if (error?.extensions.code === 'FORBIDDEN') continue;
    if (error?.extensions.code !== 'BAD_USER_INPUT') return null;
    expect(error.extensions.pad?.at(-1)).toBe(pad.at(-1));
    expect(error.message).toMatch(/zichtba(ar|re) teken|tekens die niet|ten hoogste/);
    return error.message;
  }
  throw new Error(`${mutation} is for nobody`);
}

const naam = ({ mutation, pad }: Redenveld): string => [mutation, ...pad].join('.');
const vrij = (): Redenveld[] => redenen.filter((veld) => !CODES.includes(naam(veld)));

describe('every reason of the schema', () => {
  it('is known to this test', () => {
    expect(redenen.map(naam)).toEqual(expect.arrayContaining([...CODES, ...OOK_EEN_CODE]));
    expect(vrij().length).toBeGreaterThan(15);
  });

  it('is refused when nobody could read it', async () => {
    for (const veld of vrij())
      for (const text of SCHIJN) expect([naam(veld), text, await bezwaar(veld, text)]).not.toContain(null);
  });

  it('has three visible characters, or one where the network has a code', async () => {
    for (const veld of vrij()) {
      expect([naam(veld), await bezwaar(veld, 'a b')]).toEqual([
        naam(veld),
        OOK_EEN_CODE.includes(naam(veld)) ? null : expect.stringContaining('ten minste 3 zichtbare'),
      ]);
      expect([naam(veld), await bezwaar(veld, 'ja!')]).toEqual([naam(veld), null]);
    }
  });
});
