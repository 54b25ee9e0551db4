import type { RequestContext } from '../../platform/context/index.js';
import { RowSet, type Tx } from '../../platform/database/index.js';
import type { Plaatsgroep, Plaatssector } from './domain/plaatsgroep.js';
import { PlaatsgroepEntity } from './entities/plaatsgroep.entity.js';

/**
 * Holds these locations until the end of the transaction, in order of id: places of one location are given, counted and
 * recorded one after the other.
 */
export async function lockLocaties(tx: Tx, locatieIDs: readonly string[]): Promise<void> {
  await tx.query(
    `select from locatie where locatie_id = any ($1::uuid[]) order by locatie_id for no key update`,
    [locatieIDs],
  );
}

/** Everything recorded of a location that is held. */
export async function findRecorded(
  tx: Tx,
  locatieID: string,
): Promise<(Plaatsgroep & Pick<PlaatsgroepEntity, 'versie'>)[]> {
  const rows = await RowSet.load(tx, PlaatsgroepEntity, { locatieID: [locatieID] });
  return rows.all().map((row) => ({ ...row, sector: row.sector as Plaatssector | null }));
}

export async function insertPlaatsgroep(
  ctx: RequestContext,
  tx: Tx,
  groep: Pick<
    PlaatsgroepEntity,
    'plaatsgroepID' | 'locatieID' | 'instelling' | 'sector' | 'leveringsvorm' | 'capaciteit' | 'overigBezet'
  >,
): Promise<void> {
  await tx.query(
    `insert into plaatsgroep (plaatsgroep_id, locatie_id, instelling, sector, leveringsvorm, capaciteit, overig_bezet,
       bevestigd_op, geregistreerd_op, geregistreerd_door)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      groep.plaatsgroepID,
      groep.locatieID,
      groep.instelling,
      groep.sector,
      groep.leveringsvorm,
      groep.capaciteit,
      groep.overigBezet,
      ctx.today,
      ctx.now,
      ctx.actor.sub,
    ],
  );
}

/** Records and thereby confirms, and takes the next version. */
export async function updatePlaatsgroep(
  ctx: RequestContext,
  tx: Tx,
  {
    plaatsgroepID,
    capaciteit,
    overigBezet,
  }: Pick<Plaatsgroep, 'plaatsgroepID' | 'capaciteit' | 'overigBezet'>,
): Promise<void> {
  await tx.query(
    `update plaatsgroep set capaciteit = $2, overig_bezet = $3, bevestigd_op = $4, versie = versie + 1,
       geregistreerd_op = $5, geregistreerd_door = $6
     where plaatsgroep_id = $1`,
    [plaatsgroepID, capaciteit, overigBezet, ctx.today, ctx.now, ctx.actor.sub],
  );
}
