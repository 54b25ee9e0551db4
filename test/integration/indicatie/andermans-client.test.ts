import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startClientApp, type ClientApp } from '../client/client-app.js';
import { newBsn, record } from './records.js';
import { takeIn } from './take-in.js';

const REGISTER = `
  mutation ($input: RegisterIndicatieInput!) {
    registerIndicatie(input: $input) {
      __typename
      ... on Weigering { code regel bron pad melding }
      ... on Indicatie { client { naam contactgegevens { straatnaam } } }
    }
  }`;

let app: ClientApp;
let vreemde: string;

beforeAll(async () => {
  app = await startClientApp();
  vreemde = await app.medewerker('5516');
});

afterAll(() => app.close());

async function register(client: { bsn: string; clientID?: string }): Promise<unknown> {
  const { data } = await app.ask(vreemde, REGISTER, {
    input: {
      client: { geboortedatum: '1941-05-06', geslacht: '2', geslachtsnaam: 'Overgenomen', ...client },
      indicatie: {
        besluitnummer: 1,
        afgiftedatum: '2026-10-30',
        ingangsdatum: '2026-10-30',
        initieelVerantwoordelijkZorgkantoor: '5516',
        geindiceerdeZorgzwaartepakketten: [{ zzpCode: '806' }],
      },
    },
  });
  return data?.registerIndicatie;
}

/** Everything the register holds of one client, as one value. */
async function dossier(clientID: string): Promise<unknown> {
  return app.sql(
    `select c, (select jsonb_agg(i order by i.wlz_indicatie_id) from indicatie i where i.client_id = c.client_id)
     from client c where client_id = $1`,
    [clientID],
  );
}

describe('an indication for a client of another zorgkantoor', () => {
  it('is refused by BSN and by clientID, tells nothing of the client and changes nothing', async () => {
    const foreign = record();
    await takeIn(app, [foreign]);
    const { bsn, client } = foreign;
    const before = await dossier(client.clientID);
    const refused = {
      __typename: 'NietToegestaan',
      code: 'NIET_TOEGESTAAN',
      regel: null,
      bron: null,
      pad: ['client'],
      melding: 'Deze persoon is cliënt van een ander zorgkantoor.',
    };
    expect(await register({ bsn })).toEqual(refused);
    expect(await register({ bsn, clientID: client.clientID })).toEqual(refused);
    expect(await register({ bsn, clientID: randomUUID() })).toEqual(refused);
    expect(await register({ bsn: newBsn(), clientID: client.clientID })).toEqual(refused);
    expect(await dossier(client.clientID)).toEqual(before);
  });
});
