import { defineLoader } from '../../../platform/graphql/index.js';
import {
  findClienten,
  findContactgegevens,
  findContactpersonen,
  type ClientRow,
  type ContactgegevensRow,
  type ContactpersoonRow,
} from '../client.queries.js';

/** A client the actor may see, by id; null otherwise. Logs that the client was shown. */
export const clientByID = defineLoader<string, ClientRow>(findClienten);

/** The contact persons of a client, by clientID; null when there are none. */
export const contactpersonenByClient = defineLoader<string, ContactpersoonRow[]>(findContactpersonen);

/** The contact data of a client, by clientID; null when there are none. */
export const contactgegevensByClient = defineLoader<string, ContactgegevensRow[]>((ctx, tx, clientIDs) =>
  findContactgegevens(ctx, tx, 'CLIENT', clientIDs),
);

/** The contact data of a contact person, by contactpersoonID; null when there are none. */
export const contactgegevensByContactpersoon = defineLoader<string, ContactgegevensRow[]>((ctx, tx, ids) =>
  findContactgegevens(ctx, tx, 'CONTACTPERSOON', ids),
);
