import type { Day } from '../clock/index.js';
import type { Tx } from '../database/index.js';

/** How hard we try to deliver, from a dated row. */
export interface Bezorgbeleid {
  readonly eerstePauze: number;
  /** Seconds; the doubling of the first pause stops here. */
  readonly langstePauze: number;
  readonly maxPogingen: number;
  /** Days after which a message that cannot be delivered is given up, however few attempts there were. */
  readonly maxDagen: number;
  /** Milliseconds a receiver has to answer. */
  readonly wachttijd: number;
}

/** @throws Error when no row holds on that day */
export async function beleidOp(tx: Tx, dag: Day): Promise<Bezorgbeleid> {
  const [row] = await tx.query<Bezorgbeleid>(
    `select eerste_pauze_s as "eerstePauze", langste_pauze_s as "langstePauze", max_pogingen as "maxPogingen",
       max_dagen as "maxDagen", wachttijd_ms as wachttijd
     from bezorgbeleid where daterange(geldig_vanaf, geldig_tot, '[]') @> $1::date`,
    [dag],
  );
  if (row === undefined) throw new Error(`no delivery policy holds on ${dag}`);
  return row;
}

/** Seconds to wait after so many failures in a row: the first pause, doubled each time, up to the longest. */
export function pauzeNa(fouten: number, { eerstePauze, langstePauze }: Bezorgbeleid): number {
  return Math.min(eerstePauze * 2 ** Math.min(fouten - 1, 30), langstePauze);
}
