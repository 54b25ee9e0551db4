import { randomUUID } from 'node:crypto';
import {
  getNamedType,
  isInputObjectType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLField,
} from 'graphql';
import { tabelVan, vulIn, type Sleutelkeuze } from './invullen.js';
import type { Kruiper } from './kruiper.js';
import { paden, type Pad } from './paden.js';
import type { Vrager } from './register.js';
import { document, pakken, VORMEN, type Vorm } from './vormen.js';

type Wortel = GraphQLField<unknown, unknown>;

/** Two requests that differ in nothing but an id: that of something the asker may not see, and one that is nobody's. */
export interface Paar {
  readonly wortel: Wortel;
  readonly soort: 'query' | 'mutation';
  /** The field with the id, and how it is asked. */
  readonly waar: string;
  readonly vreemd: string;
  readonly onbekend: string;
}

/** How each pair is written: every form, or plain and in a different one each time. */
export type Keuze = (beurt: number) => readonly Vorm[];
export const IEDERE_VORM: Keuze = () => VORMEN;
export const OM_BEURTEN: Keuze = (beurt) => [
  ...new Set<Vorm>(['gewoon', VORMEN[beurt % VORMEN.length] ?? 'gewoon']),
];
export const GEWOON: Keuze = () => ['gewoon'];

/** Every query with an id as argument, with ids of others of the kind it asks for, and of three other kinds. */
export function* vraagparen(kruiper: Kruiper, vrager: Vrager, keuze: Keuze): Generator<Paar> {
  let beurt = 0;
  for (const wortel of kruiper.open(vrager, kruiper.vragen)) {
    for (const { name } of wortel.args.filter(({ type }) => getNamedType(type).name === 'UUID')) {
      const tabel = tabelVan(name, wortel.name);
      for (const kind of new Set([tabel, 'client', 'bemiddeling', 'contactmoment'])) {
        for (const [index, vreemd] of vreemden(kruiper, vrager, kind).entries()) {
          for (const vorm of index === 0 && kind === tabel ? keuze(beurt++) : GEWOON(0)) {
            // The other of two ids stays the asker's own.
            const ids =
              (id: string): Sleutelkeuze =>
              (soort, veld) =>
                veld === name ? id : kruiper.eigen(vrager)(soort, veld);
            const vraag = (id: string): string => {
              const argumenten = kruiper.argumenten(wortel, kruiper.invulling(vrager, ids(id)));
              return document(wortel, argumenten, eerste(paden(kruiper.schema, wortel, 2), vorm), vorm);
            };
            const waar = `${name} of ${kind} (${vorm})`;
            yield { wortel, soort: 'query', waar, vreemd: vraag(vreemd), onbekend: vraag(randomUUID()) };
          }
        }
      }
    }
  }
}

/** Every mutation with ids that are not the asker's: each one among own ids, and all of them. */
export function* opdrachtparen(kruiper: Kruiper, vrager: Vrager, keuze: Keuze): Generator<Paar> {
  let beurt = 0;
  for (const wortel of kruiper.open(vrager, kruiper.opdrachten)) {
    const [input] = wortel.args;
    if (input === undefined) continue;
    const velden = new Map<string, string>();
    vulIn(
      input,
      wortel.name,
      kruiper.invulling(vrager, (tabel, veld) => (velden.set(veld, tabel), randomUUID())),
    );
    for (const plan of plannen(input, velden)) {
      const soorten = plan.doel === null ? [...velden.values()] : [velden.get(plan.doel) ?? ''];
      const meest = Math.max(...soorten.map((tabel) => vreemden(kruiper, vrager, tabel).length));
      for (let index = 0; index < meest; index += 1) {
        for (const vorm of index === 0 ? keuze(beurt++) : GEWOON(0)) {
          const opdracht = (vreemd: boolean): string => {
            const ids = gemengd(kruiper, vrager, plan, vreemd ? index : null);
            const argumenten = kruiper.argumenten(wortel, kruiper.invulling(vrager, ids));
            const wegen = eerste(paden(kruiper.schema, wortel, 1), vorm);
            return document(wortel, argumenten, wegen, vorm, 'mutation');
          };
          const waar = `${plan.doel ?? 'every id'}${plan.weg.size > 0 ? ' alone' : ''} (${vorm})`;
          yield { wortel, soort: 'mutation', waar, vreemd: opdracht(true), onbekend: opdracht(false) };
        }
      }
    }
  }
}

/** Which id is not the asker's (every one when null), and which are left out. */
interface Plan {
  readonly doel: string | null;
  readonly weg: ReadonlySet<string>;
}

/** Each id by turns, all of them, and each without the others that may be left out: sometimes one excludes another. */
function plannen({ type }: GraphQLArgument, velden: ReadonlyMap<string, string>): Plan[] {
  const named = getNamedType(type);
  const mag = isInputObjectType(named)
    ? Object.values(named.getFields()).filter((veld) => !isNonNullType(veld.type) && velden.has(veld.name))
    : [];
  const ieder: (string | null)[] = [...velden.keys(), ...(velden.size > 1 ? [null] : [])];
  return [
    ...ieder.map((doel) => ({ doel, weg: new Set<string>() })),
    ...mag.flatMap(({ name }) => {
      const weg = new Set(mag.map((veld) => veld.name).filter((veld) => veld !== name));
      return weg.size > 0 ? [{ doel: name, weg }] : [];
    }),
  ];
}

/** What fits in one document; of a union the refusals first, for that is what is looked at. */
function eerste(wegen: readonly Pad[], vorm: Vorm): readonly Pad[] {
  const weigering = ({ bladen }: Pad): boolean => bladen.includes('melding');
  const [deel = []] = pakken([...wegen.filter(weigering), ...wegen.filter((weg) => !weigering(weg))], vorm);
  return deel.slice(0, 8);
}

/** Ids of one kind that are not the asker's: the first, and when there is time one in the middle and the last. */
function vreemden(kruiper: Kruiper, vrager: Vrager, tabel: string): string[] {
  const ids = kruiper.register.sporen.idsVan(vrager, tabel, false);
  const gekozen = kruiper.grondig ? [ids[0], ids[ids.length >> 1], ids.at(-1)] : [ids[0]];
  return [...new Set(gekozen)].filter((id) => id !== undefined);
}

/** Own ids, but for the field that is meant (each field when none is): somebody else's, or nobody's. */
function gemengd(
  kruiper: Kruiper,
  vrager: Vrager,
  { doel, weg }: Plan,
  vreemde: number | null,
): Sleutelkeuze {
  const eigen = kruiper.eigen(vrager);
  return (tabel, veld) => {
    if (weg.has(veld)) return null;
    if (doel !== null && veld !== doel) return eigen(tabel, veld);
    const anders = vreemde === null ? [] : vreemden(kruiper, vrager, tabel);
    return anders[Math.min(vreemde ?? 0, anders.length - 1)] ?? randomUUID();
  };
}
