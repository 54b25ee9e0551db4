import {
  coerceInputValue,
  isInputType,
  isNonNullType,
  typeFromAST,
  valueFromASTUntyped,
  type GraphQLSchema,
} from 'graphql';
import { badInput } from '../errors/edge-error.js';
import { neutralMessage } from '../errors/neutral-message.js';
import { isStorable } from '../storable-text.js';
import { inputPath } from './input-path.js';
import type { Operation } from './operation.js';
import { assertPageSizeVariables } from './page-size.js';

type Inputs = Readonly<Record<string, unknown>>;

/** Deeper than any input of ours; a walk over it must end somewhere. */
const MAX_DEPTH = 20;
/** What anybody lists in one request, a mutation for many at once included; the text of a document is bounded itself. */
const MAX_LIST = 1_000;

/**
 * Checks the variables of a request before the driver sees them: the driver would quote a bad value in its answer.
 * @throws EdgeError with the path of the first field that is wrong
 */
export function assertVariables(schema: GraphQLSchema, operation: Operation, inputs: Inputs): void {
  assertStorable(inputs, []);
  for (const { variable, type: typeNode, defaultValue } of operation.variableDefinitions) {
    const name = variable.name.value;
    const type = typeFromAST(schema, typeNode);
    // A type that does not exist or cannot be given is for validation to say.
    if (!isInputType(type)) continue;
    if (!Object.hasOwn(inputs, name)) {
      if (isNonNullType(type) && defaultValue === undefined)
        throw badInput(`Variabele $${name} ontbreekt.`, [name]);
      continue;
    }
    coerceInputValue(inputs[name], type, (path, _value, error) => {
      throw badInput(neutralMessage(error.message), inputPath(name, path));
    });
  }
  assertPageSizeVariables(operation.pageSizeVariables, operation.variableDefinitions, inputs);
}

/**
 * The variables with the defaults of those that were not given. The compiled form of a document forgets a default of a
 * required type (`$n: Int! = 50`), and would refuse the second time what it did the first.
 */
export function withDefaults({ variableDefinitions }: Operation, inputs: Inputs): Record<string, unknown> {
  const defaults = variableDefinitions.flatMap(({ variable: { name }, defaultValue }) =>
    defaultValue === undefined ? [] : [[name.value, valueFromASTUntyped(defaultValue)] as const],
  );
  return { ...Object.fromEntries(defaults), ...inputs };
}

function assertStorable(value: unknown, path: readonly string[]): void {
  if (typeof value === 'string') {
    if (!isStorable(value)) throw unstorable(path);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (path.length >= MAX_DEPTH) throw badInput('De invoer is te diep genest.');
  if (Array.isArray(value) && value.length > MAX_LIST) {
    const [variable = '', ...below] = path;
    throw badInput(`Een lijst heeft ten hoogste ${MAX_LIST} onderdelen.`, inputPath(variable, below));
  }
  for (const [key, inner] of Object.entries(value)) {
    if (!isStorable(key)) throw unstorable(path);
    assertStorable(inner, [...path, key]);
  }
}

function unstorable([variable = '', ...path]: readonly string[]): Error {
  return badInput('Een tekst bevat een teken dat niet kan worden bewaard.', inputPath(variable, path));
}
