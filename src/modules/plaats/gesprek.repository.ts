import type { Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { DOSSIERHOUDER } from './aanbod.repository.js';
import type { Gespreksresultaat } from './domain/weigering.js';
import type { GesprekstaakEntity } from './entities/gesprekstaak.entity.js';
import type { Regie } from './plaats.policy.js';

/** Refusals that counted since the last conversation, and whether one is asked for already. */
export async function countGeteld(
  tx: Tx,
  bemiddelingID: string,
): Promise<{ readonly eerder: number; readonly open: boolean }> {
  const [row] = await tx.query<{ eerder: number; open: boolean }>(
    `select
       exists (select from gesprekstaak t where t.bemiddeling_id = $1 and t.resultaat is null) as open,
       (select count(*)::int from aanbod a
        where a.bemiddeling_id = $1 and a.telt_mee and a.geregistreerd_op > coalesce(
          (select max(t.geregistreerd_op) from gesprekstaak t
           where t.bemiddeling_id = $1 and t.resultaat is not null), '-infinity')) as eerder`,
    [bemiddelingID],
  );
  return row ?? { eerder: 0, open: false };
}

type NieuweTaak = Pick<
  GesprekstaakEntity,
  | 'gesprekstaakID'
  | 'clientID'
  | 'bemiddelingID'
  | 'bemiddelingspecificatieID'
  | 'aanbodID'
  | 'sinds'
  | 'uiterlijk'
>;

export async function insertGesprekstaak(ctx: RequestContext, tx: Tx, taak: NieuweTaak): Promise<void> {
  await tx.query(
    `insert into gesprekstaak (gesprekstaak_id, client_id, bemiddeling_id, bemiddelingspecificatie_id, aanbod_id, sinds,
       uiterlijk, geregistreerd_op, geregistreerd_door)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      taak.gesprekstaakID,
      taak.clientID,
      taak.bemiddelingID,
      taak.bemiddelingspecificatieID,
      taak.aanbodID,
      taak.sinds,
      taak.uiterlijk,
      ctx.now,
      ctx.actor.sub,
    ],
  );
}

/** A conversation that is held, with whose client it is about. */
export interface GehoudenGesprek extends Regie {
  readonly gesprekstaakID: string;
  readonly clientID: string;
  readonly sinds: Day;
  readonly resultaat: Gespreksresultaat | null;
  readonly versie: number;
}

export async function lockGesprekstaak(tx: Tx, gesprekstaakID: string): Promise<GehoudenGesprek | null> {
  await tx.query('select from gesprekstaak where gesprekstaak_id = $1 for update', [gesprekstaakID]);
  const [row] = await tx.query<GehoudenGesprek>(
    `select t.gesprekstaak_id as "gesprekstaakID", t.client_id as "clientID", t.sinds, t.resultaat, t.versie,
       b.verantwoordelijk_zorgkantoor as zorgkantoor, b.verantwoordelijkheid_einddatum as "verantwoordelijkTot",
       ${DOSSIERHOUDER} as dossierhouder
     from gesprekstaak t join bemiddeling b on b.bemiddeling_id = t.bemiddeling_id
     where t.gesprekstaak_id = $1`,
    [gesprekstaakID],
  );
  return row ?? null;
}

export async function saveGesprek(
  ctx: RequestContext,
  tx: Tx,
  gesprek: Pick<GesprekstaakEntity, 'gesprekstaakID' | 'gesprekOp' | 'resultaat' | 'toelichting'>,
): Promise<void> {
  await tx.query(
    `update gesprekstaak set gesprek_op = $2, resultaat = $3, toelichting = $4, versie = versie + 1,
       geregistreerd_op = $5, geregistreerd_door = $6
     where gesprekstaak_id = $1`,
    [
      gesprek.gesprekstaakID,
      gesprek.gesprekOp,
      gesprek.resultaat,
      gesprek.toelichting,
      ctx.now,
      ctx.actor.sub,
    ],
  );
}
