import { Kind, visit, type DocumentNode, type ValueNode, type VariableDefinitionNode } from 'graphql';
import { badInput } from '../errors/edge-error.js';
import { MAX_PAGE } from '../pagination.js';

export const PAGE_ARGUMENT = 'first';

/** The value every page size of a document comes from: a literal, or the name of a variable. */
export function pageSizes(document: DocumentNode): {
  readonly literals: ValueNode[];
  readonly variables: Set<string>;
} {
  const literals: ValueNode[] = [];
  const variables = new Set<string>();
  visit(document, {
    Field({ arguments: fieldArguments = [] }) {
      for (const { name, value } of fieldArguments) {
        if (name.value !== PAGE_ARGUMENT) continue;
        if (value.kind === Kind.VARIABLE) variables.add(value.name.value);
        else literals.push(value);
      }
    },
  });
  return { literals, variables };
}

/** @throws EdgeError when a page size written in the document is out of bounds; other types are left to validation */
export function assertPageSizeLiterals(values: readonly ValueNode[]): void {
  for (const value of values) if (value.kind === Kind.INT) assertPageSize(Number(value.value));
}

/** @throws EdgeError when a page size that comes in a variable, or from its default, is out of bounds */
export function assertPageSizeVariables(
  names: ReadonlySet<string>,
  definitions: readonly VariableDefinitionNode[],
  inputs: Readonly<Record<string, unknown>>,
): void {
  for (const { variable, defaultValue } of definitions) {
    const name = variable.name.value;
    if (!names.has(name)) continue;
    if (Object.hasOwn(inputs, name)) assertPageSize(inputs[name]);
    else if (defaultValue !== undefined) assertPageSizeLiterals([defaultValue]);
  }
}

function assertPageSize(size: unknown): void {
  if (!Number.isInteger(size) || Number(size) < 1 || Number(size) > MAX_PAGE) {
    throw badInput(`Vraag 1 tot en met ${MAX_PAGE} rijen per pagina.`, [PAGE_ARGUMENT]);
  }
}
