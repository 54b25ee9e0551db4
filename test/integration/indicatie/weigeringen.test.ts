import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WlzIndicatieRecord } from '../../../src/modules/indicatie/index.js';
import { startClientApp, type ClientApp } from '../client/client-app.js';
import { handedOn } from './handed-on.js';
import { herindicatie, newBsn, record, zzp } from './records.js';
import { takeIn } from './take-in.js';

let app: ClientApp;

beforeAll(async () => {
  app = await startClientApp();
});

afterAll(() => app.close());

type Broken = readonly [string, (good: WlzIndicatieRecord) => unknown, Record<string, unknown>];

const inClient = (changes: Record<string, unknown>) => (good: WlzIndicatieRecord) => ({
  ...good,
  client: { ...good.client, ...changes },
});
const withZzp = (changes: Record<string, unknown>) => (good: WlzIndicatieRecord) => ({
  ...good,
  geindiceerdZorgzwaartepakket: [{ ...zzp({}), ...changes }],
});
const withBsn = (bsn: string) => (good: WlzIndicatieRecord) => ({
  ...good,
  bsn,
  client: { ...good.client, bsn },
});

const BROKEN: readonly Broken[] = [
  ['a BSN that fails the elfproef', withBsn('123456789'), { regel: 'P1', pad: ['client', 'bsn'] }],
  ['the BSN 000000000', withBsn('000000000'), { regel: 'P1' }],
  ['two BSNs', (good) => ({ ...good, bsn: newBsn() }), { regel: 'P1', pad: ['bsn'] }],
  ['an unknown profile', withZzp({ zzpCode: '123' }), { bron: 'COD163' }],
  ['an expired preference', withZzp({ voorkeurClient: '1' }), { bron: 'COD999' }],
  ['an unknown way of paying', withZzp({ financiering: '8' }), { bron: 'COD998' }],
  ['a provider without an AGB code', withZzp({ instellingVoorkeur: 'x' }), { regel: 'P1' }],
  [
    'an unknown zorgkantoor',
    (good) => ({ ...good, initieelVerantwoordelijkZorgkantoor: '5599' }),
    { bron: 'COD001' },
  ],
  [
    'an expired zorgkantoor',
    (good) => ({ ...good, initieelVerantwoordelijkZorgkantoor: '5522' }),
    { bron: 'COD001' },
  ],
  [
    'a zorgkantoor that is none',
    (good) => ({ ...good, initieelVerantwoordelijkZorgkantoor: '1234' }),
    { regel: 'P1' },
  ],
  [
    'an unknown grondslag',
    (good) => ({ ...good, grondslag: [{ ...good.grondslag[0], grondslag: '9' }] }),
    { bron: 'COD736' },
  ],
  ['an unknown kind of decision', (good) => ({ ...good, soortWlzindicatie: '7' }), { bron: 'COD169' }],
  ['an unknown meerzorg', (good) => ({ ...good, meerzorg: 'ja' }), { bron: 'COD260' }],
  [
    'an unknown Wzd-verklaring',
    (good) => ({ ...good, wzd: { ...good.wzd, wzdVerklaring: '7' } }),
    { bron: 'COD127' },
  ],
  ['an unknown geslacht', inClient({ geslacht: '3' }), { bron: 'COD046', pad: ['client', 'geslacht'] }],
  ['an unknown leefeenheid', inClient({ leefeenheid: '8' }), { bron: 'COD478' }],
  ['an unknown naamgebruik', inClient({ naamGebruik: '7' }), { bron: 'COD700' }],
  ['an unknown burgerlijke staat', inClient({ burgerlijkeStaat: '8' }), { bron: 'COD366' }],
  ['an unknown communicatievorm', inClient({ communicatieVorm: '4' }), { bron: 'COD747' }],
  ['an unknown part of a date', inClient({ geboortedatumGebruik: '4' }), { bron: 'COD170' }],
  ['a huisarts without an AGB code', inClient({ agbcodeHuisarts: '123' }), { regel: 'P1' }],
  ['a birth in the future', inClient({ geboorteDatum: '2026-11-02' }), { pad: ['client', 'geboortedatum'] }],
  ['no surname', inClient({ geslachtsnaam: ' ' }), { pad: ['client', 'geslachtsnaam'] }],
  ['a NUL in a name', inClient({ geslachtsnaam: 'a\u0000b' }), { pad: ['client', 'geslachtsnaam'] }],
  ['a text turned around in a name', inClient({ roepnaam: 'a\u202Eb' }), { pad: ['client', 'roepnaam'] }],
  [
    'a NUL in what we only keep',
    (good) => ({ ...good, stoornis: [{ x: ['a\u0000'] }] }),
    { code: 'ONGELDIGE_INVOER' },
  ],
  [
    'a day that does not exist',
    (good) => ({ ...good, ingangsdatum: '2026-02-30' }),
    { pad: ['ingangsdatum'] },
  ],
  ['infinity', (good) => ({ ...good, einddatum: 'infinity' }), { pad: ['einddatum'] }],
  ['an end before its beginning', (good) => ({ ...good, einddatum: '2025-01-31' }), { pad: ['einddatum'] }],
  [
    'a besluitnummer that is too large',
    (good) => ({ ...good, besluitnummer: 1_000_000_000 }),
    { regel: 'OP137' },
  ],
  ['text for a number', (good) => ({ ...good, besluitnummer: '1' }), { pad: ['besluitnummer'] }],
  ['no UUID', (good) => ({ ...good, wlzindicatieID: 'x' }), { pad: ['wlzindicatieID'] }],
  ['nothing at all', () => null, { code: 'ONGELDIGE_INVOER' }],
  [
    'two profiles at once',
    (good) => ({ ...good, geindiceerdZorgzwaartepakket: [zzp({}), zzp({ ingangsdatum: '2025-06-01' })] }),
    { regel: 'OP013' },
  ],
];

