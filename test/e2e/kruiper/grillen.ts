import fc, { type Arbitrary } from 'fast-check';
import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import { tabelVan, vulIn, type Invulling } from './invullen.js';

/** Stands in a value where an id comes; which one is known when the question is asked. */
export interface Plek {
  readonly plek: 'eigen' | 'vreemd' | 'willekeurig' | 'eerder';
  readonly tabel: string;
  readonly keuze: number;
}

/** In every hostile text, so that an answer that repeats one is found. */
export const ECHO = 'zq7echo';

const VIJANDIG: readonly string[] = [
  `${ECHO}\u0000`,
  `${ECHO}\ud800`,
  `\u202e${ECHO}`,
  `${ECHO}\u200b\u200d`,
  `'; drop table client; -- ${ECHO}`,
  `${ECHO}' or '1'='1`,
  `<script>${ECHO}</script>`,
  `=cmd|'/c ${ECHO}'!A0`,
  `../../${ECHO}`,
  `{{7*7}}${ECHO}`,
  `%${ECHO}%`,
  `_${ECHO}\\`,
  `(((a+)+)+)$${ECHO}`,
  `${ECHO}${'e\u0301'.repeat(400)}`,
  ECHO.repeat(300),
  'a'.repeat(60_000),
  '__proto__',
  '999990019',
  '１２３４５６７８２',
  '',
  ' ',
  '\r\nx-kwaad: 1',
];
const DAGEN =
  `2026-02-30 2026-13-01 0000-01-01 0001-01-01 9999-12-31 99999-01-01 infinity -infinity now tomorrow epoch 2026
  2026-W05 20260101 1900-01-01 2024-02-29 2026-10-31 2026-11-02 2027-11-01`.split(/\s+/);
const MOMENTEN =
  `2026-03-29T02:30:00 2026-10-25T02:30:00 2026-11-01T10:00:00+99:00 2026-06-30T23:59:60Z infinity
  2026-11-01T00:00:00Z 2026-11-01T00:00:00.123456789+14:00 0001-01-01T00:00:00Z 9999-12-31T23:59:59Z`.split(
    /\s+/,
  );
const GETALLEN: readonly unknown[] = [
  0,
  -1,
  2,
  100,
  101,
  2_147_483_647,
  2_147_483_648,
  -2_147_483_648,
  1.5,
  1e308,
  '5',
  'NaN',
];
const SLEUTELS = [
  '1 or 1=1',
  '{a0ee0000-0000-4000-8000-000000000000}',
  'urn:uuid:x',
  '0'.repeat(36),
  'A0EE0000-0000-4000-8000-00000000000A',
];

type Veld = Pick<GraphQLArgument | GraphQLInputField, 'name' | 'type' | 'description' | 'defaultValue'>;

/** What may be filled in for all arguments of a root field: mostly what is meant, sometimes what is not. */
export function grillen(
  wortel: GraphQLField<unknown, unknown>,
  met: Invulling,
): Arbitrary<Record<string, unknown>> {
  return velden(wortel.args, wortel.name, met);
}

function velden(fields: readonly Veld[], root: string, met: Invulling): Arbitrary<Record<string, unknown>> {
  const required = fields.filter(({ type }) => isNonNullType(type)).map(({ name }) => name);
  const model = Object.fromEntries(fields.map((field) => [field.name, waarde(field, field.type, root, met)]));
  const zoals = fc.record(model, { requiredKeys: required });
  const karig = fc.record(model, { requiredKeys: [] });
  const vreemd = zoals.map((record) => ({ ...record, versie: 1, id: 'x', deletedAt: null, aanbiederId: 1 }));
  return fc.oneof(
    { weight: 14, arbitrary: zoals },
    { weight: 1, arbitrary: karig },
    ...(fields.length > 0 && met.agb !== '' ? [{ weight: 1, arbitrary: vreemd }] : []),
  );
}

function waarde(veld: Veld, type: GraphQLInputType, root: string, met: Invulling): Arbitrary<unknown> {
  if (isNonNullType(type)) return kans(40, waarde(veld, type.ofType, root, met), fc.constant(null));
  if (isListType(type)) {
    const one = waarde(veld, type.ofType, root, met);
    return fc.oneof(
      { weight: 8, arbitrary: fc.array(one, { maxLength: 3 }) },
      { weight: 1, arbitrary: one },
      { weight: 1, arbitrary: one.map((value) => Array.from({ length: 101 }, () => value)) },
    );
  }
  if (isInputObjectType(type)) {
    return kans(
      20,
      fc.constant(null).chain(() => velden(Object.values(type.getFields()), root, met)),
      fc.constantFrom<unknown>('x', [], 1),
    );
  }
  const goed: unknown = vulIn({ ...veld, type }, root, met);
  if (isEnumType(type)) {
    return kans(
      20,
      fc.constantFrom(...type.getValues().map(({ name }) => name)),
      fc.constantFrom('ANDERS', 'x', 1),
    );
  }
  switch (type.name) {
    case 'UUID':
      return kans(
        12,
        fc.record<Plek>({
          plek: fc.constantFrom('eigen', 'eigen', 'vreemd', 'willekeurig', 'eerder'),
          tabel: fc.constant(tabelVan(veld.name, root)),
          keuze: fc.nat(50),
        }),
        fc.constantFrom(...SLEUTELS),
      );
    case 'Int':
      return kans(2, fc.integer({ min: 1, max: 60 }), fc.constantFrom(...GETALLEN));
    case 'Boolean':
      return kans(12, fc.boolean(), fc.constantFrom<unknown>('true', 1, 0));
    case 'Date':
      return kans(2, fc.constant(goed), fc.constantFrom(...DAGEN));
    case 'DateTime':
      return kans(2, fc.constant(goed), fc.constantFrom(...MOMENTEN));
    default:
      return kans(
        3,
        fc.constant(goed),
        fc.oneof(fc.constantFrom(...VIJANDIG), fc.string({ unit: 'binary' })),
      );
  }
}

/** So many times the one for each time the other. */
function kans<A, B>(keer: number, vaak: Arbitrary<A>, soms: Arbitrary<B>): Arbitrary<A | B> {
  return fc.oneof({ weight: keer, arbitrary: vaak }, { weight: 1, arbitrary: soms });
}
