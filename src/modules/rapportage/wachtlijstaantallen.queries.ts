import type { Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import {
  normVoor,
  plaatsenBron,
  VOORZORG,
  wachtnormen,
  WACHTSTATUSSEN,
  waitingVisible,
  type Peiling,
} from '../wachtlijst/index.js';
import { telling, type Groep, type Telling } from './domain/aantallen.js';
import { peildagen } from './domain/rapportagemaand.js';

/** Which list is counted. */
export interface Aantallenvraag {
  readonly peiling: Peiling;
  /** The responsible zorgkantoor (COD001). */
  readonly zorgkantoor: string;
  /** AGB of the provider that is waited for; everybody when null. */
  readonly instelling: string | null;
}

/** How many waited on a day, by status. */
export interface Maandstand {
  readonly op: Day;
  readonly urgentPlaatsen: number;
  readonly actiefPlaatsen: number;
  readonly wachtOpVoorkeur: number;
  readonly wachtUitVoorzorg: number;
}

type Bind = (value: unknown) => string;

/** The places of the list that this reader may see, as a from-item with its conditions. */
function lijst(
  { actor }: RequestContext,
  { peiling, zorgkantoor, instelling }: Aantallenvraag,
  bind: Bind,
): string {
  const where = [
    `w.zorgkantoor = ${bind(zorgkantoor)}`,
    ...(instelling === null ? [] : [`w.instelling = ${bind(instelling)}`]),
    waitingVisible(actor),
  ];
  return `${plaatsenBron(peiling, bind)} where ${where.join(' and ')}`;
}

/** Counts the list of a day against the norms that held on it, as both were known at the moment that is asked. */
export async function countWachtenden(ctx: RequestContext, tx: Tx, vraag: Aantallenvraag): Promise<Telling> {
  const { op, zoalsBekendOp } = vraag.peiling;
  const params: unknown[] = [];
  const bind: Bind = (value) => `$${params.push(value)}`;
  const groepen = await tx.query<Omit<Groep, 'langerDanNorm'>>(
    `select w.leveringsstatus, w.sector, w.classificatie, count(*)::int as aantal
     from ${lijst(ctx, vraag, bind)} group by 1, 2, 3`,
    params,
  );
  const normen = await wachtnormen(tx, op, zoalsBekendOp);
  const genormeerd = groepen.map((groep) => ({
    ...groep,
    dagen: normVoor(normen, { ...groep, zorgkantoor: vraag.zorgkantoor })?.normDagen ?? null,
  }));
  const langer = await countLanger(ctx, tx, vraag, genormeerd);
  return telling(
    genormeerd.map(({ dagen, ...groep }) => ({
      ...groep,
      langerDanNorm: dagen === null ? null : (langer.get(keyOf(groep)) ?? 0),
    })),
    WACHTSTATUSSEN,
    VOORZORG,
  );
}

type Norm = Pick<Groep, 'leveringsstatus' | 'sector' | 'classificatie'> & { readonly dagen: number | null };

/** Who waits longer than the norm: the day the norm clock starts is day 0. */
async function countLanger(
  ctx: RequestContext,
  tx: Tx,
  vraag: Aantallenvraag,
  normen: readonly Norm[],
): Promise<Map<string, number>> {
  const params: unknown[] = [];
  const bind: Bind = (value) => `$${params.push(value)}`;
  const op = bind(vraag.peiling.op);
  const norm = bind(JSON.stringify(normen.filter(({ dagen }) => dagen !== null)));
  const rows = await tx.query<Norm & { readonly aantal: number }>(
    `select n.leveringsstatus, n.sector, n.classificatie, count(*)::int as aantal
     from jsonb_to_recordset(${norm}::jsonb) as n (leveringsstatus text, sector text, classificatie text, dagen int)
     join (select w.leveringsstatus, w.sector, w.classificatie, w.normklok_van from ${lijst(ctx, vraag, bind)}) p
       on p.leveringsstatus = n.leveringsstatus and p.classificatie = n.classificatie
       and p.sector is not distinct from n.sector
     where ${op}::date - p.normklok_van > n.dagen
     group by 1, 2, 3`,
    params,
  );
  return new Map(rows.map((row) => [keyOf(row), row.aantal]));
}

function keyOf({ leveringsstatus, sector, classificatie }: Omit<Norm, 'dagen'>): string {
  return `${leveringsstatus} ${sector ?? '-'} ${classificatie}`;
}

/** How many waited at the end of each of these months, the oldest first; the last stand is of the day itself. */
export async function countVerloop(
  ctx: RequestContext,
  tx: Tx,
  vraag: Aantallenvraag,
  maanden: number,
): Promise<Maandstand[]> {
  const params: unknown[] = [];
  const bind: Bind = (value) => `$${params.push(value)}`;
  const perDag = peildagen(vraag.peiling.op, maanden).map((op) => {
    const opDag = { ...vraag, peiling: { ...vraag.peiling, op } };
    return `select ${bind(op)}::date as op, count(*) filter (where w.leveringsstatus = '6')::int as "urgentPlaatsen",
       count(*) filter (where w.leveringsstatus = '7')::int as "actiefPlaatsen",
       count(*) filter (where w.leveringsstatus = '2')::int as "wachtOpVoorkeur",
       count(*) filter (where w.leveringsstatus = '3')::int as "wachtUitVoorzorg"
     from ${lijst(ctx, opDag, bind)}`;
  });
  return tx.query<Maandstand>(`${perDag.join(' union all ')} order by op`, params);
}
