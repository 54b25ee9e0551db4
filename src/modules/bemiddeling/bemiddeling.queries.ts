import type { Day, Instant } from '../../platform/clock/index.js';
import { grouped } from '../../platform/collections/index.js';
import type { Actor, Peiling, RequestContext } from '../../platform/context/index.js';
import { bekendeVersies, type Tx } from '../../platform/database/index.js';
import { visible } from '../toegang/index.js';
import type { Bemiddelinggegevens } from './bemiddeling.repository.js';
import type { Regiehouder, Specificatie } from './domain/bemiddeling.js';
import { kenmerken, type Regierol } from './domain/leveringsvorm.js';
import { WAARSCHUWINGEN, type Waarschuwing } from './domain/profiel.js';

/** A bemiddeling as it is shown. */
export interface BemiddelingRow extends Bemiddelinggegevens {
  readonly versie: number;
  readonly geregistreerdOp: Instant;
}

/** An allocation as it is shown; `pgbPercentage` is null for a zorgaanbieder, whatever it is (P2). */
export interface SpecificatieRow extends Specificatie {
  readonly bemiddelingID: string;
  readonly leveringsvormNaam: string;
  readonly waarschuwingen: readonly {
    readonly code: string;
    readonly regel: string | null;
    readonly melding: string;
  }[];
  readonly versie: number;
  readonly geregistreerdOp: Instant;
}

/** A holder of a role as it is shown. */
export interface RegiehouderRow extends Regiehouder {
  readonly bemiddelingID: string;
  readonly vaststellingMoment: Instant;
  readonly geregistreerdOp: Instant;
}

type Stored = Omit<SpecificatieRow, 'waarschuwingen' | 'leveringsvormNaam'> & {
  readonly waarschuwingen: readonly Waarschuwing[];
};

const BEMIDDELING_COLUMNS = `
  b.bemiddeling_id as "bemiddelingID", b.client_id as "clientID", b.wlz_indicatie_id as "wlzIndicatieID",
  b.verantwoordelijk_zorgkantoor as "verantwoordelijkZorgkantoor",
  b.verantwoordelijkheid_ingangsdatum as "verantwoordelijkheidIngangsdatum",
  b.verantwoordelijkheid_einddatum as "verantwoordelijkheidEinddatum", b.versie,
  b.geregistreerd_op as "geregistreerdOp"`;

/** Columns of a specificatie `s`; for a zorgaanbieder the pgb share does not even leave the table (P2). */
export function specificatieColumns(actor: Actor): string {
  const pgb = actor.rol === 'ZORGAANBIEDER' ? 'null::integer' : 's.pgb_percentage';
  return `
    s.bemiddelingspecificatie_id as "bemiddelingspecificatieID", s.bemiddeling_id as "bemiddelingID",
    s.leveringsvorm, s.zzp_code as "zzpCode", s.toewijzing_ingangsdatum as "toewijzingIngangsdatum",
    s.toewijzing_einddatum as "toewijzingEinddatum", s.instelling,
    s.uitvoerend_zorgkantoor as "uitvoerendZorgkantoor", s.vaststelling_moment as "vaststellingMoment",
    s.percentage, ${pgb} as "pgbPercentage", s.opname, s.reden_intrekking as "redenIntrekking", s.etmalen,
    s.instelling_bestemming as "instellingBestemming", s.soort_toewijzing as "soortToewijzing", s.waarschuwingen,
    s.versie, s.geregistreerd_op as "geregistreerdOp"`;
}

export const REGIEHOUDER_COLUMNS = `
  r.regiehouder_id as "regiehouderID", r.bemiddeling_id as "bemiddelingID", r.instelling, r.regierol, r.ingangsdatum,
  r.einddatum, r.vaststelling_moment as "vaststellingMoment", r.geregistreerd_op as "geregistreerdOp"`;

