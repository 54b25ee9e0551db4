import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DomainEvents } from '../../../src/platform/events/index.js';
import { startClientApp, type ClientApp } from '../client/client-app.js';
import { handedOn } from './handed-on.js';
import { newBsn, record } from './records.js';
import { takeIn } from './take-in.js';

const REGISTER = `
  mutation ($input: RegisterIndicatieInput!) {
    registerIndicatie(input: $input) {
      __typename
      ... on Weigering { code regel bron pad melding }
      ... on Indicatie {
        wlzIndicatieID besluitnummer soortWlzindicatie ingangsdatum einddatum sector
        grondslagen { grondslag volgorde }
        geindiceerdeZorgzwaartepakketten { geindiceerdZorgzwaartepakketID zzpCode ingangsdatum financiering }
        wzd { wzdVerklaring }
        client { clientID bsn naam leefeenheid contactpersonen { naam } indicaties { besluitnummer einddatum } }
      }
    }
  }`;

interface Result {
  readonly __typename: string;
  readonly wlzIndicatieID?: string;
  readonly client?: { readonly clientID: string };
  readonly [field: string]: unknown;
}

let app: ClientApp;
let medewerker: string;
let bsn: string;
let announced: [string, unknown][];

beforeAll(async () => {
  app = await startClientApp();
  medewerker = await app.medewerker('5517');
  const events = app.nest.get(DomainEvents, { strict: false });
  for (const name of ['IndicatieBeeindigd', 'IndicatieGewijzigd'] as const) {
    events.on(name, async (_ctx, _tx, payload) => {
      announced.push([name, payload]);
    });
  }
});

afterAll(() => app.close());

beforeEach(() => {
  bsn = newBsn();
  announced = [];
});

let besluitnummer = 300_000_000;

function input(indicatie: Record<string, unknown> = {}, client: Record<string, unknown> = {}) {
  besluitnummer += 1;
  return {
    client: { bsn, geboortedatum: '1941-05-06', geslacht: '2', geslachtsnaam: 'Verzonnen', ...client },
    indicatie: {
      besluitnummer,
      afgiftedatum: '2026-10-20',
      ingangsdatum: '2026-10-20',
      initieelVerantwoordelijkZorgkantoor: '5517',
      geindiceerdeZorgzwaartepakketten: [{ zzpCode: '806' }],
      ...indicatie,
    },
  };
}

async function register(stated: ReturnType<typeof input>, token = medewerker): Promise<Result> {
  const { data, errors } = await app.ask(token, REGISTER, { input: stated });
  expect(errors).toEqual([]);
  return data?.registerIndicatie as Result;
}

