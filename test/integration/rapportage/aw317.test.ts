import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Codelijsten } from '../../../src/modules/codelijst/index.js';
import { exportAw317, pseudoniemMet, type Aw317Verslag } from '../../../src/modules/rapportage/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { LOGBOEK_LEEG } from '../../support/logboek.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { proces, refusalOf } from '../wachtlijst/register.js';
import { alle, gebreken, lees, waarde, type Gelezen } from './bericht.js';

const LAATSTE_DAG = '2026-09-30';
const PSEUDONIEM = { production: false, WLZ_PSEUDONIEMSLEUTEL: 'een sleutel die alleen deze proef kent' };

let app: TestApp;
let superuser: pg.Client;
let folder: string;
let verslag: Aw317Verslag;
let tekst: string;
let bericht: Gelezen;

async function rapporteer(opdracht: Partial<Parameters<typeof exportAw317>[3]> = {}, key = PSEUDONIEM) {
  const file = join(folder, 'bericht.xml');
  const opgedragen = { maand: '2026-09', regio: '5517', file, proef: false, ...opdracht };
  const unitOfWork = app.app.get(UnitOfWork, { strict: false });
  return exportAw317(unitOfWork, proces, pseudoniemMet(key), opgedragen);
}

const uitBestand = (): Promise<string> => readFile(join(folder, 'bericht.xml'), 'utf8');

beforeAll(async () => {
  app = await startTestApp();
  superuser = new pg.Client({ connectionString: app.database.superuserUrl });
  await superuser.connect();
  // What is planted here is damage that no statement of the program makes: no trigger may follow or mend it.
  await superuser.query(`set session_replication_role = replica`);
  folder = await mkdtemp(join(tmpdir(), 'wlz-regie-aw317-'));
  await app.takeInDemoData({ seed: 7, asof: '2026-11-01', clients: 300 });
  verslag = await rapporteer();
  tekst = await uitBestand();
  bericht = lees(tekst);
});

afterAll(async () => {
  await superuser.end();
  await app.close();
  await rm(folder, { recursive: true });
});

