import type { RequestContext } from '../context/index.js';

export type Actie = 'C' | 'R' | 'U' | 'D' | 'E';

/** 1 success, 2 refused, 3 error (NEN 7513, RFC0021). */
export type Resultaat = 1 | 2 | 3;

interface LogLine {
  readonly actie: Actie;
  readonly clientID: string | null;
  readonly zoekvraag: Record<string, unknown> | null;
}

const NINE_DIGITS = /(?<!\d)\d{9}(?!\d)/gu;

const INSERT = `
  insert into logregel (tijdstip, request_id, gebruiker, rol, organisatie, operatie, resultaat, reden, actie, client_id, zoekvraag)
  select $1, $2, $3, $4, $5, $6, $7, $8, regel.actie, regel.client_id, regel.zoekvraag
  from unnest($9::text[], $10::uuid[], $11::jsonb[]) as regel (actie, client_id, zoekvraag)`;

/** What one frame has to tell the log: every client once per kind of act, and each search. */
export class LogLines {
  private readonly clients = new Map<string, LogLine>();
  private readonly searches: LogLine[] = [];

  client(clientID: string, actie: Actie): void {
    const key = `${actie}:${clientID}`;
    if (!this.clients.has(key)) this.clients.set(key, { actie, clientID, zoekvraag: null });
  }

  /** What was searched for; nine digits in a row are a BSN that somebody typed, in whatever field. */
  search(zoekvraag: Record<string, unknown>): void {
    const masked: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(zoekvraag)) {
      masked[field] = typeof value === 'string' ? value.replace(NINE_DIGITS, '*****') : value;
    }
    this.searches.push({ actie: 'E', clientID: null, zoekvraag: masked });
  }

  refusal(): void {
    this.searches.push({ actie: 'E', clientID: null, zoekvraag: null });
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
  ): { sql: string; params: readonly unknown[] } | null {
    const lines = [...this.searches, ...this.clients.values()];
    if (lines.length === 0) return null;
    return {
      sql: INSERT,
      params: [
        ctx.now,
        ctx.requestId,
        ctx.actor.sub,
        ctx.actor.rol,
        ctx.actor.agb ?? (ctx.actor.uzovi.length > 0 ? ctx.actor.uzovi.join(',') : null),
        ctx.operatie,
        resultaat,
        reden,
        lines.map((line) => line.actie),
        lines.map((line) => line.clientID),
        lines.map((line) => (line.zoekvraag === null ? null : JSON.stringify(line.zoekvraag))),
      ],
    };
  }
}
