import type { Clock } from '../../clock/index.js';
import { processContext } from '../../context/index.js';
import type { UnitOfWork } from '../../database/index.js';
import type { SharedBudget } from './budget.js';

/** A window that lies behind the one in the table is counted in the newer one: clocks of servers differ a little. */
const SPEND = `
  insert into vraagbudget as b (gebruiker, venster, verbruikt) values ($1, $2, $3)
  on conflict (gebruiker) do update set
    venster = greatest(b.venster, excluded.venster),
    verbruikt = excluded.verbruikt + case when excluded.venster > b.venster then 0 else b.verbruikt end
  returning (verbruikt - $3)::float8 as before`;

/** Windows of a minute after which a count is worth nothing, however much the clocks of servers differ. */
const KEPT = 60;
/** Rows taken away in one go. */
const CLEARED = 1_000;

/** Whoever is at work in a row of the past is left alone, so that no two servers wait for each other. */
const CLEAR = `
  delete from vraagbudget where gebruiker in (
    select gebruiker from vraagbudget where venster < $1::bigint - ${KEPT}
    order by venster limit ${CLEARED} for update skip locked)`;

/** The spending of everybody, in one table that all servers share, and that holds the last hour only. */
export class BudgetTable implements SharedBudget {
  private cleared = 0;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async spend(user: string, window: number, asked: number): Promise<number> {
    const ctx = processContext(this.clock, 'vraagbudget', 'vraagbudget');
    // Once in a window, on the way: people who do not come any more leave no row behind.
    const first = window > this.cleared;
    this.cleared = Math.max(window, this.cleared);
    const [row] = await this.unitOfWork.write(ctx, async (tx) => {
      if (first) await tx.query(CLEAR, [window]);
      return tx.query<{ before: number }>(SPEND, [user, window, asked]);
    });
    return row?.before ?? 0;
  }
}
