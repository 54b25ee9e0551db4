import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  countWachtlijst,
  findWachtlijst,
  type WachtlijstFilter,
  type WachtlijstRow,
} from '../../../src/modules/wachtlijst/wachtlijst.queries.js';
import {
  keysetOf,
  volgordebeleidVan,
  volgordeVan,
  type Keyset,
} from '../../../src/modules/wachtlijst/index.js';
import { peilingNu } from '../../../src/modules/wachtlijst/wachtlijst.bron.js';
import type { RequestContext } from '../../../src/platform/context/index.js';
import type { PlantedAllocation, Planting } from './planter.js';
import { openTestRegister, proces, zorgaanbieder, zorgkantoor, type TestRegister } from './register.js';

const [A, B, C] = ['99000001', '99000002', '99000003'];
const WAIT: Readonly<Record<string, string>> = { '6': '03', '7': '12', '2': '13', '3': '19' };
let register: TestRegister;
const names = new Map<string, string>();

async function waiting(
  name: string,
  status: string,
  ingangsdatum: string,
  planting: Planting = {},
): Promise<PlantedAllocation> {
  const at = await register.plant.allocation(planting);
  await register.wachtstatus.reportUitstelperiode(zorgaanbieder(planting.instelling ?? A), {
    ...at,
    versie: 1,
    ingangsdatum,
    leveringsstatus: status,
    leveringsstatusClassificatie: WAIT[status] ?? '',
  });
  names.set(at.bemiddelingspecificatieID, name);
  return at;
}

beforeAll(async () => {
  register = await openTestRegister();
  await register.plant.zorgaanbieders(A, B, C);
  await waiting('voorzorg', '3', '2026-01-10');
  await waiting('voorkeur', '2', '2026-01-10');
  await waiting('actief laat', '7', '2026-06-01');
  await waiting('actief vroeg', '7', '2026-03-01', { van: '2026-02-01' });
  await waiting('actief vroeg, eerder toegewezen', '7', '2026-03-01', { van: '2026-01-15' });
  await waiting('actief vroeg, eerder toegewezen en afgegeven', '7', '2026-03-01', {
    van: '2026-01-15',
    afgiftedatum: '2025-11-01',
  });
  await waiting('urgent', '6', '2026-10-01', { zzpCode: '780', instelling: B });
  const rises = await waiting('actief, nu urgent', '7', '2026-08-01', { zorgkantoor: '5516' });
  await register.wachtstatus.reportUitstelperiode(zorgaanbieder(A), {
    ...rises,
    versie: 2,
    ingangsdatum: '2026-10-15',
    leveringsstatus: '6',
    leveringsstatusClassificatie: '02',
  });
  await waiting('elders uitgevoerd', '2', '2026-05-01', {
    zorgkantoor: '5516',
    uitvoerend: '5517',
    instelling: C,
  });
  await waiting('coördinator B', '2', '2026-06-01', {
    instelling: C,
    rollen: [
      ['2', C, '2026-01-01', null],
      ['1', B, '2026-01-01', null],
    ],
  });
  await waiting('oud-coördinator B', '2', '2026-07-01', {
    instelling: C,
    rollen: [
      ['2', C, '2026-01-01', null],
      ['1', B, '2026-01-01', '2026-10-31'],
    ],
  });
  await register.plant.allocation(); // nothing reported: initially 7, not on the list
});
afterAll(() => register.close());

const page = (
  ctx: RequestContext,
  filter: WachtlijstFilter,
  limit: number | null = null,
  after: Keyset | null = null,
) => register.read(ctx, (tx) => findWachtlijst(ctx, tx, filter, limit, after));
const named = (rows: readonly WachtlijstRow[]) => rows.map((row) => names.get(row.bemiddelingspecificatieID));
const who = async (ctx: RequestContext, filter: WachtlijstFilter = {}) => named(await page(ctx, filter));

