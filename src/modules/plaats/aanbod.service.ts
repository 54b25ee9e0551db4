import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import { Mutations, type Repeatable, type Tx } from '../../platform/database/index.js';
import { NietGevonden, RegelGeschonden } from '../../platform/errors/index.js';
import { visible } from '../toegang/index.js';
import { insertAanbod, lockClient } from './aanbod.repository.js';
import { Aanbodverloop } from './aanbodverloop.js';
import { Beurten } from './beurten.js';
import { bezwaren, passendeGroepen, type Aanbieding } from './domain/geschiktheid.js';
import { kiesGroep, type Plaatsgroep } from './domain/plaatsgroep.js';
import { uiterlijkOp } from './instellingen.queries.js';
import { aanbiedingVan, findGegadigden, findKandidaten } from './kandidaten.queries.js';
import { assertMayOffer, type Verantwoordelijke } from './plaats.policy.js';
import { findLocatie } from './plaatsgroep.queries.js';
import { findRecorded, lockLocaties } from './plaatsgroep.repository.js';

/** A place at a location for somebody who waits. */
export interface OfferPlaats extends Repeatable {
  readonly locatieID: string;
  readonly bemiddelingspecificatieID: string;
  /** Why somebody who is not first is placed first; only needed then, and kept. */
  readonly redenAfwijking?: string | null;
}

interface Wachtende extends Verantwoordelijke {
  readonly clientID: string;
}

/** Offering a place. */
@Injectable()
export class AanbodService {
  constructor(
    @Inject(Mutations) private readonly mutations: Mutations,
    @Inject(Aanbodverloop) private readonly verloop: Aanbodverloop,
    @Inject(Beurten) private readonly beurten: Beurten,
  ) {}

  /**
   * Offers a place and holds it until the last day of the offer. Of many at once for the last place one succeeds.
   * @returns the aanbodID
   */
  offerPlaats(ctx: RequestContext, input: OfferPlaats): Promise<string> {
    return this.beurten.wacht(input.locatieID, () => this.offer(ctx, input));
  }

  private offer(ctx: RequestContext, input: OfferPlaats): Promise<string> {
    return this.mutations.once(ctx, 'offerPlaats', input, async (tx) => {
      const { locatieID, bemiddelingspecificatieID } = input;
      const client = await findWachtende(ctx, tx, bemiddelingspecificatieID);
      const locatie = await findLocatie(ctx, tx, locatieID);
      if (locatie === null) throw new NietGevonden('De locatie', ['locatieID']);
      await this.hold(ctx, tx, locatieID, client.clientID);
      assertMayOffer(ctx.actor, locatie.agb, client, ctx.today);

      const groepen = await findRecorded(tx, locatieID);
      assertPlaatsVrij(groepen, groepen);
      const aanbieding = aanbiedingVan(locatie, groepen);
      const gegadigde = await this.gegadigde(ctx, tx, bemiddelingspecificatieID, aanbieding);
      const groep = assertPlaatsVrij(groepen, passendeGroepen(gegadigde, aanbieding, groepen));
      const positie = await positieVoor(ctx, tx, bemiddelingspecificatieID, aanbieding, groep);
      const redenAfwijking = input.redenAfwijking?.trim() || null;
      assertVolgorde(positie, redenAfwijking);

      const aanbodID = randomUUID();
      await insertAanbod(ctx, tx, {
        aanbodID,
        plaatsgroepID: groep.plaatsgroepID,
        locatieID,
        instelling: locatie.agb,
        zorgkantoor: client.zorgkantoor,
        clientID: client.clientID,
        bemiddelingID: gegadigde.bemiddelingID,
        bemiddelingspecificatieID,
        leveringsstatus: gegadigde.wachtstatusCode,
        uiterlijk: await uiterlijkOp(tx, 'AANBOD', ctx.today),
        positie,
        redenAfwijking: positie === 1 ? null : redenAfwijking,
      });
      tx.changed(client.clientID, 'C');
      return aanbodID;
    });
  }

