import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { loadConfig } from '../../src/config/index.js';
import { issueDevelopmentToken } from '../../src/modules/toegang/index.js';
import type { ServerProcess } from '../support/server-process.js';

export const TODAY = '2026-11-01';
const MUTATION = `mutation ($input: RecordContactmomentInput!) {
  recordContactmoment(input: $input) { __typename ... on Contactmoment { contactmomentID } ... on Weigering { melding } } }`;
const LIST = '{ wachtlijst(first: 5) { edges { node { positie client { clientID } } } } }';
const VORMEN = ['TELEFOON', 'HUISBEZOEK', 'BEELDBELLEN'];
const DAYS = 10;

/** What came back: an id, a neutral error, or nothing because the connection broke. */
export interface Antwoord {
  readonly status: number | null;
  readonly id: string | null;
  readonly text: string;
}

/** Nobody outside reads any of this: names of hosts and tables, words of the driver, SQLSTATEs. */
const TECHNICAL =
  /ECONN|EPIPE|127\.0\.0\.1|postgres|relation|terminat|timeout|connection|SQLSTATE|\b(08|57|40|53)\w{3}\b/i;

export function isNeutral({ text }: Antwoord): boolean {
  return !TECHNICAL.test(text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ''));
}

/** A register with people at work in it, for tests that take something away underneath. */
export class Proef {
  private constructor(
    private readonly settings: NodeJS.ProcessEnv,
    readonly owner: pg.Pool,
    private readonly duties: readonly { bemiddeling_id: string; instelling: string }[],
  ) {}

  /** @param superuserUrl straight to the database, whatever happens to the program's own line */
  static async open(settings: NodeJS.ProcessEnv, superuserUrl: string): Promise<Proef> {
    const owner = new pg.Pool({ connectionString: superuserUrl, max: 2 });
    owner.on('error', () => undefined);
    const { rows } = await owner.query<{ bemiddeling_id: string; instelling: string }>(
      `select r.bemiddeling_id, r.instelling from regiehouder r
       where r.regierol = '2' and r.ingangsdatum <= $1::date - ${DAYS} and r.einddatum is null
         and exists (select from bemiddelingspecificatie s where s.bemiddeling_id = r.bemiddeling_id
           and s.toewijzing_einddatum is null and s.toewijzing_ingangsdatum <= $1::date - ${DAYS})
       order by r.bemiddeling_id limit 60`,
      [TODAY],
    );
    return new Proef(settings, owner, rows);
  }

  private counter = 0;

  /** Records a contact nobody recorded before. */
  async contact(server: ServerProcess): Promise<Antwoord> {
    const n = this.counter;
    this.counter += 1;
    const duty = this.duties[n % this.duties.length];
    const round = Math.trunc(n / this.duties.length);
    const input = {
      bemiddelingID: duty?.bemiddeling_id,
      datum: dayBefore(Math.trunc(round / VORMEN.length)),
      regierol: 'DOSSIERHOUDER',
      met: 'CLIENT',
      vorm: VORMEN[round % VORMEN.length],
      gesproken: true,
    };
    return this.ask(server, duty?.instelling ?? null, MUTATION, { input });
  }

  list(server: ServerProcess): Promise<Antwoord> {
    return this.ask(server, null, LIST, {});
  }

  /** @param agb of a provider; null asks as an employee */
  private async ask(
    server: ServerProcess,
    agb: string | null,
    query: string,
    variables: Record<string, unknown>,
  ): Promise<Antwoord> {
    const token = await issueDevelopmentToken(loadConfig({ NODE_ENV: 'test', ...this.settings }), {
      sub: 'proef',
      rollen: [agb === null ? 'ZORGKANTOOR' : 'ZORGAANBIEDER'],
      uzovi: agb === null ? ['5516', '5517'] : [],
      agb,
    });
    try {
      const response = await fetch(server.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
          connection: 'close',
        },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(30_000),
      });
      const text = await response.text();
      return { status: response.status, id: /"contactmomentID":"([^"]+)"/.exec(text)?.[1] ?? null, text };
    } catch {
      return { status: null, id: null, text: '' };
    }
  }

  /** The status of `/gezond` or `/gereed`; null when nobody answers. */
  async health(server: ServerProcess, path: 'gezond' | 'gereed'): Promise<number | null> {
    return fetch(server.url.replace('graphql', path), { signal: AbortSignal.timeout(10_000) }).then(
      ({ status }) => status,
      () => null,
    );
  }

  /** People at work until `stop` is called; gives everything that came back. */
  load(server: ServerProcess, people: number): { stop(): Promise<Antwoord[]>; readonly answers: Antwoord[] } {
    const state = { going: true };
    const answers: Antwoord[] = [];
    const one = async (): Promise<void> => {
      while (state.going) {
        const answer = await this.contact(server);
        answers.push(answer);
        if (answer.status === null) await pause(20);
      }
    };
    const all = Promise.all(Array.from({ length: people }, one));
    return {
      answers,
      stop: async () => {
        state.going = false;
        await all;
        return answers;
      },
    };
  }

  async count(sql: string, params: readonly unknown[] = []): Promise<number> {
    const { rows } = await this.owner.query<{ n: number }>(`select count(*)::int as n from ${sql}`, [
      ...params,
    ]);
    return rows[0]?.n ?? 0;
  }

  /** Waits until no session of the program is in the middle of anything (I6). */
  async quiet(): Promise<void> {
    await until(async () => {
      const busy = `pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and state in ('active', 'idle in transaction', 'idle in transaction (aborted)') and backend_type = 'client backend'`;
      return (await this.count(busy).catch(() => 1)) === 0;
    }, 'no session is in the middle of anything');
  }

  /** I1 and I5: every contact has its log line, and what was acknowledged is there once. */
  async findings(
    acknowledged: readonly string[],
  ): Promise<{ lost: number; unlogged: number; double: number }> {
    await this.quiet();
    const [there, logged, contacts, double] = await Promise.all([
      this.count('contactmoment where contactmoment_id = any ($1)', [acknowledged]),
      this.count(`logregel where operatie = 'recordContactmoment' and actie = 'C' and resultaat = 1`),
      this.count(`contactmoment where geregistreerd_door like 'proef%'`),
      this.count(
        `(select from contactmoment where not ingetrokken group by bemiddeling_id, datum, instelling, regierol, met, vorm having count(*) > 1) d`,
      ),
    ]);
    return { lost: acknowledged.length - there, unlogged: contacts - logged, double };
  }

  close(): Promise<void> {
    return this.owner.end();
  }
}

function dayBefore(days: number): string {
  return `2026-${days === 0 ? '11-01' : `10-${String(32 - days).padStart(2, '0')}`}`;
}

/** Waits for something, with a bound. */
export async function until(condition: () => Promise<boolean>, what: string, ms = 30_000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`did not come true: ${what}`);
    await pause(25);
  }
}
