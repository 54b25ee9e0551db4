import type { Type } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import { REFUSAL_TYPES, Weigering } from './refusal.types.js';

/**
 * The answer of a mutation: its result, or one of the refusals.
 * @param name name of the union in the schema, such as `RecordContactmomentResultaat`
 * @param result the type of the result
 */
export function resultUnion(name: string, result: () => Type<unknown>) {
  return createUnionType({
    name,
    description: 'Het resultaat, of waarom de opdracht is geweigerd.',
    types: () => [result(), ...REFUSAL_TYPES] as const,
    resolveType: (value: object) => (value instanceof Weigering ? value.typename : result()),
  });
}