describe('registerIndicatie', () => {
  it('registers a decision with a client who was not known', async () => {
    const result = await register(
      input(
        { grondslagen: [{ grondslag: '05' }, { grondslag: '01' }], wzd: { wzdVerklaring: '2' } },
        {
          voorletters: 'V.',
          contactpersonen: [{ soortRelatie: '10', roepnaam: 'Ouder', ingangsdatum: '2026-10-20' }],
        },
      ),
    );
    expect(result).toMatchObject({
      __typename: 'Indicatie',
      soortWlzindicatie: '1',
      einddatum: null,
      sector: 'GHZ',
      grondslagen: [
        { grondslag: '05', volgorde: 1 },
        { grondslag: '01', volgorde: 2 },
      ],
      geindiceerdeZorgzwaartepakketten: [{ zzpCode: '806', ingangsdatum: '2026-10-20', financiering: '1' }],
      wzd: { wzdVerklaring: '2' },
      client: { bsn, naam: 'V. Verzonnen', contactpersonen: [{ naam: 'Ouder' }] },
    });
    expect(announced).toEqual([]);
  });

  it('keeps the ids that are given', async () => {
    const [wlzIndicatieID, clientID, geindiceerdZorgzwaartepakketID] = [
      randomUUID(),
      randomUUID(),
      randomUUID(),
    ];
    const stated = input(
      {
        wlzIndicatieID,
        geindiceerdeZorgzwaartepakketten: [{ zzpCode: '754', geindiceerdZorgzwaartepakketID }],
      },
      { clientID },
    );
    expect(await register(stated)).toMatchObject({
      wlzIndicatieID,
      geindiceerdeZorgzwaartepakketten: [{ geindiceerdZorgzwaartepakketID }],
      client: { clientID },
    });
  });

  it('finds the client by BSN, and keeps what is not stated again', async () => {
    const first = await register(
      input({ ingangsdatum: '2026-10-01' }, { leefeenheid: '3', voorletters: 'V.' }),
    );
    const second = await register(input());
    expect(second.client).toMatchObject({
      clientID: first.client?.clientID,
      leefeenheid: '3',
      naam: 'V. Verzonnen',
    });
  });

  it('T9: ends the running indication the day before and says so', async () => {
    const first = await register(input({ ingangsdatum: '2025-01-01', afgiftedatum: '2025-01-01' }));
    const second = await register(input({ ingangsdatum: '2026-10-01' }));
    expect(second).toMatchObject({
      client: { indicaties: [{ einddatum: null }, { einddatum: '2026-09-30' }] },
    });
    expect(announced).toEqual([
      [
        'IndicatieBeeindigd',
        { wlzIndicatieID: first.wlzIndicatieID, einddatum: '2026-09-30', redenIntrekking: '3' },
      ],
    ]);
  });

  it('corrects an indication that is already there, keeps what is not stated, and says so', async () => {
    const known = record();
    await takeIn(app, [known]);
    const { wlzindicatieID: wlzIndicatieID, besluitnummer: number, ingangsdatum } = known;
    bsn = known.bsn;
    const correction = input({
      wlzIndicatieID,
      besluitnummer: number,
      afgiftedatum: ingangsdatum,
      ingangsdatum,
      meerzorg: '1',
      geindiceerdeZorgzwaartepakketten: [{ zzpCode: '756' }],
    });
    const result = await register(correction);
    expect(result).toMatchObject({
      __typename: 'Indicatie',
      geindiceerdeZorgzwaartepakketten: [{ zzpCode: '756' }],
    });
    expect(announced).toEqual([['IndicatieGewijzigd', { wlzIndicatieIDs: [wlzIndicatieID] }]]);
    await register(correction);
    expect(announced).toHaveLength(1);
    const [zzp] = known.geindiceerdZorgzwaartepakket;
    expect(await handedOn(app, known)).toMatchObject({
      meerzorg: '1',
      grondslag: known.grondslag,
      geindiceerdZorgzwaartepakket: [{ ...zzp, zzpCode: '756' }],
      stoornis: known.stoornis,
      wzd: known.wzd,
      client: { geslachtsnaam: 'Verzonnen', leefeenheid: known.client.leefeenheid },
    });
  });

  it('gives everything up when a module that builds on it refuses', async () => {
    const first = await register(input({ ingangsdatum: '2025-01-01', afgiftedatum: '2025-01-01' }));
    const events = app.nest.get(DomainEvents, { strict: false });
    let isBroken = true;
    events.on('IndicatieBeeindigd', async () => {
      if (isBroken) throw new Error('broken on purpose');
    });
    const { data, errors } = await app.ask(medewerker, REGISTER, { input: input() });
    isBroken = false;
    expect(data).toBeNull();
    expect(errors[0]?.message).not.toContain('broken on purpose');
    expect(
      await app.sql(`select einddatum from indicatie i join client c using (client_id) where c.bsn = $1`, [
        bsn,
      ]),
    ).toEqual([{ einddatum: null }]);
    expect(first.wlzIndicatieID).toBeDefined();
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>, Record<string, unknown>]>([
    ['a BSN that fails the elfproef', {}, { bsn: '123456789' }, { regel: 'P1', pad: ['client', 'bsn'] }],
    [
      'an unknown profile',
      { geindiceerdeZorgzwaartepakketten: [{ zzpCode: '123' }] },
      {},
      { bron: 'COD163', pad: ['indicatie', 'geindiceerdZorgzwaartepakket', '0', 'zzpCode'] },
    ],
    [
      'two profiles at once',
      { geindiceerdeZorgzwaartepakketten: [{ zzpCode: '754' }, { zzpCode: '755' }] },
      {},
      { regel: 'OP013' },
    ],
    ['an end before its beginning', { einddatum: '2026-10-19' }, {}, { pad: ['indicatie', 'einddatum'] }],
    ['an unknown geslacht', {}, { geslacht: '5' }, { bron: 'COD046', pad: ['client', 'geslacht'] }],
    [
      'the zorgkantoor of somebody else',
      { initieelVerantwoordelijkZorgkantoor: '5516' },
      {},
      { code: 'NIET_TOEGESTAAN' },
    ],
  ])('is refused for %s, and stores nothing', async (_what, indicatie, client, expected) => {
    const result = await register(input(indicatie, client));
    expect(result).toMatchObject(expected);
    expect(JSON.stringify(result)).not.toContain('123456789');
    expect(await app.sql(`select 1 from client where bsn = $1`, [bsn])).toEqual([]);
  });

  it('is refused for a BSN under another clientID (P1)', async () => {
    await register(input());
    expect(await register(input({}, { clientID: randomUUID() }))).toMatchObject({
      regel: 'P1',
      bron: 'OP137',
      pad: ['client', 'bsn'],
    });
  });

  it('is refused on the day another indication begins, and with a besluitnummer that exists', async () => {
    const stated = input();
    await register(stated);
    expect(await register(input())).toMatchObject({
      regel: 'T9',
      bron: 'OP021',
      pad: ['indicatie', 'ingangsdatum'],
    });
    const sameNumber = input({ besluitnummer: stated.indicatie.besluitnummer, ingangsdatum: '2026-10-25' });
    expect(await register(sameNumber)).toMatchObject({ regel: 'OP137', pad: ['indicatie', 'besluitnummer'] });
  });

  it('cannot take over an indication of another zorgkantoor by its id', async () => {
    const foreign = record({ indicatie: { initieelVerantwoordelijkZorgkantoor: '5516' } });
    await takeIn(app, [foreign]);
    const { wlzindicatieID: wlzIndicatieID, client } = foreign;
    expect(await register(input({ wlzIndicatieID }))).toMatchObject({ code: 'ONGELDIGE_INVOER' });
    bsn = foreign.bsn;
    const stated = input({ wlzIndicatieID }, { clientID: client.clientID });
    expect(await register(stated)).toMatchObject({
      code: 'ONGELDIGE_INVOER',
      pad: ['indicatie', 'wlzIndicatieID'],
    });
  });

  it('registers one of two at the same moment for somebody new', async () => {
    const results = await Promise.all([register(input()), register(input())]);
    expect(results.map(({ __typename }) => __typename).sort()).toEqual(['Indicatie', 'RegelGeschonden']);
    expect(await app.sql(`select 1 from client where bsn = $1`, [bsn])).toHaveLength(1);
  });

  it('logs who was registered by whom', async () => {
    const { client } = await register(input());
    expect(
      await app.sql(
        `select actie, gebruiker, resultaat from logregel where client_id = $1 order by logregel_id`,
        [client?.clientID],
      ),
    ).toEqual([
      { actie: 'C', gebruiker: 'medewerker', resultaat: 1 },
      { actie: 'R', gebruiker: 'medewerker', resultaat: 1 },
    ]);
  });
});
