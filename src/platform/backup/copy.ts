import { once } from 'node:events';
import { Readable } from 'node:stream';
import type pg from 'pg';

/** What `pg` sends and gets while a COPY runs; its type declarations leave these out. */
interface CopyConnection extends pg.Connection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

/** The messages of the server about one statement, as `pg` hands them to whoever submitted it. */
abstract class CopyStatement implements pg.Submittable {
  constructor(private readonly sql: string) {}

  submit(connection: pg.Connection): void {
    connection.query(this.sql);
  }

  handleRowDescription(): void {
    this.handleError(new Error('not a COPY statement'));
  }

  handleDataRow(): void {
    // Only rows of a statement that is no COPY, and that was refused above.
  }

  handleCommandComplete(): void {
    // The end is handleReadyForQuery: before it nothing else may be asked.
  }

  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFail('nothing to send');
  }

  handleCopyData(_message: { readonly chunk: Buffer }, _connection: CopyConnection): void {
    // Only on the way out.
  }

  abstract handleError(error: Error): void;
  abstract handleReadyForQuery(): void;
}

class CopyOut extends CopyStatement {
  private connection: pg.Connection | undefined;
  readonly rows = new Readable({ objectMode: true, highWaterMark: 1_000, read: () => this.resume() });

  override submit(connection: pg.Connection): void {
    this.connection = connection;
    super.submit(connection);
  }

  override handleCopyData(message: { readonly chunk: Buffer }, connection: CopyConnection): void {
    // A copy: the driver uses the memory behind a message again.
    if (!this.rows.push(Buffer.from(message.chunk))) connection.stream.pause();
  }

  handleError(error: Error): void {
    this.rows.destroy(error);
  }

  handleReadyForQuery(): void {
    this.rows.push(null);
  }

  private resume(): void {
    this.connection?.stream.resume();
  }
}

class CopyIn extends CopyStatement {
  readonly done: Promise<void>;
  private readonly stop = new AbortController();
  private resolve: () => void = () => undefined;
  private reject: (error: Error) => void = () => undefined;
  private failure: Error | undefined;

  constructor(
    sql: string,
    private readonly source: AsyncIterable<Buffer>,
  ) {
    super(sql);
    this.done = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  override handleCopyInResponse(connection: CopyConnection): void {
    this.pump(connection).catch((error: unknown) => {
      // Its text could quote what was sent; the server's answer to this is the error that comes out.
      this.failure ??= error instanceof Error ? error : new Error('the source failed');
      connection.sendCopyFail('the source failed');
    });
  }

  handleError(error: Error): void {
    this.failure ??= error;
    this.stop.abort();
    this.reject(this.failure);
  }

  handleReadyForQuery(): void {
    if (this.failure === undefined) this.resolve();
    else this.reject(this.failure);
  }

  private async pump(connection: CopyConnection): Promise<void> {
    const { signal } = this.stop;
    for await (const chunk of this.source) {
      if (signal.aborted) return;
      connection.sendCopyFromChunk(chunk);
      if (connection.stream.writableNeedDrain) {
        await once(connection.stream, 'drain', { signal }).catch(() => undefined);
      }
    }
    if (!signal.aborted) connection.endCopyFrom();
  }
}

/** The rows of `copy … to stdout`, one buffer per row with its newline, as fast as they are taken. */
export function copyOut(client: pg.ClientBase, sql: string): AsyncIterable<Buffer> {
  return client.query(new CopyOut(sql)).rows;
}

/** Sends `source` to `copy … from stdin`; the pieces need not end where rows do. */
export function copyIn(client: pg.ClientBase, sql: string, source: AsyncIterable<Buffer>): Promise<void> {
  return client.query(new CopyIn(sql, source)).done;
}