describe('a record that is refused', () => {
  it.each(BROKEN)(
    'because of %s changes nothing and does not stop the others',
    async (_what, breaks, expected) => {
      const [before, broken, after] = [record(), record(), record()];
      const report = await takeIn(app, [before, breaks(broken), after]);
      expect(report).toMatchObject({ gelezen: 3, nieuw: 2, geweigerd: 1 });
      expect(report.refusals[0]).toMatchObject(expected);
      expect(JSON.stringify([report.labels, report.refusals])).not.toContain(broken.bsn);
      expect(await app.sql(`select 1 from client where client_id = $1`, [broken.client.clientID])).toEqual(
        [],
      );
    },
  );

  it('has a person that is registered under another clientID (P1)', async () => {
    const known = record();
    const again = record({ client: { bsn: known.bsn } });
    expect((await takeIn(app, [known, again])).refusals).toMatchObject([{ regel: 'P1', bron: 'OP137' }]);
    expect((await takeIn(app, [again])).refusals).toMatchObject([{ regel: 'P1', bron: 'OP137' }]);
  });

  it('has a besluitnummer that the client already has', async () => {
    const known = record();
    const again = herindicatie(known, { ingangsdatum: '2026-01-01', besluitnummer: known.besluitnummer });
    expect((await takeIn(app, [known, again])).refusals).toMatchObject([
      { regel: 'OP137', pad: ['besluitnummer'] },
    ]);
  });

  it.each<[string, (known: WlzIndicatieRecord, other: WlzIndicatieRecord) => unknown]>([
    ['an indication', (known, other) => ({ ...other, wlzindicatieID: known.wlzindicatieID })],
    ['a grondslag', (known, other) => ({ ...other, grondslag: known.grondslag })],
    [
      'a profile',
      (known, other) => ({ ...other, geindiceerdZorgzwaartepakket: known.geindiceerdZorgzwaartepakket }),
    ],
    ['a Wzd-verklaring', (known, other) => ({ ...other, wzd: known.wzd })],
    [
      'contact data',
      (known, other) => {
        const { clientID } = other.client;
        const contactGegevens = known.client.contactGegevens.map((rij) => ({ ...rij, clientID }));
        return { ...other, client: { ...other.client, contactGegevens } };
      },
    ],
    [
      'a contact person',
      (known, other) => {
        const { clientID } = other.client;
        const contactPersoon = known.client.contactPersoon.map((persoon) => ({ ...persoon, clientID }));
        return { ...other, client: { ...other.client, contactPersoon } };
      },
    ],
  ])('claims %s of somebody else', async (_what, steals) => {
    const [known, other] = [record(), record()];
    await takeIn(app, [known]);
    const report = await takeIn(app, [steals(known, other)]);
    expect(report).toMatchObject({ geweigerd: 1 });
    expect(report.refusals[0]?.melding).toContain('al in gebruik bij een ander dossier');
    expect(await handedOn(app, known)).toEqual(known);
  });
});
