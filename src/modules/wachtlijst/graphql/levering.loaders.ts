import { defineLoader } from '../../../platform/graphql/index.js';
import type { Signaal } from '../domain/actuele-status.js';
import {
  findCorrecties,
  findSignalen,
  findTrajecten,
  type UitstelperiodeVersieRow,
} from '../levering.queries.js';
import type { BekendTraject } from '../traject.repository.js';

/** An allocation with all that was reported on it, by bemiddelingspecificatieID; null when the actor may not see it. */
export const trajectBySpecificatie = defineLoader<string, BekendTraject>(findTrajecten);

/** Signals on an allocation, by bemiddelingspecificatieID; null when there are none. */
export const signalenBySpecificatie = defineLoader<string, Signaal[]>(findSignalen);

/** Earlier versions of an Uitstelperiode, by its id; null when there are none. */
export const correctiesByUitstelperiode = defineLoader<string, UitstelperiodeVersieRow[]>(findCorrecties);
