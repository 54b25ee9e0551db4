import type pg from 'pg';
import { grouped } from '../../src/platform/collections/index.js';
import { VOORBEELDEN } from './voorbeelden.js';

/** Values by column. */
export type Rij = Readonly<Record<string, unknown>>;

interface Kolom {
  readonly tabel: string;
  readonly naam: string;
  readonly type: string;
}

/** The only key of row `n`: all its uuid columns hold it, so that rows with one number belong together. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** What a column holds in row `n` when the example of its table does not say. */
const WAARDE: Readonly<Record<string, (n: number) => unknown>> = {
  uuid,
  text: (n) => `t${n}`,
  'character varying': (n) => `t${n}`,
  integer: (n) => n,
  bigint: (n) => n,
  smallint: (n) => n,
  boolean: () => false,
  date: () => '2026-01-01',
  'timestamp with time zone': () => '2026-01-01T00:00:00Z',
  jsonb: () => '{}',
  ARRAY: () => [],
  bytea: (n) => Buffer.alloc(32, n),
  xid8: (n) => String(n),
};

/** Rows that every constraint of their table accepts: the required columns, and what the example of the table adds. */
export class Rijen {
  private constructor(private readonly verplicht: ReadonlyMap<string, readonly Kolom[]>) {}

  static async open(client: pg.Client): Promise<Rijen> {
    const { rows } = await client.query<Kolom>(`
      select table_name as tabel, column_name as naam, data_type as type from information_schema.columns
      where table_schema = 'public' and is_nullable = 'NO' and (column_default is null or data_type = 'uuid')
      order by ordinal_position`);
    return new Rijen(grouped(rows, ({ tabel }) => tabel));
  }

  /** Row number `n` of a table, with these columns otherwise. */
  rij(tabel: string, n: number, anders: Rij = {}): Rij {
    const kolommen = this.verplicht.get(tabel) ?? [];
    const gevuld = kolommen.map(({ naam, type }) => [naam, WAARDE[type]?.(n)] as const);
    return { ...Object.fromEntries(gevuld), ...VOORBEELDEN[tabel]?.(n), ...anders };
  }
}

export interface Opdracht {
  readonly sql: string;
  readonly waarden: unknown[];
}

export function voegToe(tabel: string, rij: Rij): Opdracht {
  const plaatsen = Object.keys(rij).map((_, index) => `$${index + 1}`);
  return {
    sql: `insert into ${tabel} (${Object.keys(rij).join(', ')}) overriding system value values (${plaatsen.join(', ')})`,
    waarden: Object.values(rij),
  };
}