describe('the report of a month', () => {
  it('has the elements of AW317, each as often as it may and with values that exist', () => {
    expect(gebreken(bericht, app.app.get(Codelijsten, { strict: false }), LAATSTE_DAG)).toEqual([]);
    const kop = bericht.kinderen[0];
    expect(kop && alle(kop, 'Periode')[0]?.kinderen.map(({ tekst: dag }) => dag)).toEqual([
      '2026-09-01',
      LAATSTE_DAG,
    ]);
    expect(kop && waarde(kop, 'Afzender')).toBe('5517');
    expect(bericht.attributen).toEqual({});
  });

  it('tells of as many clients as it says, each once', () => {
    const pseudoniemen = alle(bericht, 'Bsn').map((bsn) => bsn.tekst);
    expect(pseudoniemen).toHaveLength(verslag.clienten);
    expect(new Set(pseudoniemen).size).toBe(verslag.clienten);
    expect(verslag.clienten).toBeGreaterThan(100);
  });

  it('tells nobody who they are: no BSN, no id of ours, no name, no street', async () => {
    const { rows } = await superuser.query<{
      naam: string;
      bsn: string;
      straatnaam: string | null;
      client_id: string;
    }>(
      `select c.geslachtsnaam as naam, c.bsn, c.client_id, g.straatnaam from client c
       left join contactgegevens g on g.client_id = c.client_id`,
    );
    expect(rows.length).toBeGreaterThan(100);
    for (const { naam, bsn, straatnaam, client_id } of rows) {
      for (const secret of [naam, bsn, straatnaam, client_id])
        if (secret !== null && secret !== '') expect(tekst).not.toContain(`>${secret}<`);
    }
    expect(tekst).not.toMatch(/\d{9}/);
    expect((await stat(join(folder, 'bericht.xml'))).mode & 0o077).toBe(0);
  });

  it('has per status the numbers of the waiting list of the last day, counted by another hand', async () => {
    const { rows } = await superuser.query<{ leveringsstatus: string; aantal: number }>(
      `select leveringsstatus, count(*)::int as aantal from wachtlijstplaats
       where zorgkantoor = '5517' and van <= $1 and (tot is null or tot >= $1) group by 1`,
      [LAATSTE_DAG],
    );
    expect(verslag.verschil).toEqual([]);
    expect(verslag.perStatus).toEqual(
      Object.fromEntries(rows.map(({ leveringsstatus, aantal }) => [leveringsstatus, aantal])),
    );
    const geteld = new Map<string, number>();
    for (const pakket of alle(bericht, 'WachtlijstZorgzwaartepakket')) {
      const status = alle(pakket, 'Leveringsstatus')
        .filter(({ kinderen }) => kinderen.length === 0)
        .at(-1)?.tekst;
      const over = (waarde(pakket, 'Mutatiedatum') ?? '9999') < LAATSTE_DAG;
      if (status === undefined || over || !/[2367]/.test(status)) continue;
      geteld.set(status, (geteld.get(status) ?? 0) + 1);
    }
    expect(Object.fromEntries(geteld)).toEqual(verslag.perStatus);
  });

  it('keeps to the conditions between its values (CD040, CD052, CD072, CD090, CS072, CS092, IV021, IV023)', () => {
    for (const pakket of alle(bericht, 'WachtlijstZorgzwaartepakket')) {
      const vorm = waarde(pakket, 'Leveringsvorm');
      expect(waarde(pakket, 'Soort')).not.toBe('5');
      if (vorm === '2')
        expect([waarde(pakket, 'Instelling'), alle(pakket, 'Leveringsstatussen')]).toEqual([null, []]);
      expect(waarde(pakket, 'Opname') !== null).toBe(vorm === '4' || vorm === '8');
      expect(waarde(pakket, 'Etmalen') !== null).toBe(vorm === '8');
      const begin = waarde(pakket, 'Begindatum');
      expect(begin === null || begin >= (waarde(pakket, 'Ingangsdatum') ?? '')).toBe(true);
      const statussen = alle(pakket, 'Leveringsstatus').filter(({ kinderen }) => kinderen.length > 0);
      const dagen = statussen.map((status) => waarde(status, 'IngangsdatumStatus') ?? '');
      expect(dagen).toEqual([...new Set(dagen)].sort());
      for (const status of statussen) {
        const wacht = /[2367]/.test(waarde(status, 'Leveringsstatus') ?? '');
        expect(waarde(status, 'LeveringsstatusClassificatie') !== null).toBe(wacht);
      }
    }
  });

  it('logs everybody who is in it, with what was asked', async () => {
    await superuser.query(LOGBOEK_LEEG);
    await rapporteer();
    const { rows } = await superuser.query<{ clienten: number; zoekvraag: object }>(
      `select count(distinct client_id)::int as clienten, max(zoekvraag::text)::jsonb as zoekvraag
       from logregel where operatie = 'test' and (actie = 'R' or client_id is null)`,
    );
    expect(rows[0]).toEqual({
      clienten: verslag.clienten,
      zoekvraag: { bericht: 'AW317', maand: '2026-09', regio: '5517', proef: false },
    });
  });

  it('is the same again, and under another key it has other pseudonyms and nothing else', async () => {
    await rapporteer();
    expect(await uitBestand()).toBe(tekst);
    await rapporteer(
      {},
      { ...PSEUDONIEM, WLZ_PSEUDONIEMSLEUTEL: 'een andere sleutel voor dezelfde clienten' },
    );
    const ander = await uitBestand();
    expect(ander).not.toBe(tekst);
    expect(ander.replaceAll(/<Bsn>\w+/g, '')).toBe(tekst.replaceAll(/<Bsn>\w+/g, ''));
  });

  it('of a geheime client does not tell the postcode', async () => {
    const { rows } = await superuser.query<{ bsn: string }>(
      `update client set geheime_client = '1' where client_id = (
         select b.client_id from bemiddeling b join contactgegevens g on g.client_id = b.client_id
         join wachtlijstplaats w on w.client_id = b.client_id
         where b.verantwoordelijk_zorgkantoor = '5517' and g.postcode is not null and w.tot is null limit 1)
       returning bsn`,
    );
    await rapporteer();
    const geheim = alle(lees(await uitBestand()), 'Client').find(
      (client) => waarde(client, 'Bsn') === pseudoniemMet(PSEUDONIEM)(rows[0]?.bsn ?? ''),
    );
    expect(geheim && [waarde(geheim, 'Postcode'), waarde(geheim, 'LandCode')]).toEqual([null, 'NL']);
  });
});

