import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import {
  Codelijsten,
  loadCodelijsten,
  readCodelijstBestanden,
} from '../../../src/modules/codelijst/index.js';
import { createDataSource } from '../../../src/platform/database/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let owner: pg.Pool;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Pool({ connectionString: database.superuserUrl });
  dataSource = await createDataSource({ url: database.url }).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await owner.end();
  await database.drop();
});

async function rows(table: string): Promise<Record<string, unknown>[]> {
  const { rows: found } = await owner.query<{ rij: Record<string, unknown> }>(
    `select to_jsonb(t) as rij from ${table} t order by to_jsonb(t)::text`,
  );
  return found.map(({ rij }) => rij);
}

const TABLES = ['codelijst_waarde', 'wachtstatus_classificatie', 'zorgprofiel', 'contactnorm'];

describe('the code lists of a release', () => {
  it('are in every database, all of them', async () => {
    const { waarden, paren, profielen, normen } = readCodelijstBestanden();
    const counts = await Promise.all(TABLES.map(async (table) => (await rows(table)).length));
    expect(counts).toEqual([waarden.length, paren.length, profielen.length, normen.length]);
  });

  it('can be loaded again without changing anything', async () => {
    const before = await Promise.all(TABLES.map(rows));
    await loadCodelijsten(owner);
    expect(await Promise.all(TABLES.map(rows))).toEqual(before);
  });

  it('follow the release, where the office did not add a row of its own', async () => {
    await owner.query(
      `update codelijst_waarde set omschrijving = 'oud' where lijst = 'COD046' and code = '0'`,
    );
    await owner.query(
      `insert into codelijst_waarde (lijst, code, ingangsdatum, omschrijving, bron)
       values ('COD046', '9', '2026-01-01', 'Eigen', 'zorgkantoor')`,
    );
    await loadCodelijsten(owner);
    const geslacht = (await rows('codelijst_waarde')).filter(({ lijst }) => lijst === 'COD046');
    expect(geslacht.map(({ omschrijving }) => omschrijving).sort()).toEqual([
      'Eigen',
      'Mannelijk',
      'Onbekend',
      'Vrouwelijk',
    ]);
  });

  it('leave the norms, pairs and profiles that the office set as they are', async () => {
    await owner.query(`update contactnorm set max_dagen = 90 where regierol = '2' and leveringsstatus = '6'`);
    await owner.query(`update zorgprofiel set thuis = 'NEE' where zzp_code = '191'`);
    await owner.query(
      `insert into wachtstatus_classificatie (leveringsstatus, classificatie, geldig_vanaf, bron, zekerheid)
       values ('3', '16', '2026-01-01', 'zorgkantoor', 'B')`,
    );
    await loadCodelijsten(owner);
    expect(await rows('contactnorm')).toContainEqual(
      expect.objectContaining({ regierol: '2', leveringsstatus: '6', max_dagen: 90 }),
    );
    expect(await rows('zorgprofiel')).toContainEqual(
      expect.objectContaining({ zzp_code: '191', thuis: 'NEE' }),
    );
    expect(await rows('wachtstatus_classificatie')).toContainEqual(
      expect.objectContaining({ leveringsstatus: '3', classificatie: '16' }),
    );
  });

  it('cannot loosen the contact norm below twice a year', async () => {
    await expect(owner.query(`update contactnorm set max_dagen = 184`)).rejects.toMatchObject({
      constraint: 'contactnorm_tweemaal_per_jaar_check',
    });
  });
});

describe('the code lists in the program', () => {
  it('are read from the database, and again when asked', async () => {
    const codelijsten = new Codelijsten(dataSource);
    expect(() => codelijsten.holds('COD046', '1', '2026-11-01')).toThrow('before they were loaded');
    await codelijsten.onModuleInit();
    expect(codelijsten.holds('COD167', '6', '2020-12-31')).toBe(false);
    expect(codelijsten.holds('COD167', '6', '2021-01-01')).toBe(true);
    expect(codelijsten.classificatiePaar('6', '20', '2022-12-31')).toBe(false);
    expect(codelijsten.classificatiePaar('6', '20', '2026-11-01')).toBe(true);
    expect(codelijsten.zorgprofiel('754', '2026-11-01')).toMatchObject({ sector: 'VV', pgb: 'JA' });
    expect(codelijsten.omschrijving('COD001', '5517')).toBe('Zorgkantoor Zuid-Holland Noord');
    expect(() => codelijsten.assertCode('COD163', '123', '2026-11-01', ['zzpCode'])).toThrow('COD163');

    await owner.query(
      `insert into codelijst_waarde (lijst, code, ingangsdatum, omschrijving, bron)
       values ('COD163', '123', '2026-01-01', 'Nieuw profiel', 'zorgkantoor')`,
    );
    expect(codelijsten.holds('COD163', '123', '2026-11-01')).toBe(false);
    await codelijsten.reload();
    expect(codelijsten.holds('COD163', '123', '2026-11-01')).toBe(true);
  });
});
