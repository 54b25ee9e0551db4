import type { Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { findClienten, naamOf } from '../client/index.js';
import { findZorgaanbieders } from '../zorgaanbieder/index.js';
import { findContactverplichtingen } from './contactbewaking.queries.js';

export interface ContactverplichtingenExport {
  /** The responsible zorgkantoor (UZOVI). */
  readonly regio: string;
  /** AGB of the bearer; every provider when null. */
  readonly instelling: string | null;
}

/** A line of the exported list; the fields are its columns, in their order. No BSN leaves the register this way. */
export interface ContactverplichtingExportrij {
  readonly soort: string;
  readonly clientID: string;
  readonly naam: string | null;
  readonly bemiddelingID: string;
  readonly instelling: string;
  readonly zorgaanbieder: string | null;
  readonly laatsteContact: Day | null;
  readonly uiterlijk: Day;
  readonly status: string;
  readonly dagenTeLaat: number;
  readonly jaarnormGehaald: boolean | null;
}

/** Columns of the exported list, in order. */
export const CONTACTVERPLICHTING_KOLOMMEN: readonly (keyof ContactverplichtingExportrij)[] = [
  'soort',
  'clientID',
  'naam',
  'bemiddelingID',
  'instelling',
  'zorgaanbieder',
  'laatsteContact',
  'uiterlijk',
  'status',
  'dagenTeLaat',
  'jaarnormGehaald',
];

/** All contact duties of today for a region, as the list shows them; every client among them is logged as shown. */
export async function exportContactverplichtingen(
  ctx: RequestContext,
  tx: Tx,
  { regio, instelling }: ContactverplichtingenExport,
): Promise<ContactverplichtingExportrij[]> {
  const filter = { zorgkantoor: regio, instelling };
  const rows = await findContactverplichtingen(ctx, tx, filter, null, null);
  tx.searched(filter);
  const clienten = await findClienten(ctx, tx, [...new Set(rows.map(({ clientID }) => clientID))]);
  const zorgaanbieders = await findZorgaanbieders(tx, [...new Set(rows.map((row) => row.instelling))]);
  return rows.map((row) => {
    const client = clienten.get(row.clientID);
    return {
      soort: row.soort,
      clientID: row.clientID,
      naam: client === undefined ? null : naamOf(client),
      bemiddelingID: row.bemiddelingID,
      instelling: row.instelling,
      zorgaanbieder: zorgaanbieders.get(row.instelling)?.naam ?? null,
      laatsteContact: row.laatsteContactDatum,
      uiterlijk: row.uiterlijk,
      status: row.status,
      dagenTeLaat: row.dagenTeLaat,
      jaarnormGehaald: row.jaarnormGehaald,
    };
  });
}
