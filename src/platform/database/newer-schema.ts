import type { ClientBase } from 'pg';
import type { MigrationInterface } from 'typeorm';

/** The database was changed by a later version in a way that this version does not survive. */
export class SchemaTooNew extends Error {}

/**
 * A migration that takes something away says in its name from which one on a program no longer needs it:
 * `Krimp_1795000000041_OudeKolom1795000000050` may run under every program that knows 1795000000041. The name is all
 * that an earlier program can read of a later one. All other migrations only add, and every program survives them.
 */
const CONTRACTION = /^Krimp_(\d{13})_\w+\d{13}$/;

/** The number a program must know to survive this migration; null when every program does. */
export function neededBy(migration: string): number | null {
  const needed = CONTRACTION.exec(migration)?.[1];
  return needed === undefined ? null : Number(needed);
}

/**
 * Whether a later version than this one was here, whose tables this version can work with.
 * @throws SchemaTooNew when it cannot
 */
export async function isAhead(
  client: ClientBase,
  migrations: readonly (new () => MigrationInterface)[],
): Promise<boolean> {
  const own = migrations.map((Migration) => new Migration().name ?? Migration.name);
  const unknown = (await appliedMigrations(client)).filter((name) => !own.includes(name));
  const newest = Math.max(...own.map((name) => Number(name.slice(-13))));
  if (unknown.some((name) => (neededBy(name) ?? 0) > newest)) {
    throw new SchemaTooNew(
      'de database hoort bij een nieuwere uitgave waarmee deze niet kan samenwerken. Start die nieuwere uitgave.',
    );
  }
  return unknown.length > 0;
}

/** The migrations that were applied to this database, by whatever version. */
export async function appliedMigrations(client: ClientBase): Promise<string[]> {
  const { rows: tables } = await client.query(
    `select from information_schema.tables where table_schema = current_schema() and table_name = 'migrations'`,
  );
  if (tables.length === 0) return [];
  const { rows } = await client.query<{ name: string }>('select name from migrations');
  return rows.map(({ name }) => name);
}
