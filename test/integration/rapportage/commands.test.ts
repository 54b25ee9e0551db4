import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { main } from '../../../src/cli/export.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { Planter, type PlantedAllocation } from '../wachtlijst/planter.js';

const environment = { ...process.env };
let database: TestDatabase;
let superuser: pg.Client;
let folder: string;
let printed: string;
let told: string;
let planted: PlantedAllocation;

beforeAll(async () => {
  database = await createTestDatabase();
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  folder = await mkdtemp(join(tmpdir(), 'wlz-regie-rapportage-'));
  process.env.DATABASE_URL = database.url;
  process.env.DATABASE_BEHEER_URL = database.superuserUrl;
  process.env.LOG_LEVEL = 'silent';
  const planter = new Planter(superuser);
  await planter.zorgaanbieders('99000001');
  planted = await planter.allocation();
  await plantWachtstatus(planted);
});

beforeEach(() => {
  process.env.WLZ_VANDAAG = '2026-11-01';
  [printed, told] = ['', ''];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => (printed += String(text)).length > 0);
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => (told += String(text)).length > 0);
});

afterEach(() => {
  jest.restoreAllMocks();
});

afterAll(async () => {
  process.env = environment;
  await superuser.end();
  await rm(folder, { recursive: true });
  await database.drop();
});

/** Actief plaatsen since June, in the register and on the list. */
async function plantWachtstatus({ bemiddelingspecificatieID, ...at }: PlantedAllocation): Promise<void> {
  const [leveringID, uitstelperiodeID] = [randomUUID(), randomUUID()];
  await superuser.query(
    `insert into levering (levering_id, bemiddelingspecificatie_id, geregistreerd_op, geregistreerd_door)
     values ($1, $2, '2026-06-01T08:00Z', 'test')`,
    [leveringID, bemiddelingspecificatieID],
  );
  await superuser.query(
    `insert into uitstelperiode (uitstelperiode_id, levering_id, ingangsdatum, vaststelling_moment, leveringsstatus,
       leveringsstatus_classificatie, bron, geregistreerd_op, geregistreerd_door)
     values ($1, $2, '2026-06-01', '2026-06-01T08:00Z', '7', '12', 'DOSSIERHOUDER', '2026-06-01T08:00Z', 'test')`,
    [uitstelperiodeID, leveringID],
  );
  await superuser.query(
    `insert into wachtlijstplaats (bemiddelingspecificatie_id, van, uitstelperiode_id, leveringsstatus, classificatie,
       status_ingangsdatum, rang, normklok_van, bemiddeling_id, client_id, wlz_indicatie_id, zorgkantoor, instelling,
       sector, zzp_code, toewijzing_ingangsdatum, afgiftedatum, bekend_van)
     select $1, '2026-06-01', $2, '7', '12', '2026-06-01', 2, '2026-06-01', $3, $4, wlz_indicatie_id, '5517',
       '99000001', 'VV', '754', '2026-01-01', '2025-12-01', '2026-06-01T08:00Z'
     from bemiddeling where bemiddeling_id = $3`,
    [bemiddelingspecificatieID, uitstelperiodeID, at.bemiddelingID, at.clientID],
  );
}

const file = (): string => join(folder, 'aw317.xml');

const rapporteer = (...argv: string[]): Promise<number> =>
  main(['aw317', '--maand', '2026-09', '--regio', '5517', '--out', file(), ...argv]);

describe('npm run export -- aw317', () => {
  it('writes the report and ends with its account: 0 when it agrees with the list', async () => {
    expect(await rapporteer()).toBe(0);
    expect(JSON.parse(printed)).toEqual({
      maand: '2026-09',
      regio: '5517',
      clienten: 1,
      perStatus: { 2: 0, 3: 0, 6: 0, 7: 1 },
      verschil: [],
    });
    expect(await readFile(file(), 'utf8')).toContain('<Dagtekening>2026-11-01</Dagtekening>');
  });

  it('writes it and ends with 2 when they differ, with the client by name of its id', async () => {
    // Damage that no statement of the program makes: no trigger may follow or mend it.
    await superuser.query(`set session_replication_role = replica`);
    await superuser.query(`update wachtlijstplaats set leveringsstatus = '6', rang = 1`);
    expect(await rapporteer()).toBe(2);
    const { clientID, bemiddelingspecificatieID } = planted;
    expect(JSON.parse(printed)).toMatchObject({
      verschil: [{ clientID, bemiddelingspecificatieID, bericht: '7', wachtlijst: '6' }],
    });
    expect(told).toContain(clientID);
    expect(await readdir(folder)).toEqual(['aw317.xml']);
    await superuser.query(`update wachtlijstplaats set leveringsstatus = '7', rang = 2`);
    await superuser.query(`reset session_replication_role`);
  });

  it.each([
    ['2026-10-06', [], 'kan vanaf 2026-10-07'],
    ['2026-09-30', ['--proef'], 'nog niet voorbij'],
    ['2026-11-01', ['--maand', '2026-9'], 'Een maand is vier cijfers'],
    ['2026-11-01', ['--regio', '5571'], 'Dit zorgkantoor is niet bekend'],
    ['2026-11-01', ['--regio', '551'], 'een code van vier cijfers'],
    ['2026-11-01', ['--nope'], 'Onbekende optie'],
    ['2026-11-01', ['nog-iets'], 'Gebruik'],
  ])('on %s with %j writes nothing and says why', async (vandaag, argv, sentence) => {
    await rm(file(), { force: true });
    process.env.WLZ_VANDAAG = vandaag;
    expect(await rapporteer(...argv)).toBe(1);
    expect(told).toContain(sentence);
    expect(printed).toBe('');
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['2026-10-07', []],
    ['2026-10-01', ['--proef']],
  ])('on %s with %j it may', async (vandaag, argv) => {
    process.env.WLZ_VANDAAG = vandaag;
    expect(await rapporteer(...argv)).toBe(0);
    expect((await readFile(file(), 'utf8')).includes('proef="ja"')).toBe(argv.length > 0);
  });
});

describe('npm run export -- wachtlijstgrafiek', () => {
  const out = (): string => join(folder, 'lijst.svg');

  it('writes the picture', async () => {
    expect(await main(['wachtlijstgrafiek', '--regio', '5517', '--maanden', '2', '--out', out()])).toBe(0);
    expect(JSON.parse(printed)).toEqual({ soort: 'wachtlijstgrafiek', bestand: out() });
    expect(await readFile(out(), 'utf8')).toContain('1 wachtenden, 1 langer dan de norm');
    await rm(out());
  });

  it.each([
    [['--regio', '5571'], 'Dit zorgkantoor is niet bekend'],
    [['--regio', '5517', '--maanden', 'veel'], 'Vraag 1 tot en met 60 maanden'],
    [['--regio', '5517', '--op', 'gisteren'], 'Een dag is JJJJ-MM-DD'],
    [[], 'Gebruik'],
  ])('with %j writes nothing and says why', async (argv, sentence) => {
    expect(await main(['wachtlijstgrafiek', '--out', out(), ...argv])).toBe(1);
    expect(told).toContain(sentence);
    expect(await readdir(folder)).not.toContain('lijst.svg');
  });
});
