import { addDays, type Day, type Instant } from '../../../platform/clock/index.js';
import { grouped } from '../../../platform/collections/index.js';
import { bekendOp, type Versie } from './kennisverloop.js';

/** What can take a place to another spot on the list. */
export type Gebeurtenis =
  | 'WACHTSTATUS'
  | 'WACHTSTATUS_BEEINDIGD'
  | 'ZORG_BEGONNEN'
  | 'ZORG_BEEINDIGD'
  | 'AFSTEL'
  | 'TOEWIJZING'
  | 'TOEWIJZING_BEEINDIGD'
  | 'TOEWIJZING_INGETROKKEN'
  | 'OVERLIJDEN'
  | 'INDICATIE'
  | 'ZORGKANTOOR'
  | 'CORRECTIE'
  | 'NORM'
  | 'BELEID'
  | 'ANDEREN';

/** A version of a fact with who registered it. */
export interface Registratieversie extends Versie<object> {
  readonly geregistreerdDoor: string;
}

/** One kind of facts under an allocation: how they are told apart, what the list sees of them, and what they mean. */
export interface Feitsoort {
  readonly versies: readonly Registratieversie[];
  readonly id: (inhoud: never) => string;
  /** The part that places follow from. */
  readonly telt: (inhoud: never) => unknown;
  /** First and last day of the fact; nulls for one that has no days of its own. */
  readonly dagen: (inhoud: never) => { readonly van: Day | null; readonly tot: Day | null };
  /** What happened when `before` became `after`; `before` is null for something new. */
  readonly gebeurtenis: (before: never, after: never) => Gebeurtenis;
  /** What happens on its first day and on the day after its last. */
  readonly opDag: (inhoud: never) => { readonly begin: Gebeurtenis; readonly einde: Gebeurtenis };
}

/** A registration that a difference comes from. */
export interface Oorzaak {
  readonly gebeurtenis: Gebeurtenis;
  /** Id of what was registered. */
  readonly registratieID: string;
  readonly geregistreerdOp: Instant;
  readonly geregistreerdDoor: string;
  /** The day on which it takes effect; null when it has none of its own. */
  readonly dag: Day | null;
  /** True when it was known at both moments and its day came or went between the two days. */
  readonly doorVerloop: boolean;
}

/** A day, and a moment of knowledge as a text of one length. */
export interface Stand {
  readonly op: Day;
  readonly bekend: Instant;
}

/**
 * Why a place differs between two standings: the registrations of which the standing known at the one moment says
 * something else than at the other, and those known at both whose day came or went. A place that differs has one. Of
 * what was registered at one moment the status that made way comes last: what took its place says why.
 */
export function oorzaken(soorten: readonly Feitsoort[], van: Stand, naar: Stand): Oorzaak[] {
  return soorten
    .flatMap((soort) => ofSoort(soort, van, naar))
    .sort(
      (a, b) =>
        compare(a.geregistreerdOp, b.geregistreerdOp) ||
        Number(maaktPlaats(a)) - Number(maaktPlaats(b)) ||
        compare(a.registratieID, b.registratieID),
    );
}

function maaktPlaats({ gebeurtenis }: Oorzaak): boolean {
  return gebeurtenis === 'WACHTSTATUS_BEEINDIGD';
}

function ofSoort(soort: Feitsoort, van: Stand, naar: Stand): Oorzaak[] {
  const byID = grouped(soort.versies, ({ inhoud }) => soort.id(inhoud as never));
  return [...byID].flatMap(([id, versies]) => {
    versies.sort((a, b) => compare(a.bekendVan, b.bekendVan));
    const [before, after] = [van, naar].map(({ bekend }) =>
      versies.find((versie) => bekendOp(versie, bekend)),
    );
    if (says(soort, before) !== says(soort, after)) return registered(soort, id, versies, van, naar);
    return after === undefined ? [] : byDay(soort, id, after, van.op, naar.op);
  });
}

/** Every version that came between the two moments and says something else than the one before it. */
function registered(
  soort: Feitsoort,
  id: string,
  versies: readonly Registratieversie[],
  van: Stand,
  naar: Stand,
): Oorzaak[] {
  const [first, last] = van.bekend < naar.bekend ? [van.bekend, naar.bekend] : [naar.bekend, van.bekend];
  return versies.flatMap((versie, index) => {
    const former = versies[index - 1];
    if (versie.bekendVan <= first || versie.bekendVan > last || says(soort, former) === says(soort, versie))
      return [];
    const gebeurtenis = soort.gebeurtenis((former?.inhoud ?? null) as never, versie.inhoud as never);
    const { van: begin, tot } = soort.dagen(versie.inhoud as never);
    const dag = gebeurtenis.endsWith('BEEINDIGD') || gebeurtenis === 'OVERLIJDEN' ? (tot ?? begin) : begin;
    return [{ gebeurtenis, ...origin(id, versie), dag, doorVerloop: false }];
  });
}

function byDay(soort: Feitsoort, id: string, versie: Registratieversie, op: Day, other: Day): Oorzaak[] {
  const [first, last] = op < other ? [op, other] : [other, op];
  const { van, tot } = soort.dagen(versie.inhoud as never);
  const { begin, einde } = soort.opDag(versie.inhoud as never);
  const passed = (dag: Day | null): boolean => dag !== null && dag > first && dag <= last;
  return [
    { gebeurtenis: begin, dag: van },
    { gebeurtenis: einde, dag: tot === null ? null : addDays(tot, 1) },
  ]
    .filter(({ dag }) => passed(dag))
    .map((one) => ({ ...one, ...origin(id, versie), doorVerloop: true }));
}

function origin(id: string, { bekendVan, geregistreerdDoor }: Registratieversie) {
  return { registratieID: id, geregistreerdOp: bekendVan, geregistreerdDoor };
}

function says(soort: Feitsoort, versie: Registratieversie | undefined): string {
  return versie === undefined ? '' : JSON.stringify(soort.telt(versie.inhoud as never));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
