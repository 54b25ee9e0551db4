import type pg from 'pg';
import { voegToe, type Rij, type Rijen } from './rijen.js';

/** What guards the register in the database. */
export type Soort = 'muur' | 'policy' | 'check' | 'sleutel' | 'uitsluiting' | 'verwijzing' | 'grendel';

/** Where a proof is given: a session of the superuser, inside a transaction that is given up afterwards. */
export interface Baan {
  readonly client: pg.Client;
  readonly rijen: Rijen;
}

/** Shows that one thing of the database does its work; the thing is named, so that without it this proof fails. */
export interface Proef {
  readonly soort: Soort;
  readonly tabel: string;
  readonly naam: string;
  /** What it must be for the proof to cover it; of policies: command and roles. */
  readonly aard?: string;
  /** Says what is wrong, one sentence per finding; nothing when the thing stands. */
  readonly bewijs: (baan: Baan) => Promise<string[]>;
}

export const naamVan = ({ soort, tabel, naam }: Pick<Proef, 'soort' | 'tabel' | 'naam'>): string =>
  `${soort} ${tabel}.${naam}`;

/** What came of a statement. */
export type Uitkomst =
  | { readonly gelukt: true; readonly aantal: number; readonly rijen: readonly Rij[] }
  | { readonly gelukt: false; readonly code: string; readonly door: string; readonly melding: string };

/** Tries a statement and takes it back, whatever came of it; `vooraf` is done as the superuser first. */
export async function probeer(
  client: pg.Client,
  { sql, waarden }: { sql: string; waarden?: readonly unknown[] },
  vooraf = '',
): Promise<Uitkomst> {
  await client.query(`savepoint poging; ${vooraf}`);
  try {
    const { rowCount, rows } = await client.query<Rij>(sql, [...(waarden ?? [])]);
    return { gelukt: true, aantal: rowCount ?? 0, rijen: rows };
  } catch (error) {
    const { code, constraint, message } = error as { code?: string; constraint?: string; message: string };
    return { gelukt: false, code: code ?? '', door: constraint ?? code ?? '', melding: message };
  } finally {
    await client.query('rollback to savepoint poging');
  }
}

/** Empties a table and puts these rows in it. */
export async function plant({ client }: Baan, tabel: string, rijen: readonly Rij[]): Promise<void> {
  await client.query(`delete from ${tabel}`);
  for (const rij of rijen) {
    const { sql, waarden } = voegToe(tabel, rij);
    await client.query(sql, waarden);
  }
}

/** Lets these triggers of a table work while the others rest; one that is not there stays away. */
export async function wek({ client }: Baan, tabel: string, namen: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ naam: string }>(
    `select tgname as naam from pg_trigger where tgrelid = $1::regclass and tgname = any ($2)`,
    [tabel, namen],
  );
  for (const { naam } of rows) await client.query(`alter table ${tabel} enable always trigger "${naam}"`);
}

/** The triggers by which PostgreSQL itself keeps a constraint, and their tables. */
export async function wekVan(baan: Baan, constraint: string): Promise<void> {
  const { rows } = await baan.client.query<{ tabel: string; naam: string }>(
    `select t.tgrelid::regclass::text as tabel, t.tgname as naam from pg_trigger t join pg_constraint c on c.oid = t.tgconstraint
     where c.conname = $1 and t.tgisinternal`,
    [constraint],
  );
  for (const { tabel, naam } of rows) await wek(baan, tabel, [naam]);
}

/**
 * Gives a proof on a database of which `sloop` was done first, and takes all of it back. Triggers and foreign keys
 * rest: what is refused here is refused by the thing that the proof is about.
 */
export async function geefBewijs(baan: Baan, proef: Proef, sloop = ''): Promise<string[]> {
  await baan.client.query(`begin; ${sloop}; set local session_replication_role = replica`);
  try {
    return await proef.bewijs(baan);
  } catch (error) {
    return [`lukt niet: ${String(error)}`];
  } finally {
    await baan.client.query('rollback');
  }
}
