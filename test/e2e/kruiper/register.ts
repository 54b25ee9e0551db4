import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { issueDevelopmentToken } from '../../../src/modules/toegang/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { PLANTEN } from './planten.js';
import { Sporen } from './sporen.js';

export const TODAY = '2026-11-01';

export type Rol = 'ZORGKANTOOR' | 'ZORGAANBIEDER' | 'BEHEERDER' | 'LOGBEHEERDER';

/** Somebody who asks. */
export interface Vrager {
  readonly naam: string;
  readonly rollen: readonly Rol[];
  /** The role that acts. */
  readonly rol: Rol;
  readonly uzovi: readonly string[];
  readonly agb: string | null;
}

export interface Antwoord {
  readonly status: number;
  /** Headers and body, as bytes on the line. */
  readonly tekst: string;
  readonly body: {
    readonly data?: Readonly<Record<string, unknown>> | null;
    readonly errors?: readonly {
      readonly message: string;
      readonly extensions?: { readonly code?: string };
    }[];
  };
  readonly ms: number;
}

/** Questions per name: what one person may ask in an hour is limited, and is not what is looked for here. */
const VRAGEN_PER_NAAM = 15;

/** Longer than any task on so few clients. */
const WACHT_MS = 30_000;

/** A generated register with a mark in everything that belongs to one client, and people who ask it. */
export class Register {
  private readonly tokens = new Map<string, { token: string; over: number }>();
  private number = 0;

  private constructor(
    readonly app: TestApp,
    readonly superuser: pg.Client,
    readonly sporen: Sporen,
    /** Two regions with one office each, two providers, the keepers, and somebody with two roles. */
    readonly vragers: readonly Vrager[],
    private readonly zakelijk: readonly string[],
  ) {}

  static async open(clients: number): Promise<Register> {
    const app = await startTestApp(TODAY);
    await app.takeInDemoData({ seed: 7, asof: TODAY, clients });
    const superuser = new pg.Client({ connectionString: app.database.superuserUrl });
    await superuser.connect();
    await superuser.query(`set session_replication_role = replica`);
    for (const sql of PLANTEN) await superuser.query(sql);
    const sporen = await Sporen.leg(superuser);
    await superuser.query(`set session_replication_role = origin`);
    const { rows: houders } = await superuser.query<{ agb: string }>(
      `select instelling as agb from regiehouder group by 1 order by count(*) desc, 1`,
    );
    const klein = houders.at(-1)?.agb ?? '';
    const groot = houders[0]?.agb ?? '';
    const een = (naam: string, rol: Rol, wie: Partial<Vrager>): Vrager => {
      return { naam, rollen: [rol], rol, uzovi: [], agb: null, ...wie };
    };
    const twee: Partial<Vrager> = { rollen: ['ZORGKANTOOR', 'ZORGAANBIEDER'], uzovi: ['5517'], agb: klein };
    const vragers = [
      een('zorgkantoor 5516', 'ZORGKANTOOR', { uzovi: ['5516'] }),
      een('zorgkantoor 5517', 'ZORGKANTOOR', { uzovi: ['5517'] }),
      een('zorgaanbieder met weinig', 'ZORGAANBIEDER', { agb: klein }),
      een('zorgaanbieder met veel', 'ZORGAANBIEDER', { agb: groot }),
      een('twee rollen, als zorgaanbieder', 'ZORGAANBIEDER', twee),
      een('twee rollen, als zorgkantoor', 'ZORGKANTOOR', twee),
      een('beheerder', 'BEHEERDER', {}),
      een('logbeheerder', 'LOGBEHEERDER', {}),
    ];
    for (const vrager of vragers) await sporen.bepaalZicht(superuser, vrager, TODAY);
    const { rows } = await superuser.query<{ tabel: string }>(
      `select tablename as tabel from pg_tables where schemaname = 'public' and tablename <> 'kalenderdag' order by 1`,
    );
    const alle = rows.map(({ tabel }) => tabel);
    const register = new Register(app, superuser, sporen, vragers, alle);
    return new Register(app, superuser, sporen, vragers, await register.zonderBoekhouding(alle));
  }