/** The bemiddelingen among these that the actor may see, by id; their clients are logged as shown. */
export async function findBemiddelingen(
  ctx: RequestContext,
  tx: Tx,
  bemiddelingIDs: readonly string[],
): Promise<Map<string, BemiddelingRow>> {
  const rows = await selectBemiddelingen(ctx, tx, 'b.bemiddeling_id', bemiddelingIDs);
  return new Map(rows.map((row) => [row.bemiddelingID, row]));
}

export async function findBemiddelingenOfClienten(
  ctx: RequestContext,
  tx: Tx,
  clientIDs: readonly string[],
): Promise<Map<string, BemiddelingRow[]>> {
  return grouped(await selectBemiddelingen(ctx, tx, 'b.client_id', clientIDs), (row) => row.clientID);
}

export async function findBemiddelingenOfIndicaties(
  ctx: RequestContext,
  tx: Tx,
  wlzIndicatieIDs: readonly string[],
): Promise<Map<string, BemiddelingRow[]>> {
  return grouped(
    await selectBemiddelingen(ctx, tx, 'b.wlz_indicatie_id', wlzIndicatieIDs),
    (row) => row.wlzIndicatieID,
  );
}

async function selectBemiddelingen(
  ctx: RequestContext,
  tx: Tx,
  column: 'b.bemiddeling_id' | 'b.client_id' | 'b.wlz_indicatie_id',
  ids: readonly string[],
): Promise<BemiddelingRow[]> {
  const rows = await tx.query<BemiddelingRow>(
    `select ${BEMIDDELING_COLUMNS} from bemiddeling b
     where ${column} = any ($1::uuid[]) and ${visible(ctx.actor).bemiddeling('b.bemiddeling_id')}
     order by b.verantwoordelijkheid_ingangsdatum desc, b.bemiddeling_id`,
    [ids],
  );
  tx.shown(rows.map(({ clientID }) => clientID));
  return rows;
}

/** The allocations of these bemiddelingen that the actor may see, newest first. */
export async function findSpecificatiesOf(
  ctx: RequestContext,
  tx: Tx,
  bemiddelingIDs: readonly string[],
): Promise<Map<string, SpecificatieRow[]>> {
  const rows = await tx.query<Stored>(
    `select ${specificatieColumns(ctx.actor)} from bemiddelingspecificatie s
     where s.bemiddeling_id = any ($1::uuid[]) and ${visible(ctx.actor).bemiddeling('s.bemiddeling_id')}
     order by s.toewijzing_ingangsdatum desc, s.bemiddelingspecificatie_id`,
    [bemiddelingIDs],
  );
  return grouped(rows.map(toSpecificatieRow), (row) => row.bemiddelingID);
}

