import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Actor, RequestContext } from '../../../src/platform/context/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';

export const TODAY = '2026-11-01';
/** What no answer to a stranger may hold. */
export const KANARIE = 'Kanarievogel';

/** A generated register in which every client that one provider may not see carries a name that must not leave. */
export interface Kooi {
  readonly app: TestApp;
  readonly superuser: pg.Client;
  /** The provider that asks. */
  readonly agb: string;
  /** Its bemiddelingen and clients today, out of the register itself. */
  readonly eigen: { readonly bemiddelingen: ReadonlySet<string>; readonly clienten: ReadonlySet<string> };
  /** A bemiddeling, client, indication and allocation that are not its own. */
  readonly vreemd: Readonly<
    Record<'bemiddeling' | 'client' | 'indicatie' | 'specificatie' | 'contact', string>
  >;
  close(): Promise<void>;
}

const EIGEN = `
  select b.bemiddeling_id as bemiddeling, b.client_id as client from bemiddeling b where exists (
    select from bemiddelingspecificatie s where s.bemiddeling_id = b.bemiddeling_id and s.instelling = $1
      and $2::date between s.toewijzing_ingangsdatum and coalesce(s.toewijzing_einddatum, 'infinity'))
  or exists (
    select from regiehouder r where r.bemiddeling_id = b.bemiddeling_id and r.instelling = $1
      and $2::date between r.ingangsdatum and coalesce(r.einddatum, 'infinity'))`;

export async function openKooi(): Promise<Kooi> {
  const app = await startTestApp(TODAY);
  await app.takeInDemoData({ seed: 7, asof: TODAY, clients: 60 });
  const superuser = new pg.Client({ connectionString: app.database.superuserUrl });
  await superuser.connect();
  const one = async (sql: string, params: readonly unknown[] = []): Promise<string> =>
    (await superuser.query<{ id: string }>(sql, [...params])).rows[0]?.id ?? '';
  const agb = await one(`select instelling as id from regiehouder group by 1 order by count(*), 1 limit 1`);
  const { rows } = await superuser.query<{ bemiddeling: string; client: string }>(EIGEN, [agb, TODAY]);
  const clienten = [...new Set(rows.map(({ client }) => client))];
  await superuser.query(
    `update client set geslachtsnaam = '${KANARIE} ' || left(client_id::text, 4) where client_id <> all ($1)`,
    [clienten],
  );
  const vreemd = async (tabel: string, kolom: string): Promise<string> =>
    one(
      `select ${kolom} as id from ${tabel} x join bemiddeling b using (bemiddeling_id)
       where b.client_id <> all ($1) order by 1 limit 1`,
      [clienten],
    );
  return {
    app,
    superuser,
    agb,
    eigen: {
      bemiddelingen: new Set(rows.map(({ bemiddeling }) => bemiddeling)),
      clienten: new Set(clienten),
    },
    vreemd: {
      bemiddeling: await vreemd('bemiddeling', 'bemiddeling_id'),
      client: await one(`select client_id as id from client where client_id <> all ($1) order by 1 limit 1`, [
        clienten,
      ]),
      indicatie: await one(
        `select wlz_indicatie_id as id from indicatie where client_id <> all ($1) order by 1 limit 1`,
        [clienten],
      ),
      specificatie: await vreemd('bemiddelingspecificatie', 'bemiddelingspecificatie_id'),
      contact: await vreemd('contactmoment', 'contactmoment_id'),
    },
    close: async () => {
      await superuser.end();
      await app.close();
    },
  };
}

export function als(actor: Partial<Actor>): RequestContext {
  const rol = actor.rol ?? 'SYSTEEM';
  return {
    actor: { sub: 'proef', uzovi: [], agb: null, ...actor, rol, rollen: [rol] },
    requestId: randomUUID(),
    operatie: 'proef',
    now: `${TODAY}T09:00:00.000Z`,
    today: TODAY,
  };
}

/** Opens the third wall: nothing in the program can, so the test does it to its own database. */
export async function slechtMuur3(superuser: pg.Client): Promise<void> {
  await superuser.query(`
    do $$ declare tabel text; begin
      for tabel in select oid::regclass::text from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace
      loop
        execute format('alter table %s disable row level security', tabel);
      end loop;
    end $$`);
}

/** What a provider can ask: every list and every way to a client, also round about, aliased and in fragments. */
export const VRAGEN: readonly string[] = [
  `{ wachtlijst(first: 100) { totalCount edges { cursor node { bemiddelingID client { clientID naam bsn
      bemiddelingen { bemiddelingID client { naam } } contactmomenten { contactmomentID } } dossierhouder { instelling } } } } }`,
  `{ clienten(first: 100) { totalCount edges { node { clientID naam bsn indicaties { wlzIndicatieID client { naam } } } } } }`,
  `{ clienten(filter: { naam: "${KANARIE}" }, first: 100) { totalCount edges { node { naam } } } }`,
  `{ contactverplichtingen(first: 100) { totalCount edges { node { bemiddelingID client { x: naam ...f } } } } }
   fragment f on Client { bemiddelingen { bemiddelingspecificaties { bemiddelingspecificatieID } client { y: naam } } }`,
];

/** How a record is asked for by its id. */
export const OP_ID: Readonly<Record<'client' | 'bemiddeling' | 'indicatie', (id: string) => string>> = {
  client: (id) => `{ client(id: "${id}") { naam bemiddelingen { bemiddelingID } } }`,
  bemiddeling: (id) => `{ bemiddeling(id: "${id}") { client { naam } } }`,
  indicatie: (id) => `{ indicatie(id: "${id}") { client { naam } } }`,
};