  /** Whoever has this name in the list. */
  vrager(naam: string): Vrager {
    const found = this.vragers.find((vrager) => vrager.naam === naam);
    if (found === undefined) throw new Error(`no ${naam}`);
    return found;
  }

  async vraag(vrager: Vrager, query: string, variables: object = {}): Promise<Antwoord> {
    return this.stuur(vrager, JSON.stringify({ query, variables }));
  }

  /** Sends a body as it is. */
  async stuur(vrager: Vrager, body: string): Promise<Antwoord> {
    const begin = performance.now();
    const response = await fetch(this.app.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        authorization: `Bearer ${await this.token(vrager)}`,
        'x-wlz-rol': vrager.rol,
      },
      body,
    });
    const tekst = await response.text();
    const ms = performance.now() - begin;
    const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    return {
      status: response.status,
      tekst: `${headers}\n\n${tekst}`,
      body: JSON.parse(tekst) as Antwoord['body'],
      ms,
    };
  }

  /** A hash per table of everything that is the register's and not the keeping of its log. */
  async stand(): Promise<Readonly<Record<string, string>>> {
    return this.standVan(this.zakelijk);
  }

  /** A task that somebody asked for runs after the answer; what it does belongs to that request. */
  async takenKlaar(): Promise<void> {
    for (const end = performance.now() + WACHT_MS; performance.now() < end;) {
      const { rows } = await this.superuser.query(
        `select 1 from taakrun where status = 'LOOPT' or (status = 'WACHT' and opnieuw_vanaf is null) limit 1`,
      );
      if (rows.length === 0) return;
    }
    throw new Error('a task does not end');
  }

  /** Sessions of the program that hold a transaction while nobody asks anything. */
  async openTransacties(): Promise<number> {
    const { rows } = await this.superuser.query<{ aantal: number }>(
      `select count(*)::int as aantal from pg_stat_activity
       where datname = current_database() and state like 'idle in transaction%'`,
    );
    return rows[0]?.aantal ?? 0;
  }

  async close(): Promise<void> {
    await this.superuser.end();
    await this.app.close();
  }

  private async standVan(tabellen: readonly string[]): Promise<Record<string, string>> {
    const { rows } = await this.superuser.query<{ tabel: string; hash: string }>(
      tabellen
        .map(
          (tabel) =>
            `select '${tabel}' as tabel, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${tabel} t`,
        )
        .join(' union all '),
    );
    return Object.fromEntries(rows.map(({ tabel, hash }) => [tabel, hash]));
  }

  /** Leaves out the tables that change when people only look: the log, and the count of what they ask. */
  private async zonderBoekhouding(tabellen: readonly string[]): Promise<readonly string[]> {
    const voor = await this.standVan(tabellen);
    for (const vrager of this.vragers) {
      await this.vraag(vrager, '{ clienten(first: 3) { edges { node { naam } } } }');
      await this.vraag(vrager, `{ client(id: "${randomUUID()}") { naam } }`);
    }
    const na = await this.standVan(tabellen);
    return tabellen.filter((tabel) => voor[tabel] === na[tabel]);
  }

  private async token(vrager: Vrager): Promise<string> {
    const known = this.tokens.get(vrager.naam);
    if (known !== undefined && known.over > 0) {
      known.over -= 1;
      return known.token;
    }
    const { rollen, uzovi, agb } = vrager;
    const sub = `proef-${(this.number += 1)}`;
    const token = await issueDevelopmentToken(this.app.config, { sub, rollen, uzovi, agb });
    this.tokens.set(vrager.naam, { token, over: VRAGEN_PER_NAAM });
    return token;
  }
}
