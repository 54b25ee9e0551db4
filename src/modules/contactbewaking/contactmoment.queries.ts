import type { Day, Instant } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { visible } from '../toegang/index.js';
import type { Contactvorm, Partij, Regierol } from './domain/verplichting.js';
import { grouped } from './grouped.js';

/** A contact as it is shown. */
export interface ContactmomentRow {
  readonly contactmomentID: string;
  readonly bemiddelingID: string;
  readonly datum: Day;
  /** AGB. */
  readonly instelling: string;
  readonly regierol: Regierol;
  readonly met: Partij;
  readonly vorm: Contactvorm;
  readonly gesproken: boolean;
  readonly ingetrokken: boolean;
  readonly geregistreerdOp: Instant;
}

const COLUMNS = `c.contactmoment_id as "contactmomentID", c.bemiddeling_id as "bemiddelingID", c.datum, c.instelling,
  c.regierol, c.met, c.vorm, c.gesproken, c.ingetrokken, c.geregistreerd_op as "geregistreerdOp"`;

interface WithClient {
  readonly clientID: string;
}

/** The contacts with these ids that the actor may see, withdrawn ones too. */
export async function findContactmomenten(
  ctx: RequestContext,
  tx: Tx,
  contactmomentIDs: readonly string[],
): Promise<Map<string, ContactmomentRow>> {
  const rows = await select(ctx, tx, 'c.contactmoment_id = any ($1::uuid[])', contactmomentIDs);
  return new Map(rows.map((row) => [row.contactmomentID, row]));
}

/** The contacts of each of these clients that the actor may see, the newest first; withdrawn ones are left out. */
export async function findContactmomentenOfClienten(
  ctx: RequestContext,
  tx: Tx,
  clientIDs: readonly string[],
): Promise<Map<string, ContactmomentRow[]>> {
  const rows = await select(ctx, tx, 'b.client_id = any ($1::uuid[]) and not c.ingetrokken', clientIDs);
  return grouped(rows, ({ clientID }) => clientID);
}

/** By bemiddelingID the newest contact, up to today, in which the dossierhouder of that day spoke with the client's side. */
export async function findLaatsteContacten(
  ctx: RequestContext,
  tx: Tx,
  bemiddelingIDs: readonly string[],
): Promise<Map<string, ContactmomentRow>> {
  const rows = await select(
    ctx,
    tx,
    `c.bemiddeling_id = any ($1::uuid[]) and not c.ingetrokken and c.gesproken and c.regierol = '2'
     and c.met in ('CLIENT', 'CONTACTPERSOON') and c.datum <= (select app_vandaag())
     and exists (
       select from regiehouder r
       where r.bemiddeling_id = c.bemiddeling_id and r.regierol = c.regierol and r.instelling = c.instelling
         and daterange(r.ingangsdatum, r.einddatum, '[]') @> c.datum)`,
    bemiddelingIDs,
  );
  const newest = new Map<string, ContactmomentRow>();
  for (const row of rows) if (!newest.has(row.bemiddelingID)) newest.set(row.bemiddelingID, row);
  return newest;
}

/** Newest first, of several on one day the highest id: the same choice as the duty makes. */
async function select(
  ctx: RequestContext,
  tx: Tx,
  condition: string,
  ids: readonly string[],
): Promise<(ContactmomentRow & WithClient)[]> {
  const rows = await tx.query<ContactmomentRow & WithClient>(
    `select ${COLUMNS}, b.client_id as "clientID"
     from contactmoment c join bemiddeling b on b.bemiddeling_id = c.bemiddeling_id
     where ${condition} and ${visible(ctx.actor).bemiddeling('c.bemiddeling_id')}
     order by c.datum desc, c.contactmoment_id desc`,
    [ids],
  );
  tx.shown(rows.map(({ clientID }) => clientID));
  return rows;
}
