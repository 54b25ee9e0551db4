import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WlzIndicatieRecord } from '../../../src/modules/indicatie/index.js';
import { record } from '../indicatie/records.js';
import { takeIn } from '../indicatie/take-in.js';
import { startClientApp, type Answer, type ClientApp } from './client-app.js';
import { plantToewijzing } from './plant.js';

const CLIENT = `
  query ($id: UUID!) {
    client(id: $id) {
      clientID bsn naam geheimeClient geboortedatum geregistreerdOp overlijdensdatum leefeenheid
      contactgegevens { adressoort straatnaam huisnummer postcode plaatsnaam land emailadres telefoonnummer01 landnummer01 ingangsdatum einddatum }
      contactpersonen { naam soortRelatie rol relatie relatienummer ingangsdatum contactgegevens { telefoonnummer01 ingangsdatum } }
      indicaties {
        wlzIndicatieID besluitnummer sector
        grondslagen { grondslag volgorde }
        geindiceerdeZorgzwaartepakketten { zzpCode voorkeurClient instellingVoorkeur }
        wzd { wzdVerklaring }
      }
    }
  }`;

let app: ClientApp;
let known: WlzIndicatieRecord;
let geheim: WlzIndicatieRecord;

beforeAll(async () => {
  app = await startClientApp();
  known = record();
  geheim = record({ client: { geheimeClient: '1' } });
  expect((await takeIn(app, [known, geheim])).refusals).toEqual([]);
  for (const { client, wlzindicatieID: wlzIndicatieID } of [known, geheim]) {
    await plantToewijzing(app, {
      clientID: client.clientID,
      wlzIndicatieID,
      leveringsvorm: '4',
      instelling: '99000001',
      uitvoerend: '5516',
    });
  }
});

afterAll(() => app.close());

async function ask(token: string, { client }: WlzIndicatieRecord): Promise<Answer> {
  return app.ask(token, CLIENT, { id: client.clientID });
}

describe('a client on one screen', () => {
  it('has a name, a way to be reached, people and indications', async () => {
    const { data, errors } = await ask(await app.medewerker('5517'), known);
    expect(errors).toEqual([]);
    expect(data?.client).toMatchObject({
      clientID: known.client.clientID,
      bsn: known.bsn,
      naam: 'A. Proefman-van der Voorbeeld',
      contactgegevens: [
        { straatnaam: 'Voorbeeldstraat', huisnummer: 12, emailadres: 'a@voorbeeld.test', einddatum: null },
      ],
      contactpersonen: [
        {
          naam: 'B. van der Voorbeeld',
          soortRelatie: '16',
          contactgegevens: [{ telefoonnummer01: '0699000001' }],
        },
      ],
      indicaties: [
        {
          wlzIndicatieID: known.wlzindicatieID,
          sector: 'VV',
          grondslagen: [
            { grondslag: '02', volgorde: 1 },
            { grondslag: '01', volgorde: 2 },
          ],
          geindiceerdeZorgzwaartepakketten: [{ zzpCode: '754' }],
          wzd: { wzdVerklaring: '2' },
        },
      ],
    });
  });

  it('is logged as shown, once', async () => {
    const count = `select count(*)::int as aantal from logregel where client_id = $1 and actie = 'R'`;
    const [before] = await app.sql<{ aantal: number }>(count, [known.client.clientID]);
    await ask(await app.medewerker('5517'), known);
    expect(await app.sql(count, [known.client.clientID])).toEqual([{ aantal: (before?.aantal ?? 0) + 1 }]);
  });

  it.each([
    ['the responsible zorgkantoor', () => app.medewerker('5517')],
    ['the zorgkantoor that carries the care out', () => app.medewerker('5516')],
    ['the zorgaanbieder', () => app.zorgaanbieder('99000001')],
  ])('is shown to %s', async (_who, token) => {
    expect((await ask(await token(), known)).data?.client).toMatchObject({ clientID: known.client.clientID });
  });

  it.each([
    ['another zorgkantoor', () => app.medewerker('5509')],
    ['another zorgaanbieder', () => app.zorgaanbieder('99000002')],
  ])('is for %s as if it did not exist', async (_who, token) => {
    const foreign = await ask(await token(), known);
    const unknown = await app.ask(await token(), CLIENT, { id: randomUUID() });
    expect(foreign.data).toBeNull();
    expect(foreign.errors[0]?.extensions.code).toBe('NOT_FOUND');
    const withoutId = ({ message, extensions }: Answer['errors'][number]) => ({
      message,
      ...extensions,
      requestId: null,
    });
    expect(foreign.errors.map(withoutId)).toEqual(unknown.errors.map(withoutId));
    expect(foreign.status).toBe(unknown.status);
  });

  it.each([
    ['on the last day of the allocation still shown', '2026-11-01', '99000003', true],
    ['on the day after it no longer shown', '2026-10-31', '99000005', false],
  ])('is %s to the zorgaanbieder', async (_when, tot, instelling, isShown) => {
    const former = record();
    await takeIn(app, [former]);
    await plantToewijzing(app, {
      clientID: former.client.clientID,
      wlzIndicatieID: former.wlzindicatieID,
      leveringsvorm: '4',
      instelling,
      tot,
    });
    const { data } = await ask(await app.zorgaanbieder(instelling), former);
    expect(data !== null).toBe(isShown);
  });
});

