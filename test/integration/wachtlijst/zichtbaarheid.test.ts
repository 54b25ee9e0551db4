import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { visible } from '../../../src/modules/toegang/index.js';
import { openTestRegister, proces, zorgaanbieder, zorgkantoor, type TestRegister } from './register.js';

const [A, B, C] = ['99000001', '99000002', '99000003'];
let register: TestRegister;

beforeAll(async () => {
  register = await openTestRegister();
  await register.plant.zorgaanbieders(A, B, C);
  await register.plant.allocation();
  await register.plant.allocation({ zorgkantoor: '5516', uitvoerend: '5517', instelling: B });
  await register.plant.allocation({
    zorgkantoor: '5516',
    instelling: B,
    tot: '2026-10-31',
    rollen: [['2', B, '2026-01-01', '2026-10-31']],
  });
  await register.plant.allocation({
    instelling: B,
    rollen: [
      ['2', A, '2026-01-01', null],
      ['1', C, '2026-01-01', '2026-10-31'],
    ],
  });
  await register.plant.allocation({
    instelling: B,
    rollen: [
      ['2', B, '2026-01-01', null],
      ['1', C, '2026-06-01', '2026-11-01'],
    ],
  });
});
afterAll(() => register.close());

describe('what an actor may see is the same looked up row by row as worked out as a whole', () => {
  it.each([
    ['a zorgkantoor', zorgkantoor('5517'), 4, 4],
    ['another zorgkantoor', zorgkantoor('5516'), 2, 2],
    ['both', zorgkantoor('5516', '5517'), 5, 5],
    ['none of these', zorgkantoor('5520'), 0, 0],
    ['a dossierhouder', zorgaanbieder(A), 2, 2],
    ['a provider whose allocation ended', zorgaanbieder(B), 3, 3],
    ['a provider on its last day', zorgaanbieder(B, '2026-10-31'), 4, 4],
    ['a coordinator', zorgaanbieder(C), 1, 1],
    ['a process', proces, 5, 5],
  ])('for %s', async (_who, ctx, bemiddelingen, clienten) => {
    const see = visible(ctx.actor);
    const ids = (sql: string) =>
      register.read(ctx, async (tx) => (await tx.query<{ id: string }>(sql)).map(({ id }) => id).sort());
    const wholeB = await ids(
      `select bemiddeling_id as id from bemiddeling where bemiddeling_id in (${see.bemiddelingen})`,
    );
    const eachB = await ids(
      `select b.bemiddeling_id as id from bemiddeling b where ${see.bemiddeling('b.bemiddeling_id')}`,
    );
    const wholeC = await ids(`select client_id as id from client where client_id in (${see.clienten})`);
    const eachC = await ids(`select c.client_id as id from client c where ${see.client('c.client_id')}`);
    expect(eachB).toEqual(wholeB);
    expect(eachC).toEqual(wholeC);
    expect([eachB.length, eachC.length]).toEqual([bemiddelingen, clienten]);
  });
});
