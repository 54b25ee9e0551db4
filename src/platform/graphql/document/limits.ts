import { badDocument, type EdgeError } from '../errors/edge-error.js';
import type { Shape } from './shape.js';

/**
 * How large one operation may be, fragments written out. The screens of a zorgkantoor stay far below; what is above is
 * an accident or an attack. `fields` is what keeps fragment bombs away from validation and the compiler.
 */
export const LIMITS = {
  text: 20_000,
  tokens: 2_000,
  depth: 15,
  aliases: 30,
  directives: 20,
  fields: 1_000,
} as const;

const META_FIELDS: ReadonlySet<string> = new Set(['__typename', '__schema', '__type']);
const INTROSPECTION: ReadonlySet<string> = new Set(['__schema', '__type']);

/** True when the operation asks about the schema only and never reaches a resolver of ours. */
export function asksSchemaOnly({ levelNames }: Shape): boolean {
  return [...levelNames].every((name) => META_FIELDS.has(name));
}

export function asksIntrospection({ levelNames }: Shape): boolean {
  return [...levelNames].some((name) => INTROSPECTION.has(name));
}

/** The limit an operation breaks, or null. GraphiQL's introspection nests deeper than any question of a person. */
export function brokenLimit(kind: 'query' | 'mutation' | 'subscription', shape: Shape): EdgeError | null {
  if (kind === 'mutation' && shape.levelFields > 1) {
    return badDocument('Stuur één opdracht (mutation) per verzoek.');
  }
  if (shape.depth > LIMITS.depth && !(asksSchemaOnly(shape) && asksIntrospection(shape))) {
    return badDocument(`De vraag is te diep genest; ten hoogste ${LIMITS.depth} niveaus.`);
  }
  if (shape.aliases > LIMITS.aliases)
    return badDocument(`De vraag heeft te veel aliassen; ten hoogste ${LIMITS.aliases}.`);
  if (shape.directives > LIMITS.directives) {
    return badDocument(`De vraag heeft te veel directives; ten hoogste ${LIMITS.directives}.`);
  }
  if (shape.fields > LIMITS.fields)
    return badDocument(`De vraag heeft te veel velden; ten hoogste ${LIMITS.fields}.`);
  return null;
}
