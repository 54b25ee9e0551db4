import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { contactbewakingTaak } from '../../../src/modules/contactbewaking/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { runIn } from '../../support/taakrun.js';
import { openRegister, systeem, type Register } from './register.js';

const LATE = 40;
/** How often one duty on one day looks the roles up, with room to spare. */
const LOOKS = 10;
/** A signal is judged on three days, each for two kinds of duty. */
const JUDGEMENTS = 3 * 2;

let register: Register;

beforeAll(async () => {
  register = await openRegister();
  for (let n = 0; n < LATE; n += 1) await register.plant.wachtende();
});

afterAll(() => register.close());

it('the second look costs in proportion to the signals that stand, before anybody counted them', async () => {
  const unitOfWork = register.app.get(UnitOfWork, { strict: false });
  const ctx = systeem();
  const first = await unitOfWork.write(ctx, (tx) => contactbewakingTaak.run(runIn(ctx, tx)));
  expect(first).toEqual({ nieuw: LATE, ingetrokken: 0 });
  const [second, looks] = await unitOfWork.write(ctx, async (tx) => {
    const result = await contactbewakingTaak.run(runIn(ctx, tx));
    const [row] = await tx.query<{ looks: number }>(
      `select (seq_scan + idx_scan)::int as looks from pg_stat_xact_user_tables where relname = 'regiehouder'`,
    );
    return [result, row?.looks ?? Infinity];
  });
  expect(second).toEqual({ nieuw: 0, ingetrokken: 0 });
  expect(looks).toBeLessThan(LATE * LOOKS * JUDGEMENTS);
});
