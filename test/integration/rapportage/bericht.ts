import { create } from 'xmlbuilder2';
import type { Codelijsten } from '../../../src/modules/codelijst/index.js';
import {
  BERICHT,
  PATRONEN,
  type Element as Structuur,
} from '../../../src/modules/rapportage/domain/aw317.structuur.js';

/** An element of a file that was written, read back with a parser. */
export interface Gelezen {
  readonly naam: string;
  readonly attributen: Readonly<Record<string, string>>;
  readonly tekst: string;
  readonly kinderen: readonly Gelezen[];
}

const ELEMENT_NODE = 1;

interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
  readonly attributes?: Iterable<{ readonly name: string; readonly value: string }>;
}

export function lees(xml: string): Gelezen {
  return gelezen(create(xml).root().node);
}

function gelezen(node: DomNode): Gelezen {
  const kinderen = [...node.childNodes].filter(({ nodeType }) => nodeType === ELEMENT_NODE).map(gelezen);
  return {
    naam: node.nodeName,
    attributen: Object.fromEntries([...(node.attributes ?? [])].map(({ name, value }) => [name, value])),
    tekst: kinderen.length > 0 ? '' : (node.textContent ?? ''),
    kinderen,
  };
}

export function alle(element: Gelezen, naam: string): Gelezen[] {
  return element.kinderen.flatMap((kind) => [...(kind.naam === naam ? [kind] : []), ...alle(kind, naam)]);
}

/** The text of a child, or null when it is not there. */
export function waarde(element: Gelezen, naam: string): string | null {
  return element.kinderen.find((kind) => kind.naam === naam)?.tekst ?? null;
}

/** Everything in which a file is not what the structure says: unknown, misplaced, too few, too many, no such code. */
export function gebreken(bericht: Gelezen, codelijsten: Codelijsten, day: string): string[] {
  return bericht.naam === BERICHT.naam ? gebrekenVan(bericht, BERICHT, codelijsten, day) : [bericht.naam];
}

function gebrekenVan(
  element: Gelezen,
  { naam, inhoud }: Structuur,
  codelijsten: Codelijsten,
  day: string,
): string[] {
  if (typeof inhoud === 'string') {
    if (element.kinderen.length > 0) return [`${naam}: no text`];
    if (inhoud in PATRONEN)
      return PATRONEN[inhoud as keyof typeof PATRONEN].test(element.tekst) ? [] : [`${naam}: ${inhoud}`];
    return codelijsten.holds(inhoud as 'COD001', element.tekst, day)
      ? []
      : [`${naam}: no ${inhoud} ${element.tekst}`];
  }
  const order = inhoud.map((kind) => kind.naam);
  const places = element.kinderen.map((kind) => order.indexOf(kind.naam));
  const misplaced = places.some((place, index) => place < 0 || place < (places[index - 1] ?? 0));
  const counted = inhoud.flatMap((kind) => {
    const found = element.kinderen.filter((one) => one.naam === kind.naam);
    const wrong = found.length < kind.min || (kind.max === 1 && found.length > 1);
    return [
      ...(wrong ? [`${naam}/${kind.naam} stands ${found.length} times`] : []),
      ...found.flatMap((one) => gebrekenVan(one, kind, codelijsten, day)),
    ];
  });
  return [...(misplaced ? [`${naam}: order`] : []), ...counted];
}
