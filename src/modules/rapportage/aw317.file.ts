import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { createCB } from 'xmlbuilder2';
import { CLIENT, HEADER, schrijf, type Inhoud, type Schrijver } from './domain/elementen.js';

/** The file could not be made where it was asked for. */
export class BerichtNotWritten extends Error {}

/**
 * The message as a file that grows client by client: no more than one of them is in memory. It stands under a temporary
 * name until `publish`, and only its owner can read it.
 */
export class Aw317File {
  private pending = '';
  private failure: unknown = null;
  private readonly xml = createCB({
    data: (text: string) => {
      this.pending += text;
    },
    prettyPrint: true,
  });

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
    made.xml.dec({ encoding: 'UTF-8' }).ele('Bericht', proef ? { proef: 'ja' } : {});
    schrijf(HEADER, header, made.schrijver);
    made.xml.ele('Clienten');
    return made;
  }

  async add(clienten: readonly Inhoud[]): Promise<void> {
    for (const client of clienten) schrijf(CLIENT, client, this.schrijver);
    await this.flush();
  }

  /** Writes the end; the file still has its temporary name. */
  async finish(): Promise<void> {
    this.xml.up().up().end();
    this.pending += '\n';
    await this.flush();
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

  private readonly schrijver: Schrijver = {
    open: (naam) => void this.xml.ele(naam),
    tekst: (naam, waarde) => void this.xml.ele(naam).txt(waarde).up(),
    sluit: () => void this.xml.up(),
  };

  /** Waits while the disk is slower than we are. */
  private async flush(): Promise<void> {
    const text = this.pending;
    this.pending = '';
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
