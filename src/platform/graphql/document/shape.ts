import {
  Kind,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { badDocument } from '../errors/edge-error.js';

/** How large an operation is once its fragments are written out. */
export interface Shape {
  /** Levels of nested fields. */
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields at this level other than `__typename`, each use counted. */
  readonly levelFields: number;
  /** Names of the fields at this level. */
  readonly levelNames: ReadonlySet<string>;
}

const NOTHING: Shape = {
  depth: 0,
  fields: 0,
  aliases: 0,
  directives: 0,
  levelFields: 0,
  levelNames: new Set(),
};
/** Written out, nested fragments grow beyond what a number can count; past this it does not matter how far. */
const PLENTY = 1_000_000;

/**
 * Measures an operation without writing its fragments out: each fragment is measured once, so that a few lines that
 * stand for a billion fields cost no more than their own length.
 */
export function measure(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Shape {
  const known = new Map<string, Shape | 'busy'>();

  function ofFragment(name: string): Shape {
    const before = known.get(name);
    if (before === 'busy') throw badDocument('Een fragment verwijst naar zichzelf.');
    if (before !== undefined) return before;
    const fragment = fragments.get(name);
    if (fragment === undefined) return NOTHING;
    known.set(name, 'busy');
    const shape = plusDirectives(ofSelections(fragment.selectionSet), fragment.directives?.length);
    known.set(name, shape);
    return shape;
  }

  function ofSelections({ selections }: SelectionSetNode): Shape {
    return selections.reduce<Shape>((sum, selection) => {
      switch (selection.kind) {
        case Kind.FIELD: {
          const below = selection.selectionSet === undefined ? NOTHING : ofSelections(selection.selectionSet);
          const name = selection.name.value;
          const field: Shape = {
            depth: below.depth + 1,
            fields: below.fields + 1,
            aliases: below.aliases + (selection.alias === undefined ? 0 : 1),
            directives: below.directives,
            levelFields: name === '__typename' ? 0 : 1,
            levelNames: new Set([name]),
          };
          return add(sum, plusDirectives(field, selection.directives?.length));
        }
        case Kind.INLINE_FRAGMENT:
          return add(sum, plusDirectives(ofSelections(selection.selectionSet), selection.directives?.length));
        case Kind.FRAGMENT_SPREAD:
          return add(sum, plusDirectives(ofFragment(selection.name.value), selection.directives?.length));
      }
    }, NOTHING);
  }

  const own = (operation.variableDefinitions ?? []).reduce(
    (n, { directives = [] }) => n + directives.length,
    0,
  );
  return plusDirectives(ofSelections(operation.selectionSet), own + (operation.directives?.length ?? 0));
}

function add(a: Shape, b: Shape): Shape {
  return {
    depth: Math.max(a.depth, b.depth),
    fields: Math.min(a.fields + b.fields, PLENTY),
    aliases: Math.min(a.aliases + b.aliases, PLENTY),
    directives: Math.min(a.directives + b.directives, PLENTY),
    levelFields: Math.min(a.levelFields + b.levelFields, PLENTY),
    levelNames: a.levelNames.size === 0 ? b.levelNames : new Set([...a.levelNames, ...b.levelNames]),
  };
}

function plusDirectives(shape: Shape, directives = 0): Shape {
  return directives === 0 ? shape : { ...shape, directives: Math.min(shape.directives + directives, PLENTY) };
}
