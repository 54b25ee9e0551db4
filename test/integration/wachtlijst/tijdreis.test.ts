import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { findHoudersOn } from '../../../src/modules/bemiddeling/bemiddeling.queries.js';
import { RegiehoudersService } from '../../../src/modules/bemiddeling/index.js';
import { Herleiding } from '../../../src/modules/wachtlijst/herleiding.js';
import { Wachtlijstplaatsen } from '../../../src/modules/wachtlijst/index.js';
import { findVerschil } from '../../../src/modules/wachtlijst/verschil.queries.js';
import { findWachtlijst } from '../../../src/modules/wachtlijst/wachtlijst.queries.js';
import { FixedDayClock } from '../../../src/platform/clock/index.js';
import { peilingVan, type Peiling, type RequestContext } from '../../../src/platform/context/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import type { PlantedAllocation } from './planter.js';
import {
  openTestRegister,
  proces,
  refusalOf,
  TODAY,
  zorgaanbieder,
  zorgkantoor,
  type TestRegister,
} from './register.js';

const [A, B] = ['99000001', '99000002'];
let register: TestRegister;

beforeAll(async () => {
  register = await openTestRegister();
  await register.plant.zorgaanbieders(A, B);
});
afterAll(() => register.close());
beforeEach(async () => {
  await register.superuser.query('delete from wachtlijstplaats');
  await register.superuser.query('delete from wachtlijstplaats_historie');
});

const at = (ctx: RequestContext, time: string): RequestContext => ({ ...ctx, now: `2026-11-01T${time}Z` });
const known = (time: string, op = TODAY): Peiling => ({ op, zoalsBekendOp: `2026-11-01T${time}Z` });

async function statuses(peiling: Peiling, ctx: RequestContext = proces): Promise<string[]> {
  const rows = await register.read(ctx, (tx) => findWachtlijst(ctx, tx, {}, null, null, peiling));
  return rows.map(({ wachtstatus }) => wachtstatus);
}

function report(
  time: string,
  { bemiddelingspecificatieID }: PlantedAllocation,
  versie: number,
  over: object = {},
) {
  return register.wachtstatus.reportUitstelperiode(at(zorgaanbieder(A), time), {
    bemiddelingspecificatieID,
    versie,
    ingangsdatum: '2026-10-01',
    leveringsstatus: '7',
    leveringsstatusClassificatie: '12',
    ...over,
  });
}

const URGENT = { ingangsdatum: '2026-10-20', leveringsstatus: '6', leveringsstatusClassificatie: '03' };

describe('the list as it was known', () => {
  it('shows a report from the moment we registered it, also for the days before', async () => {
    const allocation = await register.plant.allocation();
    await report('10:00:00.000', allocation, 1);
    await report('12:00:00.000', allocation, 2, URGENT);
    expect(await statuses(known('09:59:59.999'))).toEqual([]);
    expect(await statuses(known('10:00:00.000'))).toEqual(['ACTIEF_PLAATSEN']);
    expect(await statuses(known('12:00:00.000'))).toEqual(['URGENT_PLAATSEN']);
    expect(await statuses(known('12:00:00.000', '2026-10-10'))).toEqual(['ACTIEF_PLAATSEN']);
    expect(await statuses({ op: '2026-10-10', zoalsBekendOp: null })).toEqual(['ACTIEF_PLAATSEN']);
  });

  it('shows what is planned on a day to come, and refuses what is not known by anybody yet', async () => {
    const allocation = await register.plant.allocation({ tot: '2026-12-31' });
    await report('10:00:00.000', allocation, 1);
    expect(await statuses({ op: '2026-12-31', zoalsBekendOp: null })).toEqual(['ACTIEF_PLAATSEN']);
    expect(await statuses({ op: '2027-01-01', zoalsBekendOp: null })).toEqual([]);
    const ask = async () =>
      peilingVan(at(proces, '10:00:00.000'), { zoalsBekendOp: '2026-11-01T10:00:00.001Z' });
    expect(await refusalOf(Promise.resolve().then(ask))).toMatchObject({
      code: 'ONGELDIGE_INVOER',
      regel: 'TIJDREIS',
      pad: ['zoalsBekendOp'],
    });
  });

  it('gives every transaction on a client a later moment, also when its request was read before', async () => {
    const allocation = await register.plant.allocation();
    await report('12:00:00.000', allocation, 1);
    await report('11:00:00.000', allocation, 2, URGENT);
    expect(await statuses(known('11:30:00.000'))).toEqual([]);
    expect(await statuses(known('12:00:00.000'))).toEqual(['ACTIEF_PLAATSEN']);
    expect(await statuses(known('12:00:00.001'))).toEqual(['URGENT_PLAATSEN']);
  });

  it('is seen with the rights of today', async () => {
    const allocation = await register.plant.allocation();
    await report('10:00:00.000', allocation, 1);
    await register.superuser.query(
      `update bemiddeling set verantwoordelijk_zorgkantoor = '5516' where bemiddeling_id = $1`,
      [allocation.bemiddelingID],
    );
    await register.superuser.query(
      `update bemiddelingspecificatie set uitvoerend_zorgkantoor = '5516' where bemiddelingspecificatie_id = $1`,
      [allocation.bemiddelingspecificatieID],
    );
    expect(await statuses(known('10:00:00.000'), zorgkantoor('5517'))).toEqual([]);
    expect(await statuses(known('10:00:00.000'), zorgkantoor('5516'))).toEqual(['ACTIEF_PLAATSEN']);
  });

  it('names the dossierhouder of that day as known then', async () => {
    const allocation = await register.plant.allocation();
    const { bemiddelingID } = allocation;
    await register.app
      .get(RegiehoudersService, { strict: false })
      .assignRegiehouder(at(zorgkantoor('5517'), '11:00:00.000'), {
        bemiddelingID,
        versie: 1,
        regierol: '2',
        instelling: B,
        ingangsdatum: '2026-10-15',
      });
    const holder = async (peiling: Peiling) => {
      const found = await register.read(proces, (tx) =>
        findHoudersOn(proces, tx, '2', peiling, [bemiddelingID]),
      );
      return found.get(bemiddelingID)?.instelling;
    };
    expect(await holder(known('10:59:59.999'))).toBe(A);
    expect(await holder(known('11:00:00.000'))).toBe(B);
    expect(await holder(known('11:00:00.000', '2026-10-01'))).toBe(A);
  });
});

