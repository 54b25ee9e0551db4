import { describe, expect, it } from '@jest/globals';
import { addDays, holdsOn, maxDay, minDay, type Day } from '../../../platform/clock/index.js';
import { type DemoDossier, type DemoLevering, type DemoRegiehouder } from './demo-registers.types.js';
import { generateDossiers } from './generate-demo-data.js';

const ASOF = '2026-11-01';
const MAX_DAGEN = 183;

interface Plicht {
  readonly regierollen: readonly string[];
  readonly statussen: readonly string[];
  /** Whose contacts count, and with whom. */
  readonly contactVan: string;
  readonly met: readonly string[];
}

const DOSSIERHOUDER_CLIENT: Plicht = {
  regierollen: ['2'],
  statussen: ['6', '7', '2', '3'],
  contactVan: '2',
  met: ['CLIENT', 'CONTACTPERSOON'],
};
const COORDINATOR_DOSSIERHOUDER: Plicht = {
  regierollen: ['1', '2'],
  statussen: ['6', '7', '2'],
  contactVan: '1',
  met: ['DOSSIERHOUDER'],
};

interface Looptijd {
  readonly ingangsdatum: Day;
  readonly einddatum: Day | null;
}

/** The first day of the row of periods that join up and include the reference day; null when none holds then. */
function startOfRow(periodes: readonly Looptijd[]): Day | null {
  let start = periodes.find((one) => holdsOn(ASOF, one.ingangsdatum, one.einddatum))?.ingangsdatum;
  if (start === undefined) return null;
  for (let earlier: Looptijd | undefined; ; start = earlier.ingangsdatum) {
    const current: Day = start;
    earlier = periodes.find(
      (one) => one.ingangsdatum < current && holdsOn(addDays(current, -1), one.ingangsdatum, one.einddatum),
    );
    if (earlier === undefined) return current;
  }
}

/** The regular lines of the dossier that are waited for on the reference day. */
function waitingLines({ bemiddeling, leveringen }: DemoDossier): readonly DemoLevering[] {
  return leveringen.filter((levering) => {
    const line = bemiddeling?.bemiddelingspecificatie.find(
      (one) => one.bemiddelingspecificatieID === levering.bemiddelingspecificatieID,
    );
    return (
      line?.soortToewijzing === '1' &&
      line.leveringsvorm !== '2' &&
      holdsOn(ASOF, line.toewijzingIngangsdatum, line.toewijzingEinddatum) &&
      !levering.leveringperiodes.some((one) => holdsOn(ASOF, one.ingangsdatum, one.einddatum))
    );
  });
}

/** The last day on which the duty is in time, or null when there is no duty. */
function uiterlijk(dossier: DemoDossier, plicht: Plicht): Day | null {
  const holders: readonly DemoRegiehouder[] = dossier.bemiddeling?.regiehouder ?? [];
  const chains = plicht.regierollen.map((rol) => startOfRow(holders.filter((one) => one.regierol === rol)));
  const rows = waitingLines(dossier)
    .map((levering) =>
      startOfRow(levering.uitstelperiodes.filter((one) => plicht.statussen.includes(one.leveringsstatus))),
    )
    .filter((row) => row !== null);
  const firstRow = rows.reduce<Day | null>((first, row) => (first === null ? row : minDay(first, row)), null);
  let last = firstRow;
  for (const chain of chains) last = last === null || chain === null ? null : maxDay(last, chain);
  if (last === null) return null;
  const beginning = last;
  for (const contact of dossier.contactmomenten) {
    const counts =
      contact.regierol === plicht.contactVan &&
      plicht.met.includes(contact.met) &&
      contact.gesproken === 'ja' &&
      contact.datum >= beginning;
    if (counts) last = maxDay(last, contact.datum);
  }
  return addDays(last, MAX_DAGEN);
}

function countDuties(dossiers: readonly DemoDossier[], plicht: Plicht): { open: number; teLaat: number } {
  const days = dossiers.map((dossier) => uiterlijk(dossier, plicht)).filter((day) => day !== null);
  const teLaat = days.filter((day) => day < ASOF).length;
  return { open: days.length - teLaat, teLaat };
}

describe('the contact duties in the demo data', () => {
  const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

  it.each(seeds)('has overdue duties of both kinds, and more that are in time (seed %i)', (seed) => {
    const dossiers = [...generateDossiers({ seed, asof: ASOF, clients: 200 })];
    for (const plicht of [DOSSIERHOUDER_CLIENT, COORDINATOR_DOSSIERHOUDER]) {
      const { open, teLaat } = countDuties(dossiers, plicht);
      expect(teLaat).toBeGreaterThanOrEqual(3);
      expect(open).toBeGreaterThan(teLaat);
    }
  });
});
