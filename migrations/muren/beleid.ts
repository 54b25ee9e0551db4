import type { QueryRunner } from 'typeorm';
import type { Dossiertabel, Grond, Schrijfrecht, Sleutel } from './dossiers.js';

/** The roles of a kind of actor that has both a reading and a writing one. */
export const LEZER = (soort: string): string => `wlz_${soort}_lezer`;
export const SCHRIJVER = (soort: string): string => `wlz_${soort}_schrijver`;

/**
 * The one predicate of each kind of people, on the row's own column: is there a right on this key? With a `limit` it stays
 * one look in an index per row. As `exists` PostgreSQL gathers all rights of a zorgkantoor first, for a page of fifty too.
 */
const EIGEN: Readonly<Record<'zorgkantoor' | 'zorgaanbieder', (plaats: string, sleutel: Sleutel) => string>> =
  {
    zorgkantoor: (plaats, sleutel) => `(
    select true from toegangsrecht_zorgkantoor recht
    where recht.${sleutel}_id = ${plaats} and recht.zorgkantoor = any ((select app_uzovi())::text[]) limit 1)`,
    zorgaanbieder: (plaats, sleutel) => `(
    select true from toegangsrecht recht
    where recht.${sleutel}_id = ${plaats} and recht.agb = (select app_agb())
      and recht.van <= (select app_vandaag()) and recht.tot >= (select app_vandaag()) limit 1)`,
  };

/**
 * The rows of which a column says that this zorgkantoor is responsible, and for the others the same look at the rights: a
 * count over a region is a comparison per row and no look in another table. Reading only; who writes a row could write
 * that column too. Not an `or`, which PostgreSQL may work out in the order it likes.
 */
const leest = (
  soort: 'zorgkantoor' | 'zorgaanbieder',
  eigen: string,
  { tabel, verantwoordelijk }: Dossiertabel,
): string =>
  soort === 'zorgkantoor' && verantwoordelijk !== undefined
    ? `case when ${tabel}.${verantwoordelijk} = any ((select app_uzovi())::text[]) then true else ${eigen} end`
    : eigen;

/** Row level security on a table, for its owner too, and a policy per command for every role that may do it. */
export async function beveilig(runner: QueryRunner, dossier: Dossiertabel): Promise<void> {
  const { tabel, sleutel, kolom } = dossier;
  await sluit(runner, tabel);
  for (const soort of ['zorgkantoor', 'zorgaanbieder'] as const) {
    const eigen = EIGEN[soort](`${tabel}.${kolom}`, sleutel);
    const ziet = leest(soort, eigen, dossier);
    await beleid(runner, tabel, `${soort}_select`, 'select', [LEZER(soort), SCHRIJVER(soort)], ziet, null);
    await schrijfbeleid(runner, tabel, soort, eigen, dossier[soort]);
  }
  await systeembeleid(runner, tabel);
}

/** Jobs and imports work on the whole register; the log names the process and the grants say what they may do. */
export async function systeembeleid(runner: QueryRunner, tabel: string): Promise<void> {
  const schrijver = [SCHRIJVER('systeem')];
  const lezers = [LEZER('systeem'), ...schrijver];
  await beleid(runner, tabel, 'systeem_select', 'select', lezers, 'true', null);
  await beleid(runner, tabel, 'systeem_insert', 'insert', schrijver, null, 'true');
  await beleid(runner, tabel, 'systeem_update', 'update', schrijver, 'true', 'true');
  await beleid(runner, tabel, 'systeem_delete', 'delete', schrijver, 'true', null);
}

/** Closed to everybody, the owner included, until a policy opens it. */
export async function sluit(runner: QueryRunner, tabel: string): Promise<void> {
  await runner.query(`alter table ${tabel} enable row level security`);
  await runner.query(`alter table ${tabel} force row level security`);
}

export async function beleid(
  runner: QueryRunner,
  tabel: string,
  naam: string,
  opdracht: 'select' | 'insert' | 'update' | 'delete',
  rollen: readonly string[],
  ziet: string | null,
  laatstaan: string | null,
): Promise<void> {
  const using = ziet === null ? '' : `using (${ziet})`;
  const check = laatstaan === null ? '' : `with check (${laatstaan})`;
  await runner.query(
    `create policy ${naam} on ${tabel} for ${opdracht} to ${rollen.join(', ')} ${using} ${check}`,
  );
}

async function schrijfbeleid(
  runner: QueryRunner,
  tabel: string,
  soort: 'zorgkantoor' | 'zorgaanbieder',
  eigen: string,
  recht: Schrijfrecht,
): Promise<void> {
  const rollen = [SCHRIJVER(soort)];
  // A first row of a bemiddeling can rest on no right yet: then its own columns decide.
  const own = (grond: Grond): string => {
    if (grond === 'eigen') return eigen;
    return tabel === 'bemiddeling' ? grond.op : `${grond.op} and ${eigen}`;
  };
  if (recht.insert !== undefined)
    await beleid(runner, tabel, `${soort}_insert`, 'insert', rollen, null, own(recht.insert));
  if (recht.update === 'slot')
    await beleid(runner, tabel, `${soort}_update`, 'update', rollen, eigen, 'false');
  else if (recht.update !== undefined)
    await beleid(runner, tabel, `${soort}_update`, 'update', rollen, own(recht.update), own(recht.update));
  if (recht.delete !== undefined)
    await beleid(runner, tabel, `${soort}_delete`, 'delete', rollen, eigen, null);
}

/** Takes every policy of these tables away, and opens them. */
export async function ontsluit(runner: QueryRunner, tabellen: readonly string[]): Promise<void> {
  const policies = (await runner.query(
    `select tablename, policyname from pg_policies where schemaname = 'public' and tablename = any ($1)`,
    [tabellen],
  )) as { tablename: string; policyname: string }[];
  for (const { tablename, policyname } of policies)
    await runner.query(`drop policy ${policyname} on ${tablename}`);
  for (const tabel of tabellen) {
    await runner.query(`alter table ${tabel} no force row level security`);
    await runner.query(`alter table ${tabel} disable row level security`);
  }
}
