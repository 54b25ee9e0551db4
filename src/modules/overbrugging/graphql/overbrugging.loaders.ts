import { defineLoader } from '../../../platform/graphql/index.js';
import {
  findVerzoeken,
  findVerzoekenOf,
  findVerzoekVersies,
  type VerzoekRow,
  type VerzoekVersieRow,
} from '../verzoek.queries.js';

/** A request the actor may see, by id; null otherwise. */
export const verzoekByID = defineLoader<string, VerzoekRow>(findVerzoeken);

/** The requests under an allocation, newest first, by bemiddelingspecificatieID; null when there are none to see. */
export const verzoekenBySpecificatie = defineLoader<string, VerzoekRow[]>(findVerzoekenOf);

/** What a request said before, by verzoekID; null when it never said anything else. */
export const versiesByVerzoek = defineLoader<string, VerzoekVersieRow[]>(findVerzoekVersies);
