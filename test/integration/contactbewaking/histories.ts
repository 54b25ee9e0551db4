import fc from 'fast-check';
import type { Contactnorm } from '../../../src/modules/contactbewaking/domain/contactnorm.js';
import type { Contactgegevens } from '../../../src/modules/contactbewaking/domain/contactplicht.js';
import {
  PARTIJEN,
  VORMEN,
  type Contact,
  type Contactvorm,
  type Regierol,
  type Rolperiode,
  type Wachtsegment,
} from '../../../src/modules/contactbewaking/domain/verplichting.js';
import { addDays, type Day } from '../../../src/platform/clock/index.js';

export const PROVIDERS = ['99000001', '99000002'] as const;
/** As many as can wait side by side in one history. */
export const MAX_SPECIFICATIES = 3;

/** COD167 → rank and the classificaties (COD168) that go with it. */
export const STATUSES = {
  6: { rang: 1, classificaties: ['03', '06'] },
  7: { rang: 2, classificaties: ['09', '11'] },
  2: { rang: 3, classificaties: ['13', '16'] },
  3: { rang: 4, classificaties: ['13', '15'] },
} as const;
type Status = keyof typeof STATUSES;

export interface PlantedContact extends Contact {
  readonly vorm: Contactvorm;
  readonly ingetrokken: boolean;
}

/** Everything random about one bemiddeling. */
export interface History extends Omit<Contactgegevens, 'contacten' | 'normen'> {
  /** Per specificatie; the duty looks at all of them together. */
  readonly perSpecificatie: readonly (readonly Wachtsegment[])[];
  readonly contacten: readonly PlantedContact[];
  readonly normen: readonly Contactnorm[];
}

interface Step {
  readonly gap: number;
  readonly length: number;
}

interface Stretch {
  readonly van: Day;
  readonly tot: Day | null;
}

/** Periods one after the other, at `gap` days from the end of the former; the last one may be open. */
function stretches(first: Day, steps: readonly Step[], open: boolean): Stretch[] {
  let end: Day | null = null;
  return steps.map(({ gap, length }, index) => {
    const van: Day = addDays(end ?? first, gap);
    end = addDays(van, length);
    return { van, tot: open && index === steps.length - 1 ? null : end };
  });
}

/** Gap 0 overlaps a day, 1 follows at once; most of them keep a chain whole. */
const gapBetween = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, 0, 1, 2) },
  { weight: 1, arbitrary: fc.nat(60) },
);

function chain(first: Day, minGap: number, maxCount: number): fc.Arbitrary<Stretch[]> {
  // A period of one day cannot be overlapped by its successor, so periods last at least two.
  const step = fc.record({
    gap: gapBetween.map((gap) => Math.max(gap, minGap)),
    length: fc.integer({ min: 1, max: 400 }),
  });
  return fc
    .tuple(fc.array(step, { maxLength: maxCount }), fc.nat(200), fc.boolean())
    .map(([steps, start, open]) => stretches(addDays(first, start), steps, open));
}

function holders(first: Day, regierol: Regierol): fc.Arbitrary<Rolperiode[]> {
  return fc
    .tuple(chain(first, 0, 4), fc.array(fc.constantFrom(...PROVIDERS), { minLength: 4, maxLength: 4 }))
    .map(([periods, providers]) =>
      periods.map(({ van, tot }, index) => ({
        regierol,
        instelling: providers[index] ?? PROVIDERS[0],
        ingangsdatum: van,
        einddatum: tot,
      })),
    );
}

const status = fc.constantFrom<Status>(6, 7, 2, 3).chain((code) =>
  fc.constantFrom(...STATUSES[code].classificaties).map((classificatie) => ({
    leveringsstatus: String(code),
    classificatie,
    rang: STATUSES[code].rang,
  })),
);

