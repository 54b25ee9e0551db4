import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { isIngetrokkenVoorIngang } from '../bemiddeling/index.js';
import { verloopVan, type LopendAanbod, type Stand, type Zorgperiode } from './domain/verloop.js';

/** Which offers: those at a location, of a client, under a bemiddeling or an allocation, or these. */
export interface Keuze {
  readonly locatieIDs?: readonly string[];
  readonly clientIDs?: readonly string[];
  readonly bemiddelingIDs?: readonly string[];
  readonly bemiddelingspecificatieIDs?: readonly string[];
  readonly aanbodIDs?: readonly string[];
}

/** How many offers reached each state. */
export type Telling = Readonly<Record<string, number>>;

interface LopendRow extends Omit<LopendAanbod, 'zorg' | 'ingetrokken'> {
  readonly aanbodID: string;
  readonly clientID: string;
  readonly bemiddelingspecificatieID: string;
  readonly redenIntrekking: string | null;
  readonly toewijzingIngangsdatum: string;
  readonly toewijzingEinddatum: string | null;
}

const COLUMNS: Readonly<Record<keyof Keuze, string>> = {
  locatieIDs: 'a.locatie_id',
  clientIDs: 'a.client_id',
  bemiddelingIDs: 'a.bemiddeling_id',
  bemiddelingspecificatieIDs: 'a.bemiddelingspecificatie_id',
  aanbodIDs: 'a.aanbod_id',
};

/**
 * Lets offers follow time and the reports on care: what lapsed, became care or came to an end is recorded, and its place
 * is free or filled from then on. Every decision on places settles first what it rests on; the task does the rest.
 */
@Injectable()
export class Aanbodverloop {
  /**
   * Holds the offers that take a place and records where they stand now; whoever asks, for whoever they are: a place is
   * freed by time and by what was reported, not by a right.
   */
  settle(ctx: RequestContext, tx: Tx, keuze: Keuze): Promise<Telling> {
    return tx.asRegister(() => this.settleHeld(ctx, tx, keuze));
  }

  private async settleHeld(ctx: RequestContext, tx: Tx, keuze: Keuze): Promise<Telling> {
    const lopend = await hold(tx, keuze);
    const zorg = await findZorg(
      tx,
      lopend.map(({ bemiddelingspecificatieID }) => bemiddelingspecificatieID),
    );
    const telling: Record<string, number> = {};
    const standen: ({ aanbodID: string } & Stand)[] = [];
    for (const row of lopend) {
      const aanbod = {
        ...row,
        ingetrokken: isIngetrokkenVoorIngang(row),
        zorg: zorg.get(row.bemiddelingspecificatieID) ?? [],
      };
      const stand = verloopVan(aanbod, ctx.today);
      if (stand === null) continue;
      standen.push({ aanbodID: row.aanbodID, ...stand });
      telling[stand.status] = (telling[stand.status] ?? 0) + 1;
      tx.changed(row.clientID, 'U');
    }
    if (standen.length > 0) await save(ctx, tx, standen);
    return telling;
  }
}

async function hold(tx: Tx, keuze: Keuze): Promise<LopendRow[]> {
  const params: unknown[] = [];
  const chosen = (Object.keys(COLUMNS) as (keyof Keuze)[])
    .filter((name) => keuze[name] !== undefined)
    .map((name) => `${COLUMNS[name]} = any ($${params.push(keuze[name])}::uuid[])`);
  const held = await tx.query<{ id: string }>(
    `select a.aanbod_id as id from aanbod a
     where a.status in ('AANGEBODEN','AANVAARD','IN_ZORG') and (${chosen.join(' or ')})
     order by a.aanbod_id for update`,
    params,
  );
  if (held.length === 0) return [];
  return tx.query<LopendRow>(
    `select a.aanbod_id as "aanbodID", a.client_id as "clientID",
       a.bemiddelingspecificatie_id as "bemiddelingspecificatieID", a.status, a.aangeboden_op as "aangebodenOp",
       a.uiterlijk, a.leveringperiode_id as "leveringperiodeID", s.toewijzing_einddatum as "toewijzingTot",
       s.reden_intrekking as "redenIntrekking", s.toewijzing_ingangsdatum as "toewijzingIngangsdatum",
       s.toewijzing_einddatum as "toewijzingEinddatum", c.overlijdensdatum,
       (select f.afsteldatum from levering l join afstel f on f.levering_id = l.levering_id
        where l.bemiddelingspecificatie_id = a.bemiddelingspecificatie_id) as afsteldatum
     from aanbod a
     join bemiddelingspecificatie s on s.bemiddelingspecificatie_id = a.bemiddelingspecificatie_id
     join client c on c.client_id = a.client_id
     where a.aanbod_id = any ($1::uuid[]) and a.status in ('AANGEBODEN','AANVAARD','IN_ZORG')`,
    [held.map(({ id }) => id)],
  );
}

async function findZorg(tx: Tx, specificatieIDs: readonly string[]): Promise<Map<string, Zorgperiode[]>> {
  const zorg = new Map<string, Zorgperiode[]>();
  if (specificatieIDs.length === 0) return zorg;
  const rows = await tx.query<Zorgperiode & { readonly specificatieID: string }>(
    `select l.bemiddelingspecificatie_id as "specificatieID", p.leveringperiode_id as "leveringperiodeID",
       p.ingangsdatum, p.einddatum
     from levering l join leveringperiode p on p.levering_id = l.levering_id
     where l.bemiddelingspecificatie_id = any ($1::uuid[])`,
    [specificatieIDs],
  );
  for (const { specificatieID, ...periode } of rows) {
    zorg.set(specificatieID, [...(zorg.get(specificatieID) ?? []), periode]);
  }
  return zorg;
}

async function save(
  ctx: RequestContext,
  tx: Tx,
  standen: readonly ({ aanbodID: string } & Stand)[],
): Promise<void> {
  await tx.query(
    `update aanbod a set status = r.status, leveringperiode_id = r."leveringperiodeID",
       reden_einde = r."redenEinde", versie = a.versie + 1, geregistreerd_op = $2, geregistreerd_door = $3
     from jsonb_to_recordset($1::jsonb) as r ("aanbodID" uuid, status text, "leveringperiodeID" uuid, "redenEinde" text)
     where a.aanbod_id = r."aanbodID"`,
    [JSON.stringify(standen), ctx.now, ctx.actor.sub],
  );
}
