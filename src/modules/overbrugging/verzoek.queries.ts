import type { Day, Instant } from '../../platform/clock/index.js';
import { grouped } from '../../platform/collections/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { visible } from '../toegang/index.js';
import type { Beoordelingswijze, Regierol, Verzoekstatus } from './domain/verzoek.js';
import { UITERLIJK } from './verzoek.repository.js';

/** A request as it is shown. */
export interface VerzoekRow {
  readonly verzoekID: string;
  readonly clientID: string;
  readonly bemiddelingID: string;
  readonly bemiddelingspecificatieID: string;
  readonly instelling: string;
  readonly regierol: Regierol;
  readonly verzoekdatum: Day;
  readonly status: Verzoekstatus;
  readonly leveringsvorm: string | null;
  readonly aanbieder: string | null;
  readonly toewijzingIngangsdatum: Day | null;
  readonly toewijzingEinddatum: Day | null;
  readonly percentage: number | null;
  readonly opname: string | null;
  readonly verantwoord: string | null;
  readonly doelmatig: string | null;
  readonly extraOverbruggingszorg: boolean;
  /** The last day on which it can be rejected. */
  readonly uiterlijk: Day;
  readonly wijze: Beoordelingswijze | null;
  readonly beoordeeldOp: Day | null;
  readonly reden: string | null;
  readonly belemmering: string | null;
  readonly overbruggingspecificatieID: string | null;
  readonly versie: number;
  readonly geregistreerdOp: Instant;
  readonly geregistreerdDoor: string;
}

/** An earlier version of a request. */
export type VerzoekVersieRow = VerzoekRow & { readonly vervangenOp: Instant };

const COLUMNS = `v.verzoek_id as "verzoekID", v.client_id as "clientID", v.bemiddeling_id as "bemiddelingID",
  v.bemiddelingspecificatie_id as "bemiddelingspecificatieID", v.instelling, v.regierol, v.verzoekdatum, v.status,
  v.leveringsvorm, v.aanbieder, v.toewijzing_ingangsdatum as "toewijzingIngangsdatum",
  v.toewijzing_einddatum as "toewijzingEinddatum", v.toewijzing_percentage as percentage, v.opname, v.verantwoord,
  v.doelmatig, v.extra_overbruggingszorg as "extraOverbruggingszorg", ${UITERLIJK} as uiterlijk, v.wijze,
  v.beoordeeld_op as "beoordeeldOp", v.reden, v.belemmering,
  v.overbruggingspecificatie_id as "overbruggingspecificatieID", v.versie, v.geregistreerd_op as "geregistreerdOp",
  v.geregistreerd_door as "geregistreerdDoor"`;

/** The requests among these that the actor may see, by id; their clients are logged as shown. */
export async function findVerzoeken(
  ctx: RequestContext,
  tx: Tx,
  verzoekIDs: readonly string[],
): Promise<Map<string, VerzoekRow>> {
  const rows = await select(ctx, tx, 'v.verzoek_id', verzoekIDs);
  return new Map(rows.map((row) => [row.verzoekID, row]));
}

/** The requests under these allocations that the actor may see, newest first. */
export async function findVerzoekenOf(
  ctx: RequestContext,
  tx: Tx,
  bemiddelingspecificatieIDs: readonly string[],
): Promise<Map<string, VerzoekRow[]>> {
  const rows = await select(ctx, tx, 'v.bemiddelingspecificatie_id', bemiddelingspecificatieIDs);
  return grouped(rows, (row) => row.bemiddelingspecificatieID);
}

/** What each of these requests said before, oldest first. */
export async function findVerzoekVersies(
  ctx: RequestContext,
  tx: Tx,
  verzoekIDs: readonly string[],
): Promise<Map<string, VerzoekVersieRow[]>> {
  const rows = await tx.query<VerzoekVersieRow>(
    `select ${COLUMNS}, v.vervangen_op as "vervangenOp" from verzoek_historie v
     where v.verzoek_id = any ($1::uuid[]) and ${visible(ctx.actor).bemiddeling('v.bemiddeling_id')}
     order by v.vervangen_op`,
    [verzoekIDs],
  );
  tx.shown(rows.map(({ clientID }) => clientID));
  return grouped(rows, (row) => row.verzoekID);
}

async function select(
  ctx: RequestContext,
  tx: Tx,
  column: 'v.verzoek_id' | 'v.bemiddelingspecificatie_id',
  ids: readonly string[],
): Promise<VerzoekRow[]> {
  const rows = await tx.query<VerzoekRow>(
    `select ${COLUMNS} from verzoek v
     where ${column} = any ($1::uuid[]) and ${visible(ctx.actor).bemiddeling('v.bemiddeling_id')}
     order by v.verzoekdatum desc, v.geregistreerd_op desc, v.verzoek_id`,
    [ids],
  );
  tx.shown(rows.map(({ clientID }) => clientID));
  return rows;
}
