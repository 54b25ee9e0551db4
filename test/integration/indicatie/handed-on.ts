import { ClientSet } from '../../../src/modules/client/index.js';
import {
  indicatieFromRegister,
  indicatieToRegister,
  type WlzIndicatieRecord,
} from '../../../src/modules/indicatie/index.js';
import { indicatieKeysOf, IndicatieSet } from '../../../src/modules/indicatie/indicatie.repository.js';
import type { ClientApp } from '../client/client-app.js';

/** The record as the register would hand it on now. */
export async function handedOn(app: ClientApp, record: WlzIndicatieRecord): Promise<WlzIndicatieRecord> {
  const { clientID } = record.client;
  return app.unitOfWork.write(app.proces, async (tx) => {
    const client = (
      await ClientSet.load(tx, {
        clientIDs: [clientID],
        bsns: [],
        contactpersoonIDs: [],
        contactgegevensIDs: [],
      })
    ).dossier(clientID);
    const dossier = (
      await IndicatieSet.load(tx, indicatieKeysOf([indicatieFromRegister(record).indicatie]))
    ).dossier(record.wlzindicatieID);
    if (dossier === undefined || client === undefined) throw new Error('not registered');
    return indicatieToRegister(dossier, client);
  });
}
