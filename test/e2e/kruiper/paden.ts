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
  /** What each of those fields is. */
  readonly typen: readonly string[];
  readonly bladen: readonly string[];
  /** Roughly how many objects it brings per row of a list. */
  readonly gewicht: number;
}

/** Wrappers of a list: they cost no level, there is nothing else to see on them. */
const OMHULSEL = new Set(['edges', 'node', 'pageInfo']);
const RIJEN = 5;
/** What a nested field may be asked for beside what it gives by itself. */
const PEILING: Readonly<Record<string, string>> = { Date: '2026-03-01', DateTime: '2026-10-20T12:00:00Z' };

/** All ways of at most `diepte` levels from one root field on. */
export function paden(schema: GraphQLSchema, root: GraphQLField<unknown, unknown>, diepte: number): Pad[] {
  const gevonden: Pad[] = [];
  const loop = (type: GraphQLNamedType, weg: Omit<Pad, 'bladen'>, niveau: number): void => {
    if (isUnionType(type) || isInterfaceType(type)) {
      for (const one of schema.getPossibleTypes(type))
        loop(one, { ...verder(weg, `... on ${one.name}`, one.name), gewicht: weg.gewicht }, niveau);
      return;
    }
    if (!isObjectType(type)) return;
    gevonden.push({ ...weg, bladen: ['__typename', ...bladen(type)] });
    for (const field of takken(type)) {
      const next = niveau + (OMHULSEL.has(field.name) ? 0 : 1);
      if (next > diepte) continue;
      const rijen = isListType(getNullableType(field.type)) && field.name !== 'edges' ? RIJEN : 1;
      const onder = getNamedType(field.type);
      const verderop = (naam: string): Omit<Pad, 'bladen'> => {
        return { ...verder(weg, naam, onder.name), gewicht: weg.gewicht * rijen };
      };
      loop(onder, verderop(field.name), next);
      // What hangs below it is the same kind of thing whatever was asked for.
      for (const naam of toen(field)) loop(onder, verderop(naam), diepte);
    }
  };
  loop(getNamedType(root.type), { velden: [], typen: [], gewicht: 1 }, 1);
  return gevonden;
}

/** Of these ways the shortest by which each field of each type is reached, and no more. */
export function eensPerVeld(root: GraphQLField<unknown, unknown>, wegen: readonly Pad[]): Pad[] {
  const gezien = new Set<string>();
  const nieuw = (type: string, veld: string): boolean => {
    const sleutel = `${type}.${veld}`;
    return !gezien.has(sleutel) && gezien.add(sleutel).size > 0;
  };
  const kort = [...wegen].sort((a, b) => a.velden.length - b.velden.length);
  return kort.flatMap((weg) => {
    const hier = [getNamedType(root.type).name, ...weg.typen];
    const stap = weg.velden.length > 0 && nieuw(hier.at(-2) ?? '', weg.velden.at(-1) ?? '');
    const bladen = weg.bladen.filter((blad) => blad !== '__typename' && nieuw(hier.at(-1) ?? '', blad));
    return stap || bladen.length > 0 ? [{ ...weg, bladen: ['__typename', ...bladen] }] : [];
  });
}

function verder(
  { velden, typen }: Omit<Pad, 'bladen'>,
  veld: string,
  type: string,
): Pick<Pad, 'velden' | 'typen'> {
  return { velden: [...velden, veld], typen: [...typen, type] };
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

/** The field with each of its arguments filled in, and with all of them. */
function toen({ name, args }: GraphQLField<unknown, unknown>): string[] {
  const gevuld = args.flatMap((argument) => {
    const waarde = PEILING[getNamedType(argument.type).name];
    return waarde === undefined ? [] : [`${argument.name}: "${waarde}"`];
  });
  const keuzes = gevuld.length > 1 ? [...gevuld, gevuld.join(', ')] : gevuld;
  return keuzes.map((keuze, index) => `${name}${index}: ${name}(${keuze})`);
}

const isSamengesteld = (type: GraphQLNamedType): boolean =>
  isObjectType(type) || isUnionType(type) || isInterfaceType(type);

/** True when the field can be asked without arguments. */
function zonderPlicht({ args }: GraphQLField<unknown, unknown>): boolean {
  return args.every(({ type, defaultValue }) => !isNonNullType(type) || defaultValue !== undefined);
}
