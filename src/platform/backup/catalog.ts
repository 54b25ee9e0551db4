import { createHash } from 'node:crypto';
import type pg from 'pg';

/** One thing of the schema, with what it says; two equal schemas give equal lists. */
export interface SchemaItem {
  readonly soort: string;
  readonly naam: string;
  readonly inhoud: string | null;
}

/** Who may do what with a thing; its owner is called so, because that login differs per installation. */
const rights = (acl: string, owner: string): string => `(
  select string_agg(recht, ' ' order by recht)
  from (select distinct
      case when a.grantee = ${owner} then 'eigenaar' when a.grantee = 0 then 'public' else a.grantee::regrole::text end
        || ':' || a.privilege_type || case when a.is_grantable then '*' else '' end as recht
    from aclexplode(${acl}) a) rechten)`;

/**
 * Everything the schema of the register consists of: columns, constraints, indexes, functions with their owner, triggers
 * and whether they fire, views, row level security, policies, rights on tables, columns, sequences and functions.
 */
export const SCHEMA = `
  select 'column' as soort, table_name || '.' || column_name as naam,
    data_type || coalesce(' default ' || column_default, '') || coalesce(' generated ' || generation_expression, '')
      || coalesce(' identity ' || identity_generation, '') || ' ' || is_nullable || ' ' || ordinal_position as inhoud
  from information_schema.columns where table_schema = 'public'
  union all
  select 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
  from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
  union all
  select 'index', indexname, indexdef from pg_indexes where schemaname = 'public'
  union all
  select 'function', p.oid::regprocedure::text, pg_get_functiondef(p.oid) || ' owner '
    || case when p.proowner = (select nspowner from pg_namespace where oid = p.pronamespace)
         or p.proowner = current_user::regrole then 'eigenaar' else p.proowner::regrole::text end
  from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' and p.probin is null
  union all
  select 'trigger', tgrelid::regclass || '.' || tgname, pg_get_triggerdef(t.oid) || ' ' || tgenabled::text
  from pg_trigger t where not tgisinternal
  union all
  select 'view', c.relname, coalesce(array_to_string(c.reloptions, ',') || ' ', '') || pg_get_viewdef(c.oid)
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')
  union all
  select 'row security', relname, relrowsecurity::text || ' forced ' || relforcerowsecurity::text
  from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
  union all
  select 'policy', tablename || '.' || policyname,
    concat_ws(' ', permissive, cmd, roles::text, 'using', qual, 'check', with_check)
  from pg_policies where schemaname = 'public'
  union all
  select 'grant', relname, ${rights('relacl', 'relowner')}
  from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S') and relacl is not null
  union all
  select 'column grant', attrelid::regclass || '.' || attname, ${rights('attacl', 'relowner')}
  from pg_attribute join pg_class c on c.oid = attrelid
  where relnamespace = 'public'::regnamespace and attacl is not null and attnum > 0 and not attisdropped
  union all
  select 'function grant', oid::regprocedure::text, ${rights('proacl', 'proowner')}
  from pg_proc where pronamespace = 'public'::regnamespace and probin is null and proacl is not null
  union all
  select 'schema grant', nspname, ${rights('nspacl', 'nspowner')} from pg_namespace where nspname = 'public'
  order by 1, 2, 3`;

/** The table in which TypeORM keeps which migrations were applied; it is made outside of them. */
const KEPT_BY_TYPEORM = /^migrations(\.|_id_seq$|$)/;

/** The schema with a hash of what each thing says, small enough to travel with a backup. */
export async function fingerprint(client: pg.ClientBase): Promise<SchemaItem[]> {
  const { rows } = await client.query<SchemaItem>(SCHEMA);
  return rows
    .filter(({ naam }) => !KEPT_BY_TYPEORM.test(naam))
    .map(({ soort, naam, inhoud }) => ({
      soort,
      naam,
      inhoud: createHash('sha256')
        .update(inhoud ?? '')
        .digest('hex')
        .slice(0, 16),
    }));
}

/** The names of what differs between two schemas. Servers of different major versions spell definitions differently. */
export function differences(
  one: readonly SchemaItem[],
  other: readonly SchemaItem[],
  namesOnly: boolean,
): string[] {
  const keyOf = ({ soort, naam, inhoud }: SchemaItem): string =>
    JSON.stringify(namesOnly ? [soort, naam] : [soort, naam, inhoud]);
  const [first, second] = [new Set(one.map(keyOf)), new Set(other.map(keyOf))];
  const apart = [
    ...one.filter((item) => !second.has(keyOf(item))),
    ...other.filter((item) => !first.has(keyOf(item))),
  ];
  return [...new Set(apart.map(({ soort, naam }) => `${soort} ${naam}`))].sort();
}

/** A table that holds rows of its own, with the columns that are written (not those the database works out). */
export interface TableShape {
  readonly tabel: string;
  readonly kolommen: readonly string[];
}

/** The tables of the register, each after the ones its foreign keys point at. */
export async function tablesInOrder(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows: tables } = await client.query<TableShape>(`
    select c.relname as tabel, array_agg(a.attname::text order by a.attnum) as kolommen
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migrations'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`);
  const { rows: keys } = await client.query<{ van: string; naar: string }>(`
    select distinct k.conrelid::regclass::text as van, k.confrelid::regclass::text as naar
    from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conrelid <> k.confrelid`);
  const ordered: TableShape[] = [];
  let left = tables;
  while (left.length > 0) {
    const names = new Set(left.map(({ tabel }) => tabel));
    const free = left.filter(({ tabel }) => !keys.some(({ van, naar }) => van === tabel && names.has(naar)));
    if (free.length === 0) throw new Error(`foreign keys go round in ${[...names].join(', ')}`);
    ordered.push(...free);
    left = left.filter((table) => !free.includes(table));
  }
  return ordered;
}
