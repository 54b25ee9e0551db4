import {
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  isUnionType,
  isInterfaceType,
  isNonNullType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** One way through the schema: the composite fields from the root, and the plain fields at its end. */
export interface Pad {
  readonly velden: readonly string[];
  readonly bladen: readonly string[];
  /** Roughly how many objects it brings per row of a list. */
  readonly gewicht: number;
}

/** Wrappers of a list: they cost no level, there is nothing else to see on them. */
const OMHULSEL = new Set(['edges', 'node', 'pageInfo']);
const RIJEN = 5;

/** All ways of at most `diepte` levels from one root field on. */
export function paden(schema: GraphQLSchema, root: GraphQLField<unknown, unknown>, diepte: number): Pad[] {
  const gevonden: Pad[] = [];
  const loop = (
    type: GraphQLNamedType,
    velden: readonly string[],
    niveau: number,
    gewicht: number,
    bij = '',
  ): void => {
    if (isUnionType(type) || isInterfaceType(type)) {
      for (const one of schema.getPossibleTypes(type))
        loop(one, velden, niveau, gewicht, `... on ${one.name}`);
      return;
    }
    if (!isObjectType(type)) return;
    const hier = bij === '' ? velden : [...velden, bij];
    gevonden.push({ velden: hier, bladen: ['__typename', ...bladen(type)], gewicht });
    for (const field of takken(type)) {
      const next = niveau + (OMHULSEL.has(field.name) ? 0 : 1);
      if (next > diepte) continue;
      const rijen = isListType(getNullableType(field.type)) && field.name !== 'edges' ? RIJEN : 1;
      loop(getNamedType(field.type), [...hier, field.name], next, gewicht * rijen);
    }
  };
  loop(getNamedType(root.type), [], 1, 1);
  return gevonden;
}

function bladen(type: GraphQLObjectType): string[] {
  return Object.values(type.getFields())
    .filter((field) => !isSamengesteld(getNamedType(field.type)) && zonderPlicht(field))
    .map(({ name }) => name);
}

function takken(type: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
  return Object.values(type.getFields()).filter(
    (field) => isSamengesteld(getNamedType(field.type)) && zonderPlicht(field),
  );
}

const isSamengesteld = (type: GraphQLNamedType): boolean =>
  isObjectType(type) || isUnionType(type) || isInterfaceType(type);

/** True when the field can be asked without arguments. */
function zonderPlicht({ args }: GraphQLField<unknown, unknown>): boolean {
  return args.every(({ type, defaultValue }) => !isNonNullType(type) || defaultValue !== undefined);
}

type Boom = Map<string, Boom>;

/** How a question is written; what it asks stays the same. */
export type Vorm = 'gewoon' | 'alias' | 'fragment' | 'inline';
export const VORMEN: readonly Vorm[] = ['gewoon', 'alias', 'fragment', 'inline'];

const MAX_ALIASSEN = 25;
const MAX_DIRECTIVES = 15;

/** Writes ways out as one document. */
export function document(
  root: GraphQLField<unknown, unknown>,
  argumenten: string,
  wegen: readonly Pad[],
  vorm: Vorm = 'gewoon',
): string {
  let aliassen = vorm === 'alias' ? MAX_ALIASSEN : 0;
  let directives = vorm === 'inline' ? MAX_DIRECTIVES : 0;
  const schrijf = (tak: Boom): string =>
    [...tak]
      .map(([naam, onder]) => {
        const isVeld = !naam.startsWith('...');
        const alias = isVeld && aliassen-- > 0 ? `z${aliassen}: ` : '';
        const mits = isVeld && onder.size > 0 && directives-- > 0 ? ' @include(if: $ja)' : '';
        if (onder.size === 0) return `${alias}${naam}`;
        return `${alias}${naam}${mits} { ${vorm === 'inline' ? `... { ${schrijf(onder)} }` : schrijf(onder)} }`;
      })
      .join(' ');
  const velden = schrijf(boomVan(wegen));
  const vraag = `${root.name}${argumenten}`;
  if (velden === '') return `{ ${vraag} }`;
  if (vorm === 'fragment') {
    const type = getNamedType(root.type).name;
    return `{ a: ${vraag} { ...F } b: ${vraag} { ... on ${type} { ...F } } } fragment F on ${type} { ${velden} }`;
  }
  return vorm === 'inline'
    ? `query ($ja: Boolean = true, $nee: Boolean = false) { z: __typename @include(if: $ja) ${vraag} @skip(if: $nee) { ${velden} } }`
    : `{ ${vraag} { ${velden} } }`;
}

/** Writes ways out as what stands between the braces. */
export function selectie(wegen: readonly Pad[]): string {
  const schrijf = (tak: Boom): string =>
    [...tak].map(([naam, onder]) => (onder.size === 0 ? naam : `${naam} { ${schrijf(onder)} }`)).join(' ');
  return schrijf(boomVan(wegen));
}

function boomVan(wegen: readonly Pad[]): Boom {
  const boom: Boom = new Map();
  for (const { velden, bladen: leaves } of wegen) {
    let here = boom;
    for (const veld of velden) {
      const next: Boom = here.get(veld) ?? new Map<string, Boom>();
      here.set(veld, next);
      here = next;
    }
    for (const leaf of leaves) here.set(leaf, here.get(leaf) ?? new Map<string, Boom>());
  }
  return boom;
}
