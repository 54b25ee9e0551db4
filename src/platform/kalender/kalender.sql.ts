import { EERSTE_KALENDERDAG, LAATSTE_KALENDERDAG } from './kalender.loader.js';

/** Days kept free at the end of the table, so that a term that begins there still ends in it. */
const RUIMTE = 120;

/**
 * The last day of a term of so many werkdagen after a day, as a scalar SQL expression over the calendar's table: two
 * look-ups by index. The same as `addWerkdagen`, for days that the table holds.
 * @param day SQL of type date
 * @param aantal SQL of type integer, at least 1
 */
export function plusWerkdagen(day: string, aantal: string): string {
  const first = `date '${EERSTE_KALENDERDAG}'`;
  const last = `date '${LAATSTE_KALENDERDAG}'`;
  return `(select einde.dag from kalenderdag begin_dag
    join kalenderdag einde on einde.werkdag and einde.nummer = begin_dag.nummer + ${aantal}
    where begin_dag.dag = least(greatest(${day}, ${first}), ${last} - ${RUIMTE}))`;
}
