import { open, rename, rm, type FileHandle } from 'node:fs/promises';

/** How records become the text of a file. */
export interface RecordLayout<T> {
  readonly opening: string;
  readonly closing: string;
  /** The text of one record, with what separates it from the record before. */
  text(record: T, isFirst: boolean): string;
}

/** A JSON array, bare or as `{"data": {"<key>": […]}}`, indented by one space a level. */
export function jsonArray(key?: string): RecordLayout<unknown> {
  const margin = key === undefined ? '' : '  ';
  const indent = `${margin} `;
  return {
    opening: key === undefined ? '[' : `{\n "data": {\n  "${key}": [`,
    closing: key === undefined ? '\n]' : `\n${margin}]\n }\n}`,
    text: (record, isFirst) =>
      `${isFirst ? '\n' : ',\n'}${indent}${JSON.stringify(record, null, 1).replaceAll('\n', `\n${indent}`)}`,
  };
}

/** Lines of `;`-separated columns under a header. The values must need no quoting. */
export function csvLines<T extends Readonly<Record<K, string>>, K extends string>(
  columns: readonly K[],
): RecordLayout<T> {
  return {
    opening: `${columns.join(';')}\r\n`,
    closing: '',
    text: (record) => `${columns.map((column) => record[column]).join(';')}\r\n`,
  };
}

/** Characters that are gathered before they go to the disk. */
const BUFFER_LENGTH = 256 * 1024;

/**
 * A file of records that grows under a temporary name, and gets its own name when it is complete. Nothing exists on
 * disk before the first records are flushed.
 */
export class RecordFile<T> {
  private readonly growing: string;
  private handle: FileHandle | null = null;
  private buffered: string;
  private written = 0;

  constructor(
    private readonly path: string,
    private readonly layout: RecordLayout<T>,
  ) {
    this.growing = `${path}.deel`;
    this.buffered = layout.opening;
  }

  get records(): number {
    return this.written;
  }

  async append(record: T): Promise<void> {
    this.buffered += this.layout.text(record, this.written === 0);
    this.written += 1;
    if (this.buffered.length >= BUFFER_LENGTH) await this.flush();
  }

  private async flush(): Promise<void> {
    const text = this.buffered;
    this.buffered = '';
    this.handle ??= await open(this.growing, 'w');
    await this.handle.writeFile(text);
  }

  async finish(): Promise<void> {
    this.buffered += this.layout.closing;
    await this.flush();
    await this.close();
    await rename(this.growing, this.path);
  }

  /** Gives up and leaves nothing half done behind; does nothing after {@link finish}. */
  async discard(): Promise<void> {
    await this.close();
    await rm(this.growing, { force: true });
  }

  private async close(): Promise<void> {
    await this.handle?.close();
    this.handle = null;
  }
}
