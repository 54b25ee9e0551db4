import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { DomainError, NietToegestaan, OngeldigeInvoer } from '../../platform/errors/index.js';
import {
  assertBsn,
  ClientSet,
  dossierOf,
  findVerantwoordelijken,
  mayChangeClient,
  type Clientdossier,
  type Clientopgave,
} from '../client/index.js';
import type { Indicatiedossier } from './domain/indicatiedossier.js';
import { indicatieOf, type Indicatieopgave } from './domain/indicatieopgave.js';
import { assertMayRegisterIndicatie } from './indicatie.policy.js';
import { IndicatieRegister } from './indicatie.register.js';
import { IndicatieSet } from './indicatie.repository.js';

export interface RegisterIndicatie {
  readonly client: Clientopgave;
  readonly indicatie: Indicatieopgave;
}

const PAD = ['indicatie'];

@Injectable()
export class IndicatieService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(IndicatieRegister) private readonly register: IndicatieRegister,
  ) {}

  /**
   * Registers a decision of the CIZ with the person it is about. A known BSN keeps its clientID; ids that are given are
   * kept. A later indication ends the running one (T9). It changes what is known of the person and ends care, so a client
   * of another zorgkantoor is not taken over this way: a move comes with the file of the CIZ.
   * @returns the wlzIndicatieID
   */
  registerIndicatie(ctx: RequestContext, input: RegisterIndicatie): Promise<string> {
    const zorgkantoor = input.indicatie.initieelVerantwoordelijkZorgkantoor;
    return this.unitOfWork.write(ctx, async (tx) => {
      assertMayRegisterIndicatie(ctx.actor, zorgkantoor, [...PAD, 'initieelVerantwoordelijkZorgkantoor']);
      // Whether a BSN or an id is known already, only the whole register can say.
      return tx.asRegister(() => this.take(ctx, tx, input));
    });
  }

  private async take(ctx: RequestContext, tx: Tx, input: RegisterIndicatie): Promise<string> {
    const { client, registered } = await clientdossier(tx, input.client);
    const known = await ownIndicatie(ctx, tx, input.indicatie.wlzIndicatieID);
    for (const clientID of registered) await assertOwnClient(ctx, tx, clientID);
    const indicatie = indicatieOf(input.indicatie, client.client.clientID, known, randomUUID);
    const [outcome] = await this.register.register(ctx, tx, [{ client, indicatie }], {
      bekendOp: 'NU',
      pad: PAD,
    });
    if (outcome instanceof DomainError) throw outcome;
    return indicatie.indicatie.wlzIndicatieID;
  }
}

/**
 * The person as stated over what is known; a known BSN decides who it is when no id is given. Beside it who of the
 * register the id and the BSN name.
 */
async function clientdossier(
  tx: Tx,
  opgave: Clientopgave,
): Promise<{ client: Clientdossier; registered: ReadonlySet<string> }> {
  assertBsn(opgave.bsn, ['client', 'bsn']);
  const known = await ClientSet.load(tx, {
    clientIDs: opgave.clientID == null ? [] : [opgave.clientID],
    bsns: [opgave.bsn],
    contactpersoonIDs: [],
    contactgegevensIDs: [],
  });
  const holderOfBsn = known.clientIDOf(opgave.bsn);
  const clientID = opgave.clientID ?? holderOfBsn ?? randomUUID();
  const former = known.dossier(clientID);
  const registered = new Set([holderOfBsn, former?.client.clientID].filter((id) => id !== undefined));
  return { client: dossierOf(opgave, clientID, former, randomUUID), registered };
}

async function assertOwnClient(ctx: RequestContext, tx: Tx, clientID: string): Promise<void> {
  if (mayChangeClient(ctx.actor, await findVerantwoordelijken(ctx, tx, clientID))) return;
  throw new NietToegestaan('Deze persoon is cliënt van een ander zorgkantoor.', ['client']);
}

/**
 * The indication that is registered under this id, if any. An id that another zorgkantoor's indication has is taken;
 * what it belongs to is not told.
 */
async function ownIndicatie(
  ctx: RequestContext,
  tx: Tx,
  wlzIndicatieID: string | null | undefined,
): Promise<Indicatiedossier | undefined> {
  if (wlzIndicatieID == null) return undefined;
  const set = await IndicatieSet.load(tx, {
    wlzIndicatieIDs: [wlzIndicatieID],
    clientIDs: [],
    grondslagIDs: [],
    zorgzwaartepakketIDs: [],
    wzdIDs: [],
  });
  const known = set.dossier(wlzIndicatieID);
  if (known !== undefined && !ctx.actor.uzovi.includes(known.indicatie.initieelVerantwoordelijkZorgkantoor)) {
    throw new OngeldigeInvoer('Deze identificatie is al in gebruik bij een ander dossier.', {
      pad: [...PAD, 'wlzIndicatieID'],
    });
  }
  return known;
}
