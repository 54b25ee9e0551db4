import type { Instant } from '../clock/index.js';
import type { Tx } from '../database/index.js';
import type { Bezorgbeleid } from './bezorgbeleid.js';

/** A message that the relay took to offer it. */
export interface Genomen {
  readonly berichtID: string;
  readonly soort: string;
  readonly ontvanger: string;
  readonly inhoud: unknown;
  readonly aangemaaktOp: Instant;
  readonly pogingen: number;
  readonly url: string;
  /** Encrypted. */
  readonly geheimen: readonly string[];
}

/** Time beyond a receiver's own in which nobody else offers a message that is under way. */
const MARGE_MS = 5_000;

/** Of every receiver and key the oldest message: only that one may go. */
const KOPPEN = `
  select distinct on (b.ontvanger, b.volgordesleutel) b.*
  from bericht b where b.status = 'WACHT' and $WELKE
  order by b.ontvanger, b.volgordesleutel, b.volgnummer`;

const RIJP = `(kop.volgende_poging_op is null or kop.volgende_poging_op <= app_nu())
  and (kop.onderweg_tot is null or kop.onderweg_tot <= clock_timestamp())
  and not exists (select from webhook_stand s where s.ontvanger = kop.ontvanger and s.pauze_tot > app_nu())`;

/** The receivers that a message may go to now. */
export async function findOntvangers(tx: Tx): Promise<string[]> {
  const koppen = KOPPEN.replace(
    '$WELKE',
    'b.ontvanger in (select w.ontvanger from webhook w where w.actief)',
  );
  const rows = await tx.query<{ ontvanger: string }>(
    `select distinct kop.ontvanger from (${koppen}) as kop where ${RIJP} order by 1`,
  );
  return rows.map(({ ontvanger }) => ontvanger);
}

/**
 * Takes the next message of a receiver, the least tried first, and marks it as under way: until that is over nobody
 * offers it again, also when this process dies.
 */
export async function neem(tx: Tx, ontvanger: string, wachttijd: number): Promise<Genomen | null> {
  const [row] = await tx.query<Genomen>(
    `update bericht b set onderweg_tot = clock_timestamp() + make_interval(secs => $2)
     from webhook w
     where w.ontvanger = b.ontvanger and w.actief and b.bericht_id = (
       select kop.bericht_id from (${KOPPEN.replace('$WELKE', 'b.ontvanger = $1')}) as kop
       where ${RIJP} order by kop.pogingen, kop.volgnummer limit 1)
     returning b.bericht_id as "berichtID", b.soort, b.ontvanger, b.inhoud, b.aangemaakt_op as "aangemaaktOp", b.pogingen,
       w.url, array(
         select g.geheim from webhook_geheim g
         where g.ontvanger = b.ontvanger and (g.geldig_tot is null or g.geldig_tot > app_nu())
         order by g.geldig_tot nulls first) as geheimen`,
    [ontvanger, (wachttijd + MARGE_MS) / 1000],
  );
  return row ?? null;
}

export async function isVerzonden(tx: Tx, { berichtID, ontvanger }: Genomen, nu: Instant): Promise<void> {
  await tx.query(
    `update bericht set status = 'VERZONDEN', verzonden_op = $2, pogingen = pogingen + 1, onderweg_tot = null,
       volgende_poging_op = null, laatste_fout = null
     where bericht_id = $1 and status = 'WACHT'`,
    [berichtID, nu],
  );
  await tx.query(`delete from webhook_stand where ontvanger = $1`, [ontvanger]);
}

/** @returns true when the message was given up */
export async function isMislukt(
  tx: Tx,
  { berichtID }: Genomen,
  nu: Instant,
  fout: string,
  pauze: number,
  { maxPogingen, maxDagen }: Bezorgbeleid,
): Promise<boolean> {
  const [row] = await tx.query<{ status: string }>(
    `update bericht b set pogingen = b.pogingen + 1, laatste_fout = $3, onderweg_tot = null,
       volgende_poging_op = $2::timestamptz + make_interval(secs => $4),
       status = case when op.gegeven then 'ONBESTELBAAR' else 'WACHT' end,
       opgegeven_op = case when op.gegeven then $2::timestamptz end
     from (
       select pogingen + 1 >= $5 or aangemaakt_op < $2::timestamptz - make_interval(days => $6) as gegeven
       from bericht where bericht_id = $1) as op
     where b.bericht_id = $1 and b.status = 'WACHT'
     returning b.status`,
    [berichtID, nu, fout, pauze, maxPogingen, maxDagen],
  );
  return row?.status === 'ONBESTELBAAR';
}

/** Leaves a receiver alone for a while. @returns how often in a row that was needed */
export async function rust(
  tx: Tx,
  ontvanger: string,
  nu: Instant,
  fout: string,
  pauzeNa: (fouten: number) => number,
): Promise<number> {
  const [row] = await tx.query<{ fouten: number }>(
    `insert into webhook_stand as s (ontvanger, fouten, laatste_fout) values ($1, 1, $2)
     on conflict (ontvanger) do update set fouten = s.fouten + 1, laatste_fout = excluded.laatste_fout
     returning fouten`,
    [ontvanger, fout],
  );
  const fouten = row?.fouten ?? 1;
  await tx.query(
    `update webhook_stand set pauze_tot = $2::timestamptz + make_interval(secs => $3) where ontvanger = $1`,
    [ontvanger, nu, pauzeNa(fouten)],
  );
  return fouten;
}

/** Messages for a provider without a webhook are of no use to one that comes later. @returns how many lapsed */
export async function laatVervallen(tx: Tx, { maxDagen }: Bezorgbeleid): Promise<number> {
  const rows = await tx.query(
    `update bericht b set status = 'VERVALLEN', opgegeven_op = app_nu()
     where b.status = 'WACHT' and b.aangemaakt_op < app_nu() - make_interval(days => $1)
       and not exists (select from webhook w where w.ontvanger = b.ontvanger and w.actief)
     returning 1 as vervallen`,
    [maxDagen],
  );
  return rows.length;
}
