import type { INestApplicationContext, Type } from '@nestjs/common';
import { BemiddelingenIntake } from './modules/bemiddeling/index.js';
import { ContactmomentenIntake } from './modules/contactbewaking/index.js';
import { IndicatiesIntake } from './modules/indicatie/index.js';
import { LeveringenIntake } from './modules/wachtlijst/index.js';
import { ZorgaanbiedersIntake } from './modules/zorgaanbieder/index.js';
import type { Intake } from './platform/intake/index.js';

/** The kinds of files, in the order in which an empty register takes them. */
const INTAKES: Readonly<Record<string, Type<Intake<unknown>>>> = {
  zorgaanbieders: ZorgaanbiedersIntake,
  indicaties: IndicatiesIntake,
  bemiddelingen: BemiddelingenIntake,
  leveringen: LeveringenIntake,
  contactmomenten: ContactmomentenIntake,
};

export const SOORTEN = Object.keys(INTAKES);

/** The intake of this kind of file. */
export function intakeFor(app: INestApplicationContext, soort: string): Intake<unknown> {
  const type = INTAKES[soort];
  if (type === undefined) throw new Error(`no intake for ${soort}`);
  return app.get(type, { strict: false });
}
