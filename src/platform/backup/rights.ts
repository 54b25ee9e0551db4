import type pg from 'pg';

/** The login may not do this; the message says which one may. */
export class LoginTooSmall extends Error {}

/** A login that row level security holds back would silently copy a part of the register. @throws LoginTooSmall */
export async function assertSeesEverything(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ all: boolean }>(
    'select rolsuper or rolbypassrls as all from pg_roles where rolname = current_user',
  );
  if (rows[0]?.all === true) return;
  throw new LoginTooSmall(
    'Deze databaselogin ziet niet alle rijen. Zet DATABASE_BEHEER_URL op de eigenaar van de tabellen, met het recht ' +
      'BYPASSRLS (of op een superuser).',
  );
}
