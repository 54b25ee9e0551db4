import type { Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';

/** How a provider kept its obligations over a period; of a zorgkantoor that asks, those of its own clients. */
export interface Contactprestatie {
  /** AGB. */
  readonly instelling: string;
  readonly van: Day;
  readonly tot: Day;
  /** Obligations that were met in the period, and those that ended late without a contact. */
  readonly afgerond: number;
  readonly opTijd: number;
  /** Of the late ones: days after the due date, the one in the middle; null when none was. */
  readonly mediaanDagenTeLaat: number | null;
  /** Late today. */
  readonly nuTeLaat: number;
}

/** The same per calendar month. */
export interface Prestatiemaand {
  /** First day of the month. */
  readonly maand: Day;
  readonly opTijd: number;
  readonly teLaat: number;
}

/**
 * Obligations that came to an end and tell something of the bearer: met, on time or late; or handed over or lapsed while
 * late. One that lapsed in time, or went on under another term, says nothing.
 */
const AFGEROND = `
  select coalesce(v.voldaan_op, v.tot) as op, greatest(coalesce(v.voldaan_op, v.tot) - v.uiterlijk, 0) as dagen
  from contactverplichting v
  where v.instelling = $1 and v.tot < (select app_vandaag())
    and coalesce(v.voldaan_op, v.tot) between $2 and $3
    and (v.afloop = 'VOLDAAN' or (v.te_laat_sinds is not null and v.vervalreden <> 'TERMIJN_HERZIEN'))`;

/** Whose clients count: of a zorgkantoor its own, of the provider itself all. Counts only leave from here. */
const VAN_WIE = `($4::text[] is null or v.zorgkantoor = any ($4::text[]))`;

const kring = ({ actor }: RequestContext): readonly string[] | null =>
  actor.rol === 'ZORGKANTOOR' ? actor.uzovi : null;

export async function findContactprestatie(
  ctx: RequestContext,
  tx: Tx,
  instelling: string,
  van: Day,
  tot: Day,
): Promise<Contactprestatie> {
  // A provider whose role ended no longer sees the client, but what it left undone is still in its record.
  const [row] = await tx.asRegister(() =>
    tx.query<Omit<Contactprestatie, 'instelling' | 'van' | 'tot'>>(
      `select count(*)::int as afgerond, count(*) filter (where dagen = 0)::int as "opTijd",
         percentile_cont(0.5) within group (order by dagen) filter (where dagen > 0) as "mediaanDagenTeLaat",
         (select count(*)::int from contactverplichting v
          where v.instelling = $1 and ${VAN_WIE} and v.van <= (select app_vandaag())
            and (v.tot is null or v.tot >= (select app_vandaag()))
            and v.te_laat_sinds <= (select app_vandaag())) as "nuTeLaat"
       from (${AFGEROND} and ${VAN_WIE}) as afgerond`,
      [instelling, van, tot, kring(ctx)],
    ),
  );
  return {
    instelling,
    van,
    tot,
    ...(row ?? { afgerond: 0, opTijd: 0, mediaanDagenTeLaat: null, nuTeLaat: 0 }),
  };
}

/** Every month from that of `van` to that of `tot`, also those in which nothing ended. */
export function findPrestatiemaanden(
  ctx: RequestContext,
  tx: Tx,
  instelling: string,
  van: Day,
  tot: Day,
): Promise<Prestatiemaand[]> {
  return tx.asRegister(() =>
    tx.query<Prestatiemaand>(
      `select m.maand::date as maand, count(*) filter (where a.dagen = 0)::int as "opTijd",
         count(*) filter (where a.dagen > 0)::int as "teLaat"
       from generate_series(date_trunc('month', $2::date), $3::date, interval '1 month') as m (maand)
       left join (${AFGEROND} and ${VAN_WIE}) as a on date_trunc('month', a.op) = m.maand
       group by m.maand order by m.maand`,
      [instelling, van, tot, kring(ctx)],
    ),
  );
}
