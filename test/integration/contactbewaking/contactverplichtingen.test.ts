import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { peilingNu } from '../../../src/platform/context/index.js';
import {
  countContactverplichtingen,
  findContactverplichtingen,
  findContactverplichtingenOfClienten,
  keysetOf,
  type ContactverplichtingenFilter,
  type ContactverplichtingRow,
  type Keyset,
} from '../../../src/modules/contactbewaking/contactbewaking.queries.js';
import {
  findContactmomentenOfClienten,
  findLaatsteContacten,
} from '../../../src/modules/contactbewaking/contactmoment.queries.js';
import { exportContactverplichtingen } from '../../../src/modules/contactbewaking/index.js';
import type { RequestContext } from '../../../src/platform/context/index.js';
import type { Geplant } from './planter.js';
import {
  BEUK,
  LINDE,
  openRegister,
  systeem,
  THUIS,
  zorgaanbieder,
  zorgkantoor,
  type Register,
} from './register.js';

let register: Register;
/** Late since 1 October; LINDE then BEUK is dossierhouder, THUIS coördinator. */
let both: Geplant;
/** Not yet due; LINDE is dossierhouder, region 5516 carries care out. */
let early: Geplant;
/** Of region 5516, with BEUK. */
let elsewhere: Geplant;

beforeAll(async () => {
  register = await openRegister();
  both = await register.plant.wachtende({
    dossierhouders: [
      [LINDE, '2026-01-01', '2026-08-01'],
      [BEUK, '2026-08-01'],
    ],
    coordinatoren: [[THUIS, '2026-01-01']],
  });
  await register.plant.contact(both.bemiddelingID, '2026-04-01');
  early = await register.plant.wachtende({ uitvoerend: '5516', wacht: [['3', '2026-06-01']] });
  elsewhere = await register.plant.wachtende({
    zorgkantoor: '5516',
    uitvoerend: '5516',
    dossierhouders: [[BEUK, '2026-01-01']],
  });
});

afterAll(() => register.close());

const list = (
  ctx: RequestContext,
  filter: ContactverplichtingenFilter = {},
  limit: number | null = null,
  after: Keyset | null = null,
): Promise<ContactverplichtingRow[]> =>
  register.read(ctx, (tx) => findContactverplichtingen(ctx, tx, filter, limit, after));

/** Duties by whose they are and what kind. */
const names = (rows: readonly ContactverplichtingRow[]): string[] =>
  rows.map(({ bemiddelingID, soort }) => {
    const whose = Object.entries({ both, early, elsewhere }).find(
      ([, one]) => one.bemiddelingID === bemiddelingID,
    );
    return `${whose?.[0] ?? '?'} ${soort === 'DOSSIERHOUDER_CLIENT' ? 'D' : 'C'}`;
  });

describe('the list of contact duties', () => {
  it('is in order of due date, with the bearer, how late it is and the last contact', async () => {
    const rows = await list(zorgkantoor('5516', '5517'));
    expect(names(rows)).toEqual(expect.arrayContaining(['both D', 'both C', 'early D', 'elsewhere D']));
    expect(rows.map(({ uiterlijk }) => uiterlijk)).toEqual([
      '2026-07-03',
      '2026-07-03',
      '2026-10-01',
      '2026-12-01',
    ]);
    expect(
      rows.find(({ soort, clientID }) => soort === 'DOSSIERHOUDER_CLIENT' && clientID === both.clientID),
    ).toMatchObject({
      instelling: BEUK,
      uiterlijk: '2026-10-01',
      status: 'TE_LAAT',
      dagenTeLaat: 31,
      laatsteContactDatum: '2026-04-01',
      jaarnormGehaald: null,
    });
  });

  it('shows a zorgkantoor what it is responsible for or carries out', async () => {
    expect(names(await list(zorgkantoor('5517')))).toEqual(['both C', 'both D', 'early D']);
    expect(names(await list(zorgkantoor('5516')))).toEqual(['elsewhere D', 'early D']);
    expect(await list(zorgkantoor('5518'))).toEqual([]);
  });

  it('shows a provider the bemiddelingen it holds a role in, until its last day', async () => {
    expect(names(await list(zorgaanbieder(BEUK)))).toEqual(
      expect.arrayContaining(['both C', 'both D', 'elsewhere D']),
    );
    expect(names(await list(zorgaanbieder(THUIS)))).toEqual(['both C', 'both D']);
    expect(names(await list(zorgaanbieder(LINDE)))).toEqual(['early D']);
    expect(names(await list(zorgaanbieder(LINDE, '2026-08-01')))).toEqual(['both C', 'both D', 'early D']);
    expect(names(await list(zorgaanbieder(LINDE, '2026-08-02')))).toEqual(['early D']);
  });

  it('shows a provider with no more than an allocation nothing', async () => {
    await register.plant.verblijfBij(THUIS, early.bemiddelingID, '2026-06-01');
    expect(names(await list(zorgaanbieder(THUIS)))).toEqual(['both C', 'both D']);
  });

  it('narrows to every part of the filter', async () => {
    const office = zorgkantoor('5516', '5517');
    const filtered = async (filter: ContactverplichtingenFilter): Promise<string[]> =>
      names(await list(office, filter));
    expect(await filtered({ soort: 'COORDINATOR_DOSSIERHOUDER' })).toEqual(['both C']);
    expect(await filtered({ status: ['OPEN'] })).toEqual(['early D']);
    expect(await filtered({ status: [] })).toHaveLength(4);
    expect(await filtered({ zorgkantoor: '5516' })).toEqual(['elsewhere D']);
    expect(await filtered({ instelling: THUIS })).toEqual(['both C']);
    expect(await filtered({ instelling: LINDE })).toEqual(['early D']);
    expect(await filtered({ uiterlijkVoor: '2026-10-01' })).toHaveLength(2);
    expect(
      await filtered({ uiterlijkVoor: '2026-10-02', soort: 'DOSSIERHOUDER_CLIENT', instelling: BEUK }),
    ).toHaveLength(2);
    expect(
      await register.read(office, (tx) => countContactverplichtingen(office, tx, { status: ['TE_LAAT'] })),
    ).toBe(3);
  });

  it('goes on after any row, page by page', async () => {
    const office = zorgkantoor('5516', '5517');
    const all = await list(office);
    const paged: ContactverplichtingRow[] = [];
    for (
      let page = await list(office, {}, 1);
      page[0] !== undefined;
      page = await list(office, {}, 1, keysetOf(page[0]))
    ) {
      paged.push(page[0]);
    }
    expect(paged).toEqual(all);
  });

  it('is computed with every look: a contact of today and it is no longer late', async () => {
    const fresh = await register.plant.wachtende({ zorgkantoor: '5519' });
    const office = zorgkantoor('5519');
    expect((await list(office)).map(({ status }) => status)).toEqual(['TE_LAAT']);
    await register.plant.contact(fresh.bemiddelingID, '2026-11-01');
    expect(await list(office)).toMatchObject([{ status: 'OPEN', uiterlijk: '2027-05-03', dagenTeLaat: 0 }]);
  });
});

