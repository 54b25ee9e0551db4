import type { Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { currentCoordinator, currentDossierhouder } from '../bemiddeling/index.js';
import { findClienten, naamOf } from '../client/index.js';
import { findZorgaanbieders } from '../zorgaanbieder/index.js';
import { findWachtlijst } from './wachtlijst.queries.js';

export interface WachtlijstExport {
  /** The responsible zorgkantoor (UZOVI). */
  readonly regio: string;
  /** AGB of the provider waited for; every provider when null. */
  readonly instelling: string | null;
}

/** A line of the exported list; the fields are its columns, in their order. No BSN leaves the register this way. */
export interface WachtlijstExportrij {
  readonly positie: number;
  readonly clientID: string;
  readonly naam: string | null;
  readonly geboortedatum: Day | null;
  readonly indicatieID: string;
  readonly bemiddelingID: string;
  readonly bemiddelingspecificatieID: string;
  readonly zorgkantoor: string;
  readonly instelling: string;
  readonly zorgaanbieder: string | null;
  readonly sector: string | null;
  readonly zzpCode: string;
  readonly wachtstatus: string;
  readonly wachtstatusCode: string;
  readonly classificatie: string;
  readonly statusIngangsdatum: Day;
  readonly normklokVan: Day;
  readonly toewijzingIngangsdatum: Day;
  readonly afgiftedatum: Day;
  readonly dossierhouder: string | null;
  readonly coordinatorZorgThuis: string | null;
}

/** Columns of the exported list, in order. */
export const WACHTLIJST_KOLOMMEN: readonly (keyof WachtlijstExportrij)[] = [
  'positie',
  'clientID',
  'naam',
  'geboortedatum',
  'indicatieID',
  'bemiddelingID',
  'bemiddelingspecificatieID',
  'zorgkantoor',
  'instelling',
  'zorgaanbieder',
  'sector',
  'zzpCode',
  'wachtstatus',
  'wachtstatusCode',
  'classificatie',
  'statusIngangsdatum',
  'normklokVan',
  'toewijzingIngangsdatum',
  'afgiftedatum',
  'dossierhouder',
  'coordinatorZorgThuis',
];

/** The whole waiting list of today for a region, as the list shows it; everybody on it is logged as shown. */
export async function exportWachtlijst(
  ctx: RequestContext,
  tx: Tx,
  { regio, instelling }: WachtlijstExport,
): Promise<WachtlijstExportrij[]> {
  const filter = { zorgkantoor: regio, instelling };
  const rows = await findWachtlijst(ctx, tx, filter, null, null);
  tx.searched(filter);
  const bemiddelingIDs = [...new Set(rows.map((row) => row.bemiddelingID))];
  const clienten = await findClienten(ctx, tx, [...new Set(rows.map((row) => row.clientID))]);
  const zorgaanbieders = await findZorgaanbieders(tx, [...new Set(rows.map((row) => row.instelling))]);
  const dossierhouders = await currentDossierhouder.batch(ctx, tx, bemiddelingIDs);
  const coordinatoren = await currentCoordinator.batch(ctx, tx, bemiddelingIDs);
  return rows.map((row) => {
    const client = clienten.get(row.clientID);
    return {
      ...row,
      naam: client === undefined ? null : naamOf(client),
      geboortedatum: client?.geboortedatum ?? null,
      zorgaanbieder: zorgaanbieders.get(row.instelling)?.naam ?? null,
      dossierhouder: dossierhouders.get(row.bemiddelingID)?.instelling ?? null,
      coordinatorZorgThuis: coordinatoren.get(row.bemiddelingID)?.instelling ?? null,
    };
  });
}
