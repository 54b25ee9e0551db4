import { isDay } from '../../../platform/clock/index.js';
import { OngeldigeInvoer } from '../../../platform/errors/index.js';
import { inventBsns } from './bsn.js';
import { type DemoDataOptions } from './demo-data.types.js';
import { type DemoData, type DemoDossier } from './demo-registers.types.js';
import { composeDossier } from './dossier.js';
import { Kalender } from './kalender.js';
import { Random } from './random.js';
import { divideSituaties, SITUATIES } from './situaties.js';
import { type Omgeving } from './traject.js';
import { demoZorgaanbieders } from './zorgaanbiederbestand.js';

export const MAX_SEED = 0xffff_ffff;
export const MAX_CLIENTS = 250_000;
/** From here back to the oldest indication every code in the data is valid: the statuses 6 and 7 begin in 2021. */
export const EARLIEST_ASOF = '2024-01-01';
export const LATEST_ASOF = '2099-12-31';

/** One in so many clients has a secret address. */
const ONE_IN_GEHEIM = 200;

/** Refuses options outside their bounds, with the option as path. */
export function assertDemoDataOptions({ seed, asof, clients }: DemoDataOptions): void {
  if (!Number.isInteger(seed) || seed < 0 || seed > MAX_SEED) {
    throw new OngeldigeInvoer(`De seed moet een geheel getal van 0 tot en met ${MAX_SEED} zijn.`, {
      pad: ['seed'],
    });
  }
  if (!isDay(asof) || asof < EARLIEST_ASOF || asof > LATEST_ASOF) {
    throw new OngeldigeInvoer(
      `De peildatum moet een bestaande dag van ${EARLIEST_ASOF} tot en met ${LATEST_ASOF} zijn (JJJJ-MM-DD).`,
      { pad: ['asof'] },
    );
  }
  if (!Number.isInteger(clients) || clients < 1 || clients > MAX_CLIENTS) {
    throw new OngeldigeInvoer(
      `Het aantal cliënten moet een geheel getal van 1 tot en met ${MAX_CLIENTS} zijn.`,
      {
        pad: ['clients'],
      },
    );
  }
}

/**
 * One client after the other, so that a large set never has to be held in memory. Same options, same dossiers.
 * @throws OngeldigeInvoer when an option is out of bounds
 */
export function* generateDossiers(options: DemoDataOptions): Generator<DemoDossier, void> {
  assertDemoDataOptions(options);
  const random = new Random(options.seed);
  const kalender = Kalender.around(options.asof);
  const bsns = inventBsns();
  const division = divideSituaties(random, options.clients);
  const firstGeheim = random.int(0, Math.min(options.clients, ONE_IN_GEHEIM) - 1);
  for (const [volgnummer, index] of division.entries()) {
    const situatie = SITUATIES[index];
    if (situatie === undefined) throw new RangeError('A client got a situation that does not exist.');
    const omgeving: Omgeving = {
      random,
      regio: random.chance(65) ? '5517' : '5516',
      clientzijde: random.chance(94) ? ['CLIENT', 'CONTACTPERSOON'] : ['CLIENT'],
    };
    yield composeDossier(omgeving, kalender, situatie.design(omgeving), {
      volgnummer,
      bsn: bsns.next().value,
      geheim: volgnummer % ONE_IN_GEHEIM === firstGeheim,
    });
  }
}

/**
 * A whole synthetic set in the shapes of the five files, for a start that loads it without files.
 * @throws OngeldigeInvoer when an option is out of bounds
 */
export function generateDemoData(options: DemoDataOptions): DemoData {
  const dossiers = [...generateDossiers(options)];
  return {
    zorgaanbieders: demoZorgaanbieders(),
    indicaties: { data: { wlzIndicatie: dossiers.map((one) => one.indicatie) } },
    bemiddelingen: {
      data: { bemiddeling: dossiers.flatMap((one) => (one.bemiddeling === null ? [] : [one.bemiddeling])) },
    },
    leveringen: { data: { levering: dossiers.flatMap((one) => one.leveringen) } },
    contactmomenten: dossiers.flatMap((one) => one.contactmomenten),
  };
}
