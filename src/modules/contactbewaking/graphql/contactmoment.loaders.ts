import { defineLoader, definePeilingLoader } from '../../../platform/graphql/index.js';
import {
  findContactverplichtingenOfClienten,
  type ContactverplichtingRow,
} from '../contactbewaking.queries.js';
import { findEerdereVersies, type BoekRow } from '../contactboek.queries.js';
import {
  findContactmomenten,
  findContactmomentenOfClienten,
  findLaatsteContacten,
  type ContactmomentRow,
} from '../contactmoment.queries.js';

/** A contact the actor may see, by id; null otherwise. */
export const contactmomentByID = defineLoader<string, ContactmomentRow>(findContactmomenten);

/** The contacts of a client, newest first, by clientID; null when there are none. */
export const contactmomentenByClient = defineLoader<string, ContactmomentRow[]>(
  findContactmomentenOfClienten,
);

/** The contact duties of today of a client, by clientID; null when there are none. */
export const contactverplichtingenByClient = defineLoader<string, ContactverplichtingRow[]>(
  findContactverplichtingenOfClienten,
);

/** When the dossierhouder last spoke with the client's side, by peilsleutel of bemiddelingID; null when it never did. */
export const laatsteContactAt = definePeilingLoader<ContactmomentRow>(findLaatsteContacten);

/** What the ledger said of an obligation before, newest first, by contactverplichtingID; null when it was never other. */
export const eerdereVersiesByID = defineLoader<string, BoekRow[]>(findEerdereVersies);
