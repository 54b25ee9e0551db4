import { randomUUID } from 'node:crypto';
import { addDays, type Clock, type Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import {
  kandidatenVoor,
  type AanbodService,
  type AntwoordService,
  type PlaatsenService,
} from '../plaats/index.js';
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
/** So long ago that the last provider must confirm its places. */
const LONG_AGO = -20;

/**
 * Gives every location of the demonstration its places, two of them free, and lets the first two providers with somebody
 * to place offer one: the first is waiting for an answer, the second was accepted. The places of the last provider were
 * recorded too long ago. The files know no places; this comes after them, through the use cases themselves.
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
      await diensten.plaatsen.recordPlaatsen(provider(clock, agbCode, day), opgave);
      locaties += 1;
    }
    const [eerste] = own;
    if (eerste === undefined || aanbiedingen.length === 2) continue;
    const aanbodID = await offerToFirst(provider(clock, agbCode, today), diensten, eerste.locatieID);
    if (aanbodID !== null) aanbiedingen.push(aanbodID);
    if (aanbodID !== null && aanbiedingen.length === 2) {
      await diensten.antwoord.acceptAanbod(provider(clock, agbCode, today), { aanbodID, versie: 1 });
    }
  }
  return { locaties, aanbiedingen: aanbiedingen.length };
}

async function offerToFirst(
  ctx: RequestContext,
  { unitOfWork, aanbod }: Plaatsendiensten,
  locatieID: string,
): Promise<string | null> {
  const eerste = await unitOfWork.read(ctx, async (tx) => {
    const [first] = (await kandidatenVoor(ctx, tx, locatieID)) ?? [];
    if (first === undefined || first.positie === null) return null;
    tx.shown([first.clientID]);
    return first;
  });
  if (eerste === null) return null;
  return aanbod.offerPlaats(ctx, {
    locatieID,
    bemiddelingspecificatieID: eerste.bemiddelingspecificatieID,
  });
}

function provider(clock: Clock, agb: string, today: Day): RequestContext {
  return {
    actor: {
      sub: 'proces:voorbeeldgegevens',
      rol: 'ZORGAANBIEDER',
      rollen: ['ZORGAANBIEDER'],
      uzovi: [],
      agb,
    },
    requestId: randomUUID(),
    operatie: 'voorbeeldgegevens plaatsen',
    now: clock.now(),
    today,
  };
}
