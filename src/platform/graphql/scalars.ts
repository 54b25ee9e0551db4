import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { Temporal } from 'temporal-polyfill';
import { isDay } from '../clock/index.js';

const UUID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** Turns text of the client into the internal form; null when it is not a value of this scalar. */
type Reader = (text: string) => string | null;

function textScalar(
  name: string,
  description: string,
  read: Reader,
  expected: string,
): GraphQLScalarType<string, string> {
  // The refusal names what is expected, never what came in: that may be a BSN.
  const parse = (value: unknown, nodes?: ValueNode): string => {
    const result = typeof value === 'string' ? read(value) : null;
    if (result === null) throw new GraphQLError(expected, { nodes, extensions: { code: 'BAD_USER_INPUT' } });
    return result;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => {
      if (typeof value !== 'string') throw new TypeError(`${name} is kept as text; something else came in.`);
      return value;
    },
    parseValue: (value) => parse(value),
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : null, node),
  });
}

/** Null for an hour that does not exist, a leap second or an offset beyond what zones use. */
function readInstant(text: string): string | null {
  if (!INSTANT_PATTERN.test(text) || text.slice(17, 19) === '60' || !isDay(text.slice(0, 10))) return null;
  try {
    return Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 });
  } catch {
    return null;
  }
}

/** A calendar day: a `Day` of platform/clock inside, `YYYY-MM-DD` outside. */
export const DateScalar = textScalar(
  'Date',
  'Een kalenderdag, geschreven als JJJJ-MM-DD.',
  (text) => (isDay(text) ? text : null),
  'Verwacht wordt een bestaande dag als JJJJ-MM-DD.',
);

/** A moment: an `Instant` of platform/clock inside; any zone offset is taken and brought to UTC. */
export const DateTimeScalar = textScalar(
  'DateTime',
  'Een moment volgens ISO 8601 met tijdzone, bijvoorbeeld 2026-11-01T09:30:00+01:00. Uitvoer is in UTC.',
  readInstant,
  'Verwacht wordt een moment met tijdzone volgens ISO 8601.',
);

/** An id. Upper case is taken and brought to lower case, so that equal ids compare as equal text. */
export const UuidScalar = textScalar(
  'UUID',
  'Een identificatie als UUID (RFC 9562), in kleine letters.',
  (text) => {
    const lower = text.toLowerCase();
    return UUID_PATTERN.test(lower) ? lower : null;
  },
  'Verwacht wordt een UUID.',
);
