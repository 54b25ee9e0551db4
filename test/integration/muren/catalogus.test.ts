import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

/** Columns that say whose row it is. A table with one of them holds client data. */
const SLEUTELS = ['client_id', 'bemiddeling_id', 'dossier_client_id'];
/** Tables that hold what belongs to a person or an organisation without such a column. */
const OOK = ['idempotentie'];
/** Who has no business with these at all: no policy, so no row. */
const GESLOTEN: Readonly<Record<string, readonly string[]>> = {
  toegangsrecht: ['zorgkantoor'],
  toegangsrecht_zorgkantoor: ['zorgaanbieder'],
  // A zorgkantoor reads, for the client who asks, who looked; not all of a line.
  logregel: ['zorgaanbieder', 'systeem'],
  bewaarstop: ['zorgkantoor', 'zorgaanbieder'],
  bewaarstop_historie: ['zorgkantoor', 'zorgaanbieder'],
  registratieklok: ['zorgkantoor', 'zorgaanbieder'],
  // For writers alone: no reader asks for the answer of an earlier request.
  idempotentie: ['zorgkantoor', 'zorgaanbieder'],
};
/** The only functions that see more than who calls them. Each is as narrow as its name (docs/security.md). */
const DEFINER = [
  'bewaar_contactverplichtingen()',
  'bewaar_vorige_versie()',
  'bewaar_wachtlijstplaatsen()',
  'controleer_bemiddeling()',
  'controleer_indicatie()',
  'leid_toegangsrecht_af_van_bemiddeling()',
  'leid_toegangsrecht_af_van_bemiddelingspecificatie()',
  'leid_toegangsrecht_af_van_indicatie()',
  'leid_toegangsrecht_af_van_regiehouder()',
  'registratiemoment(uuid)',
  'registreer_afstel()',
  'registreer_bemiddeling()',
  'registreer_bemiddelingspecificatie()',
  'registreer_contactmoment()',
  'registreer_indicatie()',
  'registreer_levering()',
  'registreer_leveringperiode()',
  'registreer_regiehouder()',
  'registreer_uitstelperiode()',
  'tel_logregels(timestamp with time zone)',
  'tel_plaatsen()',
  'verwijder_logregels(timestamp with time zone,integer)',
  'verzegel_logboek(integer)',
];

let database: TestDatabase;
let superuser: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await database.drop();
});

async function names(sql: string, params: readonly unknown[] = []): Promise<string[]> {
  return (await superuser.query<{ naam: string }>(sql, [...params])).rows.map(({ naam }) => naam);
}

const metClientgegevens = (): Promise<string[]> =>
  names(
    `select distinct c.relname as naam from pg_class c left join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and (a.attname = any ($1) or c.relname = any ($2)) order by 1`,
    [SLEUTELS, OOK],
  );

describe('every table with client data', () => {
  it('is under row level security, its owner too', async () => {
    const open = await names(
      `select relname as naam from pg_class where relname = any ($1) and relnamespace = 'public'::regnamespace
         and not (relrowsecurity and relforcerowsecurity)`,
      [await metClientgegevens()],
    );
    expect(open).toEqual([]);
    expect((await metClientgegevens()).length).toBeGreaterThan(40);
  });

  it('has a policy of every kind of actor that may read it, and none of one that may not', async () => {
    const expected = (await metClientgegevens()).flatMap((tabel) =>
      ['zorgkantoor', 'zorgaanbieder', 'systeem']
        .filter((soort) => !(GESLOTEN[tabel] ?? []).includes(soort))
        .map((soort) => `${tabel} wlz_${soort}_lezer`),
    );
    const found = await names(
      `select tablename || ' ' || role as naam from pg_policies p, unnest(p.roles) as role
       where schemaname = 'public' and cmd = 'SELECT' and role::text ~ '_lezer$' order by 1`,
    );
    expect(found).toEqual(expected.sort());
  });

  it('has at most one policy per role and command, for named roles, without an or and without a call per row', async () => {
    const twice = await names(
      `select tablename || ' ' || role || ' ' || cmd as naam from pg_policies p, unnest(p.roles) as role
       where schemaname = 'public' group by tablename, role, cmd having count(*) > 1`,
    );
    expect(twice).toEqual([]);
    const wrong = await names(
      `select tablename || ' ' || policyname as naam from pg_policies
       where schemaname = 'public' and (cmd = 'ALL' or permissive <> 'PERMISSIVE' or 'public' = any (roles)
         or coalesce(qual, '') || coalesce(with_check, '') ~ '\\mOR\\M'
         or coalesce(qual, '') || coalesce(with_check, '') ~ '(?<!SELECT )app_[a-z]+\\(')`,
    );
    expect(wrong).toEqual([]);
  });

  it('has a policy for every command that a writing role was granted, or refuses it', async () => {
    const granted = await names(
      `select c.relname || ' wlz_systeem_schrijver ' || upper(recht) as naam
       from pg_class c, unnest(array['insert', 'update', 'delete']) as recht
       where c.relname = any ($1) and c.relnamespace = 'public'::regnamespace and c.relname !~ '^(logregel|toegangsrecht)'
         and has_table_privilege('wlz_systeem_schrijver', c.oid, recht) order by 1`,
      [await metClientgegevens()],
    );
    const policies = new Set(
      await names(
        `select tablename || ' ' || role || ' ' || cmd as naam from pg_policies p, unnest(p.roles) as role
         where schemaname = 'public'`,
      ),
    );
    expect(granted.filter((naam) => !policies.has(naam))).toEqual([]);
  });

  it('has an index that begins with the column that says whose row it is', async () => {
    const bare = await names(
      `select distinct p.tablename as naam from pg_policies p
       where schemaname = 'public' and policyname in ('zorgaanbieder_select', 'zorgkantoor_select')
         and not exists (
           select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
           where i.indrelid = p.tablename::regclass and i.indpred is null
             and p.qual ~ ('\\m' || a.attname || '\\M'))`,
    );
    expect(bare).toEqual([]);
  });
});

