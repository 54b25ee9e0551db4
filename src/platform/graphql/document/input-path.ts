import { BREAK, Kind, parse, visit, type ASTNode } from 'graphql';

/** By our own convention the one argument of a mutation; paths are told from inside it. */
const INPUT = 'input';
/** A field or an index; anything else is a key the client made up, which may be a value in disguise. */
const PATH_STEP = /^([_A-Za-z]\w{0,60}|\d{1,4})$/;

/**
 * The path of a field in the input, as refusals of the domain tell it.
 * @param start the argument or variable it is in
 */
export function inputPath(start: string, path: readonly (string | number)[]): string[] {
  const inside = path.map((step) => (PATH_STEP.test(String(step)) ? String(step) : '…'));
  return start === INPUT && inside.length > 0 ? inside : [start, ...inside];
}

/** The path of a value written out in a document: its argument and the input fields around it; empty for other nodes. */
export function pathOfLiteral(node: ASTNode | undefined): string[] {
  if (node?.loc === undefined) return [];
  const { start, source } = node.loc;
  let found: string[] = [];
  visit(parse(source.body), {
    enter(candidate, _key, parent, _path, above) {
      if (candidate.kind !== node.kind || candidate.loc?.start !== start) return undefined;
      found = [...above, parent].flatMap(nameOf);
      return BREAK;
    },
  });
  const [argument, ...inside] = found;
  return argument === undefined ? [] : inputPath(argument, inside);
}

function nameOf(ancestor: ASTNode | readonly ASTNode[] | undefined): string[] {
  if (ancestor === undefined || !('kind' in ancestor)) return [];
  return ancestor.kind === Kind.ARGUMENT || ancestor.kind === Kind.OBJECT_FIELD ? [ancestor.name.value] : [];
}
