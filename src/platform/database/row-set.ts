import type { EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Instant } from '../clock/index.js';
import type { Tx } from './tx.js';

/** Since when we know a version, and who told us. */
export interface Herkomst {
  readonly geregistreerdOp: Instant;
  readonly geregistreerdDoor: string;
}

export type Put = 'nieuw' | 'gewijzigd' | 'ongewijzigd';

/**
 * Rows of one table, loaded for a set of records, changed in memory and written back with two statements. A record
 * that comes later in the set sees what an earlier one did. Versions that are replaced go to the table's history.
 */
export class RowSet<Row extends ObjectLiteral & Herkomst> {
  private readonly rows = new Map<string, Row>();
  private readonly stored = new Set<string>();
  private readonly dirty = new Set<string>();
  private readonly removed = new Set<string>();

  private constructor(
    private readonly metadata: EntityMetadata,
    private readonly replaces: boolean,
  ) {}

  /**
   * Loads the rows for which one of `columns` has one of the values given for it, under the entity's property names.
   * @param options.lock locks them until the end of the transaction, in order of id
   * @param options.replaces a changed row is deleted and inserted again: for tables whose periods may not overlap even
   *   between two rows of one statement
   */
  static async load<Row extends ObjectLiteral & Herkomst>(
    tx: Tx,
    entity: EntityTarget<Row>,
    columns: Partial<Record<keyof Row & string, readonly string[]>>,
    options: { readonly lock?: boolean; readonly replaces?: boolean } = {},
  ): Promise<RowSet<Row>> {
    const metadata = tx.manager.dataSource.getMetadata(entity);
    const set = new RowSet<Row>(metadata, options.replaces ?? false);
    const key = primaryKey(metadata);
    const wanted = Object.entries<readonly string[] | undefined>(columns);
    const conditions = wanted.map(
      ([property], index) =>
        `${quote(columnOf(metadata, property))} = any ($${index + 1}::${typeOf(metadata, property)}[])`,
    );
    const list = ownColumns(metadata)
      .map((column) => `${quote(column.databaseName)} as ${quote(column.propertyName)}`)
      .join(', ');
    const rows = await tx.query<Row>(
      `select ${list} from ${quote(metadata.tableName)} where ${conditions.join(' or ')}
       order by ${quote(key.databaseName)} ${options.lock === true ? 'for update' : ''}`,
      wanted.map(([, values]) => values ?? []),
    );
    for (const row of rows) {
      const id = set.idOf(row);
      set.rows.set(id, row);
      set.stored.add(id);
    }
    return set;
  }

  get(id: string): Row | undefined {
    return this.rows.get(id);
  }

  /** True for a row that was in the database before this set. */
  isStored(id: string): boolean {
    return this.stored.has(id);
  }

  all(): Row[] {
    return [...this.rows.values()];
  }

  where(condition: (row: Row) => boolean): Row[] {
    return this.all().filter(condition);
  }

  /** Takes a version in. When only the herkomst differs, the row stays as it was. */
  put(row: Row): Put {
    const id = this.idOf(row);
    const former = this.rows.get(id);
    if (former !== undefined && this.content(former) === this.content(row)) return 'ongewijzigd';
    this.rows.set(id, row);
    this.dirty.add(id);
    this.removed.delete(id);
    return former === undefined ? 'nieuw' : 'gewijzigd';
  }

  /** Marks a row as known again since its new herkomst, though its own content did not change. */
  touch(id: string, herkomst: Herkomst): void {
    const row = this.rows.get(id);
    if (row === undefined || this.dirty.has(id)) return;
    this.rows.set(id, { ...row, ...herkomst });
    this.dirty.add(id);
  }

  remove(id: string): void {
    if (!this.rows.delete(id)) return;
    this.dirty.delete(id);
    if (this.stored.has(id)) this.removed.add(id);
  }

  /** Writes what changed since the load. */
  async flush(tx: Tx): Promise<void> {
    const dirty = [...this.dirty];
    const gone = [...this.removed, ...(this.replaces ? dirty.filter((id) => this.stored.has(id)) : [])];
    const key = primaryKey(this.metadata);
    const table = quote(this.metadata.tableName);
    if (gone.length > 0) {
      await tx.query(
        `delete from ${table} where ${quote(key.databaseName)} = any ($1::${String(key.type)}[])`,
        [gone],
      );
    }
    for (const id of gone) this.stored.delete(id);
    const names = ownColumns(this.metadata).map((column) => quote(column.databaseName));
    const others = names.filter((name) => name !== quote(key.databaseName));
    await this.insert(
      tx,
      dirty.filter((id) => this.stored.has(id)),
      `on conflict (${quote(key.databaseName)}) do update
       set ${others.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    );
    // A row that is new to this set and there all the same was added meanwhile: the transaction begins again and sees it.
    await this.insert(
      tx,
      dirty.filter((id) => !this.stored.has(id)),
    );
    for (const id of dirty) this.stored.add(id);
    this.dirty.clear();
    this.removed.clear();
  }

  private async insert(tx: Tx, ids: readonly string[], onConflict = ''): Promise<void> {
    if (ids.length === 0) return;
    const table = quote(this.metadata.tableName);
    const names = ownColumns(this.metadata)
      .map((column) => quote(column.databaseName))
      .join(', ');
    await tx.query(
      `insert into ${table} (${names})
       select ${names} from jsonb_populate_recordset(null::${table}, $1::jsonb) ${onConflict}`,
      [JSON.stringify(ids.map((id) => this.asRecord(id)))],
    );
  }

  private asRecord(id: string): Record<string, unknown> {
    const row: ObjectLiteral = this.rows.get(id) ?? {};
    return Object.fromEntries(
      ownColumns(this.metadata).map((column) => [column.databaseName, row[column.propertyName] as unknown]),
    );
  }

  /** Everything a row says, without since when we know it. */
  private content(row: ObjectLiteral): string {
    return canonical(
      ownColumns(this.metadata)
        .filter(
          ({ propertyName }) => propertyName !== 'geregistreerdOp' && propertyName !== 'geregistreerdDoor',
        )
        .map(({ propertyName }) => (row[propertyName] as unknown) ?? null),
    );
  }

  private idOf(row: Row): string {
    return String(row[primaryKey(this.metadata).propertyName]);
  }
}

/** The columns that the program fills; those that the database fills itself are no part of a record. */
function ownColumns(metadata: EntityMetadata) {
  return metadata.columns.filter(({ isInsert }) => isInsert);
}

function primaryKey(metadata: EntityMetadata) {
  const [key, second] = metadata.primaryColumns;
  if (key === undefined || second !== undefined)
    throw new Error(`${metadata.tableName} has no single-column key`);
  return key;
}

function columnOf(metadata: EntityMetadata, property: string): string {
  const column = metadata.findColumnWithPropertyName(property);
  if (column === undefined) throw new Error(`${metadata.tableName} has no ${property}`);
  return column.databaseName;
}

function typeOf(metadata: EntityMetadata, property: string): string {
  return String(metadata.findColumnWithPropertyName(property)?.type);
}

function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

/** The order of keys inside a JSON value does not count. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
