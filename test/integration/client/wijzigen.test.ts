import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { WlzIndicatieRecord } from '../../../src/modules/indicatie/index.js';
import { record } from '../indicatie/records.js';
import { takeIn } from '../indicatie/take-in.js';
import { startClientApp, type ClientApp } from './client-app.js';
import { plantToewijzing } from './plant.js';

const UPDATE = `
  mutation ($input: UpdateClientgegevensInput!) {
    updateClientgegevens(input: $input) {
      __typename
      ... on Weigering { code regel bron pad melding }
      ... on Client {
        clientID leefeenheid taal huisarts naam geregistreerdOp
        contactgegevens { contactgegevensID straatnaam telefoonnummer01 emailadres ingangsdatum einddatum }
        contactpersonen { contactpersoonID relatienummer naam soortRelatie einddatum contactgegevens { telefoonnummer01 } }
      }
    }
  }`;

interface Result {
  readonly __typename: string;
  readonly code?: string;
  readonly pad?: readonly string[];
  readonly [field: string]: unknown;
}

let app: ClientApp;
let medewerker: string;
let known: WlzIndicatieRecord;
let clientID: string;
let gezienOp: string;

beforeAll(async () => {
  app = await startClientApp();
  medewerker = await app.medewerker('5517');
});

afterAll(() => app.close());

beforeEach(async () => {
  known = record();
  ({ clientID } = known.client);
  expect((await takeIn(app, [known])).refusals).toEqual([]);
  gezienOp = await seen();
});

async function seen(): Promise<string> {
  const query = `query ($id: UUID!) { client(id: $id) { geregistreerdOp } }`;
  const { data } = await app.ask(medewerker, query, { id: clientID });
  return (data?.client as { geregistreerdOp: string }).geregistreerdOp;
}

async function update(input: Record<string, unknown>, token = medewerker): Promise<Result> {
  const { data, errors } = await app.ask(token, UPDATE, { input: { clientID, gezienOp, ...input } });
  expect(errors).toEqual([]);
  return data?.updateClientgegevens as Result;
}

const NIEUW_ADRES = {
  adressoort: '03',
  straatnaam: ' Nieuwe weg ',
  huisnummer: 1,
  postcode: '2311AA',
  plaatsnaam: 'Leiden',
  ingangsdatum: '2026-11-01',
};