/** The allocations among these that the actor may see, by id; their clients are logged as shown. */
export async function findSpecificaties(
  ctx: RequestContext,
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, SpecificatieRow>> {
  const rows = await tx.query<Stored & { clientID: string }>(
    `select ${specificatieColumns(ctx.actor)}, b.client_id as "clientID" from bemiddelingspecificatie s
     join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
     where s.bemiddelingspecificatie_id = any ($1::uuid[])
       and ${visible(ctx.actor).bemiddeling('s.bemiddeling_id')}`,
    [ids],
  );
  tx.shown(rows.map(({ clientID }) => clientID));
  return new Map(rows.map((row) => [row.bemiddelingspecificatieID, toSpecificatieRow(row)]));
}

/** The holders of roles of these bemiddelingen that the actor may see, newest first. */
export async function findRegiehoudersOf(
  ctx: RequestContext,
  tx: Tx,
  bemiddelingIDs: readonly string[],
): Promise<Map<string, RegiehouderRow[]>> {
  const rows = await tx.query<RegiehouderRow>(
    `select ${REGIEHOUDER_COLUMNS} from regiehouder r
     where r.bemiddeling_id = any ($1::uuid[]) and ${visible(ctx.actor).bemiddeling('r.bemiddeling_id')}
     order by r.ingangsdatum desc, r.regierol, r.regiehouder_id`,
    [bemiddelingIDs],
  );
  return grouped(rows, (row) => row.bemiddelingID);
}

/** The holders among these that the actor may see, by id; their clients are logged as shown. */
export async function findRegiehouders(
  ctx: RequestContext,
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, RegiehouderRow>> {
  const rows = await tx.query<RegiehouderRow & { clientID: string }>(
    `select ${REGIEHOUDER_COLUMNS}, b.client_id as "clientID" from regiehouder r
     join bemiddeling b on b.bemiddeling_id = r.bemiddeling_id
     where r.regiehouder_id = any ($1::uuid[]) and ${visible(ctx.actor).bemiddeling('r.bemiddeling_id')}`,
    [ids],
  );
  tx.shown(rows.map(({ clientID }) => clientID));
  return new Map(rows.map((row) => [row.regiehouderID, row]));
}

const REGIEHOUDER_FACTS = `regiehouder_id, bemiddeling_id, instelling, regierol, ingangsdatum, einddatum,
  vaststelling_moment, geregistreerd_op`;

/**
 * The holders of roles of a bemiddeling that the actor may see, newest first, as they were known at a moment.
 * @param op only who holds a role on this day; all of them when null
 */
export async function findRegiehoudersAsKnown(
  ctx: RequestContext,
  tx: Tx,
  bemiddelingID: string,
  op: Day | null,
  zoalsBekendOp: Instant | null,
): Promise<RegiehouderRow[]> {
  const moment = zoalsBekendOp === null ? null : '$3::timestamptz';
  return tx.query<RegiehouderRow>(
    `select ${REGIEHOUDER_COLUMNS} from ${bekendeVersies('regiehouder', REGIEHOUDER_FACTS, moment)} r
     where r.bemiddeling_id = $1::uuid and ${visible(ctx.actor).bemiddeling('r.bemiddeling_id')}
       and ($2::date is null or (r.ingangsdatum <= $2 and (r.einddatum is null or r.einddatum >= $2)))
     order by r.ingangsdatum desc, r.regierol, r.regiehouder_id`,
    zoalsBekendOp === null ? [bemiddelingID, op] : [bemiddelingID, op, zoalsBekendOp],
  );
}

/** Who holds a role at a peiling, by bemiddelingID; on the day of a hand-over that is the newest holder. */
export async function findHoudersOn(
  ctx: RequestContext,
  tx: Tx,
  rol: Regierol,
  { op, zoalsBekendOp }: Peiling,
  bemiddelingIDs: readonly string[],
): Promise<Map<string, RegiehouderRow>> {
  const moment = zoalsBekendOp === null ? null : '$4::timestamptz';
  const rows = await tx.query<RegiehouderRow>(
    `select distinct on (r.bemiddeling_id) ${REGIEHOUDER_COLUMNS}
     from ${bekendeVersies('regiehouder', REGIEHOUDER_FACTS, moment)} r
     where r.bemiddeling_id = any ($1::uuid[]) and r.regierol = $2
       and r.ingangsdatum <= $3::date and (r.einddatum is null or r.einddatum >= $3::date)
       and ${visible(ctx.actor).bemiddeling('r.bemiddeling_id')}
     order by r.bemiddeling_id, r.ingangsdatum desc, r.regiehouder_id`,
    [bemiddelingIDs, rol, op, ...(zoalsBekendOp === null ? [] : [zoalsBekendOp])],
  );
  return new Map(rows.map((row) => [row.bemiddelingID, row]));
}

/** The shape in which a stored allocation is shown. */
export function toSpecificatieRow<Row extends Omit<Stored, 'versie'>>(row: Row) {
  return {
    ...row,
    leveringsvormNaam: kenmerken(row.leveringsvorm).naam,
    waarschuwingen: row.waarschuwingen.map((code) => ({ code, ...WAARSCHUWINGEN[code] })),
  };
}
