import { defineLoader } from '../../../platform/graphql/index.js';
import type {
  Grondslaggegevens,
  Wzdgegevens,
  Zorgzwaartepakketgegevens,
} from '../domain/indicatiedossier.js';
import {
  findGrondslagen,
  findIndicaties,
  findIndicatiesOfClienten,
  findWzd,
  findZorgzwaartepakketten,
  type IndicatieRow,
} from '../indicatie.queries.js';

/** An indication the actor may see, by id; null otherwise. */
export const indicatieByID = defineLoader<string, IndicatieRow>(findIndicaties);

/** The indications of a client that the actor may see, by clientID, the newest first. */
export const indicatiesByClient = defineLoader<string, IndicatieRow[]>(findIndicatiesOfClienten);

/** By wlzIndicatieID; null when there are none. */
export const grondslagenByIndicatie = defineLoader<string, Grondslaggegevens[]>(findGrondslagen);

/** By wlzIndicatieID, in order of time; null when there are none. */
export const zorgzwaartepakkettenByIndicatie = defineLoader<string, Zorgzwaartepakketgegevens[]>(
  findZorgzwaartepakketten,
);

/** By wlzIndicatieID; null when there is none. */
export const wzdByIndicatie = defineLoader<string, Wzdgegevens>(findWzd);