  /** Holds the client and the location, in the order in which everybody does, and settles what is over there. */
  private async hold(ctx: RequestContext, tx: Tx, locatieID: string, clientID: string): Promise<void> {
    await lockClient(tx, clientID);
    await lockLocaties(tx, [locatieID]);
    await this.verloop.settle(ctx, tx, { locatieIDs: [locatieID], clientIDs: [clientID] });
  }

  private async gegadigde(
    ctx: RequestContext,
    tx: Tx,
    bemiddelingspecificatieID: string,
    aanbieding: Aanbieding,
  ) {
    const gegadigde = (await findGegadigden(ctx, tx, [bemiddelingspecificatieID])).get(
      bemiddelingspecificatieID,
    );
    if (gegadigde === undefined) {
      throw new RegelGeschonden('PL7', 'OP088', 'De cliënt staat hiervoor vandaag niet op de wachtlijst.', [
        'bemiddelingspecificatieID',
      ]);
    }
    const [bezwaar] = bezwaren(gegadigde, aanbieding);
    if (bezwaar === undefined) return gegadigde;
    throw new RegelGeschonden(bezwaar.regel, bezwaar.bron, bezwaar.tekst, ['bemiddelingspecificatieID']);
  }
}

/** Whose client waits under this allocation; the same answer for unknown and foreign. */
async function findWachtende(
  ctx: RequestContext,
  tx: Tx,
  bemiddelingspecificatieID: string,
): Promise<Wachtende> {
  const [row] = await tx.query<Wachtende & { readonly verantwoordelijkTot: Day | null }>(
    `select b.client_id as "clientID", b.verantwoordelijk_zorgkantoor as zorgkantoor,
       b.verantwoordelijkheid_einddatum as "verantwoordelijkTot"
     from bemiddelingspecificatie s join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
     where s.bemiddelingspecificatie_id = $1 and ${visible(ctx.actor).bemiddeling('s.bemiddeling_id')}`,
    [bemiddelingspecificatieID],
  );
  if (row === undefined) {
    throw new NietGevonden('De bemiddelingspecificatie', ['bemiddelingspecificatieID']);
  }
  return row;
}

/**
 * PL13, PL8: a place that is free, in one of these groups. Asked of the whole location first: when it is full nobody has
 * to be judged, and of many at once most hear so soon.
 */
function assertPlaatsVrij(groepen: readonly Plaatsgroep[], passend: readonly Plaatsgroep[]): Plaatsgroep {
  if (groepen.length === 0) {
    throw new RegelGeschonden('PL13', null, 'De zorgaanbieder gaf voor deze locatie nog geen plaatsen op.', [
      'locatieID',
    ]);
  }
  const groep = kiesGroep(passend);
  if (groep !== null) return groep;
  throw new RegelGeschonden('PL8', null, 'Op deze locatie is geen plaats vrij.', ['locatieID']);
}

/** The place of this candidate among those who could live in this group. */
async function positieVoor(
  ctx: RequestContext,
  tx: Tx,
  bemiddelingspecificatieID: string,
  aanbieding: Aanbieding,
  groep: Plaatsgroep,
): Promise<number> {
  const kandidaten = await findKandidaten(ctx, tx, aanbieding);
  const mogelijk = kandidaten.filter(
    (one) => one.positie !== null && passendeGroepen(one, aanbieding, [groep]).length > 0,
  );
  const index = mogelijk.findIndex((one) => one.bemiddelingspecificatieID === bemiddelingspecificatieID);
  if (index < 0) throw new Error('a candidate who is not among the candidates');
  return index + 1;
}

/** PL9: the order is advice; who goes past others gives a reason, which is kept and shown. */
function assertVolgorde(positie: number, redenAfwijking: string | null): void {
  if (positie === 1 || redenAfwijking !== null) return;
  throw new RegelGeschonden(
    'PL9',
    null,
    'Er gaan anderen voor op de lijst. Geef aan waarom deze cliënt nu de plaats krijgt.',
    ['redenAfwijking'],
  );
}
