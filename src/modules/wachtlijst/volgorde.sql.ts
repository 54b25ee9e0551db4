import type { Day } from '../../platform/clock/index.js';
import { SLEUTELS, type Sleutelnaam, type Volgordewaarden } from './domain/volgordesleutel.js';
import type { Beleidssleutel, Volgordebeleid } from './domain/volgordebeleid.js';
import type { Wachtnorm } from './domain/wachtnorm.js';
import { VOORZORG } from './domain/wachtstatus.js';

/** What orders a list: the policy of its day, and the norms of that day when the policy asks who is beyond them. */
export interface Ordening {
  readonly beleid: Volgordebeleid;
  readonly dag: Day;
  /** As `normenOp` gives them; empty when no key asks for them. */
  readonly normen: readonly Wachtnorm[];
}

/** The policy version and the values of its keys: after which row a page goes on. */
export type Keyset = readonly [versie: number, ...waarden: (number | string)[]];

/** An order as SQL on a from-item `w` with the columns of wachtlijstplaats. */
export interface VolgordeSql {
  /** For `order by`. The default policy is the order of the indexes on wachtlijstplaats, column by column. */
  readonly order: string;
  /** The values of the keys, each as an expression. */
  readonly sleutels: readonly string[];
  /** Whether the wait is beyond the norm; null::boolean when the policy does not ask. */
  readonly normOverschreden: string;
  /** The condition for rows up to and with a keyset, and for those beyond it. */
  readonly around: (after: Keyset) => { readonly upTo: string; readonly beyond: string };
}

type Bind = (value: unknown) => string;

const COLUMNS: Readonly<Record<Exclude<Sleutelnaam, 'normOverschreden'>, string>> = {
  rang: 'w.rang',
  normklok: 'w.normklok_van',
  statusIngangsdatum: 'w.status_ingangsdatum',
  toewijzingIngangsdatum: 'w.toewijzing_ingangsdatum',
  afgiftedatum: 'w.afgiftedatum',
  bemiddelingspecificatieID: 'w.bemiddelingspecificatie_id',
};
const TYPES = { int: 'integer', day: 'date', uuid: 'uuid' } as const;

/** @param bind adds a parameter to the statement and gives its place */
export function volgordeSql(ordening: Ordening, bind: Bind): VolgordeSql {
  const { sleutels } = ordening.beleid;
  const asked = sleutels.some(({ naam }) => naam === 'normOverschreden');
  const normOverschreden = asked ? beyondNorm(ordening, bind) : 'null::boolean';
  const expression = ({ naam }: Beleidssleutel): string =>
    naam === 'normOverschreden' ? `(${normOverschreden})::integer` : COLUMNS[naam];
  const keys = sleutels.map((sleutel) => ({
    sql: expression(sleutel),
    af: sleutel.richting === 'AF',
    type: TYPES[SLEUTELS[sleutel.naam].soort],
  }));
  const order = keys.map(({ sql, af }) => (af ? `${sql} desc` : sql)).join(', ');
  return {
    order,
    sleutels: keys.map(({ sql }) => sql),
    normOverschreden,
    around: ([, ...waarden]) => {
      const values = keys.map(({ type }, index) => `${bind(waarden[index])}::${type}`);
      if (!keys.some(({ af }) => af)) {
        const [row, after] = [`(${order})`, `(${values.join(', ')})`];
        return { upTo: `${row} <= ${after}`, beyond: `${row} > ${after}` };
      }
      const beyond = keys.map(({ sql, af }, index) =>
        [
          ...keys.slice(0, index).map((before, place) => `${before.sql} = ${values[place] ?? ''}`),
          `${sql} ${af ? '<' : '>'} ${values[index] ?? ''}`,
        ].join(' and '),
      );
      const either = `(${beyond.map((one) => `(${one})`).join(' or ')})`;
      return { upTo: `not ${either}`, beyond: either };
    },
  };
}

/** The place of a row in this order, for a cursor. */
export function keysetOf({
  volgordebeleid,
  ...plaats
}: Volgordewaarden & { readonly volgordebeleid: Volgordebeleid }): Keyset {
  return [volgordebeleid.versie, ...volgordebeleid.sleutels.map(({ naam }) => SLEUTELS[naam].waarde(plaats))];
}

/** The choice of `normVoor` and the judgement of `toetsNorm` for a set: the same norms in the same order of precedence. */
function beyondNorm({ normen, dag }: Ordening, bind: Bind): string {
  const choices = normen
    .filter(({ normDagen }) => normDagen !== null)
    .map((norm) => {
      const covers = [
        ['w.zorgkantoor', norm.zorgkantoor],
        ['w.sector', norm.sector],
        ['w.leveringsstatus', norm.leveringsstatus],
        ['w.classificatie', norm.classificatie],
      ].flatMap(([column, value]) => (value === null ? [] : [`${column ?? ''} = ${bind(value)}`]));
      const condition = covers.length === 0 ? 'true' : covers.join(' and ');
      return `when ${condition} then ${bind(dag)}::date - w.normklok_van > ${bind(norm.normDagen)}::integer`;
    });
  return `case when w.leveringsstatus = '${VOORZORG}' then false ${choices.join(' ')} else false end`;
}
