import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Contactbewaking } from '../../../src/modules/contactbewaking/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { runIn } from '../../support/taakrun.js';
import { openRegister, systeem, type Register } from './register.js';

const LATE = 40;
/** A duty that is late for a year has three signals, each judged on at most three days. */
const LOOKS = 3 * 3;
/** What the task asks once, however many there are. */
const ONCE = 20;

let register: Register;

beforeAll(async () => {
  register = await openRegister();
  for (let n = 0; n < LATE; n += 1) await register.plant.wachtende();
});

afterAll(() => register.close());

it('the second look costs in proportion to the signals that stand, before anybody counted them', async () => {
  const unitOfWork = register.app.get(UnitOfWork, { strict: false });
  const { taak } = register.app.get(Contactbewaking, { strict: false });
  const ctx = systeem();
  const first = await unitOfWork.write(ctx, (tx) => taak.run(runIn(ctx, tx)));
  expect(first).toEqual({ nieuw: LATE, ingetrokken: 0 });
  const [second, looks] = await unitOfWork.write(ctx, async (tx) => {
    const result = await taak.run(runIn(ctx, tx));
    const [row] = await tx.query<{ looks: number }>(
      `select (seq_scan + idx_scan)::int as looks from pg_stat_xact_user_tables where relname = 'contactverplichting'`,
    );
    return [result, row?.looks ?? Infinity];
  });
  expect(second).toEqual({ nieuw: 0, ingetrokken: 0 });
  expect(looks).toBeLessThan(LATE * LOOKS + ONCE);
});
