import type { Day } from '../../platform/clock/index.js';
import { grouped } from '../../platform/collections/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { visible } from '../toegang/index.js';
import type { Contactomgeving } from './domain/contactregels.js';
import type { Rolperiode } from './domain/verplichting.js';

/** A bemiddeling that is held until the end of the transaction. */
export interface LockedBemiddeling {
  readonly bemiddelingID: string;
  readonly clientID: string;
}

/**
 * Holds those of these bemiddelingen that the actor may see, in order of id, so that contacts on one bemiddeling are
 * judged and recorded one after the other.
 */
export async function lockBemiddelingen(
  ctx: RequestContext,
  tx: Tx,
  bemiddelingIDs: readonly string[],
): Promise<Map<string, LockedBemiddeling>> {
  const rows = await tx.query<LockedBemiddeling>(
    `select b.bemiddeling_id as "bemiddelingID", b.client_id as "clientID" from bemiddeling b
     where b.bemiddeling_id = any ($1::uuid[]) and ${visible(ctx.actor).bemiddeling('b.bemiddeling_id')}
     order by b.bemiddeling_id for no key update of b`,
    [bemiddelingIDs],
  );
  return new Map(rows.map((row) => [row.bemiddelingID, row]));
}

interface Persoonperiode {
  readonly ingangsdatum: Day;
  readonly einddatum: Day | null;
}

/** By bemiddelingID what decides whether a contact can have been: the roles, and the contact persons of the client. */
export async function findOmgevingen(
  ctx: RequestContext,
  tx: Tx,
  bemiddelingen: readonly LockedBemiddeling[],
): Promise<Map<string, Contactomgeving>> {
  const rollen = await tx.query<Rolperiode & { readonly bemiddelingID: string }>(
    `select bemiddeling_id as "bemiddelingID", regierol, instelling, ingangsdatum, einddatum
     from regiehouder where bemiddeling_id = any ($1::uuid[])`,
    [bemiddelingen.map(({ bemiddelingID }) => bemiddelingID)],
  );
  const personen = await tx.query<Persoonperiode & { readonly clientID: string }>(
    `select client_id as "clientID", ingangsdatum, einddatum from contactpersoon where client_id = any ($1::uuid[])`,
    [bemiddelingen.map(({ clientID }) => clientID)],
  );
  const rollenVan = grouped(rollen, ({ bemiddelingID }) => bemiddelingID);
  const personenVan = grouped(personen, ({ clientID }) => clientID);
  return new Map(
    bemiddelingen.map(({ bemiddelingID, clientID }) => [
      bemiddelingID,
      {
        vandaag: ctx.today,
        rollen: rollenVan.get(bemiddelingID) ?? [],
        contactpersonen: personenVan.get(clientID) ?? [],
      },
    ]),
  );
}

/** The bemiddeling of a contact; null when there is no such contact. */
export async function findBemiddelingOfContact(tx: Tx, contactmomentID: string): Promise<string | null> {
  const [row] = await tx.query<{ bemiddelingID: string }>(
    'select bemiddeling_id as "bemiddelingID" from contactmoment where contactmoment_id = $1',
    [contactmomentID],
  );
  return row?.bemiddelingID ?? null;
}
