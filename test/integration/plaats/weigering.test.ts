import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { gesprekstakenBron } from '../../../src/modules/plaats/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import type { PlantedAllocation } from '../wachtlijst/planter.js';
import { A, B, openPlaatsregister, proces, type Answer, type Plaatsregister } from './plaatsregister.js';

jest.setTimeout(60_000);
let register: Plaatsregister;
let aanbieder: string;
let locatieID: string;

beforeAll(async () => {
  register = await openPlaatsregister();
  aanbieder = await register.token(A);
  locatieID = await register.plaatsen(5);
});

afterAll(() => register.close());

async function refuse(at: PlantedAllocation, more: object = {}): Promise<Answer> {
  const { aanbodID } = await register.aanbod(aanbieder, locatieID, at);
  return register.run(aanbieder, 'refuseAanbod', {
    aanbodID,
    versie: 1,
    reden: 'ANDERE_LOCATIE',
    conformWens: true,
    ...more,
  });
}

interface Regel {
  readonly soort: string;
  readonly voor: string;
  readonly instelling: string | null;
  readonly client_id: string;
  readonly bron_id: string;
  readonly uiterlijk: string;
}

async function werk(at: PlantedAllocation): Promise<Regel[]> {
  const ctx = proces();
  const rows = await register.app.app
    .get(UnitOfWork, { strict: false })
    .read(ctx, (tx) => tx.query<Regel>(`select * from (${gesprekstakenBron}) w`));
  return rows.filter(({ client_id }) => client_id === at.clientID);
}

async function taken(at: PlantedAllocation, token = aanbieder) {
  const { data, errors } = await register.app.graphql<{
    bemiddeling: { gesprekstaken: { gesprekstaakID: string; versie: number; resultaat: string | null }[] };
  }>(
    token,
    `query ($id: UUID!) { bemiddeling(id: $id) { gesprekstaken {
      gesprekstaakID versie reden dossierhouder sinds uiterlijk resultaat gesprekOp client { clientID } } } }`,
    { id: at.bemiddelingID },
  );
  expect(errors).toBeUndefined();
  return data.bemiddeling.gesprekstaken;
}

const record = async (token: string, input: object): Promise<Answer> => {
  const { data } = await register.app.graphql<{ recordGesprek: Answer }>(
    token,
    `mutation ($input: RecordGesprekInput!) { recordGesprek(input: $input) { __typename
      ... on Gesprekstaak { resultaat gesprekOp versie } ... on Weigering { code regel pad } } }`,
    { input },
  );
  return data.recordGesprek;
};

