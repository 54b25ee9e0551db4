import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LeveringenIntake } from '../../../src/modules/wachtlijst/index.js';
import { runIntake } from '../../../src/platform/intake/index.js';
import { BEUK, openRegister, proces, type Register } from './register.js';

let register: Register;

beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.close());

describe('an imported file', () => {
  it('in which bridging care runs on after the placement is taken as it is', async () => {
    const client = await register.wachtende();
    const brug = await register.plant.allocation({
      beside: client,
      soortToewijzing: '3',
      instelling: BEUK,
      van: '2026-10-05',
    });
    const [levering] = await register.sql<{ id: string; bsn: string; uitstel: string; moment: string }>(
      `select l.levering_id as id, c.bsn, u.uitstelperiode_id as uitstel, u.vaststelling_moment as moment
       from levering l join uitstelperiode u on u.levering_id = l.levering_id, client c
       where l.bemiddelingspecificatie_id = $1 and c.client_id = $2`,
      [client.bemiddelingspecificatieID, client.clientID],
    );
    const record = {
      leveringID: levering?.id,
      bemiddelingspecificatieID: client.bemiddelingspecificatieID,
      client: { clientID: client.clientID, bsn: levering?.bsn },
      uitstelperiodes: [],
      leveringperiodes: [
        {
          leveringperiodeID: randomUUID(),
          ingangsdatum: '2026-10-20',
          vaststellingMoment: '2026-10-20T10:00:00.000Z',
          sleuteldatum: null,
          einddatum: null,
          beeindigingReden: null,
          aanbiederBestemming: null,
          behandelingperiodes: [],
        },
      ],
      afstel: null,
    };
    const refused: string[] = [];
    await runIntake(
      register.unitOfWork,
      proces(),
      register.app.get(LeveringenIntake, { strict: false }),
      JSON.stringify({ data: { levering: [record] } }),
      {
        dryRun: false,
        bekendOp: 'NU',
        onRefusal: (_label, { regel, melding }) => refused.push(`${regel ?? '-'} ${melding}`),
        onProgress: () => undefined,
      },
    );
    expect(refused).toEqual([]);
    const rows = await register.sql(
      `select toewijzing_einddatum as tot from bemiddelingspecificatie where bemiddelingspecificatie_id = $1`,
      [brug.bemiddelingspecificatieID],
    );
    expect(rows).toEqual([{ tot: null }]);
  });
});
