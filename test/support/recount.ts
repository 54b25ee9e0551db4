import { Temporal } from 'temporal-polyfill';
import type {
  DemoBemiddeling,
  DemoBemiddelingspecificatie,
  DemoContactmoment,
  DemoData,
  DemoLevering,
  DemoUitstelperiode,
} from '../../src/modules/demodata/index.js';

/**
 * The waiting list and the contact duties counted straight from the files, day by day, by other code than the program's:
 * slow and simple on purpose. Shares no rule, no SQL and no calendar with src.
 */
export interface Recount {
  /** `[rang, normklokVan, toewijzingIngangsdatum, afgiftedatum, bemiddelingspecificatieID]`, in order. */
  readonly wachtlijst: readonly (readonly [number, string, string, string, string])[];
  /** `[uiterlijk, bemiddelingID, soort, instelling, status, dagenTeLaat, jaarnormGehaald]`, in order. */
  readonly verplichtingen: readonly (readonly [
    string,
    string,
    string,
    string,
    string,
    number,
    boolean | null,
  ])[];
}

const RANG: Readonly<Record<string, number>> = { '6': 1, '7': 2, '2': 3, '3': 4 };
const RUN: Readonly<Record<string, string>> = { '6': '67', '7': '67', '2': '672', '3': '6723' };

const shift = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();
const apart = (from: string, to: string): number => Temporal.PlainDate.from(from).until(to).days;
const within = (day: string, from: string, to: string | null): boolean =>
  from <= day && (to === null || day <= to);

export function recount(data: DemoData, day: string): Recount {
  const leveringen = new Map(
    data.leveringen.data.levering.map((one) => [one.bemiddelingspecificatieID, one]),
  );
  const afgifte = new Map(
    data.indicaties.data.wlzIndicatie.map((one) => [one.wlzindicatieID, one.afgiftedatum]),
  );
  const wachtlijst: (readonly [number, string, string, string, string])[] = [];
  const verplichtingen: (readonly [string, string, string, string, string, number, boolean | null])[] = [];
  const waits = (one: DemoBemiddelingspecificatie, on: string): DemoUitstelperiode | null =>
    waitingOn(one, leveringen.get(one.bemiddelingspecificatieID), on);

  for (const bemiddeling of data.bemiddelingen.data.bemiddeling) {
    for (const one of bemiddeling.bemiddelingspecificatie) {
      const now = waits(one, day);
      if (now === null) continue;
      let start = day;
      const run = RUN[now.leveringsstatus] ?? '';
      while (run.includes(waits(one, shift(start, -1))?.leveringsstatus ?? 'x')) start = shift(start, -1);
      wachtlijst.push([
        RANG[now.leveringsstatus] ?? 9,
        start,
        one.toewijzingIngangsdatum,
        afgifte.get(bemiddeling.wlzIndicatieID) ?? '',
        one.bemiddelingspecificatieID,
      ]);
    }
    for (const soort of ['DOSSIERHOUDER_CLIENT', 'COORDINATOR_DOSSIERHOUDER'] as const) {
      const duty = dutyOn(soort, bemiddeling, waits, data.contactmomenten, day);
      if (duty !== null) verplichtingen.push(duty);
    }
  }
  return { wachtlijst: wachtlijst.sort(inOrder), verplichtingen: verplichtingen.sort(inOrder) };
}

function waitingOn(
  one: DemoBemiddelingspecificatie,
  levering: DemoLevering | undefined,
  on: string,
): DemoUitstelperiode | null {
  if (one.soortToewijzing !== '1' || one.leveringsvorm === '2' || levering === undefined) return null;
  if (one.toewijzingEinddatum !== null && one.toewijzingEinddatum < on) return null;
  if (levering.leveringperiodes.some((care) => within(on, care.ingangsdatum, care.einddatum))) return null;
  if (levering.afstel !== null && levering.afstel.afsteldatum <= on) return null;
  const candidates = levering.uitstelperiodes.filter((wait) => within(on, wait.ingangsdatum, wait.einddatum));
  candidates.sort((a, b) =>
    inOrder([a.ingangsdatum, a.vaststellingMoment], [b.ingangsdatum, b.vaststellingMoment]),
  );
  return candidates.at(-1) ?? null;
}

function dutyOn(
  soort: 'DOSSIERHOUDER_CLIENT' | 'COORDINATOR_DOSSIERHOUDER',
  bemiddeling: DemoBemiddeling,
  waits: (one: DemoBemiddelingspecificatie, on: string) => DemoUitstelperiode | null,
  contacten: readonly DemoContactmoment[],
  day: string,
): Recount['verplichtingen'][number] | null {
  const ofDossierhouder = soort === 'DOSSIERHOUDER_CLIENT';
  const statuses = ofDossierhouder ? '6723' : '672';
  const bearer = ofDossierhouder ? '2' : '1';
  const holders = (rol: string, on: string): DemoBemiddeling['regiehouder'] =>
    bemiddeling.regiehouder.filter(
      (one) => one.regierol === rol && within(on, one.ingangsdatum, one.einddatum),
    );
  const lives = (on: string): boolean =>
    (ofDossierhouder ? ['2'] : ['1', '2']).every((rol) => holders(rol, on).length > 0) &&
    bemiddeling.bemiddelingspecificatie.some((one) =>
      statuses.includes(waits(one, on)?.leveringsstatus ?? 'x'),
    );
  if (!lives(day)) return null;
  let begin = day;
  while (lives(shift(begin, -1))) begin = shift(begin, -1);
  const parties = ofDossierhouder ? ['CLIENT', 'CONTACTPERSOON'] : ['DOSSIERHOUDER'];
  const counted = contacten
    .filter((one) => one.bemiddelingID === bemiddeling.bemiddelingID && one.regierol === bearer)
    .filter((one) => parties.includes(one.met) && one.gesproken === 'ja' && within(one.datum, begin, day))
    .filter((one) => holders(bearer, one.datum).some(({ instelling }) => instelling === one.instelling))
    .map(({ datum }) => datum)
    .sort();
  const uiterlijk = shift(counted.at(-1) ?? begin, 183);
  const late = Math.max(0, apart(uiterlijk, day));
  const inYear = counted.filter((datum) => datum > shift(day, -366)).length;
  const newest = [...holders(bearer, day)].sort((a, b) => inOrder([a.ingangsdatum], [b.ingangsdatum])).at(-1);
  return [
    uiterlijk,
    bemiddeling.bemiddelingID,
    soort,
    newest?.instelling ?? '',
    late > 0 ? 'TE_LAAT' : 'OPEN',
    late,
    apart(begin, day) < 366 ? null : inYear >= 2,
  ];
}

function inOrder(
  a: readonly (string | number | boolean | null)[],
  b: readonly (string | number | boolean | null)[],
): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (left !== right) return String(left) < String(right) ? -1 : 1;
  }
  return 0;
}
