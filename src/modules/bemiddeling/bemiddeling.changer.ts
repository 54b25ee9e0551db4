import { Injectable } from '@nestjs/common';
import type { Instant } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { NietGevonden } from '../../platform/errors/index.js';
import { DomainEvents } from '../../platform/events/index.js';
import { visible } from '../toegang/index.js';
import { assertMayChangeBemiddeling, type Verantwoordelijkheid } from './bemiddeling.policy.js';
import { BemiddelingSet, type Registratie } from './bemiddeling.repository.js';
import type { Bemiddelingstaat } from './domain/bemiddeling.js';
import type { Waarschuwing } from './domain/profiel.js';
import { isLeeg } from './domain/verschil.js';

/** Which of a bemiddeling's parts a request names. */
export type Ingang = 'bemiddeling' | 'bemiddelingspecificatie' | 'regiehouder';

const WAT: Readonly<Record<Ingang, string>> = {
  bemiddeling: 'Deze bemiddeling',
  bemiddelingspecificatie: 'Deze toewijzing',
  regiehouder: 'Deze regiehouder',
};

/** A bemiddeling that the actor may change, locked until the end of the transaction. */
export interface Open {
  readonly bemiddelingID: string;
  readonly clientID: string;
  readonly wlzIndicatieID: string;
  readonly set: BemiddelingSet;
}

interface Found extends Verantwoordelijkheid {
  readonly bemiddelingID: string;
}

/** The steps that every change of a bemiddeling shares: find and lock, may I; save, record, announce. */
@Injectable()
export class BemiddelingChanger {
  constructor(private readonly events: DomainEvents) {}

  /**
   * Finds the bemiddeling of an id, checks the actor's right to change it, and locks it.
   * @throws NietGevonden when it is unknown or foreign, NietToegestaan when the actor may only see it
   */
  async open(ctx: RequestContext, tx: Tx, ingang: Ingang, id: string): Promise<Open> {
    const [found] = await tx.query<Found>(
      `select b.bemiddeling_id as "bemiddelingID",
         b.verantwoordelijk_zorgkantoor as "verantwoordelijkZorgkantoor",
         b.verantwoordelijkheid_einddatum as "verantwoordelijkheidEinddatum"
       from ${ingang} x join bemiddeling b on b.bemiddeling_id = x.bemiddeling_id
       where x.${ingang}_id = $1 and ${visible(ctx.actor).bemiddeling('b.bemiddeling_id')}`,
      [id],
    );
    if (found === undefined) throw new NietGevonden(WAT[ingang], [`${ingang}ID`]);
    assertMayChangeBemiddeling(ctx.actor, found, ctx.today);
    return this.lock(tx, found.bemiddelingID);
  }

  async lock(tx: Tx, bemiddelingID: string): Promise<Open> {
    const set = await BemiddelingSet.load(tx, { bemiddelingIDs: [bemiddelingID] });
    const bemiddeling = set.get(bemiddelingID);
    if (bemiddeling === undefined) throw new NietGevonden(WAT.bemiddeling, ['bemiddelingID']);
    const { clientID, wlzIndicatieID } = bemiddeling;
    return { bemiddelingID, clientID, wlzIndicatieID, set };
  }

  /** Saves the next state of a bemiddeling, records it in the log and tells the modules that build on it. */
  async save(
    ctx: RequestContext,
    tx: Tx,
    { set, bemiddelingID, clientID }: Open,
    staat: Bemiddelingstaat,
    options: {
      readonly vaststellingMoment?: Instant;
      readonly waarschuwingen?: ReadonlyMap<string, Waarschuwing[]>;
    } = {},
  ): Promise<void> {
    const registratie = registratieNu(ctx, options.vaststellingMoment);
    const verschil = set.apply(bemiddelingID, staat, options.waarschuwingen ?? new Map(), registratie);
    if (isLeeg(verschil)) return;
    await set.flush(tx);
    tx.changed(clientID, 'U');
    const bemiddelingspecificatieIDs = [
      ...verschil.nieuweSpecificaties,
      ...verschil.gewijzigdeSpecificaties,
    ].map((specificatie) => specificatie.bemiddelingspecificatieID);
    if (bemiddelingspecificatieIDs.length > 0)
      await this.events.announce(ctx, tx, 'SpecificatiesGewijzigd', { bemiddelingspecificatieIDs });
    await this.events.announce(ctx, tx, 'BemiddelingenGewijzigd', { bemiddelingIDs: [bemiddelingID] });
  }
}

/** What becomes known by this request is known from now on. */
export function registratieNu(ctx: RequestContext, vaststellingMoment: Instant = ctx.now): Registratie {
  const herkomst = { geregistreerdOp: ctx.now, geregistreerdDoor: ctx.actor.sub };
  return { nieuw: () => herkomst, gewijzigd: herkomst, rolVastgesteld: () => vaststellingMoment };
}
