import type { Day } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { isIngetrokkenVoorIngang } from '../bemiddeling/index.js';
import type { Specificatie } from './domain/traject.js';
import type { Zorglijn } from './domain/gelijktijdig.js';

/** An allocation with what stands around it: whose client, whose responsibility, under which indication. */
export interface Toewijzing extends Specificatie {
  readonly bemiddelingID: string;
  readonly clientID: string;
  readonly bsn: string;
  readonly wlzIndicatieID: string;
  readonly afgiftedatum: Day;
  /** The responsible zorgkantoor. */
  readonly zorgkantoor: string;
  /** Its last day; null while it stays responsible. */
  readonly verantwoordelijkheidEinddatum: Day | null;
  readonly zzpCode: string;
  readonly versie: number;
}

const TOEWIJZING = `
  select s.bemiddelingspecificatie_id as "bemiddelingspecificatieID", s.leveringsvorm,
    s.soort_toewijzing as "soortToewijzing", s.opname, s.toewijzing_ingangsdatum as "toewijzingIngangsdatum",
    s.toewijzing_einddatum as "toewijzingEinddatum",
    s.reden_intrekking as "redenIntrekking",
    s.instelling, s.zzp_code as "zzpCode", s.versie, s.bemiddeling_id as "bemiddelingID", b.client_id as "clientID", c.bsn,
    b.wlz_indicatie_id as "wlzIndicatieID", b.verantwoordelijk_zorgkantoor as zorgkantoor,
    b.verantwoordelijkheid_einddatum as "verantwoordelijkheidEinddatum", i.afgiftedatum
  from bemiddelingspecificatie s
  join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
  join client c on c.client_id = b.client_id
  join indicatie i on i.wlz_indicatie_id = b.wlz_indicatie_id`;

/** The allocations with these ids; with `lock` they are held until the end of the transaction, in order of id. */
export async function findToewijzingen(
  tx: Tx,
  bemiddelingspecificatieIDs: readonly string[],
  lock = false,
): Promise<Map<string, Toewijzing>> {
  const rows = await tx.query<Omit<Toewijzing, 'ingetrokken'> & { readonly redenIntrekking: string | null }>(
    `${TOEWIJZING} where s.bemiddelingspecificatie_id = any ($1::uuid[])
     order by s.bemiddelingspecificatie_id ${lock ? 'for update of s' : ''}`,
    [bemiddelingspecificatieIDs],
  );
  return new Map(
    rows.map((row) => [row.bemiddelingspecificatieID, { ...row, ingetrokken: isIngetrokkenVoorIngang(row) }]),
  );
}

/**
 * The first day on which anything of each of these clients could be known here: the earliest day on which one of their
 * indications was issued or began, also of one that ended or was declared void since. The day of issue counts beside the
 * first day of validity, which may lie after it (somebody who turns eighteen) and before it (who was in care already);
 * later indications count as the first does, because waiting goes on under the next (OP021).
 */
export async function findEersteIndicaties(
  tx: Tx,
  clientIDs: readonly string[],
): Promise<ReadonlyMap<string, Day>> {
  const rows = await tx.query<{ clientID: string; eerste: Day }>(
    `select client_id as "clientID", min(least(afgiftedatum, ingangsdatum)) as eerste from indicatie
     where client_id = any ($1::uuid[]) group by client_id`,
    [clientIDs],
  );
  return new Map(rows.map(({ clientID, eerste }) => [clientID, eerste]));
}

/** A period in which a provider is dossierhouder of a bemiddeling. */
export interface Dossierhouderschap {
  readonly bemiddelingID: string;
  /** AGB. */
  readonly instelling: string;
  readonly ingangsdatum: Day;
  readonly einddatum: Day | null;
}

/** All who are, were or will be dossierhouder of these bemiddelingen. */
export function findDossierhouders(tx: Tx, bemiddelingIDs: readonly string[]): Promise<Dossierhouderschap[]> {
  return tx.query<Dossierhouderschap>(
    `select bemiddeling_id as "bemiddelingID", instelling, ingangsdatum, einddatum from regiehouder
     where regierol = '2' and bemiddeling_id = any ($1::uuid[])`,
    [bemiddelingIDs],
  );
}

/** Care of a client under one allocation, as reported; a pgb runs as long as it is allocated. */
export interface Clientzorg extends Zorglijn {
  readonly clientID: string;
  /** Null for a pgb about which nothing was reported. */
  readonly leveringperiodeID: string | null;
}

/** Care of these clients, past and present. */
export function findClientzorg(tx: Tx, clientIDs: readonly string[]): Promise<Clientzorg[]> {
  return tx.query<Clientzorg>(
    `select b.client_id as "clientID", s.bemiddelingspecificatie_id as "bemiddelingspecificatieID", s.leveringsvorm,
       s.soort_toewijzing as "soortToewijzing", s.opname, p.leveringperiode_id as "leveringperiodeID",
       coalesce(p.ingangsdatum, s.toewijzing_ingangsdatum) as van,
       least(p.einddatum, s.toewijzing_einddatum) as tot
     from bemiddeling b
     join bemiddelingspecificatie s on s.bemiddeling_id = b.bemiddeling_id
     left join levering l on l.bemiddelingspecificatie_id = s.bemiddelingspecificatie_id
     left join leveringperiode p on p.levering_id = l.levering_id
     where b.client_id = any ($1::uuid[]) and (p.leveringperiode_id is not null or s.leveringsvorm = '2')`,
    [clientIDs],
  );
}

/** Holds these clients, so that care of one client begins under one allocation at a time. */
export async function lockClienten(tx: Tx, clientIDs: readonly string[]): Promise<void> {
  await tx.query(
    `select from client where client_id = any ($1::uuid[]) order by client_id for no key update`,
    [clientIDs],
  );
}
