import type { Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { Normrij } from './domain/contactnorm.js';
import type { Verplichtingsoort } from './domain/verplichting.js';

/** @returns the contactnormID */
export async function insertNorm(
  ctx: RequestContext,
  tx: Tx,
  norm: Omit<Normrij, 'contactnormID'>,
  bron: string,
): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `insert into contactnorm (zorgkantoor, regierol, tegenpartij, leveringsstatus, classificatie, max_dagen,
       geldig_vanaf, geldig_tot, versie, bron, geregistreerd_op, geregistreerd_door)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, app_nu(), $11) returning contactnorm_id as id`,
    [
      norm.zorgkantoor,
      norm.regierol,
      norm.tegenpartij,
      norm.leveringsstatus,
      norm.classificatie,
      norm.maxDagen,
      norm.geldigVanaf,
      norm.geldigTot,
      norm.versie,
      bron,
      ctx.actor.sub,
    ],
  );
  if (row === undefined) throw new Error('a norm was not inserted');
  return row.id;
}

/** Bemiddelingen whose obligation a norm can make late on its first day: by its term it would, by theirs it is not. */
export async function findGeraakt(tx: Tx, norm: Normrij, soort: Verplichtingsoort): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select v.bemiddeling_id as id from contactverplichting v
     where v.soort = $1 and v.zorgkantoor = $2 and v.van <= $3 and (v.tot is null or v.tot >= $3)
       and v.termijn_van + $4::int < $3 and (v.te_laat_sinds is null or v.te_laat_sinds > $3)
     order by 1`,
    [soort, norm.zorgkantoor, norm.geldigVanaf, norm.maxDagen],
  );
  return rows.map(({ id }) => id);
}

/** Bemiddelingen that wait under the status of norm `n` on days on which it holds. */
const GERAAKT = `
  select distinct w.bemiddeling_id from wachtlijstplaats w
  where (n.zorgkantoor is null or w.zorgkantoor = n.zorgkantoor)
    and w.leveringsstatus = n.leveringsstatus and (n.classificatie is null or w.classificatie = n.classificatie)
    and daterange(w.van, w.tot, '[]') && daterange(n.geldig_vanaf, n.geldig_tot, '[]')`;

/** Puts the bemiddelingen that a norm touches in line to be computed. */
export async function enqueueNorm(tx: Tx, contactnormID: number): Promise<void> {
  await tx.query(
    `insert into contactboek_achterstand
     select g.bemiddeling_id from contactnorm n cross join lateral (${GERAAKT}) as g
     where n.contactnorm_id = $1 on conflict do nothing`,
    [contactnormID],
  );
}

/** The same for every norm that begins on this day, or ended the day before: whatever came meanwhile follows it too. */
export async function enqueueNormdag(tx: Tx, dag: Day): Promise<void> {
  await tx.query(
    `insert into contactboek_achterstand
     select distinct g.bemiddeling_id from contactnorm n cross join lateral (${GERAAKT}) as g
     where n.geldig_vanaf = $1 or n.geldig_tot = $1::date - 1 on conflict do nothing`,
    [dag],
  );
}