describe('what goes round row level security', () => {
  it('no view: every one of them looks with the rights of who asks', async () => {
    expect(
      await names(
        `select relname as naam from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
           and coalesce(not ('security_invoker=true' = any (reloptions)), true)`,
      ),
    ).toEqual([]);
  });

  it('no function but the short list, owned by a role with a narrow right and with a fixed search path', async () => {
    const sql = (condition: string): string => `
      select p.oid::regprocedure::text as naam from pg_proc p join pg_roles r on r.oid = p.proowner
      where p.pronamespace = 'public'::regnamespace and p.prosecdef ${condition} order by 1`;
    expect(await names(sql(''))).toEqual(DEFINER);
    expect(
      await names(
        sql(`and (r.rolname <> 'wlz_bewaker' or not coalesce(p.proconfig::text ~ 'search_path', false))`),
      ),
    ).toEqual([]);
  });

  it('no role of a frame: none owns, none is superuser or above policies, none can log in', async () => {
    const wrong = await names(
      `select rolname as naam from pg_roles r
       where rolname ~ '^wlz_' and rolname <> 'wlz_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcanlogin
         or exists (select from pg_class c where c.relowner = r.oid))`,
    );
    expect(wrong).toEqual([]);
    const login = await superuser.query(
      `select rolsuper or rolbypassrls or rolcreaterole or rolinherit or pg_has_role(oid, 'wlz_bewaker', 'member')
         or exists (select from pg_class where relowner = r.oid) as wrong from pg_roles r where rolname = 'wlz_app'`,
    );
    expect(login.rows).toEqual([{ wrong: false }]);
  });

  it('no writer of the past: people and processes read history and cannot write it', async () => {
    expect(
      await names(
        `select c.relname || ' ' || r.rolname as naam from pg_class c, pg_roles r
         where c.relname ~ '_historie$' and c.relname <> 'wachtlijstplaats_historie' and c.relname = any ($1)
           and r.rolname ~ '^wlz_.*(lezer|schrijver|beheerder)$'
           and (has_table_privilege(r.oid, c.oid, 'insert') or has_table_privilege(r.oid, c.oid, 'update'))`,
        [(await metClientgegevens()).filter((tabel) => tabel !== 'wachtlijstplaats_historie')],
      ),
    ).toEqual([]);
  });
});

describe('who keeps the system or the log', () => {
  it('has no right on any table with client data, but the log for the keeper of the log', async () => {
    const rights = await names(
      `select r.rolname || ' ' || c.relname || ' ' || recht as naam
       from pg_class c, pg_roles r, unnest(array['select', 'insert', 'update', 'delete']) as recht
       where r.rolname in ('wlz_beheerder', 'wlz_logbeheerder') and c.relname = any ($1)
         and c.relnamespace = 'public'::regnamespace and has_any_column_privilege(r.oid, c.oid, case recht
           when 'delete' then 'select' else recht end) and has_table_privilege(r.oid, c.oid, recht)
       order by 1`,
      [await metClientgegevens()],
    );
    expect(rights).toEqual([
      'wlz_beheerder logregel insert',
      'wlz_logbeheerder logregel insert',
      'wlz_logbeheerder logregel select',
    ]);
  });
});

describe('the share of a pgb', () => {
  it('is in no column that a zorgaanbieder may read (P2), now or in the history', async () => {
    expect(
      await names(
        `select r.rolname || ' ' || a.attrelid::regclass as naam from pg_attribute a, pg_roles r
         where a.attname = 'pgb_percentage' and r.rolname ~ 'zorgaanbieder'
           and has_column_privilege(r.oid, a.attrelid, a.attnum, 'select')`,
      ),
    ).toEqual([]);
  });
});
