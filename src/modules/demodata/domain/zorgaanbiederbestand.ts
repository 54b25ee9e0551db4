import { type Sector } from './codes.js';
import { type DemoZorgaanbieder } from './demo-data.types.js';
import { Random } from './random.js';
import { AANBIEDERS } from './zorgaanbieders.js';

/** A sector as the file of providers names it: the disability sector goes under its largest group. */
const SECTORNAAM: Readonly<Record<Sector, string>> = { VV: 'VV', GHZ: 'VG', GGZ: 'GGZ' };

/** One seed for all sets: the providers and their locations are the same whatever seed the clients have. */
const PROVIDER_SEED = 5517;

/** The providers in the shape of their file. */
export function demoZorgaanbieders(): readonly DemoZorgaanbieder[] {
  const random = new Random(PROVIDER_SEED);
  return AANBIEDERS.map((one) => ({
    agbCode: one.agbCode,
    naam: one.naam,
    sectoren: one.sectoren.map((sector) => SECTORNAAM[sector]),
    leveringsvormen: one.leveringsvormen,
    zorgkantoor: one.zorgkantoor,
    locaties: one.locaties.map(([naam, plaatsnaam, postcode, capaciteit]) => ({
      locatieID: random.uuid(),
      naam,
      plaatsnaam,
      postcode,
      capaciteit,
    })),
  }));
}
