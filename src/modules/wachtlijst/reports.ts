import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Instant } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import { claimVersie, Mutations, type Repeatable, type Tx } from '../../platform/database/index.js';
import { NietGevonden } from '../../platform/errors/index.js';
import { Codelijsten } from '../codelijst/index.js';
import { visible } from '../toegang/index.js';
import type { Maatstaf } from './domain/grenzen.js';
import type { Traject } from './domain/traject.js';
import { findDossierhouders, findEersteIndicaties, lockClienten } from './toewijzing.queries.js';
import { herkomstNu, Trajecten, type BekendTraject } from './traject.repository.js';
import type { Melder } from './wachtlijst.policy.js';
import { Wachtlijstplaatsen } from './wachtlijstplaatsen.js';

/** What every report on an allocation carries. */
export interface Report extends Repeatable {
  readonly bemiddelingspecificatieID: string;
  /** The version of the allocation that the reporter saw. */
  readonly versie: number;
  /** When it was decided; now unless told otherwise. */
  readonly vaststellingMoment?: Instant | null;
}

/** What a report is judged by. */
export interface Scene {
  readonly ctx: RequestContext;
  readonly tx: Tx;
  readonly traject: BekendTraject;
  readonly maatstaf: Maatstaf;
  readonly vaststellingMoment: Instant;
}

/** The two questions of a report: may this actor make it, and what does it lead to. */
export interface Reporting<Right> {
  readonly mayReport: (melder: Melder, traject: BekendTraject) => Right;
  /** @returns the allocation after the report, and the id of what was reported */
  readonly decide: (scene: Scene, right: Right) => Promise<{ id: string; traject: Traject }>;
}

/** The rhythm of every report on an allocation: lock, may I, decide, save, record, and the list follows. */
@Injectable()
export class Reports {
  constructor(
    private readonly mutations: Mutations,
    private readonly codelijsten: Codelijsten,
    private readonly plaatsen: Wachtlijstplaatsen,
  ) {}

  /** @returns the id of what was reported; with a key that was used before, what came of it then */
  report<Right>(
    ctx: RequestContext,
    mutatie: string,
    input: Report,
    reporting: Reporting<Right>,
  ): Promise<string> {
    return this.mutations.once(ctx, mutatie, input, (tx) => this.handle(ctx, tx, input, reporting));
  }

  /** The yardstick of the day for one client: today, the first indication, and the pairs of rule W1. */
  private async maatstaf(ctx: RequestContext, tx: Tx, clientID: string): Promise<Maatstaf> {
    // An indication of another zorgkantoor counts as well, also for who may not see it.
    const eerste = await tx.asRegister(() => findEersteIndicaties(tx, [clientID]));
    return {
      today: ctx.today,
      now: ctx.now,
      eersteIndicatie: eerste.get(clientID) ?? notFound(),
      paar: (status, classificatie, day) => this.codelijsten.classificatiePaar(status, classificatie, day),
    };
  }

  private async handle<Right>(
    ctx: RequestContext,
    tx: Tx,
    input: Report,
    reporting: Reporting<Right>,
  ): Promise<string> {
    const { bemiddelingspecificatieID, versie } = input;
    await this.lockClient(ctx, tx, bemiddelingspecificatieID);
    const trajecten = await Trajecten.load(tx, [bemiddelingspecificatieID], { lock: true });
    const traject = trajecten.find(bemiddelingspecificatieID) ?? notFound();
    const { specificatie: toewijzing } = traject;
    const dossierhouders = await findDossierhouders(tx, [toewijzing.bemiddelingID]);
    const right = reporting.mayReport(
      { actor: ctx.actor, toewijzing, dossierhouders, today: ctx.today },
      traject,
    );
    await claimVersie(tx, 'bemiddelingspecificatie', bemiddelingspecificatieID, versie);
    const vaststellingMoment = input.vaststellingMoment ?? ctx.now;
    const maatstaf = await this.maatstaf(ctx, tx, toewijzing.clientID);
    const { id, traject: after } = await reporting.decide(
      { ctx, tx, traject, maatstaf, vaststellingMoment },
      right,
    );
    trajecten.put(toewijzing, traject.leveringID ?? randomUUID(), after, herkomstNu(ctx));
    await this.plaatsen.recompute(ctx, tx, await trajecten.flush(tx));
    tx.changed(toewijzing.clientID, 'U');
    return id;
  }

  /** Reports on one client follow one another, so that what is judged over several allocations stays true. */
  private async lockClient(ctx: RequestContext, tx: Tx, bemiddelingspecificatieID: string): Promise<void> {
    const [row] = await tx.query<{ clientID: string }>(
      `select b.client_id as "clientID" from bemiddelingspecificatie s
       join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
       where s.bemiddelingspecificatie_id = $1 and ${visible(ctx.actor).bemiddeling('s.bemiddeling_id')}`,
      [bemiddelingspecificatieID],
    );
    if (row === undefined) return notFound();
    await lockClienten(tx, [row.clientID]);
  }
}

function notFound(): never {
  throw new NietGevonden('De bemiddelingspecificatie', ['bemiddelingspecificatieID']);
}
