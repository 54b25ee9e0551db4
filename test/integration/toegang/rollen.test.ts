import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { issueDevelopmentToken, type RolVanMens } from '../../../src/modules/toegang/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { Planter, type PlantedAllocation } from '../wachtlijst/planter.js';

/** Today is 1 November. A delivers and is dossierhouder throughout; C coordinates on the days of each test. */
const [A, B, C] = ['99000001', '99000002', '99000003'];

let app: TestApp;
let superuser: pg.Client;
let gisteren: PlantedAllocation;
let vandaag: PlantedAllocation;
let morgen: PlantedAllocation;
let elders: PlantedAllocation;
let afgelopen: PlantedAllocation;

beforeAll(async () => {
  app = await startTestApp('2026-11-01');
  superuser = new pg.Client({ connectionString: app.database.superuserUrl });
  await superuser.connect();
  const plant = new Planter(superuser);
  await plant.zorgaanbieders(A, B, C);
  const met = (van: string, tot: string | null) =>
    plant.allocation({
      rollen: [
        ['2', A, '2026-01-01', null],
        ['1', C, van, tot],
      ],
    });
  gisteren = await met('2026-01-01', '2026-10-31');
  vandaag = await met('2026-01-01', '2026-11-01');
  morgen = await met('2026-11-02', null);
  elders = await plant.allocation({
    zorgkantoor: '5516',
    instelling: B,
    rollen: [['2', B, '2026-01-01', null]],
  });
  afgelopen = await plant.allocation({
    instelling: B,
    tot: '2026-10-31',
    rollen: [['2', A, '2026-01-01', null]],
  });
});
afterAll(async () => {
  await superuser.end();
  await app.close();
});

const BEMIDDELING = 'query ($id: UUID!) { bemiddeling(id: $id) { bemiddelingID client { clientID } } }';

/** What each of these bemiddelingen answers: its id when it is shown, the code of the refusal when not. */
async function ziet(bearer: string, rol?: string): Promise<string[]> {
  const answers: string[] = [];
  for (const { bemiddelingID: id } of [gisteren, vandaag, morgen, elders, afgelopen]) {
    const response = await fetch(app.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${bearer}`,
        ...(rol === undefined ? {} : { 'x-wlz-rol': rol }),
      },
      body: JSON.stringify({ query: BEMIDDELING, variables: { id } }),
    });
    const { data, errors } = (await response.json()) as {
      data?: { bemiddeling: { bemiddelingID: string } } | null;
      errors?: { extensions: { code: string } }[];
    };
    answers.push(data?.bemiddeling.bemiddelingID === id ? 'ja' : (errors?.[0]?.extensions.code ?? '?'));
  }
  return answers;
}

const token = (rollen: readonly RolVanMens[], uzovi: readonly string[], agb: string | null) =>
  issueDevelopmentToken(app.config, { sub: 'iemand', rollen, uzovi, agb });
const NEE = 'NOT_FOUND';

describe('roles that end (B44)', () => {
  it('a coördinator is in until its last day, and from its first', async () => {
    expect(await ziet(await app.zorgaanbieder(C))).toEqual([NEE, 'ja', NEE, NEE, NEE]);
  });

  it('a provider is out after its last day of an allocation', async () => {
    expect(await ziet(await app.zorgaanbieder(B))).toEqual([NEE, NEE, NEE, 'ja', NEE]);
  });

  it('a role that is ended now is out with the next request', async () => {
    const bearer = await app.zorgaanbieder(C);
    expect((await ziet(bearer))[1]).toBe('ja');
    await superuser.query(
      `update regiehouder set einddatum = '2026-10-31', geregistreerd_op = now()
       where bemiddeling_id = $1 and instelling = $2`,
      [vandaag.bemiddelingID, C],
    );
    expect((await ziet(bearer))[1]).toBe(NEE);
    await superuser.query(
      `update regiehouder set einddatum = '2026-11-01', geregistreerd_op = now()
       where bemiddeling_id = $1 and instelling = $2`,
      [vandaag.bemiddelingID, C],
    );
  });
});

describe('somebody with two roles (B35)', () => {
  it('sees under each exactly what that role sees on its own', async () => {
    const beide = await token(['ZORGAANBIEDER', 'ZORGKANTOOR'], ['5517'], B);
    const kantoor = await ziet(await token(['ZORGKANTOOR'], ['5517'], null));
    const aanbieder = await ziet(await token(['ZORGAANBIEDER'], [], B));
    expect(kantoor).toEqual(['ja', 'ja', 'ja', NEE, 'ja']);
    expect(aanbieder).toEqual([NEE, NEE, NEE, 'ja', NEE]);
    expect(await ziet(beide)).toEqual(aanbieder);
    expect(await ziet(beide, 'ZORGAANBIEDER')).toEqual(aanbieder);
    expect(await ziet(beide, 'ZORGKANTOOR')).toEqual(kantoor);
  });

  it('sees no client as keeper of the system, whatever else the person may', async () => {
    const beheerder = await token(['BEHEERDER', 'ZORGKANTOOR'], ['5517'], null);
    expect(new Set(await ziet(beheerder))).toEqual(new Set(['FORBIDDEN']));
    expect((await ziet(beheerder, 'ZORGKANTOOR'))[0]).toBe('ja');
  });
});
