import { getNamedType, type GraphQLField } from 'graphql';
import type { Pad } from './paden.js';

/** How a question is written; what it asks stays the same, but for `weggelaten`, which asks for nothing at all. */
export const VORMEN = [
  'gewoon',
  'alias op blad',
  'alias op tak',
  'inline fragment',
  'fragment',
  'voorwaarde op blad',
  'voorwaarde op tak',
  'voorwaarde op fragment',
  'weggelaten',
] as const;
export type Vorm = (typeof VORMEN)[number];

/** Fields of one question, fragments written out. */
const MAX_VELDEN = 400;
const MAX_GEWICHT = 400;
/** The door takes no more than 30 aliases and 20 directives. */
const MAX_ALIASSEN = 28;
const MAX_VOORWAARDEN = 18;

/** What is selected of something: its plain fields, and what is selected of what hangs below it. */
interface Tak {
  readonly type: string;
  readonly bladen: Set<string>;
  readonly onder: Map<string, Tak>;
}

/** Writes one level. `n` counts on through the document. */
interface Schrijver {
  blad(naam: string, n: number): string;
  tak(naam: string, binnen: string, n: number): string;
  /** What stands between the braces of something of this type. */
  binnen(velden: string, type: string, n: number): string;
}

const isVeld = (naam: string): boolean => !naam.startsWith('...');
const zonderAlias = (naam: string): boolean => isVeld(naam) && !naam.includes(':');
const mits = (n: number): string => (n % 2 === 0 ? '@include(if: $ja)' : '@skip(if: $nee)');
const GEWOON: Schrijver = {
  blad: (naam) => naam,
  tak: (naam, binnen) => `${naam} { ${binnen} }`,
  binnen: (velden) => velden,
};

function schrijverVan(vorm: Vorm, fragmenten: string[]): Schrijver {
  switch (vorm) {
    case 'gewoon':
      return GEWOON;
    case 'alias op blad':
      return { ...GEWOON, blad: (naam, n) => `z${n}: ${naam}` };
    case 'alias op tak':
      return {
        ...GEWOON,
        tak: (naam, binnen, n) => `${zonderAlias(naam) ? `z${n}: ` : ''}${naam} { ${binnen} }`,
      };
    case 'inline fragment':
      // With the type and without, one in the other.
      return { ...GEWOON, binnen: (velden, type) => `... on ${type} { ... { ${velden} } }` };
    case 'fragment':
      // Every level is a named fragment that spreads those of the levels below it.
      return {
        ...GEWOON,
        binnen: (velden, type, n) => {
          fragmenten.push(`fragment F${n} on ${type} { ${velden} }`);
          return `...F${n}`;
        },
      };
    case 'voorwaarde op blad':
      return { ...GEWOON, blad: (naam, n) => `${naam} ${mits(n)}` };
    case 'voorwaarde op tak':
      return { ...GEWOON, tak: (naam, binnen, n) => `${naam} ${mits(n)} { ${binnen} }` };
    case 'voorwaarde op fragment':
      return {
        ...GEWOON,
        binnen: (velden, type, n) => {
          if (n % 2 === 0) return `... on ${type} ${mits(n / 2)} { ${velden} }`;
          fragmenten.push(`fragment F${n} on ${type} { ${velden} }`);
          return `...F${n} ${mits((n - 1) / 2)}`;
        },
      };
    case 'weggelaten':
      return {
        ...GEWOON,
        binnen: (velden, _type, n) =>
          `... ${n % 2 === 0 ? '@include(if: $nee)' : '@skip(if: $ja)'} { ${velden} }`,
      };
  }
}

