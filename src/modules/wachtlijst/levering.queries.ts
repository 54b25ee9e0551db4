import type { Day, Instant } from '../../platform/clock/index.js';
import { grouped } from '../../platform/collections/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { plusWerkdagen } from '../../platform/kalender/index.js';
import { termijnWerkdagen } from '../codelijst/index.js';
import { visible } from '../toegang/index.js';
import { signalenOp, type Signaal } from './domain/actuele-status.js';
import type { Bron } from './domain/traject.js';
import { Trajecten, type BekendTraject } from './traject.repository.js';
import { waitingVisible } from './wachtlijst.queries.js';

/** Allocations whose waiting and care the actor may see, by alias `w`. */
const scope = (ctx: RequestContext): string => `
  from (
    select s.bemiddelingspecificatie_id, s.bemiddeling_id, s.instelling, b.client_id,
      b.verantwoordelijk_zorgkantoor as zorgkantoor
    from bemiddelingspecificatie s join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
  ) w
  where ${visible(ctx.actor).bemiddeling('w.bemiddeling_id')} and ${waitingVisible(ctx.actor)}`;

interface ScopedRow {
  readonly id: string;
  readonly bemiddelingID: string;
  readonly clientID: string;
}

/** The allocations among these that the actor may see, with all that was reported; their clients are logged as shown. */
export async function findTrajecten(
  ctx: RequestContext,
  tx: Tx,
  bemiddelingspecificatieIDs: readonly string[],
): Promise<Map<string, BekendTraject>> {
  const rows = await scoped(ctx, tx, bemiddelingspecificatieIDs);
  const trajecten = await Trajecten.load(
    tx,
    rows.map(({ id }) => id),
  );
  return new Map(trajecten.all().map((traject) => [traject.specificatie.bemiddelingspecificatieID, traject]));
}

/** What asks for attention on each of these allocations; one without signals is absent. */
export async function findSignalen(
  ctx: RequestContext,
  tx: Tx,
  bemiddelingspecificatieIDs: readonly string[],
): Promise<Map<string, Signaal[]>> {
  const own = await scoped(ctx, tx, bemiddelingspecificatieIDs);
  const beside = await tx.query<{ id: string }>(
    `select bemiddelingspecificatie_id as id from bemiddelingspecificatie where bemiddeling_id = any ($1::uuid[])`,
    [own.map(({ bemiddelingID }) => bemiddelingID)],
  );
  const trajecten = await Trajecten.load(
    tx,
    beside.map(({ id }) => id),
  );
  const vervroegd = await findVervroegd(
    tx,
    own.map(({ id }) => id),
    ctx.today,
  );
  const signalen = new Map<string, Signaal[]>();
  for (const { id, bemiddelingID } of own) {
    const traject = trajecten.find(id);
    const zelfde = trajecten.all().filter((ander) => ander.specificatie.bemiddelingID === bemiddelingID);
    const found = traject === null ? [] : signalenOp(traject, zelfde, ctx.today);
    if (vervroegd.has(id)) found.push('STATUS_VERVROEGD');
    if (found.length > 0) signalen.set(id, found);
  }
  return signalen;
}

/** A report may come so many werkdagen late (OP181). */
const LAAT = termijnWerkdagen('EERSTE_STATUS', `'STANDAARD'`, 'u.ingangsdatum');

/**
 * The allocations among these whose waiting status of today was once said to begin later than its begin of now explains:
 * since when somebody waits decides who comes first, so the zorgkantoor sees it when that was changed afterwards.
 */
async function findVervroegd(tx: Tx, ids: readonly string[], today: Day): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>(
    `select distinct l.bemiddelingspecificatie_id as id
     from levering l
     join uitstelperiode u on u.levering_id = l.levering_id
     join uitstelperiode_historie h on h.uitstelperiode_id = u.uitstelperiode_id
     where l.bemiddelingspecificatie_id = any ($1::uuid[])
       and u.ingangsdatum <= $2 and (u.einddatum is null or u.einddatum >= $2)
       and h.ingangsdatum > ${plusWerkdagen('u.ingangsdatum', LAAT)}`,
    [ids, today],
  );
  return new Set(rows.map(({ id }) => id));
}

/** What an Uitstelperiode said before it was corrected or ended. */
export interface UitstelperiodeVersieRow {
  readonly uitstelperiodeID: string;
  readonly ingangsdatum: Day;
  readonly einddatum: Day | null;
  readonly vaststellingMoment: Instant;
  readonly reden: string | null;
  readonly leveringsstatus: string;
  readonly leveringsstatusClassificatie: string;
  readonly bron: Bron;
  readonly redenHandmatig: string | null;
  readonly geregistreerdOp: Instant;
  readonly vervangenOp: Instant;
}

/** The earlier versions of each of these, oldest first; one that was never changed is absent. */
export async function findCorrecties(
  ctx: RequestContext,
  tx: Tx,
  uitstelperiodeIDs: readonly string[],
): Promise<Map<string, UitstelperiodeVersieRow[]>> {
  const rows = await tx.query<UitstelperiodeVersieRow>(
    `select h.uitstelperiode_id as "uitstelperiodeID", h.ingangsdatum, h.einddatum,
       h.vaststelling_moment as "vaststellingMoment", h.reden, h.leveringsstatus,
       h.leveringsstatus_classificatie as "leveringsstatusClassificatie", h.bron,
       h.reden_handmatig as "redenHandmatig", h.geregistreerd_op as "geregistreerdOp",
       h.vervangen_op as "vervangenOp"
     from uitstelperiode_historie h
     join levering l on l.levering_id = h.levering_id
     where h.uitstelperiode_id = any ($1::uuid[]) and l.bemiddelingspecificatie_id in (
       select w.bemiddelingspecificatie_id ${scope(ctx)})
     order by h.vervangen_op`,
    [uitstelperiodeIDs],
  );
  return grouped(rows, ({ uitstelperiodeID }) => uitstelperiodeID);
}

/** Which allocation something that was reported belongs to; null when it does not exist. */
export async function findSpecificatieVan(
  tx: Tx,
  soort: 'uitstelperiode' | 'leveringperiode' | 'afstel',
  id: string,
): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select l.bemiddelingspecificatie_id as id from ${soort} m
     join levering l on l.levering_id = m.levering_id where m.${soort}_id = $1`,
    [id],
  );
  return row?.id ?? null;
}

async function scoped(ctx: RequestContext, tx: Tx, ids: readonly string[]): Promise<ScopedRow[]> {
  const rows = await tx.query<ScopedRow>(
    `select w.bemiddelingspecificatie_id as id, w.bemiddeling_id as "bemiddelingID", w.client_id as "clientID"
     ${scope(ctx)} and w.bemiddelingspecificatie_id = any ($1::uuid[])`,
    [ids],
  );
  tx.shown(rows.map(({ clientID }) => clientID));
  return rows;
}
