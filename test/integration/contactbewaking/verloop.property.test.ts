import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contactverplichting } from '../../../src/modules/contactbewaking/domain/contactplicht.js';
import { VERPLICHTINGSOORTEN } from '../../../src/modules/contactbewaking/domain/verplichting.js';
import {
  verplichtingverloop,
  type Verplichtingfeiten,
} from '../../../src/modules/contactbewaking/domain/verplichtingverloop.js';
import type { Verplichtingregel } from '../../../src/modules/contactbewaking/domain/verplichtingregel.js';
import { addDays, daysBetween, holdsOn, type Day } from '../../../src/platform/clock/index.js';
import { histories, type History } from './histories.js';

const FIRST: Day = '2023-11-01';
const DAYS = 900;
const RUNS = 12;

function feitenVan(history: Omit<History, 'normen'>, normen: History['normen']): Verplichtingfeiten {
  return {
    rollen: history.rollen,
    wachtsegmenten: history.perSpecificatie.flatMap((segmenten, index) =>
      segmenten.map((segment) => ({ ...segment, bemiddelingspecificatieID: String(index) })),
    ),
    contacten: history.contacten.filter(({ ingetrokken }) => !ingetrokken),
    normen: normen.map((norm, index) => ({
      ...norm,
      contactnormID: index + 1,
      versie: 1,
      zorgkantoor: null,
    })),
    eindes: { overlijdensdatum: null, verantwoordelijkheidEinddatum: null, toewijzingen: [] },
  };
}

/** Every day on which anything begins or ends, and the days around the terms that follow from it. */
function daysOf({ rollen, wachtsegmenten, contacten, normen }: Verplichtingfeiten): Set<Day> {
  const edges = [
    ...rollen.flatMap(({ ingangsdatum, einddatum }) => [ingangsdatum, einddatum]),
    ...wachtsegmenten.flatMap(({ van, tot }) => [van, tot]),
    ...normen.flatMap(({ geldigVanaf, geldigTot }) => [geldigVanaf, geldigTot]),
    ...contacten.map(({ datum }) => datum),
  ].filter((day) => day !== null);
  return new Set(edges.flatMap((day) => [0, 1, 184, 366].map((later) => addDays(day, later))));
}

/** What the obligation of that day says, in the words of the definition. */
function asDuty(regel: Verplichtingregel, dag: Day): unknown {
  const teLaat = regel.teLaatSinds !== null && regel.teLaatSinds <= dag;
  const young = daysBetween(regel.begin, dag) < 366;
  return {
    dag,
    soort: regel.soort,
    instelling: regel.instelling,
    begin: regel.begin,
    maxDagen: regel.maxDagen,
    laatsteContact: regel.laatsteContactID,
    uiterlijk: regel.uiterlijk,
    status: teLaat ? 'TE_LAAT' : 'OPEN',
    dagenTeLaat: teLaat ? daysBetween(regel.uiterlijk, dag) : 0,
    jaarnormGehaald: young
      ? null
      : regel.voorlaatsteContact !== null && regel.voorlaatsteContact > addDays(dag, -366),
  };
}

describe('all obligations of a bemiddeling', () => {
  it('say of every day what the definition says of it: one for a living duty, none for a dead one', () => {
    let lived = 0;
    fc.assert(
      fc.property(histories(FIRST, DAYS), ({ normen, cases }) => {
        for (const history of cases) {
          const feiten = feitenVan(history, normen);
          const regels = verplichtingverloop(feiten);
          const dagen = [...daysOf(feiten)];
          const byDefinition = dagen.flatMap((dag) =>
            VERPLICHTINGSOORTEN.flatMap((soort) => {
              const duty = contactverplichting(soort, dag, feiten);
              if (duty === null) return [];
              return { dag, ...duty, laatsteContact: duty.laatsteContact?.contactmomentID ?? null };
            }),
          );
          const byObligation = dagen.flatMap((dag) =>
            regels.filter(({ van, tot }) => holdsOn(dag, van, tot)).map((regel) => asDuty(regel, dag)),
          );
          expect(byObligation).toEqual(byDefinition);
          lived += byDefinition.length;
        }
      }),
      { numRuns: RUNS },
    );
    expect(lived).toBeGreaterThan(1000);
  });
});
