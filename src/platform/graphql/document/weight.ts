import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  isInterfaceType,
  Kind,
  OperationTypeNode,
  typeFromAST,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type NamedTypeNode,
  type SelectionSetNode,
} from 'graphql';
import { badDocument } from '../errors/edge-error.js';
import type { Operation } from './operation.js';
import { PAGE_ARGUMENT } from './page-size.js';

/** Objects an answer may hold by this estimate; a screen of everything about one client is far below a thousand. */
export const MAX_OBJECTS = 200_000;
/** A list that has no page: allocations, roles, statuses, contacts of one client. */
const ROWS = 5;
const PAGE = 50;

/** A change locks, checks and keeps; that is more work than the few objects of its answer. */
const CHANGE = 20;

type Inputs = Readonly<Record<string, unknown>>;

/**
 * Refuses a question whose answer would be enormous though its text is short: walking from a bemiddeling to its roles,
 * back, and to its roles again multiplies with every turn, and would hold everybody else up.
 * @throws EdgeError
 */
export function assertAffordable(cost: number): void {
  if (cost > MAX_OBJECTS)
    throw badDocument('De vraag haalt te veel ineens op. Vraag minder rijen, of ga minder diep.');
}

/**
 * What an operation costs with these variables: the objects its answer may hold. Worked out per request, as the size of
 * a page can come in a variable.
 */
export function costOf(schema: GraphQLSchema, operation: Operation, inputs: Inputs): number {
  const { definition, fragments } = operation;
  const defaults = pageDefaults(operation);
  const known = new Map<string, number>();

  function ofSelections(
    selectionSet: SelectionSetNode | undefined,
    type: GraphQLNamedType,
    page: number,
  ): number {
    let objects = 0;
    for (const selection of selectionSet?.selections ?? []) {
      if (selection.kind === Kind.FIELD) objects += ofField(selection, type, page);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        objects += ofSelections(selection.selectionSet, narrowed(selection.typeCondition, type), page);
      else objects += ofFragment(selection.name.value, type, page);
    }
    return objects;
  }

  function ofFragment(name: string, type: GraphQLNamedType, page: number): number {
    const key = `${name} ${page}`;
    const before = known.get(key);
    const fragment = fragments.get(name);
    if (before !== undefined || fragment === undefined) return before ?? 0;
    const objects = ofSelections(fragment.selectionSet, narrowed(fragment.typeCondition, type), page);
    known.set(key, objects);
    return objects;
  }

  function ofField(node: FieldNode, parent: GraphQLNamedType, page: number): number {
    const field =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (field === undefined) return 0;
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return 0;
    const isPage = node.name.value === 'edges';
    const rows = isListType(getNullableType(field.type)) ? (isPage ? page : ROWS) : 1;
    return rows * (1 + ofSelections(node.selectionSet, type, pageOf(node, inputs, defaults)));
  }

  const narrowed = (condition: NamedTypeNode | undefined, type: GraphQLNamedType): GraphQLNamedType =>
    (condition === undefined ? undefined : typeFromAST(schema, condition)) ?? type;

  const root = schema.getRootType(definition.operation);
  const objects = root ? ofSelections(definition.selectionSet, root, PAGE) : 0;
  return 1 + objects + (definition.operation === OperationTypeNode.MUTATION ? CHANGE : 0);
}

/** Page sizes that variables have when they are left out. */
function pageDefaults({ variableDefinitions }: Operation): ReadonlyMap<string, number> {
  return new Map(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)] as const] : [],
    ),
  );
}

/** How many rows the page of this field has, when it is one. */
function pageOf(
  { arguments: given = [] }: FieldNode,
  inputs: Inputs,
  defaults: ReadonlyMap<string, number>,
): number {
  const value = given.find(({ name }) => name.value === PAGE_ARGUMENT)?.value;
  if (value?.kind === Kind.INT) return Number(value.value);
  if (value?.kind !== Kind.VARIABLE) return PAGE;
  const name = value.name.value;
  const input = Object.hasOwn(inputs, name) ? inputs[name] : defaults.get(name);
  return typeof input === 'number' ? input : PAGE;
}