describe('P2: a geheime client', () => {
  it.each([
    ['its zorgaanbieder', () => app.zorgaanbieder('99000001')],
    ['its zorgkantoor', () => app.medewerker('5517')],
  ])(
    'shows no address, telephone or e-mail to %s, of the client nor of those around',
    async (_who, token) => {
      const { data, errors } = await ask(await token(), geheim);
      expect(errors).toEqual([]);
      expect(data?.client).toMatchObject({
        naam: 'A. Proefman-van der Voorbeeld',
        contactgegevens: [
          {
            adressoort: null,
            straatnaam: null,
            huisnummer: null,
            postcode: null,
            plaatsnaam: null,
            land: null,
            emailadres: null,
            telefoonnummer01: null,
            landnummer01: null,
            ingangsdatum: '2025-02-01',
          },
        ],
        contactpersonen: [{ contactgegevens: [{ telefoonnummer01: null, ingangsdatum: '2025-02-01' }] }],
      });
      expect(JSON.stringify(data)).not.toMatch(/Voorbeeldstraat|Katwijk|2221ZZ|0699000001|a@voorbeeld/);
    },
  );
});

describe('an indication', () => {
  const INDICATIE = `query ($id: UUID!) { indicatie(id: $id) { wlzIndicatieID client { clientID naam } } }`;

  it('leads to its client', async () => {
    const { data } = await app.ask(await app.medewerker('5517'), INDICATIE, { id: known.wlzindicatieID });
    expect(data?.indicatie).toEqual({
      wlzIndicatieID: known.wlzindicatieID,
      client: { clientID: known.client.clientID, naam: 'A. Proefman-van der Voorbeeld' },
    });
  });

  it('is for a stranger as if it did not exist', async () => {
    const token = await app.zorgaanbieder('99000002');
    const { data, errors } = await app.ask(token, INDICATIE, { id: known.wlzindicatieID });
    expect(data).toBeNull();
    expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('that rests on no allocation of theirs is not shown to a zorgaanbieder, of a client they know', async () => {
    const [first, second] = [record(), record()];
    const next = { ...second, bsn: first.bsn, ingangsdatum: '2026-06-01', client: first.client };
    await takeIn(app, [first, next]);
    await plantToewijzing(app, {
      clientID: first.client.clientID,
      wlzIndicatieID: next.wlzindicatieID,
      leveringsvorm: '4',
      instelling: '99000004',
      van: '2026-06-01',
    });
    const shown = async (token: string): Promise<unknown> =>
      ((await ask(token, first)).data?.client as { indicaties: { wlzIndicatieID: string }[] }).indicaties.map(
        ({ wlzIndicatieID }) => wlzIndicatieID,
      );
    expect(await shown(await app.zorgaanbieder('99000004'))).toEqual([next.wlzindicatieID]);
    expect(await shown(await app.medewerker('5517'))).toEqual([next.wlzindicatieID, first.wlzindicatieID]);
  });
});
