import type { ClientBase } from 'pg';

/** The roles of the frames. They belong to the cluster, so they are made before the migrations that grant to them. */
const FRAME_ROLES = ['wlz_lezer', 'wlz_schrijver'] as const;

/** Login of the application on the embedded server: may take on the frame roles and nothing else. */
export const APP_LOGIN = 'wlz_app';

/** The database login may not make the roles; the message holds the statements for somebody who may. */
export class RolesMissing extends Error {}

const ROLE_EXISTS = `
  do $$ begin
    if not exists (select from pg_roles where rolname = '%ROLE%') then create role %ROLE% %OPTIONS%; end if;
  exception when duplicate_object or unique_violation then null;
  end $$`;

/** Makes the roles when they are missing and lets `login` take them on. Safe to repeat, also at the same moment. */
export async function ensureRoles(admin: ClientBase, login: string): Promise<void> {
  await admin.query('select pg_advisory_lock(hashtextextended($1, 0))', ['wlz-regie roles']);
  try {
    if (await hasRoles(admin, login)) return;
    for (const role of FRAME_ROLES) await admin.query(createRole(role, 'nologin'));
    for (const role of FRAME_ROLES) await admin.query(`grant ${role} to ${quote(login)}`);
    if (!(await hasRoles(admin, login))) throw new RolesMissing(statementsFor(login));
  } catch (error) {
    if ((error as { code?: string }).code === '42501') throw new RolesMissing(statementsFor(login));
    throw error;
  } finally {
    await admin.query('select pg_advisory_unlock(hashtextextended($1, 0))', ['wlz-regie roles']);
  }
}

/** Makes the application's login on a server that is ours alone. */
export async function ensureAppLogin(admin: ClientBase, password: string): Promise<void> {
  await admin.query(createRole(APP_LOGIN, 'login noinherit'));
  await admin.query(`alter role ${APP_LOGIN} with login noinherit password ${literal(password)}`);
}

async function hasRoles(admin: ClientBase, login: string): Promise<boolean> {
  const { rows } = await admin.query<{ ready: boolean }>(
    `select count(*) = $1::int and coalesce(bool_and(pg_has_role($2, oid, 'member')), false) as ready
     from pg_roles where rolname = any ($3)`,
    [FRAME_ROLES.length, login, FRAME_ROLES],
  );
  return rows[0]?.ready === true;
}

function statementsFor(login: string): string {
  const statements = FRAME_ROLES.flatMap((role) => [
    `create role ${role} nologin;`,
    `grant ${role} to ${quote(login)};`,
  ]);
  return [
    'De databaselogin mag de rollen van Wlz-regie niet maken. Laat een databasebeheerder dit eenmalig uitvoeren:',
    ...statements.map((statement) => `  ${statement}`),
  ].join('\n');
}

function createRole(role: string, options: string): string {
  return ROLE_EXISTS.replaceAll('%ROLE%', role).replace('%OPTIONS%', options);
}

function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
