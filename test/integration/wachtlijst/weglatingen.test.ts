import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findEersteToewijzingen } from '../../../src/modules/wachtlijst/klok.queries.js';
import type { Peiling } from '../../../src/modules/wachtlijst/wachtlijst.bron.js';
import { findWeglatingen } from '../../../src/modules/wachtlijst/weglatingen.queries.js';
import type { RequestContext } from '../../../src/platform/context/index.js';
import {
  openTestRegister,
  proces,
  TODAY,
  zorgaanbieder,
  zorgkantoor,
  type TestRegister,
} from './register.js';
import { A, B, plantWachtenden } from './wachtenden.js';

const NU: Peiling = { op: TODAY, zoalsBekendOp: null };
let register: TestRegister;

beforeAll(async () => {
  register = await openTestRegister();
  await plantWachtenden(register);
});
afterAll(() => register.close());

describe('whom the list leaves out', () => {
  const left = async (ctx: RequestContext, filter = {}, peiling: Peiling = NU) => {
    const found = await register.read(ctx, (tx) => findWeglatingen(ctx, tx, filter, peiling));
    return found.map(({ waarom, aantal }) => `${waarom} ${aantal}`).join(', ');
  };

  it.each<[string, RequestContext, object, string]>([
    ['a process', proces, {}, 'WACHT_UIT_VOORZORG 1, PGB 2, IN_ZORG 1'],
    ['a zorgkantoor', zorgkantoor('5517'), {}, 'WACHT_UIT_VOORZORG 1, PGB 1, IN_ZORG 1'],
    ['another', zorgkantoor('5516'), {}, 'WACHT_UIT_VOORZORG 0, PGB 1, IN_ZORG 0'],
    ['a provider', zorgaanbieder(A), {}, 'WACHT_UIT_VOORZORG 1, PGB 0, IN_ZORG 1'],
    ['another provider', zorgaanbieder(B), {}, 'WACHT_UIT_VOORZORG 0, PGB 0, IN_ZORG 0'],
    [
      'a filter that shows voorzorg',
      proces,
      { inclusiefVoorzorg: true },
      'WACHT_UIT_VOORZORG 0, PGB 2, IN_ZORG 1',
    ],
    ['a sector', proces, { sector: 'GHZ' }, 'WACHT_UIT_VOORZORG 0, PGB 0, IN_ZORG 0'],
    ['the other sector', proces, { sector: 'VV' }, 'WACHT_UIT_VOORZORG 1, PGB 2, IN_ZORG 1'],
    ['a provider asked for', proces, { instelling: A }, 'WACHT_UIT_VOORZORG 1, PGB 0, IN_ZORG 1'],
    ['an office asked for', proces, { zorgkantoor: '5516' }, 'WACHT_UIT_VOORZORG 0, PGB 1, IN_ZORG 0'],
  ])('%s', async (_who, ctx, filter, expected) => {
    expect(await left(ctx, filter)).toBe(expected);
  });

  it('is counted on the day of the list, and as it was known', async () => {
    expect(await left(proces, {}, { op: '2026-09-15', zoalsBekendOp: null })).toContain('IN_ZORG 0');
    const vroeger = { op: TODAY, zoalsBekendOp: '2026-06-01T00:00:00.000Z' };
    expect(await left(proces, {}, vroeger)).toBe('WACHT_UIT_VOORZORG 0, PGB 2, IN_ZORG 0');
  });
});

describe('the clock since the first allocation', () => {
  const since = async (ctx: RequestContext, id: string, bekendOp: string | null = null) => {
    const found = await register.read(ctx, (tx) => findEersteToewijzingen(ctx, tx, [id], bekendOp));
    return found.get(id);
  };

  it('starts with the first to the same provider for the same care profile', async () => {
    const first = await register.plant.allocation({ van: '2025-03-01', tot: '2025-06-30' });
    const [same, otherProfile, otherProvider] = [
      await register.plant.allocation({ beside: first, van: '2026-02-01' }),
      await register.plant.allocation({ beside: first, van: '2026-03-01', zzpCode: '755' }),
      await register.plant.allocation({ beside: first, van: '2026-04-01', instelling: B }),
    ];
    const ctx = zorgkantoor('5517');
    expect(await since(ctx, same.bemiddelingspecificatieID)).toBe('2025-03-01');
    expect(await since(ctx, otherProfile.bemiddelingspecificatieID)).toBe('2026-03-01');
    expect(await since(ctx, otherProvider.bemiddelingspecificatieID)).toBe('2026-04-01');
    expect(await since(zorgaanbieder(A), same.bemiddelingspecificatieID)).toBe('2025-03-01');
    expect(await since(ctx, same.bemiddelingspecificatieID, '2026-05-01T00:00:00.000Z')).toBe('2025-03-01');
  });

  it('leaves out what was withdrawn before it began, and bridging', async () => {
    const first = await register.plant.allocation({
      van: '2025-03-01',
      tot: '2025-03-01',
      redenIntrekking: '02',
    });
    await register.plant.allocation({
      beside: first,
      van: '2025-04-01',
      leveringsvorm: '7',
      soortToewijzing: '3',
      rollen: [['1', A, '2025-04-01', null]],
    });
    const now = await register.plant.allocation({ beside: first, van: '2026-02-01' });
    expect(await since(proces, now.bemiddelingspecificatieID)).toBe('2026-02-01');
  });
});
