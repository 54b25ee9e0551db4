import { describe, expect, it } from '@jest/globals';
import { OngeldigeInvoer } from '../../../platform/errors/index.js';
import { generateDemoData, generateDossiers } from './generate-demo-data.js';

const OPTIONS = { seed: 42, asof: '2026-11-01', clients: 200 };
const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

describe('generateDemoData', () => {
  it('gives the same data for the same options', () => {
    expect(JSON.stringify(generateDemoData(OPTIONS))).toBe(JSON.stringify(generateDemoData(OPTIONS)));
  });

  it.each([{ seed: 43 }, { asof: '2026-11-02' }, { clients: 201 }])('gives other data for %j', (other) => {
    expect(JSON.stringify(generateDemoData({ ...OPTIONS, ...other }))).not.toBe(
      JSON.stringify(generateDemoData(OPTIONS)),
    );
  });

  it('has the same providers whatever the seed', () => {
    expect(generateDemoData({ ...OPTIONS, seed: 1 }).zorgaanbieders).toEqual(
      generateDemoData({ ...OPTIONS, seed: 2 }).zorgaanbieders,
    );
  });

  it('has as many clients as asked, each with its own BSN, surname and besluitnummer', () => {
    const indicaties = generateDemoData({ ...OPTIONS, clients: 1500 }).indicaties.data.wlzIndicatie;
    expect(indicaties).toHaveLength(1500);
    expect(new Set(indicaties.map((one) => one.bsn)).size).toBe(1500);
    expect(new Set(indicaties.map((one) => one.client.geslachtsnaam)).size).toBe(1500);
    expect(new Set(indicaties.map((one) => one.besluitnummer)).size).toBe(1500);
    expect(indicaties.every((one) => one.bsn === one.client.bsn)).toBe(true);
  });

  it('gives no identifier twice', () => {
    const uuids = JSON.stringify([...generateDossiers({ ...OPTIONS, clients: 1500 })]).match(
      /"(\w+ID)":"[0-9a-f-]{36}"/g,
    );
    const own = /^"(?!clientID|wlzIndicatieID|bemiddelingID|bemiddelingspecificatieID)/;
    const issued = (uuids ?? []).filter((one) => own.test(one)).map((one) => one.slice(-37, -1));
    expect(issued.length).toBeGreaterThan(10_000);
    expect(new Set(issued).size).toBe(issued.length);
  });

  it('has all four waiting statuses, a secret client and clients without an allocation, for every seed', () => {
    for (const seed of SEEDS) {
      const data = generateDemoData({ ...OPTIONS, seed });
      const waiting = data.leveringen.data.levering
        .flatMap((levering) => levering.uitstelperiodes)
        .filter((periode) => periode.einddatum === null);
      expect(new Set(waiting.map((periode) => periode.leveringsstatus))).toEqual(
        new Set(['6', '7', '2', '3']),
      );
      expect(waiting.some((periode) => periode.leveringsstatusClassificatie === '20')).toBe(true);

      const indicaties = data.indicaties.data.wlzIndicatie;
      expect(indicaties.filter((one) => one.client.geheimeClient === '1')).toHaveLength(1);
      expect(data.bemiddelingen.data.bemiddeling.length).toBeLessThan(indicaties.length);
    }
  });

  it.each([
    { seed: -1 },
    { seed: 1.5 },
    { seed: 2 ** 32 },
    { seed: Number.NaN },
    { asof: '2026-02-30' },
    { asof: '2023-12-31' },
    { asof: 'morgen' },
    { clients: 0 },
    { clients: 2.5 },
    { clients: 250_001 },
  ])('refuses %j and names the option', (wrong) => {
    expect.assertions(2);
    try {
      generateDemoData({ ...OPTIONS, ...wrong });
    } catch (error) {
      expect(error).toBeInstanceOf(OngeldigeInvoer);
      expect((error as OngeldigeInvoer).pad).toEqual(Object.keys(wrong));
    }
  });
});
