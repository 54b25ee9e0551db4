import type { Day, Instant } from '../../platform/clock/index.js';
import { grouped } from '../../platform/collections/index.js';
import type { Peiling, RequestContext } from '../../platform/context/index.js';
import { bekendeVersies, type Tx } from '../../platform/database/index.js';
import { visible } from '../toegang/index.js';
import type { Contactvorm, Partij, Regierol } from './domain/verplichting.js';

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

const CONTACT_FACTS = `contactmoment_id, bemiddeling_id, datum, instelling, regierol, met, vorm, gesproken, ingetrokken,
  geregistreerd_op`;
const REGIEHOUDER_FACTS = 'bemiddeling_id, regierol, instelling, ingangsdatum, einddatum';

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

/**
 * The contacts of a client that the actor may see, the newest first, as they were known at a moment; those that were
 * withdrawn by then are left out.
 * @param op only contacts up to and with this day; all of them when null
 */
export function findContactmomentenAsKnown(
  ctx: RequestContext,
  tx: Tx,
  clientID: string,
  op: Day | null,
  zoalsBekendOp: Instant | null,
): Promise<ContactmomentRow[]> {
  return select(
    ctx,
    tx,
    'b.client_id = any ($1::uuid[]) and not c.ingetrokken and ($2::date is null or c.datum <= $2)',
    [clientID],
    { params: [op], zoalsBekendOp },
  );
}

/** By bemiddelingID the newest contact, up to the day, in which the dossierhouder of its day spoke with the client's side. */
export async function findLaatsteContacten(
  ctx: RequestContext,
  tx: Tx,
  bemiddelingIDs: readonly string[],
  { op, zoalsBekendOp }: Peiling,
): Promise<Map<string, ContactmomentRow>> {
  const moment = zoalsBekendOp === null ? null : '$3::timestamptz';
  const rows = await select(
    ctx,
    tx,
    `c.bemiddeling_id = any ($1::uuid[]) and not c.ingetrokken and c.gesproken and c.regierol = '2'
     and c.met in ('CLIENT', 'CONTACTPERSOON') and c.datum <= $2::date
     and exists (
       select from ${bekendeVersies('regiehouder', REGIEHOUDER_FACTS, moment)} r
       where r.bemiddeling_id = c.bemiddeling_id and r.regierol = c.regierol and r.instelling = c.instelling
         and daterange(r.ingangsdatum, r.einddatum, '[]') @> c.datum)`,
    bemiddelingIDs,
    { params: [op], zoalsBekendOp },
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
  {
    params,
    zoalsBekendOp,
  }: { readonly params: readonly unknown[]; readonly zoalsBekendOp: Instant | null } = {
    params: [],
    zoalsBekendOp: null,
  },
): Promise<(ContactmomentRow & WithClient)[]> {
  const values = zoalsBekendOp === null ? [ids, ...params] : [ids, ...params, zoalsBekendOp];
  const moment = zoalsBekendOp === null ? null : `$${values.length}::timestamptz`;
  const rows = await tx.query<ContactmomentRow & WithClient>(
    `select ${COLUMNS}, b.client_id as "clientID"
     from ${bekendeVersies('contactmoment', CONTACT_FACTS, moment)} c join bemiddeling b on b.bemiddeling_id = c.bemiddeling_id
     where ${condition} and ${visible(ctx.actor).bemiddeling('c.bemiddeling_id')}
     order by c.datum desc, c.contactmoment_id desc`,
    values,
  );
  tx.shown(rows.map(({ clientID }) => clientID));
  return rows;
}
