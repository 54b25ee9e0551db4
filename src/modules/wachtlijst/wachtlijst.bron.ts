import type { Peiling } from '../../platform/context/index.js';
import { PLAATS_KOLOMMEN } from './plaats.js';

export { isNu, peilingNu, peilingVan, type Peiling } from '../../platform/context/index.js';

const COLUMNS = [...PLAATS_KOLOMMEN, 'bekend_van'].join(', ');

/**
 * The places that hold on the day of the peiling, as known at its moment: a from-item named `w` with the columns of
 * wachtlijstplaats, at most one row per allocation. Rights are not in it: add those of today.
 * @param bind adds a parameter to the statement and gives its place, such as `$3`
 */
export function plaatsenBron(peiling: Peiling, bind: (value: unknown) => string): string {
  const op = `${bind(peiling.op)}::date`;
  const holds = `p.van <= ${op} and (p.tot is null or p.tot >= ${op})`;
  const places = (table: string): string => `select ${COLUMNS} from ${table} p where ${holds}`;
  if (peiling.zoalsBekendOp === null) return `(${places('wachtlijstplaats')}) w`;
  const moment = `${bind(peiling.zoalsBekendOp)}::timestamptz`;
  return `(${places('wachtlijstplaats_historie')} and p.bekend_van <= ${moment} and p.bekend_tot > ${moment}) w`;
}
