import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { DomainError, OngeldigeInvoer } from '../../platform/errors/index.js';
import { assertBsn, ClientSet, dossierOf, type Clientdossier, type Clientopgave } from '../client/index.js';
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
   * kept. A later indication ends the running one (T9).
   * @returns the wlzIndicatieID
   */
  registerIndicatie(ctx: RequestContext, input: RegisterIndicatie): Promise<string> {
    const zorgkantoor = input.indicatie.initieelVerantwoordelijkZorgkantoor;
    return this.unitOfWork.write(ctx, async (tx) => {
      assertMayRegisterIndicatie(ctx.actor, zorgkantoor, [...PAD, 'initieelVerantwoordelijkZorgkantoor']);
      const client = await clientdossier(tx, input.client);
      const known = await ownIndicatie(ctx, tx, input.indicatie.wlzIndicatieID);
      const indicatie = indicatieOf(input.indicatie, client.client.clientID, known, randomUUID);
      const [outcome] = await this.register.register(ctx, tx, [{ client, indicatie }], {
        bekendOp: 'NU',
        pad: PAD,
      });
      if (outcome instanceof DomainError) throw outcome;
      return indicatie.indicatie.wlzIndicatieID;
    });
  }
}

/** The person as stated over what is known; a known BSN decides who it is when no id is given. */
async function clientdossier(tx: Tx, opgave: Clientopgave): Promise<Clientdossier> {
  assertBsn(opgave.bsn, ['client', 'bsn']);
  const known = await ClientSet.load(tx, {
    clientIDs: opgave.clientID == null ? [] : [opgave.clientID],
    bsns: [opgave.bsn],
    contactpersoonIDs: [],
    contactgegevensIDs: [],
  });
  const clientID = opgave.clientID ?? known.clientIDOf(opgave.bsn) ?? randomUUID();
  return dossierOf(opgave, clientID, known.dossier(clientID), randomUUID);
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