describe('a difference with the waiting list', () => {
  it.each([
    [
      'a status that was changed in the list alone',
      `update wachtlijstplaats w set leveringsstatus = '6'`,
      '6',
    ],
    ['a place that is gone', `delete from wachtlijstplaats w`, null],
  ])('is named: %s', async (_what, change, wachtlijst) => {
    await superuser.query('begin');
    const { rows } = await superuser.query<{ client_id: string; id: string; was: string }>(
      `select client_id, bemiddelingspecificatie_id as id, leveringsstatus as was from wachtlijstplaats
       where zorgkantoor = '5517' and leveringsstatus = '7' and van <= $1 and (tot is null or tot >= $1)
       order by 2 limit 1`,
      [LAATSTE_DAG],
    );
    const geraakt = rows[0];
    const kept = await superuser.query(
      `select * from wachtlijstplaats where bemiddelingspecificatie_id = $1`,
      [geraakt?.id],
    );
    await superuser.query(
      `${change} where w.bemiddelingspecificatie_id = $1 and w.van <= '${LAATSTE_DAG}'
      and (w.tot is null or w.tot >= '${LAATSTE_DAG}')`,
      [geraakt?.id],
    );
    await superuser.query('commit');
    const { verschil } = await rapporteer();
    expect(verschil).toEqual([
      { clientID: geraakt?.client_id, bemiddelingspecificatieID: geraakt?.id, bericht: '7', wachtlijst },
    ]);
    await superuser.query(`delete from wachtlijstplaats where bemiddelingspecificatie_id = $1`, [
      geraakt?.id,
    ]);
    await superuser.query(
      `insert into wachtlijstplaats select * from jsonb_populate_recordset(null::wachtlijstplaats, $1::jsonb)`,
      [JSON.stringify(kept.rows)],
    );
    expect((await rapporteer()).verschil).toEqual([]);
  });

  it('is named for a place of somebody who is not of the region', async () => {
    const { rows } = await superuser.query<{ bemiddeling_id: string; client_id: string }>(
      `update bemiddeling set verantwoordelijkheid_einddatum = '2026-08-31' where bemiddeling_id = (
         select bemiddeling_id from wachtlijstplaats where zorgkantoor = '5517' and leveringsstatus = '2'
           and van <= '2026-08-01' and tot is null order by 1 limit 1) and verantwoordelijkheid_ingangsdatum <= '2026-08-31'
       returning bemiddeling_id, client_id`,
    );
    const { verschil } = await rapporteer();
    expect(verschil.map(({ clientID }) => clientID)).toContain(rows[0]?.client_id);
    expect(verschil.every(({ bericht: inBericht }) => inBericht === null)).toBe(true);
    await superuser.query(
      `update bemiddeling set verantwoordelijkheid_einddatum = null where bemiddeling_id = $1`,
      [rows[0]?.bemiddeling_id],
    );
  });
});

describe('a report that cannot be made', () => {
  it.each([
    ['of a month that is not over', { maand: '2026-11' }, 'RM1'],
    ['of a month that is not over, as a trial', { maand: '2026-11', proef: true }, 'RM1'],
    ['before the seventh day', { maand: '2026-10' }, 'RM2'],
    ['of a month that is none', { maand: '2026-13' }, null],
  ])('%s is refused by name and leaves no file', async (_what, opdracht, regel) => {
    const before = await readdir(folder);
    expect((await refusalOf(rapporteer({ ...opdracht, file: join(folder, 'nieuw.xml') }))).regel).toBe(regel);
    expect(await readdir(folder)).toEqual(before);
  });

  it('because the disk says no leaves nothing behind', async () => {
    await expect(rapporteer({ file: join(folder, 'geen-map', 'x.xml') })).rejects.toThrow(
      'niet te schrijven',
    );
    await expect(rapporteer({ file: folder })).rejects.toThrow('niet te schrijven');
    expect((await readdir(join(folder, '..'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('sooner than the seventh day is a trial, and says so', async () => {
    await rapporteer({ maand: '2026-10', proef: true });
    expect(lees(await uitBestand()).attributen).toEqual({ proef: 'ja' });
  });
});
