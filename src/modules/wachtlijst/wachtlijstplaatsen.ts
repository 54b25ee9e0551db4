import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { DomainEvents } from '../../platform/events/index.js';
import { Codelijsten } from '../codelijst/index.js';
import { kennisverloop, type Versie } from './domain/kennisverloop.js';
import { grondOp, loadKennis, momentenVan, type Kennis } from './kennis.repository.js';
import { PLAATS_KOLOMMEN, plaatsenVan, type Plaats, type Plaatsgrond } from './plaats.js';
import { Trajecten, type BekendTraject } from './traject.repository.js';

/** How places follow: from what is known now, or with the whole course of knowledge behind them. */
export type Herleiding = 'VERSCHIL' | 'GEHEEL';

const KOLOMMEN = PLAATS_KOLOMMEN.join(', ');
const NIEUW = `nieuw as materialized (select * from jsonb_populate_recordset(null::wachtlijstplaats, $1::jsonb))`;
const row = (alias: string): string => PLAATS_KOLOMMEN.map((column) => `${alias}.${column}`).join(', ');

/** Takes away what is not so any more. What was known of it is kept by the database, until this transaction's moment. */
const CLOSE = `
  with ${NIEUW}
  delete from wachtlijstplaats w
  where w.bemiddelingspecificatie_id = any ($2::uuid[]) and not exists (
    select from nieuw n
    where n.bemiddelingspecificatie_id = w.bemiddelingspecificatie_id and n.van = w.van
      and (${row('n')}) is not distinct from (${row('w')}))`;

/** What is new is known from the moment of this transaction. */
const OPEN = `
  with ${NIEUW}
  insert into wachtlijstplaats (${KOLOMMEN}, bekend_van)
  select ${row('n')}, registratiemoment(n.client_id) from nieuw n
  where not exists (
    select from wachtlijstplaats w
    where w.bemiddelingspecificatie_id = n.bemiddelingspecificatie_id and w.van = n.van)`;

/**
 * Keeps the waiting list in step with the register: the places of each allocation are worked out again in the
 * transaction that changed what they rest on, so that the list is never behind. What we knew before is kept, with until
 * when we knew it: only differences are written.
 */
@Injectable()
export class Wachtlijstplaatsen {
  constructor(
    private readonly codelijsten: Codelijsten,
    private readonly events: DomainEvents,
  ) {}

  /** Brings the places of these allocations up to what is known now, and tells who builds on them. */
  async recompute(
    ctx: RequestContext,
    tx: Tx,
    trajecten: readonly BekendTraject[],
    herleiding: Herleiding = 'VERSCHIL',
  ): Promise<void> {
    if (trajecten.length === 0) return;
    if (herleiding === 'VERSCHIL') await this.writeDifference(tx, trajecten);
    else await this.herleid(tx, trajecten.map(idOf));
    const bemiddelingIDs = [...new Set(trajecten.map(({ specificatie }) => specificatie.bemiddelingID))];
    await this.events.announce(ctx, tx, 'WachtlijstGewijzigd', { bemiddelingIDs });
  }

  /** The same for allocations that changed elsewhere; those about which nothing was reported have no place. */
  async recomputeFor(
    ctx: RequestContext,
    tx: Tx,
    bemiddelingspecificatieIDs: readonly string[],
  ): Promise<void> {
    await this.recompute(ctx, tx, await reported(tx, bemiddelingspecificatieIDs));
  }

  /** Takes over the afgiftedatum of indications that changed: a key of the order. */
  async followIndicaties(tx: Tx, wlzIndicatieIDs: readonly string[]): Promise<void> {
    const behind = await tx.query<{ id: string }>(
      `select distinct w.bemiddelingspecificatie_id as id from wachtlijstplaats w
       join indicatie i on i.wlz_indicatie_id = w.wlz_indicatie_id and i.afgiftedatum <> w.afgiftedatum
       where w.wlz_indicatie_id = any ($1::uuid[])`,
      [wlzIndicatieIDs],
    );
    const ids = behind.map(({ id }) => id);
    await this.writeDifference(tx, await reported(tx, ids));
  }

  /**
   * Works the places of these allocations out from all versions of what they rest on, and replaces what is kept of them,
   * the past of our knowledge included: for a first load, which brings its own past, and to repair.
   */
  async herleid(tx: Tx, bemiddelingspecificatieIDs: readonly string[]): Promise<void> {
    const kennis = await loadKennis(tx, bemiddelingspecificatieIDs);
    const records = [...kennis.values()]
      .flatMap((one) => this.verloopVan(one))
      .map(({ inhoud, bekendVan, bekendTot }) => ({
        ...inhoud,
        bekend_van: bekendVan,
        bekend_tot: bekendTot,
      }));
    for (const table of ['wachtlijstplaats', 'wachtlijstplaats_historie']) {
      await tx.query(`delete from ${table} where bemiddelingspecificatie_id = any ($1::uuid[])`, [
        bemiddelingspecificatieIDs,
      ]);
    }
    const rows = `jsonb_populate_recordset(null::wachtlijstplaats_historie, $1::jsonb)`;
    await tx.query(
      `with rij as materialized (select * from ${rows}), voorbij as (
         insert into wachtlijstplaats_historie (${KOLOMMEN}, bekend_van, bekend_tot)
         select ${KOLOMMEN}, bekend_van, bekend_tot from rij where bekend_tot is not null
       )
       insert into wachtlijstplaats (${KOLOMMEN}, bekend_van)
       select ${KOLOMMEN}, bekend_van from rij where bekend_tot is null`,
      [JSON.stringify(records)],
    );
  }

  /** The places of an allocation through the course of what was known. */
  verloopVan(kennis: Kennis): Versie<Plaats>[] {
    return kennisverloop(momentenVan(kennis), (moment) => {
      const grond = grondOp(kennis, moment);
      return grond === null ? [] : this.plaatsenVan(grond);
    });
  }

  private async writeDifference(tx: Tx, trajecten: readonly BekendTraject[]): Promise<void> {
    if (trajecten.length === 0) return;
    const plaatsen = JSON.stringify(trajecten.flatMap((traject) => this.plaatsenVan(traject)));
    await tx.query(CLOSE, [plaatsen, trajecten.map(idOf)]);
    await tx.query(OPEN, [plaatsen]);
  }

  private plaatsenVan(grond: Plaatsgrond): Plaats[] {
    const { zzpCode, toewijzingIngangsdatum } = grond.specificatie;
    return plaatsenVan(grond, this.codelijsten.zorgprofiel(zzpCode, toewijzingIngangsdatum)?.sector ?? null);
  }
}

function idOf({ specificatie }: BekendTraject): string {
  return specificatie.bemiddelingspecificatieID;
}

/** The allocations among these about which something was reported. */
async function reported(tx: Tx, ids: readonly string[]): Promise<BekendTraject[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<{ id: string }>(
    `select bemiddelingspecificatie_id as id from levering where bemiddelingspecificatie_id = any ($1::uuid[])`,
    [ids],
  );
  if (rows.length === 0) return [];
  const trajecten = await Trajecten.load(
    tx,
    rows.map(({ id }) => id),
  );
  return trajecten.all();
}
