import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { DomainEvents } from '../../platform/events/index.js';
import { Codelijsten } from '../codelijst/index.js';
import { wachtverloop } from './domain/wachtverloop.js';
import { Trajecten, type BekendTraject } from './traject.repository.js';

/**
 * Keeps the waiting list in step with the register: the days of each allocation are computed again in the transaction
 * that changed what they rest on, so that the list is never behind.
 */
@Injectable()
export class Wachtlijstplaatsen {
  constructor(
    private readonly codelijsten: Codelijsten,
    private readonly events: DomainEvents,
  ) {}

  /** Replaces the places of these allocations, and tells who builds on them. */
  async recompute(ctx: RequestContext, tx: Tx, trajecten: readonly BekendTraject[]): Promise<void> {
    if (trajecten.length === 0) return;
    await this.replace(tx, trajecten);
    const bemiddelingIDs = [...new Set(trajecten.map(({ specificatie }) => specificatie.bemiddelingID))];
    await this.events.announce(ctx, tx, 'WachtlijstGewijzigd', { bemiddelingIDs });
  }

  /** The same for allocations that changed elsewhere; those about which nothing was reported have no place. */
  async recomputeFor(
    ctx: RequestContext,
    tx: Tx,
    bemiddelingspecificatieIDs: readonly string[],
  ): Promise<void> {
    const reported = await tx.query<{ id: string }>(
      `select bemiddelingspecificatie_id as id from levering where bemiddelingspecificatie_id = any ($1::uuid[])`,
      [bemiddelingspecificatieIDs],
    );
    if (reported.length === 0) return;
    const trajecten = await Trajecten.load(
      tx,
      reported.map(({ id }) => id),
    );
    await this.recompute(ctx, tx, trajecten.all());
  }

  /** Takes over the afgiftedatum of indications that changed: a key of the order. */
  async followIndicaties(tx: Tx, wlzIndicatieIDs: readonly string[]): Promise<void> {
    await tx.query(
      `update wachtlijstplaats w set afgiftedatum = i.afgiftedatum from indicatie i
       where i.wlz_indicatie_id = any ($1::uuid[]) and w.wlz_indicatie_id = i.wlz_indicatie_id
         and w.afgiftedatum <> i.afgiftedatum`,
      [wlzIndicatieIDs],
    );
  }

  private async replace(tx: Tx, trajecten: readonly BekendTraject[]): Promise<void> {
    await tx.query(`delete from wachtlijstplaats where bemiddelingspecificatie_id = any ($1::uuid[])`, [
      trajecten.map(({ specificatie }) => specificatie.bemiddelingspecificatieID),
    ]);
    const plaatsen = trajecten.flatMap((traject) => this.plaatsenVan(traject));
    if (plaatsen.length === 0) return;
    await tx.query(
      `insert into wachtlijstplaats
       select * from jsonb_populate_recordset(
         jsonb_populate_record(null::wachtlijstplaats, jsonb_build_object('bekend_van', app_nu())), $1::jsonb)`,
      [JSON.stringify(plaatsen)],
    );
  }

  private plaatsenVan(traject: BekendTraject): object[] {
    const { specificatie } = traject;
    const { bemiddelingspecificatieID, zzpCode, toewijzingIngangsdatum } = specificatie;
    const sector = this.codelijsten.zorgprofiel(zzpCode, toewijzingIngangsdatum)?.sector ?? null;
    return wachtverloop(traject).map((segment) => ({
      bemiddelingspecificatie_id: bemiddelingspecificatieID,
      van: segment.van,
      tot: segment.tot,
      uitstelperiode_id: segment.uitstelperiodeID,
      leveringsstatus: segment.leveringsstatus,
      classificatie: segment.classificatie,
      status_ingangsdatum: segment.statusIngangsdatum,
      rang: segment.rang,
      normklok_van: segment.normklokVan,
      bemiddeling_id: specificatie.bemiddelingID,
      client_id: specificatie.clientID,
      wlz_indicatie_id: specificatie.wlzIndicatieID,
      zorgkantoor: specificatie.zorgkantoor,
      instelling: specificatie.instelling,
      sector,
      zzp_code: zzpCode,
      toewijzing_ingangsdatum: toewijzingIngangsdatum,
      afgiftedatum: specificatie.afgiftedatum,
    }));
  }
}
