import type { Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { visible } from '../toegang/index.js';
import type { Aanbodstatus } from './domain/aanbod.js';
import type { AanbodEntity } from './entities/aanbod.entity.js';
import type { Regie } from './plaats.policy.js';

/** An offer that is held until the end of the transaction, with whose client it is about. */
export interface GehoudenAanbod extends Regie {
  readonly aanbodID: string;
  readonly locatieID: string;
  /** AGB of the provider of the location. */
  readonly instelling: string;
  readonly clientID: string;
  readonly bemiddelingID: string;
  readonly bemiddelingspecificatieID: string;
  readonly status: Aanbodstatus;
  readonly uiterlijk: Day;
  readonly versie: number;
  /** COD167 of the waiting place of today; null when nobody waits there any more. */
  readonly leveringsstatusNu: string | null;
}

/** The client of an offer that the actor may see; null for unknown and foreign. */
export async function findClientVanAanbod(
  ctx: RequestContext,
  tx: Tx,
  aanbodID: string,
): Promise<string | null> {
  const [row] = await tx.query<{ clientID: string }>(
    `select a.client_id as "clientID" from aanbod a
     where a.aanbod_id = $1 and ${visible(ctx.actor).bemiddeling('a.bemiddeling_id')}`,
    [aanbodID],
  );
  return row?.clientID ?? null;
}

/** Holds a client, as reports on their care do, so that what is offered and what is reported follow one another. */
export async function lockClient(tx: Tx, clientID: string): Promise<void> {
  await tx.query('select from client where client_id = $1 for no key update', [clientID]);
}

export async function lockAanbod(tx: Tx, aanbodID: string): Promise<GehoudenAanbod | null> {
  await tx.query('select from aanbod where aanbod_id = $1 for update', [aanbodID]);
  const [row] = await tx.query<GehoudenAanbod>(
    `select a.aanbod_id as "aanbodID", a.locatie_id as "locatieID", a.instelling, a.client_id as "clientID",
       a.bemiddeling_id as "bemiddelingID", a.bemiddelingspecificatie_id as "bemiddelingspecificatieID", a.status,
       a.uiterlijk, a.versie, b.verantwoordelijk_zorgkantoor as zorgkantoor,
       b.verantwoordelijkheid_einddatum as "verantwoordelijkTot", ${DOSSIERHOUDER} as dossierhouder,
       (select w.leveringsstatus from wachtlijstplaats w
        where w.bemiddelingspecificatie_id = a.bemiddelingspecificatie_id and w.van <= (select app_vandaag())
          and (w.tot is null or w.tot >= (select app_vandaag()))) as "leveringsstatusNu"
     from aanbod a join bemiddeling b on b.bemiddeling_id = a.bemiddeling_id
     where a.aanbod_id = $1`,
    [aanbodID],
  );
  return row ?? null;
}

/** The dossierhouder of today of the bemiddeling `b`; on a day of hand-over the newest. */
export const DOSSIERHOUDER = `(select r.instelling from regiehouder r
  where r.bemiddeling_id = b.bemiddeling_id and r.regierol = '2' and r.ingangsdatum <= (select app_vandaag())
    and (r.einddatum is null or r.einddatum >= (select app_vandaag()))
  order by r.ingangsdatum desc, r.regiehouder_id limit 1)`;

export type NieuwAanbod = Pick<
  AanbodEntity,
  | 'aanbodID'
  | 'plaatsgroepID'
  | 'locatieID'
  | 'instelling'
  | 'zorgkantoor'
  | 'clientID'
  | 'bemiddelingID'
  | 'bemiddelingspecificatieID'
  | 'leveringsstatus'
  | 'uiterlijk'
  | 'positie'
  | 'redenAfwijking'
>;

export async function insertAanbod(ctx: RequestContext, tx: Tx, aanbod: NieuwAanbod): Promise<void> {
  await tx.query(
    `insert into aanbod (aanbod_id, plaatsgroep_id, locatie_id, instelling, zorgkantoor, client_id, bemiddeling_id,
       bemiddelingspecificatie_id, leveringsstatus, uiterlijk, positie, reden_afwijking, status, aangeboden_op,
       geregistreerd_op, geregistreerd_door)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'AANGEBODEN', $13, $14, $15)`,
    [
      aanbod.aanbodID,
      aanbod.plaatsgroepID,
      aanbod.locatieID,
      aanbod.instelling,
      aanbod.zorgkantoor,
      aanbod.clientID,
      aanbod.bemiddelingID,
      aanbod.bemiddelingspecificatieID,
      aanbod.leveringsstatus,
      aanbod.uiterlijk,
      aanbod.positie,
      aanbod.redenAfwijking,
      ctx.today,
      ctx.now,
      ctx.actor.sub,
    ],
  );
}

/** What a person's answer makes of an offer; what is left out stays. */
export interface Antwoord {
  readonly status: Aanbodstatus;
  readonly leveringsstatus?: string;
  readonly weigeringsreden?: string;
  readonly conformWens?: boolean;
  readonly zwaarwegendeReden?: string | null;
  readonly teltMee?: boolean;
  readonly redenEinde?: string;
}

/** Records the answer and takes the next version of an offer that is held. */
export async function saveAntwoord(
  ctx: RequestContext,
  tx: Tx,
  aanbodID: string,
  antwoord: Antwoord,
): Promise<void> {
  await tx.query(
    `update aanbod set status = $2, leveringsstatus = coalesce($3, leveringsstatus), weigeringsreden = $4,
       conform_wens = $5, zwaarwegende_reden = $6, telt_mee = $7, reden_einde = $8, beantwoord_op = $9,
       versie = versie + 1, geregistreerd_op = $10, geregistreerd_door = $11
     where aanbod_id = $1`,
    [
      aanbodID,
      antwoord.status,
      antwoord.leveringsstatus ?? null,
      antwoord.weigeringsreden ?? null,
      antwoord.conformWens ?? null,
      antwoord.zwaarwegendeReden ?? null,
      antwoord.teltMee ?? null,
      antwoord.redenEinde ?? null,
      ctx.today,
      ctx.now,
      ctx.actor.sub,
    ],
  );
}
