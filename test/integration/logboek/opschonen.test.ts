import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { controleer } from '../../../src/modules/logboek/index.js';
import { proefOpschoning, schoonOp } from '../../../src/modules/taakbeheer/index.js';
import type { RequestContext } from '../../../src/platform/context/index.js';
import { createDataSource, UnitOfWork } from '../../../src/platform/database/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { LOGBOEK_LEEG, ondanksTriggers } from '../../support/logboek.js';

jest.setTimeout(60_000);
const CLIENT = '11111111-1111-4111-8111-111111111111';
const actor = { sub: 'proces:opschonen', rol: 'SYSTEEM', rollen: ['SYSTEEM'], uzovi: [], agb: null } as const;

let database: TestDatabase;
let dataSource: DataSource;
let unitOfWork: UnitOfWork;
let superuser: pg.Client;
let ctx: RequestContext;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource({ url: database.url }).initialize();
  unitOfWork = new UnitOfWork(dataSource);
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  const { rows } = await superuser.query<{ vandaag: string }>('select current_date::text as vandaag');
  const today = rows[0]?.vandaag ?? '';
  ctx = { actor, requestId: 'opschonen-1', operatie: 'opschonen', now: `${today}T08:00:00.000Z`, today };
  await superuser.query(
    `insert into client (client_id, bsn, geboortedatum, geslacht, geregistreerd_op, geregistreerd_door)
     values ($1, '111222333', '1940-02-29', '2', now(), 'proef')`,
    [CLIENT],
  );
});
afterAll(async () => {
  await superuser.end();
  await dataSource.destroy();
  await database.drop();
});
beforeEach(async () => {
  await superuser.query(LOGBOEK_LEEG);
  await ondanksTriggers(superuser, () => superuser.query('delete from logzegel'));
  await superuser.query(`
    delete from logzegelstand; insert into logzegelstand default values; delete from bewaarstop;
    delete from taakrun; delete from bewaarstop_historie`);
});

/** Lines of so many years ago, in this order, sealed. */
async function sealed(...years: readonly number[]): Promise<void> {
  for (const age of years) {
    await superuser.query(
      `insert into logregel (tijdstip, request_id, gebruiker, rol, operatie, actie, resultaat, client_id, gebeurtenis,
         controles, autorisatieprotocol, bron)
       values (now() - make_interval(years => $1), $2, 'proef', 'SYSTEEM', 'proef', 'R', 1, $3, 'R10', 'TFFF', 'x', 'x')`,
      [age, `${age} jaar`, CLIENT],
    );
  }
  await superuser.query('select * from verzegel_logboek(1000)');
}
const left = async (): Promise<string[]> =>
  (
    await superuser.query<{ naam: string }>(
      `select request_id as naam from logregel where actie = 'R' order by logregel_id`,
    )
  ).rows.map(({ naam }) => naam);

describe('cleaning up', () => {
  it('counts first; removes after that with the code of the count; in the log; the chain still holds', async () => {
    await sealed(9, 6, 4, 0);
    await superuser.query(
      `insert into taakrun (taak, soort, gepland_op, dag, status, klaar_op)
       values ('oud', 'GEPLAND', '2020-01-01', '2020-01-01', 'GEDAAN', '2020-01-01')`,
    );
    const proef = await proefOpschoning(unitOfWork, ctx);
    expect(proef.weg).toEqual({ LOGREGEL: 2, BERICHT: 0, TAAKRUN: 1 });
    expect(await left()).toHaveLength(4);
    await expect(schoonOp(unitOfWork, ctx, '00000000')).rejects.toMatchObject({ code: 'ONGELDIGE_INVOER' });
    expect(await left()).toHaveLength(4);
    expect(await schoonOp(unitOfWork, ctx, proef.code)).toEqual({ LOGREGEL: 2, BERICHT: 0, TAAKRUN: 1 });
    expect(await left()).toEqual(['4 jaar', '0 jaar']);
    const { rows } = await superuser.query(
      `select zoekvraag ->> 'opgeschoond' as klasse, (zoekvraag -> 'aantal')::int as aantal, gebruiker
       from logregel where gebeurtenis = 'L30' order by 1`,
    );
    expect(rows).toEqual([
      { klasse: 'LOGREGEL', aantal: 2, gebruiker: 'proces:opschonen' },
      { klasse: 'TAAKRUN', aantal: 1, gebruiker: 'proces:opschonen' },
    ]);
    await superuser.query('select * from verzegel_logboek(1000)');
    const keeper = { ...ctx, actor: { ...actor, rol: 'LOGBEHEERDER' as const } };
    expect(await controleer(unitOfWork, keeper, null)).toMatchObject({ gecontroleerd: 4, afwijkingen: [] });
  });

  it('never goes below five years, whatever day somebody says it is', async () => {
    await sealed(6, 4, 1);
    const later = { ...ctx, today: '2150-01-01' };
    const { code } = await proefOpschoning(unitOfWork, later);
    expect(await schoonOp(unitOfWork, later, code)).toMatchObject({ LOGREGEL: 1 });
    expect(await left()).toEqual(['4 jaar', '1 jaar']);
    await expect(
      unitOfWork.write(ctx, (tx) => tx.query(`select verwijder_logregels(now() - interval '4 years', 10)`)),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('stops at what is held back, of one client or of all', async () => {
    await sealed(9, 8);
    await superuser.query(
      `insert into bewaarstop (client_id, reden, ingangsdatum, geregistreerd_op, geregistreerd_door)
       values ($1, 'klacht', '2020-01-01', now(), 'proef')`,
      [CLIENT],
    );
    const { code } = await proefOpschoning(unitOfWork, ctx);
    expect(await schoonOp(unitOfWork, ctx, code)).toMatchObject({ LOGREGEL: 0 });
    await superuser.query(`
      delete from bewaarstop;
      insert into bewaarstop (reden, ingangsdatum, geregistreerd_op, geregistreerd_door)
      values ('onderzoek', '2020-01-01', now(), 'proef')`);
    const held = await proefOpschoning(unitOfWork, ctx);
    expect(held.weg).toEqual({ LOGREGEL: 0, BERICHT: 0, TAAKRUN: 0 });
    expect(await left()).toHaveLength(2);
  });
});
