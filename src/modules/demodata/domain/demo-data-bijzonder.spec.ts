import { describe, expect, it } from '@jest/globals';
import { addDays } from '../../../platform/clock/index.js';
import { type DemoDossier } from './demo-registers.types.js';
import { generateDossiers } from './generate-demo-data.js';

const ASOF = '2026-11-01';
const dossiers = [...generateDossiers({ seed: 42, asof: ASOF, clients: 200 })];

function lines(dossier: DemoDossier) {
  return (dossier.bemiddeling?.bemiddelingspecificatie ?? []).map((line) => ({
    ...line,
    levering: dossier.leveringen.find(
      (one) => one.bemiddelingspecificatieID === line.bemiddelingspecificatieID,
    ),
  }));
}

type Line = ReturnType<typeof lines>[number];

const waits = (line: Line) => line.levering?.uitstelperiodes.some((one) => one.einddatum === null) ?? false;
const inZorg = (line: Line) => line.levering?.leveringperiodes.some((one) => one.einddatum === null) ?? false;
const regular = (line: Line) => line.soortToewijzing === '1';

/** The rare situations that a demonstration or a test wants to find. */
const RARE: readonly (readonly [string, (dossier: DemoDossier) => boolean])[] = [
  [
    'waits at two providers at once',
    (one) => lines(one).filter((line) => regular(line) && waits(line)).length === 2,
  ],
  [
    'changed dossierhouder',
    (one) => one.bemiddeling?.regiehouder.filter((rol) => rol.regierol === '2').length === 2,
  ],
  [
    'placed, with the bridging line still open',
    (one) =>
      lines(one).some((line) => regular(line) && line.leveringsvorm === '4' && inZorg(line)) &&
      lines(one).some((line) => line.soortToewijzing === '3' && line.toewijzingEinddatum === null),
  ],
  ['stopped with an Afstel', (one) => one.leveringen.some((levering) => levering.afstel !== null)],
  [
    'waits again after care that ended',
    (one) =>
      lines(one).some(
        (line) =>
          waits(line) && line.levering?.leveringperiodes.some((periode) => periode.einddatum !== null),
      ),
  ],
  ['has no allocation yet', (one) => one.bemiddeling === null],
  [
    'has a fresh specificatie without any report',
    (one) =>
      lines(one).some(
        (line) =>
          regular(line) && line.levering === undefined && line.toewijzingIngangsdatum > addDays(ASOF, -7),
      ),
  ],
  [
    'has a specificatie from next week',
    (one) => lines(one).some((line) => line.toewijzingIngangsdatum > ASOF),
  ],
  [
    'combines mpt and pgb',
    (one) =>
      lines(one)
        .map((line) => line.leveringsvorm)
        .join() === '7,2' && lines(one).every(inZorg),
  ],
  [
    'has two mpt providers',
    (one) => lines(one).filter((line) => line.leveringsvorm === '7' && regular(line)).length === 2,
  ],
  [
    'is admitted elsewhere while waiting',
    (one) => lines(one).some((line) => line.soortToewijzing === '3' && line.opname === '1' && inZorg(line)),
  ],
  [
    'has four waiting statuses in a row',
    (one) => one.leveringen.some((levering) => levering.uitstelperiodes.length >= 4),
  ],
  ['waits for vpt', (one) => lines(one).some((line) => line.leveringsvorm === '5' && waits(line))],
  ['waits for dtv', (one) => lines(one).some((line) => line.leveringsvorm === '8' && waits(line))],
  ['has no contactpersoon', (one) => one.indicatie.client.contactPersoon.length === 0],
  ['was not reached', (one) => one.contactmomenten.some((contact) => contact.gesproken === 'nee')],
];

describe('the rare situations in the demo data', () => {
  it.each(RARE)('has somebody who %s', (_, isRare) => {
    expect(dossiers.some(isRare)).toBe(true);
  });

  it('has about three in five for verblijf, most of whom wait', () => {
    const verblijf = dossiers.flatMap(lines).filter((line) => line.leveringsvorm === '4' && regular(line));
    expect(verblijf.length).toBeGreaterThan(110);
    expect(verblijf.filter(waits).length).toBeGreaterThan(verblijf.length / 2);
  });
});
