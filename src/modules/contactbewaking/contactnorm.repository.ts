import type { Day } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';

/** Bemiddelingen that wait under the status of norm `n` on days on which it holds. */
const GERAAKT = `
  select distinct w.bemiddeling_id from wachtlijstplaats w
  where w.leveringsstatus = n.leveringsstatus and (n.classificatie is null or w.classificatie = n.classificatie)
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