/** Writes ways out as one document; `variabelen` are definitions of those that the arguments use. */
export function document(
  root: GraphQLField<unknown, unknown>,
  argumenten: string,
  wegen: readonly Pad[],
  vorm: Vorm = 'gewoon',
  soort: 'query' | 'mutation' = 'query',
  variabelen: readonly string[] = [],
): string {
  const fragmenten: string[] = [];
  const velden = selectie(root, wegen, vorm, fragmenten);
  const alles = [velden, ...fragmenten].join(' ');
  // What is not used may not be declared.
  const eigen = ['ja', 'nee'].filter((naam) => alles.includes(`$${naam})`));
  const kop = [...variabelen, ...eigen.map((naam) => `$${naam}: Boolean! = ${String(naam === 'ja')}`)];
  const naam = vorm.startsWith('alias') ? `z: ${root.name}` : root.name;
  const vraag = `${naam}${argumenten}${velden === '' ? '' : ` { ${velden} }`}`;
  return [`${soort}${kop.length === 0 ? '' : ` (${kop.join(', ')})`} { ${vraag} }`, ...fragmenten].join(' ');
}

/** Writes ways out as what stands between the braces; named fragments are added to `fragmenten`. */
function selectie(
  root: GraphQLField<unknown, unknown>,
  wegen: readonly Pad[],
  vorm: Vorm,
  fragmenten: string[],
): string {
  const schrijver = schrijverVan(vorm, fragmenten);
  let n = 0;
  const schrijf = ({ type, bladen, onder }: Tak): string => {
    const velden = [
      ...[...bladen].map((naam) => schrijver.blad(naam, n++)),
      ...[...onder].map(([naam, tak]) =>
        isVeld(naam) ? schrijver.tak(naam, schrijf(tak), n++) : GEWOON.tak(naam, schrijf(tak), n),
      ),
    ].join(' ');
    return velden === '' ? '' : schrijver.binnen(velden, type, n++);
  };
  return schrijf(boomVan(getNamedType(root.type).name, wegen));
}

function boomVan(type: string, wegen: readonly Pad[]): Tak {
  const boom: Tak = { type, bladen: new Set(), onder: new Map() };
  for (const { velden, typen, bladen } of wegen) {
    let here = boom;
    for (const [index, veld] of velden.entries()) {
      const next = here.onder.get(veld) ?? { type: typen[index] ?? '', bladen: new Set(), onder: new Map() };
      here.onder.set(veld, next);
      here = next;
    }
    for (const blad of bladen) here.bladen.add(blad);
  }
  return boom;
}

/** Ways that go in one document together, written in this form. */
export function pakken(wegen: readonly Pad[], vorm: Vorm = 'gewoon'): Pad[][] {
  const meest = perDocument(vorm);
  const delen: Pad[][] = [];
  let deel: Pad[] = [];
  let [velden, gewicht, versiering] = [0, 0, 0];
  for (const weg of wegen.flatMap((one) => (meest.blad === null ? [one] : knip(one, meest.blad)))) {
    const meer = weg.bladen.length + weg.velden.length;
    const erbij = meest.blad === null ? weg.velden.length + 1 : weg.bladen.length;
    if (
      deel.length > 0 &&
      (velden + meer > MAX_VELDEN || gewicht + weg.gewicht > MAX_GEWICHT || versiering + erbij > meest.samen)
    ) {
      delen.push(deel);
      deel = [];
      [velden, gewicht, versiering] = [0, 0, 0];
    }
    deel.push(weg);
    velden += meer;
    gewicht += weg.gewicht;
    versiering += erbij;
  }
  return [...delen, deel];
}

/** How many leaves of one way, and how many decorated places together, a document of this form has room for. */
function perDocument(vorm: Vorm): { readonly blad: number | null; readonly samen: number } {
  switch (vorm) {
    case 'alias op blad':
      return { blad: MAX_ALIASSEN, samen: MAX_ALIASSEN };
    case 'voorwaarde op blad':
      return { blad: MAX_VOORWAARDEN, samen: MAX_VOORWAARDEN };
    case 'alias op tak':
      return { blad: null, samen: MAX_ALIASSEN };
    case 'voorwaarde op tak':
    case 'voorwaarde op fragment':
    case 'weggelaten':
      return { blad: null, samen: MAX_VOORWAARDEN };
    default:
      return { blad: null, samen: Number.POSITIVE_INFINITY };
  }
}

function knip(weg: Pad, meest: number): Pad[] {
  const aantal = Math.ceil(weg.bladen.length / meest);
  return Array.from({ length: aantal }, (_, index) => ({
    ...weg,
    bladen: weg.bladen.slice(index * meest, (index + 1) * meest),
  }));
}
