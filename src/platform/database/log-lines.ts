import type { RequestContext } from '../context/index.js';
import type { Logbron } from './logbron.js';

export type Actie = 'C' | 'R' | 'U' | 'D' | 'E';

/** 1 success, 2 refused, 3 error (NEN 7513, RFC0021). */
export type Resultaat = 1 | 2 | 3;

/** What happened, as table `loggebeurtenis` explains it. */
export type Gebeurtenis =
  | 'R10' // data of a client shown
  | 'R20' // the client stood in a list
  | 'R30' // the client stood in a file that was written
  | 'Z10' // searched
  | 'C10'
  | 'U10'
  | 'D10'
  | 'W10' // refused
  | 'F10' // failed
  | 'A10' // logged in
  | 'A20' // logged out
  | 'L10' // lines of the log about a client shown
  | 'L20' // the log searched, reviewed or checked
  | 'L30' // lines of the log removed
  | 'B10' // a backup of the whole register made
  | 'B20' // the register put back from a backup
  | 'G10' // somebody kept out
  | 'G20' // somebody let in again
  | 'T10'; // a task ran

/** What is said of a whole operation rather than of a client. */
export type Operatiegebeurtenis = Exclude<
  Gebeurtenis,
  'R10' | 'R20' | 'R30' | 'Z10' | 'C10' | 'U10' | 'D10' | 'L10' | 'L20'
>;

interface LogLine {
  readonly actie: Actie;
  readonly gebeurtenis: Gebeurtenis | null;
  readonly clientID: string | null;
  readonly zoekvraag: Record<string, unknown> | null;
}

/** Rules by which rights are given, with their version: goes up whenever who may see what changes (docs/security.md). */
const AUTORISATIEPROTOCOL = 'wlz-toegang@1';

const NINE_DIGITS = /(?<!\d)\d{9}(?!\d)/gu;

/** The right on which somebody sees a client, looked up when the line is written: null when there is none. */
const GROND: Readonly<Record<string, string>> = {
  ZORGKANTOOR: `
    left join (
      select r.client_id, min(r.grond) as grond from toegangsrecht_zorgkantoor r
      where r.client_id = any ($9::uuid[]) and r.zorgkantoor = any ((select app_uzovi())::text[])
      group by r.client_id) as recht on recht.client_id = regel.client_id`,
  ZORGAANBIEDER: `
    left join (
      select r.client_id, min(r.grond) as grond from toegangsrecht r
      where r.client_id = any ($9::uuid[]) and r.agb = (select app_agb())
        and r.van <= (select app_vandaag()) and r.tot >= (select app_vandaag())
      group by r.client_id) as recht on recht.client_id = regel.client_id`,
};
const GEEN_GROND = `cross join (values (null::text)) as recht (grond)`;

/**
 * The moment is the begin of the transaction on the clock of the database. Of the four checks (authorisation, care
 * relation, consent, emergency) a refused act passed none, and the second is true when the right was found.
 */
const insert = (rol: string): string => `
  insert into logregel (tijdstip, request_id, gebruiker, rol, organisatie, operatie, resultaat, reden, actie, client_id,
    zoekvraag, gebeurtenis, grond, controles, uitgever, verantwoordelijke, toegangspunt, autorisatieprotocol, bron,
    trace_id)
  select now(), $1, $2, $3, $4, $5, $6::smallint, $7, regel.actie, regel.client_id, regel.zoekvraag, regel.gebeurtenis, recht.grond,
    case when $6::smallint <> 1 then 'FFFF' when recht.grond is null then 'TFFF' else 'TTFF' end,
    $12, $13, $14, $15, $16, $17
  from unnest($8::text[], $9::uuid[], $10::jsonb[], $11::text[]) as regel (actie, client_id, zoekvraag, gebeurtenis)
  ${GROND[rol] ?? GEEN_GROND}`;

const INSERTS = new Map<string, string>();

/** One text per role, so that a person's statement keeps its plan. */
function insertFor(rol: string): string {
  const known = INSERTS.get(rol) ?? insert(rol);
  INSERTS.set(rol, known);
  return known;
}

function masked(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      field,
      typeof value === 'string' ? value.replace(NINE_DIGITS, '*****') : value,
    ]),
  );
}

/** What one frame has to tell the log: every client once per kind of act, and each search. */
export class LogLines {
  private readonly clients = new Map<string, LogLine>();
  private readonly searches: LogLine[] = [];
  private searched = false;

  client(clientID: string, actie: Actie, gebeurtenis: Gebeurtenis | null = null): void {
    const key = `${actie}:${gebeurtenis ?? ''}:${clientID}`;
    if (!this.clients.has(key)) this.clients.set(key, { actie, gebeurtenis, clientID, zoekvraag: null });
  }

  /** What was searched for; nine digits in a row are a BSN that somebody typed, in whatever field. */
  search(zoekvraag: Record<string, unknown>, gebeurtenis: Gebeurtenis = 'Z10'): void {
    this.searched = true;
    this.searches.push({ actie: 'E', gebeurtenis, clientID: null, zoekvraag: masked(zoekvraag) });
  }

  /** Something that is about no client, with what it was about in codes, ids and numbers. */
  event(gebeurtenis: Operatiegebeurtenis, bijzonderheden?: Readonly<Record<string, unknown>>): void {
    const zoekvraag = bijzonderheden === undefined ? null : masked(bijzonderheden);
    this.searches.push({ actie: 'E', gebeurtenis, clientID: null, zoekvraag });
  }

  /** Forgets what was told. */
  clear(): void {
    this.clients.clear();
    this.searches.length = 0;
  }

  /** The insert of a frame, or null when there is nothing to tell. */
  statement(
    ctx: RequestContext,
    resultaat: Resultaat,
    reden: string | null,
    { bron, verantwoordelijke }: Logbron,
  ): { sql: string; params: readonly unknown[] } | null {
    const lines = [...this.searches, ...this.clients.values()];
    if (lines.length === 0) return null;
    const { actor } = ctx;
    return {
      sql: insertFor(actor.rol),
      params: [
        ctx.requestId,
        actor.sub,
        actor.rol,
        actor.agb ?? (actor.uzovi.length > 0 ? actor.uzovi.join(',') : null),
        ctx.operatie,
        resultaat,
        reden,
        lines.map(({ actie }) => actie),
        lines.map(({ clientID }) => clientID),
        lines.map(({ zoekvraag }) => (zoekvraag === null ? null : JSON.stringify(zoekvraag))),
        lines.map((line) => line.gebeurtenis ?? this.codeOf(line.actie, ctx)),
        actor.uitgever ?? null,
        actor.rol === 'SYSTEEM' ? verantwoordelijke : null,
        ctx.toegangspunt ?? null,
        AUTORISATIEPROTOCOL,
        bron,
        ctx.traceId ?? null,
      ],
    };
  }

  private codeOf(actie: Actie, { operatie }: RequestContext): Gebeurtenis {
    if (actie === 'E') return 'Z10';
    if (actie !== 'R') return `${actie}10`;
    if (operatie.startsWith('export ')) return 'R30';
    return this.searched ? 'R20' : 'R10';
  }
}
