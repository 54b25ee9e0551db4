import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { fragment } from 'xmlbuilder2';
import type { Element } from './domain/aw317.structuur.js';
import { CLIENT, HEADER, schrijf, type Inhoud } from './domain/elementen.js';

/** The file could not be made where it was asked for. */
export class BerichtNotWritten extends Error {}

/**
 * The message as a file that grows client by client: no more than one of them is in memory. It stands under a temporary
 * name until `publish`, and only its owner can read it.
 */
export class Aw317File {
  private failure: unknown = null;

  private constructor(
    private readonly file: string,
    private readonly unfinished: string,
    private readonly stream: WriteStream,
  ) {
    stream.on('error', (error) => {
      this.failure = error;
    });
  }

  /** @param proef marks the message as a trial that is not for delivery */
  static async begin(file: string, header: Inhoud, proef: boolean): Promise<Aw317File> {
    const unfinished = `${file}.${randomUUID()}.tmp`;
    const stream = createWriteStream(unfinished, { flags: 'wx', mode: 0o600 });
    const made = new Aw317File(file, unfinished, stream);
    await once(stream, 'open').catch(() => {
      throw new BerichtNotWritten(`Het bestand ${file} is niet te schrijven.`);
    });
    const opening = proef ? '<Bericht proef="ja">' : '<Bericht>';
    await made.write(`<?xml version="1.0" encoding="UTF-8"?>\n${opening}\n${asXml(HEADER, header, 1)}\n`);
    await made.write('  <Clienten>\n');
    return made;
  }

  async add(clienten: readonly Inhoud[]): Promise<void> {
    for (const client of clienten) await this.write(`${asXml(CLIENT, client, 2)}\n`);
  }

  /** Writes the end; the file still has its temporary name. */
  async finish(): Promise<void> {
    await this.write('  </Clienten>\n</Bericht>\n');
    this.stream.end();
    await this.settled('close');
  }

  /** Gives the file the name that was asked for. */
  async publish(): Promise<void> {
    await rename(this.unfinished, this.file).catch(() => this.refuse());
  }

  /** Leaves nothing behind. Safe to call after anything. */
  async discard(): Promise<void> {
    this.stream.destroy();
    await rm(this.unfinished, { force: true }).catch(() => undefined);
  }

  /** Waits while the disk is slower than we are. */
  private async write(text: string): Promise<void> {
    if (this.failure !== null) this.refuse();
    if (!this.stream.write(text)) await this.settled('drain');
  }

  private async settled(event: 'drain' | 'close'): Promise<void> {
    await once(this.stream, event).catch(() => this.refuse());
    if (this.failure !== null) this.refuse();
  }

  private refuse(): never {
    throw new BerichtNotWritten(`Het bestand ${this.file} is niet te schrijven.`);
  }
}

/** One element of the message as text, that far indented. */
function asXml(element: Element, inhoud: Inhoud, offset: number): string {
  const xml = fragment();
  let place = xml;
  schrijf(element, inhoud, {
    open: (naam) => {
      place = place.ele(naam);
    },
    tekst: (naam, waarde) => void place.ele(naam).txt(waarde),
    sluit: () => {
      place = place.up();
    },
  });
  return xml.end({ prettyPrint: true, offset });
}
