import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/index.js';
import { Mutations, type Repeatable, type Tx } from '../../platform/database/index.js';
import { NietGevonden, OngeldigeInvoer, VersieVerouderd } from '../../platform/errors/index.js';
import { Aanbodverloop } from './aanbodverloop.js';
import { assertOpgave, assertPastInLocatie, type Plaatssector } from './domain/plaatsgroep.js';
import { assertMayRecordPlaatsen } from './plaats.policy.js';
import { findLocatie, findPlaatsgroep } from './plaatsgroep.queries.js';
import {
  findRecorded,
  insertPlaatsgroep,
  lockLocaties,
  updatePlaatsgroep,
} from './plaatsgroep.repository.js';

/** How many places of a kind there are; for all kinds when sector and leveringsvorm are left out. */
export interface RecordPlaatsen extends Repeatable {
  readonly locatieID: string;
  readonly sector?: Plaatssector | null;
  /** COD578: 4, 8 or 5. */
  readonly leveringsvorm?: string | null;
  readonly capaciteit: number;
  readonly overigBezet: number;
  /** The version that the provider saw; absent for places that were never recorded. */
  readonly versie?: number | null;
}

export interface ConfirmPlaatsen extends Repeatable {
  readonly plaatsgroepID: string;
  readonly versie: number;
}

/** What a provider says of its own places. */
@Injectable()
export class PlaatsenService {
  constructor(
    @Inject(Mutations) private readonly mutations: Mutations,
    @Inject(Aanbodverloop) private readonly verloop: Aanbodverloop,
  ) {}

  /**
   * Records places, for the first time or anew, and thereby confirms them.
   * @returns the plaatsgroepID
   */
  recordPlaatsen(ctx: RequestContext, input: RecordPlaatsen): Promise<string> {
    return this.mutations.once(ctx, 'recordPlaatsen', input, async (tx) => {
      const { locatieID, sector = null, leveringsvorm = null, capaciteit, overigBezet } = input;
      const locatie = await findLocatie(ctx, tx, locatieID);
      if (locatie === null) throw new NietGevonden('De locatie', ['locatieID']);
      await lockLocaties(tx, [locatieID]);
      assertMayRecordPlaatsen(ctx.actor, locatie.agb);
      assertOpgave({ capaciteit, overigBezet }, 0);
      if (leveringsvorm !== null && !locatie.leveringsvormen.includes(leveringsvorm)) {
        throw new OngeldigeInvoer('Deze leveringsvorm biedt de zorgaanbieder niet.', {
          bron: 'COD578',
          pad: ['leveringsvorm'],
        });
      }
      await this.verloop.settle(ctx, tx, { locatieIDs: [locatieID] });
      const groepen = await findRecorded(tx, locatieID);
      const bekend = groepen.find(
        (groep) => groep.sector === sector && groep.leveringsvorm === leveringsvorm,
      );
      if (bekend?.versie !== (input.versie ?? undefined)) throw new VersieVerouderd();
      const anderen = groepen.filter((groep) => groep !== bekend);
      assertPastInLocatie(capaciteit, anderen, locatie.capaciteit);
      if (bekend === undefined) {
        const plaatsgroepID = randomUUID();
        const plek = { plaatsgroepID, locatieID, instelling: locatie.agb, sector, leveringsvorm };
        await insertPlaatsgroep(ctx, tx, { ...plek, capaciteit, overigBezet });
        return plaatsgroepID;
      }
      assertOpgave({ capaciteit, overigBezet }, bekend.inGebruik);
      await updatePlaatsgroep(ctx, tx, { ...bekend, capaciteit, overigBezet });
      return bekend.plaatsgroepID;
    });
  }

  /**
   * Says that the numbers still hold.
   * @returns the plaatsgroepID
   */
  confirmPlaatsen(ctx: RequestContext, input: ConfirmPlaatsen): Promise<string> {
    return this.mutations.once(ctx, 'confirmPlaatsen', input, async (tx) => {
      const groep = await this.lock(ctx, tx, input.plaatsgroepID);
      assertMayRecordPlaatsen(ctx.actor, groep.instelling);
      if (groep.versie !== input.versie) throw new VersieVerouderd();
      await updatePlaatsgroep(ctx, tx, groep);
      return groep.plaatsgroepID;
    });
  }

  private async lock(ctx: RequestContext, tx: Tx, plaatsgroepID: string) {
    const seen = await findPlaatsgroep(ctx, tx, plaatsgroepID);
    if (seen !== null) await lockLocaties(tx, [seen.locatieID]);
    const held = seen === null ? null : await findPlaatsgroep(ctx, tx, plaatsgroepID);
    if (held === null) throw new NietGevonden('De plaatsen', ['plaatsgroepID']);
    return held;
  }
}
