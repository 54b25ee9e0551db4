import { defineLoader } from '../../../platform/graphql/index.js';
import { findAanbiedingenOfSpecificaties, type AanbodRow } from '../aanbod.queries.js';
import { findGesprekstakenOfBemiddelingen, type GesprekstaakRow } from '../gesprek.queries.js';
import { findPlaatsgroepen, type PlaatsgroepRow } from '../plaatsgroep.queries.js';

/** The places of a location, by locatieID; null when there are none that the actor may see. */
export const plaatsgroepenByLocatie = defineLoader<string, PlaatsgroepRow[]>(findPlaatsgroepen);

/** The offers under an allocation, newest first, by bemiddelingspecificatieID; null when there are none. */
export const aanbiedingenBySpecificatie = defineLoader<string, AanbodRow[]>(findAanbiedingenOfSpecificaties);

/** The conversations of a bemiddeling, newest first, by bemiddelingID; null when there are none. */
export const gesprekstakenByBemiddeling = defineLoader<string, GesprekstaakRow[]>(
  findGesprekstakenOfBemiddelingen,
);