function waiting(first: Day): fc.Arbitrary<Wachtsegment[]> {
  return fc
    .tuple(chain(first, 1, 4), fc.array(status, { minLength: 4, maxLength: 4 }))
    .map(([periods, statuses]) =>
      periods.flatMap((period, index) => {
        const of = statuses[index];
        return of === undefined ? [] : [{ ...period, ...of }];
      }),
    );
}

interface Draft extends Omit<PlantedContact, 'datum'> {
  readonly offset: number;
  /** Which change of roles it falls on, when it falls on one. */
  readonly edge: number | null;
}

const contact = (days: number): fc.Arbitrary<Draft> =>
  fc.record({
    contactmomentID: fc.uuid(),
    offset: fc.nat(days),
    edge: fc.option(fc.nat(7), { freq: 3 }),
    instelling: fc.constantFrom(...PROVIDERS),
    regierol: fc.constantFrom<Regierol>('1', '2'),
    met: fc.constantFrom(...PARTIJEN, 'CLIENT', 'DOSSIERHOUDER'),
    vorm: fc.constantFrom(...VORMEN),
    gesproken: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
    ingetrokken: fc.integer({ min: 0, max: 6 }).map((n) => n === 0),
  });

/** Gives drafts their day, many of them one on which the roles change, and leaves out what the database would refuse. */
function settled(drafts: readonly Draft[], first: Day, rollen: readonly Rolperiode[]): PlantedContact[] {
  const edges = rollen.flatMap(({ ingangsdatum, einddatum }) => [ingangsdatum, einddatum ?? ingangsdatum]);
  const made = drafts.map(({ offset, edge, ...rest }) => {
    const onEdge = edge === null ? undefined : edges[edge % edges.length];
    const met = rest.regierol === '2' && rest.met === 'DOSSIERHOUDER' ? 'CLIENT' : rest.met;
    return { ...rest, met, datum: onEdge ?? addDays(first, offset) };
  });
  return [...new Map(made.map((one) => [contactKey(one), one])).values()];
}

/** What must differ between two contacts, as the database has it. */
const contactKey = ({ datum, instelling, regierol, met, vorm }: PlantedContact): string =>
  [datum, instelling, regierol, met, vorm].join();

function norm(first: Day, days: number): fc.Arbitrary<Contactnorm> {
  return fc
    .tuple(
      fc.constantFrom<Regierol>('1', '2'),
      status,
      fc.boolean(),
      fc.integer({ min: 1, max: 183 }),
      fc.oneof(fc.constant(0), fc.nat(days)),
      fc.option(fc.nat(days)),
    )
    .map(([regierol, { leveringsstatus, classificatie }, any, maxDagen, from, length]) => ({
      regierol,
      tegenpartij: regierol === '2' ? ('CLIENT' as const) : ('DOSSIERHOUDER' as const),
      leveringsstatus,
      classificatie: any ? null : classificatie,
      maxDagen,
      geldigVanaf: addDays(first, from),
      geldigTot: length === null ? null : addDays(first, from + length),
    }));
}

const normKey = (row: Contactnorm): string =>
  [row.regierol, row.leveringsstatus, row.classificatie, row.geldigVanaf].join();

/** Several bemiddelingen under one set of norms, over `days` days from `first`. */
export function histories(
  first: Day,
  days: number,
): fc.Arbitrary<{ normen: Contactnorm[]; cases: Omit<History, 'normen'>[] }> {
  const oneCase = fc
    .record({
      rollen: fc.tuple(holders(first, '1'), holders(first, '2')).map((both) => both.flat()),
      perSpecificatie: fc.array(waiting(first), { minLength: 1, maxLength: MAX_SPECIFICATIES }),
      drafts: fc.array(contact(days), { maxLength: 14 }),
    })
    .map(({ drafts, ...made }) => ({
      ...made,
      wachtsegmenten: made.perSpecificatie.flat(),
      contacten: settled(drafts, first, made.rollen),
    }));
  return fc.record({
    normen: fc.uniqueArray(norm(first, days), { maxLength: 20, selector: normKey }),
    cases: fc.array(oneCase, { minLength: 8, maxLength: 12 }),
  });
}
