import type { ClientBase } from 'pg';
import type { Rol } from '../context/index.js';

/** What a frame does: read, or change. */
export type FrameKind = 'LEZEN' | 'SCHRIJVEN';

/**
 * The database role of each kind of actor, per kind of frame. The policies of row level security are written for these,
 * each with one plain predicate. Who keeps the system or the log sees no client data, whatever the frame.
 */
const ROLE_OF: Readonly<Record<Rol, Readonly<Record<FrameKind, string>>>> = {
  ZORGKANTOOR: { LEZEN: 'wlz_zorgkantoor_lezer', SCHRIJVEN: 'wlz_zorgkantoor_schrijver' },
  ZORGAANBIEDER: { LEZEN: 'wlz_zorgaanbieder_lezer', SCHRIJVEN: 'wlz_zorgaanbieder_schrijver' },
  SYSTEEM: { LEZEN: 'wlz_systeem_lezer', SCHRIJVEN: 'wlz_systeem_schrijver' },
  BEHEERDER: { LEZEN: 'wlz_beheerder', SCHRIJVEN: 'wlz_beheerder' },
  LOGBEHEERDER: { LEZEN: 'wlz_logbeheerder', SCHRIJVEN: 'wlz_logbeheerder' },
};

/** The role a frame of this actor works in. */
export function roleOf(rol: Rol, kind: FrameKind): string {
  return ROLE_OF[rol][kind];
}

/** What every reading and every writing role may do with tables; no frame works in these, and no policy is for them. */
const LEZER = 'wlz_lezer';
const SCHRIJVER = 'wlz_schrijver';

/** Owns the few functions that must see more than who calls them: the checks at commit, the history, the rights. */
const BEWAKER = 'wlz_bewaker';

/** The roles belong to the cluster, so they are made before the migrations that grant to them. */
const FRAME_ROLES = [...new Set(Object.values(ROLE_OF).flatMap((roles) => Object.values(roles)))];
const MEMBERS: readonly (readonly [group: string, member: string])[] = (
  ['ZORGKANTOOR', 'ZORGAANBIEDER', 'SYSTEEM'] as const
).flatMap((rol) => [[LEZER, roleOf(rol, 'LEZEN')] as const, [SCHRIJVER, roleOf(rol, 'SCHRIJVEN')] as const]);
const ROLES = [LEZER, SCHRIJVER, BEWAKER, ...FRAME_ROLES];

/** Login of the application on the embedded server: may take on the frame roles and nothing else. */
export const APP_LOGIN = 'wlz_app';

/** The database login may not make the roles; the message holds the statements for somebody who may. */
export class RolesMissing extends Error {}

/** A statement that is still to be done, in words that a database keeper can run and this program too. */
interface Statement {
  readonly sql: string;
  readonly needed: boolean;
}

/** Makes the roles when they are missing and lets `login` take them on. Safe to repeat, also at the same moment. */
export async function ensureRoles(admin: ClientBase, login: string): Promise<void> {
  await admin.query('select pg_advisory_lock(hashtextextended($1, 0))', ['wlz-regie roles']);
  try {
    for (const { sql } of await missing(admin, login)) await run(admin, sql);
    const left = await missing(admin, login);
    if (left.length > 0) throw new RolesMissing(textOf(left));
  } catch (error) {
    if ((error as { code?: string }).code === '42501')
      throw new RolesMissing(textOf(await missing(admin, login)));
    throw error;
  } finally {
    await admin.query('select pg_advisory_unlock(hashtextextended($1, 0))', ['wlz-regie roles']);
  }
}

/** Makes the application's login on a server that is ours alone. */
export async function ensureAppLogin(admin: ClientBase, password: string): Promise<void> {
  await run(admin, `create role ${APP_LOGIN} login noinherit`);
  await admin.query(`alter role ${APP_LOGIN} with login noinherit password ${literal(password)}`);
}

/**
 * What is not yet so: a role that does not exist, a membership that is lacking. `login` works in the frame roles; whoever
 * migrates hands functions over to the bewaker, and must be able to be it (a superuser is).
 */
async function missing(admin: ClientBase, login: string): Promise<Statement[]> {
  const memberships = [
    ...MEMBERS.map(([group, member]) => ({ group, member, inherits: true })),
    ...[LEZER, ...FRAME_ROLES].map((group) => ({ group, member: login, inherits: false })),
  ];
  const { rows: roles } = await admin.query<{ role: string; there: boolean }>(
    `select role, exists (select from pg_roles where rolname = role) as there from unnest($1::text[]) as role`,
    [[...ROLES]],
  );
  const there = new Set(roles.filter((row) => row.there).map(({ role }) => role));
  const { rows: members } = await admin.query<{ index: number; member: boolean }>(
    `select (index - 1)::int as index, pg_has_role(member::name, grp::name, case when inherits then 'usage' else 'member' end) as member
     from unnest($1::text[], $2::text[], $3::boolean[]) with ordinality as wanted (grp, member, inherits, index)
     join pg_roles g on g.rolname = grp join pg_roles m on m.rolname = member`,
    [
      memberships.map(({ group }) => group),
      memberships.map(({ member }) => member),
      memberships.map(({ inherits }) => inherits),
    ],
  );
  const held = new Set(members.filter((row) => row.member).map(({ index }) => index));
  const [self] = (
    await admin.query<{ name: string; bewaker: boolean }>(
      `select current_user::text as name, coalesce(
         (select pg_has_role(current_user, oid, 'member') from pg_roles where rolname = $1), false) as bewaker`,
      [BEWAKER],
    )
  ).rows;
  const statements: Statement[] = [
    ...ROLES.map((role) => ({ sql: `create role ${role} nologin`, needed: !there.has(role) })),
    ...memberships.map(({ group, member }, index) => ({
      sql: `grant ${group} to ${quote(member)}`,
      needed: !held.has(index),
    })),
    { sql: `grant ${BEWAKER} to ${quote(self?.name ?? '')}`, needed: self?.bewaker !== true },
  ];
  return statements.filter(({ needed }) => needed);
}

/** Another program may have made the same role a moment before. */
async function run(admin: ClientBase, sql: string): Promise<void> {
  await admin.query(
    `do $$ begin ${sql}; exception when duplicate_object or unique_violation then null; end $$`,
  );
}

function textOf(statements: readonly Statement[]): string {
  return [
    'De databaselogin mag de rollen van Wlz-regie niet maken. Laat een databasebeheerder dit eenmalig uitvoeren:',
    ...statements.map(({ sql }) => `  ${sql};`),
  ].join('\n');
}

function quote(identifier: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(identifier) ? identifier : `"${identifier.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
