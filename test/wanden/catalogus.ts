import type pg from 'pg';
import type { Soort } from './proef.js';

/** A thing that the migrated database holds. */
export interface Voorwerp {
  readonly soort: Soort;
  readonly tabel: string;
  readonly naam: string;
  /** What it is, in a word or two that tell when it changed. */
  readonly aard: string;
  /** Statement that takes it away. */
  readonly sloop: string;
  /** Statements that leave it there and make it let everything through, with what they do. */
  readonly verruimingen: readonly string[];
}

const POLICIES = `
  select 'policy' as soort, tablename as tabel, policyname as naam,
    cmd || ' ' || array_to_string(array(select unnest(roles)::text order by 1), ',') as aard,
    format('drop policy %I on %I', policyname, tablename) as sloop,
    array_remove(array[
      -- Who may hold rows and change nothing is shown by SELECT which rows those are.
      case when qual <> 'true' and with_check is distinct from 'false'
        then format('alter policy %I on %I using (true)', policyname, tablename) end,
      case when with_check <> 'true'
        then format('alter policy %I on %I with check (true)', policyname, tablename) end], null) as verruimingen
  from pg_policies where schemaname = 'public'`;

const CONSTRAINTS = `
  select case contype when 'c' then 'check' when 'x' then 'uitsluiting' when 'f' then 'verwijzing' else 'sleutel' end, conrelid::regclass::text, conname,
    contype::text,
    format('alter table %s drop constraint %I cascade', conrelid::regclass, conname), '{}'::text[]
  from pg_constraint where connamespace = 'public'::regnamespace and contype in ('c', 'x', 'p', 'u', 'f')`;

const INDEXES = `
  select 'sleutel', i.indrelid::regclass::text, k.relname, 'UNIQUE INDEX', format('drop index %s', i.indexrelid::regclass),
    '{}'::text[]
  from pg_index i join pg_class k on k.oid = i.indexrelid
  where i.indisunique and k.relnamespace = 'public'::regnamespace
    and not exists (select from pg_constraint where conindid = i.indexrelid and contype in ('p', 'u', 'x'))`;

const MUREN = `
  select 'muur', relname, 'row_level_security', relforcerowsecurity::text, format('alter table %I disable row level security', relname),
    array[format('alter table %I no force row level security', relname)]
  from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace`;

const GRENDELS = `
  select 'grendel', tgrelid::regclass::text, tgname, pg_get_triggerdef(oid), format('drop trigger %I on %s', tgname, tgrelid::regclass),
    '{}'::text[]
  from pg_trigger where not tgisinternal`;

/** Every wall, policy, check, key, exclusion, reference and trigger of the register, in order. */
export async function voorwerpen(client: pg.Client): Promise<Voorwerp[]> {
  const { rows } = await client.query<Voorwerp>(
    `${[POLICIES, CONSTRAINTS, INDEXES, MUREN, GRENDELS].join(' union all ')} order by 1, 2, 3`,
  );
  return rows;
}