describe('updateClientgegevens', () => {
  it('changes what was stated and leaves the rest', async () => {
    const result = await update({ leefeenheid: '7', taal: 'Frysk' });
    expect(result).toMatchObject({
      __typename: 'Client',
      leefeenheid: '7',
      taal: 'Frysk',
      huisarts: '01999901',
      naam: 'A. Proefman-van der Voorbeeld',
    });
    expect(result.contactgegevens).toHaveLength(1);
    gezienOp = await seen();
    expect(await update({ taal: null })).toMatchObject({ leefeenheid: '7', taal: null });
  });

  it('keeps what was there before', async () => {
    await update({ leefeenheid: '7' });
    const history = `select leefeenheid, vervangen_op > geregistreerd_op as later from client_historie where client_id = $1`;
    expect(await app.sql(history, [clientID])).toEqual([{ leefeenheid: '1', later: true }]);
    expect(
      await app.sql(`select geregistreerd_door as door from client where client_id = $1`, [clientID]),
    ).toEqual([{ door: 'medewerker' }]);
  });

  it('ends an address and adds another', async () => {
    const [old] = known.client.contactGegevens;
    const result = await update({
      contactgegevens: [
        { contactgegevensID: old?.contactGegevensID, ingangsdatum: '2025-02-01', einddatum: '2026-10-31' },
        NIEUW_ADRES,
      ],
    });
    expect(result.contactgegevens).toMatchObject([
      { straatnaam: 'Voorbeeldstraat', emailadres: 'a@voorbeeld.test', einddatum: '2026-10-31' },
      { straatnaam: 'Nieuwe weg', einddatum: null },
    ]);
  });

  it('adds a contact person under the next number, with a telephone', async () => {
    const persoon = {
      soortRelatie: '15',
      geslachtsnaam: 'Denkbeeld',
      ingangsdatum: '2026-11-01',
      contactgegevens: [{ telefoonnummer01: '0699000002', ingangsdatum: '2026-11-01' }],
    };
    expect((await update({ contactpersonen: [persoon] })).contactpersonen).toMatchObject([
      { relatienummer: '1' },
      { relatienummer: '2', naam: 'Denkbeeld', contactgegevens: [{ telefoonnummer01: '0699000002' }] },
    ]);
  });

  it('ends a contact person without repeating who it is', async () => {
    const [persoon] = known.client.contactPersoon;
    const einde = {
      contactpersoonID: persoon?.contactPersoonID,
      soortRelatie: '16',
      ingangsdatum: '2025-02-01',
      einddatum: '2026-10-31',
    };
    expect((await update({ contactpersonen: [einde] })).contactpersonen).toMatchObject([
      { naam: 'B. van der Voorbeeld', einddatum: '2026-10-31' },
    ]);
  });

  it('logs the change and who saw it, and nothing when nothing changed', async () => {
    await update({ leefeenheid: '7' });
    gezienOp = await seen();
    await update({ leefeenheid: '7' });
    expect(
      await app.sql(
        `select actie from logregel where client_id = $1 and operatie like '%updateClientgegevens%' order by logregel_id`,
        [clientID],
      ),
    ).toEqual([{ actie: 'U' }, { actie: 'R' }, { actie: 'R' }]);
    expect(await app.sql(`select 1 from client_historie where client_id = $1`, [clientID])).toHaveLength(1);
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['an unknown leefeenheid', { leefeenheid: '8' }, { bron: 'COD478', pad: ['leefeenheid'] }],
    ['a huisarts without an AGB code', { huisarts: '123' }, { regel: 'P1', pad: ['huisarts'] }],
    ['a text turned around', { taal: 'a\u202Eb' }, { code: 'ONGELDIGE_INVOER', pad: ['taal'] }],
    [
      'an unknown kind of address',
      { contactgegevens: [{ ...NIEUW_ADRES, adressoort: '09' }] },
      { bron: 'COD757', pad: ['contactgegevens', '0', 'adressoort'] },
    ],
    [
      'an end before its beginning',
      { contactgegevens: [{ ...NIEUW_ADRES, einddatum: '2026-10-31' }] },
      { pad: ['contactgegevens', '0', 'einddatum'] },
    ],
    [
      'an unknown relation',
      { contactpersonen: [{ soortRelatie: '99', ingangsdatum: '2026-11-01' }] },
      { bron: 'COD472', pad: ['contactpersonen', '0', 'soortRelatie'] },
    ],
  ])('is refused for %s, and stores nothing', async (_what, input, expected) => {
    expect(await update({ ...input, commentaar: 'niet bewaren' })).toMatchObject(expected);
    expect(await seen()).toBe(gezienOp);
  });

  it('is refused with contact data of somebody else', async () => {
    const other = record();
    await takeIn(app, [other]);
    const contactgegevensID = other.client.contactGegevens[0]?.contactGegevensID;
    expect(await update({ contactgegevens: [{ ...NIEUW_ADRES, contactgegevensID }] })).toMatchObject({
      code: 'ONGELDIGE_INVOER',
      pad: ['contactgegevens'],
    });
  });

  it('is refused when somebody changed anything of the client in the meantime', async () => {
    await update({ contactgegevens: [NIEUW_ADRES] });
    expect(await update({ leefeenheid: '7' })).toMatchObject({ code: 'VERSIE_VEROUDERD', pad: ['gezienOp'] });
    gezienOp = await seen();
    expect(await update({ leefeenheid: '7' })).toMatchObject({ __typename: 'Client' });
  });

  it('lets one of two at the same moment through', async () => {
    const results = await Promise.all([update({ leefeenheid: '6' }), update({ leefeenheid: '7' })]);
    expect(results.map(({ __typename }) => __typename).sort()).toEqual(['Client', 'VersieVerouderd']);
  });

  it('is for the responsible zorgkantoor alone', async () => {
    await plantToewijzing(app, {
      clientID,
      wlzIndicatieID: known.wlzindicatieID,
      leveringsvorm: '4',
      verantwoordelijk: '5516',
      uitvoerend: '5518',
    });
    expect(await update({ leefeenheid: '7' }, await app.medewerker('5518'))).toMatchObject({
      code: 'NIET_TOEGESTAAN',
    });
    // 5517 was the first; the allocation made 5516 responsible.
    expect(await update({ leefeenheid: '7' })).toMatchObject({ code: 'NIET_TOEGESTAAN' });
    expect(await update({ leefeenheid: '7' }, await app.medewerker('5516'))).toMatchObject({
      leefeenheid: '7',
    });
  });

  it('gives a stranger and the unknown the same answer', async () => {
    const foreign = await update({ leefeenheid: '7' }, await app.medewerker('5509'));
    const unknown = await update({ clientID: randomUUID(), leefeenheid: '7' });
    expect(foreign).toMatchObject({ code: 'NIET_GEVONDEN' });
    expect(foreign).toEqual(unknown);
  });

  it('is not for a zorgaanbieder', async () => {
    const { data, errors } = await app.ask(await app.zorgaanbieder('99000001'), UPDATE, {
      input: { clientID, gezienOp, leefeenheid: '7' },
    });
    expect(data).toBeNull();
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
