import { addDays, type Clock } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import {
  kandidatenVoor,
  type AanbodService,
  type AntwoordService,
  type PlaatsenService,
} from '../plaats/index.js';
import { demoAanbieder } from './demo-aanbieder.js';
import { demoZorgaanbieders } from './domain/zorgaanbiederbestand.js';

/** The use cases with which the providers of the demonstration show their places. */
export interface Plaatsendiensten {
  readonly unitOfWork: UnitOfWork;
  readonly plaatsen: Pick<PlaatsenService, 'recordPlaatsen'>;
  readonly aanbod: Pick<AanbodService, 'offerPlaats'>;
  readonly antwoord: Pick<AntwoordService, 'acceptAanbod'>;
}

/** Free places per location. */
const FREE = 2;
/** So long ago that the last provider must confirm its places, and that an accepted one is kept too long. */
const LONG_AGO = -20;
/** Kept with an offer to somebody who is not the first of the list. */
const REDEN = 'De kamer past het best bij deze cliënt.';

/**
 * Gives every location of the demonstration its places, two of them free, and lets the first two providers with somebody
 * to place offer one: the first is waiting for an answer, the second was accepted and its care has not begun for too
 * long. The places of the last provider were recorded too long ago. The files know no places; this comes after them, through the use cases themselves.
 */
export async function showDemoPlaatsen(
  clock: Clock,
  diensten: Plaatsendiensten,
): Promise<{ readonly locaties: number; readonly aanbiedingen: number }> {
  const today = clock.today();
  const aanbieders = demoZorgaanbieders()
    .map(({ agbCode, locaties }) => ({
      agbCode,
      locaties: locaties.filter(({ capaciteit }) => capaciteit >= FREE),
    }))
    .filter(({ locaties }) => locaties.length > 0);
  let locaties = 0;
  const aanbiedingen: string[] = [];
  for (const { agbCode, locaties: own } of aanbieders) {
    const day = agbCode === aanbieders.at(-1)?.agbCode ? addDays(today, LONG_AGO) : today;
    for (const { locatieID, capaciteit } of own) {
      const opgave = { locatieID, capaciteit, overigBezet: capaciteit - FREE };
      await diensten.plaatsen.recordPlaatsen(demoAanbieder(clock, agbCode, day), opgave);
      locaties += 1;
    }
    const [eerste] = own;
    if (eerste === undefined || aanbiedingen.length === 2) continue;
    const offered = aanbiedingen.length === 0 ? today : addDays(today, LONG_AGO);
    const ctx = demoAanbieder(clock, agbCode, offered);
    const wachtenden = await findWachtenden(demoAanbieder(clock, agbCode, today), diensten, eerste.locatieID);
    const aanbodID = await offerToOne(ctx, diensten, eerste.locatieID, wachtenden);
    if (aanbodID === null) continue;
    aanbiedingen.push(aanbodID);
    if (aanbiedingen.length === 2) await diensten.antwoord.acceptAanbod(ctx, { aanbodID, versie: 1 });
  }
  return { locaties, aanbiedingen: aanbiedingen.length };
}

/** Who could live there today, in the order of the list. */
async function findWachtenden(
  ctx: RequestContext,
  { unitOfWork }: Plaatsendiensten,
  locatieID: string,
): Promise<readonly string[]> {
  return unitOfWork.read(ctx, async (tx) => {
    const kandidaten = (await kandidatenVoor(ctx, tx, locatieID)) ?? [];
    const mogelijk = kandidaten.filter(({ positie }) => positie !== null);
    tx.shown(mogelijk.map(({ clientID }) => clientID));
    return mogelijk.map(({ bemiddelingspecificatieID }) => bemiddelingspecificatieID);
  });
}

/** Offers the place to the first of them who could have it on the day of the offer; null when nobody could. */
async function offerToOne(
  ctx: RequestContext,
  { aanbod }: Plaatsendiensten,
  locatieID: string,
  wachtenden: readonly string[],
): Promise<string | null> {
  for (const bemiddelingspecificatieID of wachtenden) {
    try {
      return await aanbod.offerPlaats(ctx, { locatieID, bemiddelingspecificatieID, redenAfwijking: REDEN });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
  return null;
}
