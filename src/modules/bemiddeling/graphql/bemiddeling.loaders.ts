import { peilingNu } from '../../../platform/context/index.js';
import { defineLoader, definePeilingLoader } from '../../../platform/graphql/index.js';
import {
  findBemiddelingen,
  findBemiddelingenOfClienten,
  findBemiddelingenOfIndicaties,
  findHoudersOn,
  findRegiehoudersOf,
  findSpecificaties,
  findSpecificatiesOf,
  type BemiddelingRow,
  type RegiehouderRow,
  type SpecificatieRow,
} from '../bemiddeling.queries.js';
import { COORDINATOR_ZORG_THUIS, DOSSIERHOUDER } from '../domain/leveringsvorm.js';
import {
  findRegiehouderVersies,
  findSpecificatieVersies,
  type RegiehouderVersie,
  type SpecificatieVersie,
} from '../historie.queries.js';

/** A bemiddeling the actor may see, by id; null otherwise. */
export const bemiddelingByID = defineLoader<string, BemiddelingRow>(findBemiddelingen);

/** The bemiddelingen of a client, by clientID; null when there are none to see. */
export const bemiddelingenByClient = defineLoader<string, BemiddelingRow[]>(findBemiddelingenOfClienten);

/** The bemiddelingen under an indication, by wlzIndicatieID; null when there are none to see. */
export const bemiddelingenByIndicatie = defineLoader<string, BemiddelingRow[]>(findBemiddelingenOfIndicaties);

/** An allocation the actor may see, by bemiddelingspecificatieID; null otherwise. */
export const specificatieByID = defineLoader<string, SpecificatieRow>(findSpecificaties);

/** All allocations of a bemiddeling, by bemiddelingID; null when there are none to see. */
export const specificatiesByBemiddeling = defineLoader<string, SpecificatieRow[]>(findSpecificatiesOf);

/** All holders of roles of a bemiddeling, by bemiddelingID; null when there are none to see. */
export const regiehoudersByBemiddeling = defineLoader<string, RegiehouderRow[]>(findRegiehoudersOf);

/** Today's dossierhouder of a bemiddeling, by bemiddelingID; on the day of a hand-over the new one. */
export const currentDossierhouder = defineLoader<string, RegiehouderRow>((ctx, tx, ids) =>
  findHoudersOn(ctx, tx, DOSSIERHOUDER, peilingNu(ctx), ids),
);

/** Today's coördinator zorg thuis of a bemiddeling, by bemiddelingID; on the day of a hand-over the new one. */
export const currentCoordinator = defineLoader<string, RegiehouderRow>((ctx, tx, ids) =>
  findHoudersOn(ctx, tx, COORDINATOR_ZORG_THUIS, peilingNu(ctx), ids),
);

/** The dossierhouder of a bemiddeling at a peiling, by peilsleutel of bemiddelingID. */
export const dossierhouderAt = definePeilingLoader<RegiehouderRow>((ctx, tx, ids, peiling) =>
  findHoudersOn(ctx, tx, DOSSIERHOUDER, peiling, ids),
);

/** The coördinator zorg thuis of a bemiddeling at a peiling, by peilsleutel of bemiddelingID. */
export const coordinatorAt = definePeilingLoader<RegiehouderRow>((ctx, tx, ids, peiling) =>
  findHoudersOn(ctx, tx, COORDINATOR_ZORG_THUIS, peiling, ids),
);

/** What an allocation said before, by bemiddelingspecificatieID. */
export const versiesBySpecificatie = defineLoader<string, SpecificatieVersie[]>(findSpecificatieVersies);

/** What was said of a holder before, by regiehouderID. */
export const versiesByRegiehouder = defineLoader<string, RegiehouderVersie[]>(findRegiehouderVersies);