describe('of one client', () => {
  it('the duties and the contacts, each under the rights of the reader', async () => {
    const duties = async (ctx: RequestContext): Promise<string[]> =>
      names(
        (await register.read(ctx, (tx) => findContactverplichtingenOfClienten(ctx, tx, [both.clientID]))).get(
          both.clientID,
        ) ?? [],
      );
    expect(await duties(zorgkantoor('5517'))).toEqual(['both C', 'both D']);
    expect(await duties(zorgkantoor('5516'))).toEqual([]);
    const contacts = async (ctx: RequestContext): Promise<string[]> =>
      (
        (await register.read(ctx, (tx) => findContactmomentenOfClienten(ctx, tx, [both.clientID]))).get(
          both.clientID,
        ) ?? []
      ).map(({ datum }) => datum);
    expect(await contacts(zorgaanbieder(BEUK))).toEqual(['2026-04-01']);
    expect(await contacts(zorgaanbieder(LINDE))).toEqual([]);
  });

  it('the last time the dossierhouder of that day spoke with the client or contact person', async () => {
    const one = await register.plant.wachtende({
      coordinatoren: [[THUIS, '2026-01-01']],
      contactpersoon: ['2026-01-01'],
    });
    const spoken = await register.plant.contact(one.bemiddelingID, '2026-03-01', { met: 'CONTACTPERSOON' });
    await register.plant.contact(one.bemiddelingID, '2026-04-01', { gesproken: false });
    await register.plant.contact(one.bemiddelingID, '2026-05-01', { regierol: '1', instelling: THUIS });
    await register.plant.contact(one.bemiddelingID, '2026-06-01', { instelling: BEUK });
    const office = zorgkantoor('5517');
    const found = await register.read(office, (tx) =>
      findLaatsteContacten(office, tx, [one.bemiddelingID], peilingNu(office)),
    );
    expect(found.get(one.bemiddelingID)?.contactmomentID).toBe(spoken);
  });
});

describe('the export', () => {
  it('holds the duties of a region with names, and logs every client in it', async () => {
    const ctx = systeem();
    const rows = await register.read(ctx, (tx) =>
      exportContactverplichtingen(ctx, tx, { regio: '5517', instelling: BEUK }),
    );
    expect(rows).toEqual([
      expect.objectContaining({
        soort: 'DOSSIERHOUDER_CLIENT',
        naam: 'Proef',
        zorgaanbieder: `Huize ${BEUK}`,
        laatsteContact: '2026-04-01',
        status: 'TE_LAAT',
      }),
    ]);
    const log = await register.sql(
      'select client_id, actie from logregel where request_id = $1 and client_id is not null',
      [ctx.requestId],
    );
    expect(log).toEqual([{ client_id: both.clientID, actie: 'R' }]);
  });
});