describe('W8: a second refusal of an offer that fits the wish at Actief plaatsen', () => {
  it('opens one conversation for the dossierhouder; no status changes and nobody leaves the list', async () => {
    const at = await register.wachtende();
    expect(await refuse(at)).toMatchObject({ status: 'GEWEIGERD', plaats: 'VRIJ', teltMee: true });
    expect(await taken(at)).toEqual([]);
    const before = await register.sql('select * from wachtlijstplaats where client_id = $1', [at.clientID]);
    await refuse(at);
    expect(await taken(at)).toMatchObject([
      {
        dossierhouder: A,
        sinds: '2026-11-01',
        uiterlijk: '2026-11-15',
        resultaat: null,
        reden: expect.stringContaining('Wacht op voorkeur (2)'),
      },
    ]);
    await refuse(at);
    expect(await taken(at)).toHaveLength(1);
    expect(await register.sql('select * from wachtlijstplaats where client_id = $1', [at.clientID])).toEqual(
      before,
    );
    expect(await werk(at)).toMatchObject([
      { soort: 'GESPREK_NA_WEIGERING', voor: 'ZORGAANBIEDER', instelling: A, uiterlijk: '2026-11-15' },
    ]);
  });

  it('counts nothing that did not fit, has a weighty reason, a reason without effect, or another status', async () => {
    for (const more of [
      { conformWens: false },
      { zwaarwegendeReden: 'Ligt in het ziekenhuis' },
      { reden: 'PARTNER_NIET_MEE' },
    ]) {
      const at = await register.wachtende();
      expect(await refuse(at, more)).toMatchObject({ teltMee: false });
      await refuse(at);
      expect(await taken(at)).toEqual([]);
    }
    const voorkeur = await register.wachtende('2');
    expect(await refuse(voorkeur)).toMatchObject({ teltMee: false });
    await refuse(voorkeur);
    expect(await taken(voorkeur)).toEqual([]);
  });

  it('takes the effect of a reason as the office set it for the day', async () => {
    await register.sql(
      `update weigeringsreden set geldig_tot = '2026-10-31' where code = 'KAMER_BEVALT_NIET'`,
    );
    await register.sql(
      `insert into weigeringsreden values
         ('KAMER_BEVALT_NIET', 'De kamer bevalt niet', false, '2026-11-01', null, 'test', now(), 'test')`,
    );
    expect(await refuse(await register.wachtende(), { reden: 'KAMER_BEVALT_NIET' })).toMatchObject({
      teltMee: false,
    });
    expect(await refuse(await register.wachtende(), { reden: 'ONBEKEND_ZO' })).toMatchObject({
      code: 'ONGELDIGE_INVOER',
      pad: ['reden'],
    });
  });

  it('the result is recorded once, by whom it is asked of; then the count begins anew', async () => {
    const at = await register.wachtende();
    await refuse(at);
    await refuse(at);
    const [taak] = await taken(at);
    const input = {
      gesprekstaakID: taak?.gesprekstaakID,
      versie: 1,
      datum: '2026-11-01',
      resultaat: 'STATUS_BLIJFT',
    };
    expect(await record(await register.token(B), input)).toMatchObject({ code: 'NIET_GEVONDEN' });
    expect(await record(aanbieder, { ...input, datum: '2026-11-02' })).toMatchObject({ pad: ['datum'] });
    expect(await record(aanbieder, { ...input, versie: 2 })).toMatchObject({ code: 'VERSIE_VEROUDERD' });
    expect(await record(aanbieder, input)).toMatchObject({
      resultaat: 'STATUS_BLIJFT',
      gesprekOp: '2026-11-01',
    });
    expect(await record(aanbieder, { ...input, versie: 2 })).toMatchObject({ regel: 'W8' });
    expect(await werk(at)).toEqual([]);
    await refuse(at);
    expect(await taken(at)).toHaveLength(1);
    await refuse(at);
    expect(await taken(at)).toHaveLength(2);
  });

  it('belongs to the dossierhouder of the day, and to the zorgkantoor where there is none', async () => {
    const at = await register.wachtende();
    await refuse(at);
    await refuse(at);
    await register.sql(`alter table regiehouder disable trigger user`);
    await register.sql(`update regiehouder set instelling = $2 where bemiddeling_id = $1`, [
      at.bemiddelingID,
      B,
    ]);
    expect(await werk(at)).toMatchObject([{ voor: 'ZORGAANBIEDER', instelling: B }]);
    const [taak] = await taken(at);
    const input = {
      gesprekstaakID: taak?.gesprekstaakID,
      versie: 1,
      datum: '2026-11-01',
      resultaat: 'ZIET_AF',
    };
    expect(await record(aanbieder, input)).toMatchObject({ code: 'NIET_TOEGESTAAN' });
    await register.sql(`delete from regiehouder where bemiddeling_id = $1`, [at.bemiddelingID]);
    await register.sql(`alter table regiehouder enable trigger user`);
    expect(await werk(at)).toMatchObject([{ voor: 'ZORGKANTOOR', instelling: null }]);
    expect(await record(await register.medewerker(), input)).toMatchObject({ resultaat: 'ZIET_AF' });
  });

  it('two refusals at the same moment open one conversation', async () => {
    for (let round = 0; round < 4; round += 1) {
      const at = await register.wachtende();
      await refuse(at);
      const { aanbodID } = await register.aanbod(aanbieder, locatieID, at);
      const input = { aanbodID, versie: 1, reden: 'ANDERS', conformWens: true };
      const answers = await Promise.all([1, 2, 3].map(() => register.run(aanbieder, 'refuseAanbod', input)));
      expect(answers.filter(({ __typename }) => __typename === 'Aanbod')).toHaveLength(1);
      expect(await taken(at)).toHaveLength(1);
    }
  });
});
