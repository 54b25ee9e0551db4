import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { Opvolging } from './domain/plaatsbeleid.js';
import type { Plaatsnormrij, Redenrij } from './instellingen.queries.js';

/** Lets the row that a norm takes over from end, and adds the norm. */
export async function savePlaatsnorm(
  ctx: RequestContext,
  tx: Tx,
  norm: Omit<Plaatsnormrij, 'geregistreerdOp'>,
  opvolging: Opvolging | null,
): Promise<void> {
  if (opvolging !== null) {
    await tx.query(`update plaatsnorm set geldig_tot = $3 where soort = $1 and geldig_vanaf = $2`, [
      norm.soort,
      opvolging.geldigVanaf,
      opvolging.geldigTot,
    ]);
  }
  await tx.query(
    `insert into plaatsnorm (soort, dagen, geldig_vanaf, geldig_tot, bron, geregistreerd_op, geregistreerd_door)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [norm.soort, norm.dagen, norm.geldigVanaf, norm.geldigTot, norm.bron, ctx.now, ctx.actor.sub],
  );
}

/** Lets the row that a reason takes over from end, and adds the reason. */
export async function saveWeigeringsreden(
  ctx: RequestContext,
  tx: Tx,
  reden: Omit<Redenrij, 'geregistreerdOp'>,
  opvolging: Opvolging | null,
): Promise<void> {
  if (opvolging !== null) {
    await tx.query(`update weigeringsreden set geldig_tot = $3 where code = $1 and geldig_vanaf = $2`, [
      reden.code,
      opvolging.geldigVanaf,
      opvolging.geldigTot,
    ]);
  }
  await tx.query(
    `insert into weigeringsreden (code, omschrijving, telt_mee, geldig_vanaf, geldig_tot, bron, geregistreerd_op,
       geregistreerd_door)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      reden.code,
      reden.omschrijving,
      reden.teltMee,
      reden.geldigVanaf,
      reden.geldigTot,
      reden.bron,
      ctx.now,
      ctx.actor.sub,
    ],
  );
}
