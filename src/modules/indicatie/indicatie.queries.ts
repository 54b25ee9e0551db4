import type { Day } from '../../platform/clock/index.js';
import { grouped } from '../../platform/collections/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { visible } from '../toegang/index.js';
import type { Grondslaggegevens, Wzdgegevens, Zorgzwaartepakketgegevens } from './domain/indicatiedossier.js';

/** An indication as it is shown; what the CIZ says about disorders and limitations is kept, not shown. */
export interface IndicatieRow {
  readonly wlzIndicatieID: string;
  readonly clientID: string;
  readonly besluitnummer: number;
  readonly soortWlzindicatie: string;
  readonly afgiftedatum: Day;
  readonly ingangsdatum: Day;
  readonly einddatum: Day | null;
  readonly meerzorg: string | null;
  readonly initieelVerantwoordelijkZorgkantoor: string;
  readonly vervaldatum: Day | null;
  readonly commentaar: string | null;
}

const COLUMNS = `
  i.wlz_indicatie_id as "wlzIndicatieID", i.client_id as "clientID", i.besluitnummer,
  i.soort_wlzindicatie as "soortWlzindicatie", i.afgiftedatum, i.ingangsdatum, i.einddatum, i.meerzorg,
  i.initieel_verantwoordelijk_zorgkantoor as "initieelVerantwoordelijkZorgkantoor", i.vervaldatum, i.commentaar`;

/**
 * The indications an actor may see: those under an allocation they see, and for a zorgkantoor those of its own region.
 * A client's other indications stay out of sight.
 */
function visibleIndicaties({ actor }: RequestContext): string {
  const allocated = `i.wlz_indicatie_id in (
    select b.wlz_indicatie_id from bemiddeling b where b.bemiddeling_id in (${visible(actor).bemiddelingen}))`;
  switch (actor.rol) {
    case 'ZORGKANTOOR':
      return `(i.initieel_verantwoordelijk_zorgkantoor = any ((select app_uzovi())::text[]) or ${allocated})`;
    case 'SYSTEEM':
      return 'true';
    default:
      return allocated;
  }
}

/** The indications among these that the actor may see; their clients are logged as shown. */
export async function findIndicaties(
  ctx: RequestContext,
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, IndicatieRow>> {
  const rows = await tx.query<IndicatieRow>(
    `select ${COLUMNS} from indicatie i where i.wlz_indicatie_id = any ($1::uuid[]) and ${visibleIndicaties(ctx)}`,
    [ids],
  );
  tx.shown(rows.map(({ clientID }) => clientID));
  return new Map(rows.map((row) => [row.wlzIndicatieID, row]));
}

/** The indications of each of these clients that the actor may see, the newest first. */
export async function findIndicatiesOfClienten(
  ctx: RequestContext,
  tx: Tx,
  clientIDs: readonly string[],
): Promise<Map<string, IndicatieRow[]>> {
  const rows = await tx.query<IndicatieRow>(
    `select ${COLUMNS} from indicatie i where i.client_id = any ($1::uuid[]) and ${visibleIndicaties(ctx)}
     order by i.ingangsdatum desc, i.afgiftedatum desc, i.wlz_indicatie_id`,
    [clientIDs],
  );
  tx.shown(rows.map(({ clientID }) => clientID));
  return grouped(rows, ({ clientID }) => clientID);
}

/** The grondslagen of each of these indications, the one with most influence first. */
export async function findGrondslagen(
  ctx: RequestContext,
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Grondslaggegevens[]>> {
  const rows = await tx.query<Grondslaggegevens>(
    `select g.grondslag_id as "grondslagID", g.wlz_indicatie_id as "wlzIndicatieID", g.grondslag, g.volgorde
     from grondslag g join indicatie i on i.wlz_indicatie_id = g.wlz_indicatie_id
     where g.wlz_indicatie_id = any ($1::uuid[]) and ${visibleIndicaties(ctx)}
     order by g.volgorde, g.grondslag_id`,
    [ids],
  );
  return grouped(rows, ({ wlzIndicatieID }) => wlzIndicatieID);
}

/** The profiles of each of these indications, in order of time. */
export async function findZorgzwaartepakketten(
  ctx: RequestContext,
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Zorgzwaartepakketgegevens[]>> {
  const rows = await tx.query<Zorgzwaartepakketgegevens>(
    `select z.geindiceerd_zorgzwaartepakket_id as "geindiceerdZorgzwaartepakketID",
       z.wlz_indicatie_id as "wlzIndicatieID", z.zzp_code as "zzpCode", z.ingangsdatum, z.einddatum,
       z.voorkeur_client as "voorkeurClient", z.instelling_voorkeur as "instellingVoorkeur", z.financiering,
       z.commentaar
     from geindiceerd_zorgzwaartepakket z join indicatie i on i.wlz_indicatie_id = z.wlz_indicatie_id
     where z.wlz_indicatie_id = any ($1::uuid[]) and ${visibleIndicaties(ctx)}
     order by z.ingangsdatum, z.geindiceerd_zorgzwaartepakket_id`,
    [ids],
  );
  return grouped(rows, ({ wlzIndicatieID }) => wlzIndicatieID);
}

/** The Wzd-verklaring of each of these indications that has one. */
export async function findWzd(
  ctx: RequestContext,
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Wzdgegevens>> {
  const rows = await tx.query<Wzdgegevens>(
    `select w.wzd_id as "wzdID", w.wlz_indicatie_id as "wlzIndicatieID", w.wzd_verklaring as "wzdVerklaring",
       w.ingangsdatum, w.einddatum
     from wzd w join indicatie i on i.wlz_indicatie_id = w.wlz_indicatie_id
     where w.wlz_indicatie_id = any ($1::uuid[]) and ${visibleIndicaties(ctx)}`,
    [ids],
  );
  return new Map(rows.map((row) => [row.wlzIndicatieID, row]));
}