describe('the difference between two lists', () => {
  const compare = (van: Peiling, naar: Peiling) =>
    register.read(proces, (tx) =>
      findVerschil(proces, tx, { van, naar, filter: {}, bewegingen: [] }, 50, null),
    );

  it('tells who passed whom, by which registration and by whom; who only moved up did not move', async () => {
    const [first, second, third] = [
      await register.plant.allocation(),
      await register.plant.allocation(),
      await register.plant.allocation(),
    ];
    await report('10:00:00.000', first, 1, { ingangsdatum: '2026-09-01' });
    await report('10:00:01.000', second, 1, { ingangsdatum: '2026-09-02' });
    await report('10:00:02.000', third, 1, { ingangsdatum: '2026-09-03' });
    await report('11:00:00.000', second, 2, URGENT);
    const rows = await compare(known('10:30:00.000'), known('11:30:00.000'));
    expect(
      rows.map(({ soort, id, plaatsVan, plaatsNaar, oorzaken }) => ({
        soort,
        id,
        places: [plaatsVan, plaatsNaar],
        oorzaken: oorzaken.map(({ gebeurtenis, anderen }) => [gebeurtenis, anderen]),
      })),
    ).toEqual([
      {
        soort: 'GESTEGEN',
        id: second.bemiddelingspecificatieID,
        places: [2, 1],
        oorzaken: [
          ['WACHTSTATUS', []],
          ['WACHTSTATUS_BEEINDIGD', []],
        ].sort(),
      },
      {
        soort: 'GEDAALD',
        id: first.bemiddelingspecificatieID,
        places: [1, 2],
        oorzaken: [['ANDEREN', [second.bemiddelingspecificatieID]]],
      },
    ]);
    expect(rows[0]?.oorzaken[0]).toMatchObject({
      geregistreerdDoor: `test:${A}`,
      geregistreerdOp: '2026-11-01T11:00:00.000000Z',
    });
  });

  it('tells what was known all along and only came to be', async () => {
    const allocation = await register.plant.allocation();
    await report('10:00:00.000', allocation, 1, { ingangsdatum: '2026-10-10' });
    const [row] = await compare(known('12:00:00.000', '2026-10-09'), known('12:00:00.000', '2026-10-10'));
    expect(row).toMatchObject({
      soort: 'GEKOMEN',
      oorzaken: [{ gebeurtenis: 'WACHTSTATUS', dag: '2026-10-10', doorVerloop: true }],
    });
  });
});

describe('a register that was filled before', () => {
  it('is worked out at the start, from the versions of what it holds', async () => {
    const allocation = await register.plant.allocation();
    await report('10:00:00.000', allocation, 1);
    await report('12:00:00.000', allocation, 2, URGENT);
    await register.superuser.query('delete from wachtlijstplaats_historie');
    await register.superuser.query('insert into wachtlijst_te_herleiden values ($1)', [
      allocation.bemiddelingspecificatieID,
    ]);
    const herleiding = new Herleiding(
      register.app.get(UnitOfWork, { strict: false }),
      register.app.get(Wachtlijstplaatsen, { strict: false }),
      new FixedDayClock(TODAY),
    );
    await herleiding.onApplicationBootstrap();
    expect(await statuses(known('11:00:00.000'))).toEqual(['ACTIEF_PLAATSEN']);
    expect(await statuses(known('12:00:00.000'))).toEqual(['URGENT_PLAATSEN']);
    expect((await register.superuser.query('select 1 from wachtlijst_te_herleiden')).rows).toEqual([]);
  });
});
