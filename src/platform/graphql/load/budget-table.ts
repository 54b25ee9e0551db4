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

/** The spending of everybody, in one table that all servers share. */
export class BudgetTable implements SharedBudget {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async spend(user: string, window: number, asked: number): Promise<number> {
    const ctx = processContext(this.clock, 'vraagbudget', 'vraagbudget');
    const [row] = await this.unitOfWork.write(ctx, (tx) =>
      tx.query<{ before: number }>(SPEND, [user, window, asked]),
    );
    return row?.before ?? 0;
  }
}