describe('the waiting list', () => {
  it('stands in the order of the five keys', async () => {
    const rows = await page(proces, { inclusiefVoorzorg: true });
    expect(named(rows)).toEqual([
      'actief, nu urgent', // the clock of 6 and 7 runs on
      'urgent',
      'actief vroeg, eerder toegewezen en afgegeven',
      'actief vroeg, eerder toegewezen',
      'actief vroeg',
      'actief laat',
      'voorkeur',
      'elders uitgevoerd',
      'coördinator B',
      'oud-coördinator B',
      'voorzorg',
    ]);
    const beleid = await register.read(proces, (tx) => volgordebeleidVan(tx, peilingNu(proces)));
    expect([...rows].reverse().sort(volgordeVan(beleid))).toEqual(rows);
    expect(rows.map((row) => row.positie)).toEqual(rows.map((_row, index) => index + 1));
  });

  it('shows what the register says of each place', async () => {
    const [first] = await page(zorgkantoor('5516'), {});
    expect(first).toMatchObject({
      positie: 1,
      wachtstatus: 'URGENT_PLAATSEN',
      wachtstatusCode: '6',
      classificatie: '02',
      statusIngangsdatum: '2026-10-15',
      normklokVan: '2026-08-01',
      toewijzingIngangsdatum: '2026-01-01',
      afgiftedatum: '2025-12-01',
      instelling: A,
      zorgkantoor: '5516',
      sector: 'VV',
      zzpCode: '754',
    });
  });

  it('leaves out who waits uit voorzorg, unless asked for or named', async () => {
    expect(await who(proces)).not.toContain('voorzorg');
    expect(await who(proces, { inclusiefVoorzorg: true })).toContain('voorzorg');
    expect(await who(proces, { wachtstatus: ['WACHT_UIT_VOORZORG'] })).toEqual(['voorzorg']);
    expect(await who(proces, { wachtstatus: ['URGENT_PLAATSEN'], inclusiefVoorzorg: true })).toEqual([
      'actief, nu urgent',
      'urgent',
    ]);
  });

  it.each<[string, WachtlijstFilter, string[]]>([
    ['zorgkantoor', { zorgkantoor: '5516' }, ['actief, nu urgent', 'elders uitgevoerd']],
    ['instelling', { instelling: B }, ['urgent']],
    ['sector', { sector: 'GHZ' }, ['urgent']],
    ['wachtstatus', { wachtstatus: ['WACHT_OP_VOORKEUR'], instelling: A }, ['voorkeur']],
  ])('can be filtered on %s, with positions within the filter', async (_what, filter, expected) => {
    const rows = await page(proces, filter);
    expect(named(rows)).toEqual(expected);
    expect(rows.map(({ positie }) => positie)).toEqual(expected.map((_name, index) => index + 1));
    expect(await register.read(proces, (tx) => countWachtlijst(proces, tx, filter))).toBe(expected.length);
  });

  it.each([1, 2, 3, 7, 100])('is the same list in pages of %i', async (size) => {
    const all = await page(zorgkantoor('5517'), {});
    const pages: WachtlijstRow[] = [];
    for (let after: Keyset | null = null; ;) {
      const rows: WachtlijstRow[] = await page(zorgkantoor('5517'), {}, size, after);
      pages.push(...rows);
      const last = rows.at(-1);
      if (last === undefined || rows.length < size) break;
      after = keysetOf(last);
    }
    expect(pages).toEqual(all);
  });
});

describe('who sees which places', () => {
  it('a zorgkantoor those it is responsible for, and those it carries out', async () => {
    expect(await who(zorgkantoor('5516'))).toEqual(['actief, nu urgent', 'elders uitgevoerd']);
    expect(await who(zorgkantoor('5517'))).toContain('elders uitgevoerd');
    expect(await who(zorgkantoor('5517'))).not.toContain('actief, nu urgent');
    expect(await who(zorgkantoor('5517'), { zorgkantoor: '5516' })).toEqual(['elders uitgevoerd']);
    expect(await who(zorgkantoor('5520'))).toEqual([]);
  });

  it('a zorgaanbieder its own, and those it holds a role in, until its last day', async () => {
    expect(await who(zorgaanbieder(B))).toEqual(['urgent', 'coördinator B']);
    expect(await who(zorgaanbieder(B, '2026-10-31'))).toEqual([
      'urgent',
      'coördinator B',
      'oud-coördinator B',
    ]);
    expect(await who(zorgaanbieder(B), { instelling: C })).toEqual(['coördinator B']);
    expect(await who(zorgaanbieder('99000009'))).toEqual([]);
  });

  it('a filter on what is one’s own changes nothing but what it leaves out', async () => {
    const all = await page(zorgkantoor('5517'), {});
    const own = await page(zorgkantoor('5517'), { zorgkantoor: '5517' });
    expect(named(own)).toEqual(named(all.filter((row) => row.zorgkantoor === '5517')));
    expect(await who(zorgaanbieder(B), { instelling: B })).toEqual(['urgent']);
  });

  it('positions are within what one may see', async () => {
    const rows = await page(zorgaanbieder(B), {});
    expect(rows.map(({ positie }) => positie)).toEqual([1, 2]);
  });
});
