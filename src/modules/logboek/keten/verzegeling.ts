import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { AMSTERDAM } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { Taak, Taakresultaat, Taakrun } from '../../../platform/scheduling/index.js';

/** Lines per transaction: a fraction of a second of work. */
const PER_KEER = 2_000;
/** How long a line may wait while there is nothing else to do. */
const PAUZE_MS = 2_000;
/** A planned run lasts until just before the next one, so that lines never wait for a minute to begin. */
const DUUR_MS = 57_000;

interface Verzegeld {
  readonly verzegeld: number;
  /** Number of the last seal. */
  readonly laatste: string;
  /** Its hash: who keeps it elsewhere can prove that nothing up to here was replaced. */
  readonly kop: string;
}

/** Seals lines that came in, in order. The reading path adds lines without waiting for each other; this follows it. */
@Injectable()
export class Verzegeling implements OnModuleDestroy {
  readonly taak: Taak = {
    id: 'verzegeling',
    omschrijving: 'Verzegelt nieuwe regels van het logboek in een keten.',
    schema: { cron: '* * * * *', zone: AMSTERDAM, inhalen: 'LAATSTE' },
    run: (run) => this.run(run),
  };
  private readonly stop = new AbortController();

  /** The pause ends; the run is over at its next look. */
  onModuleDestroy(): void {
    this.stop.abort();
  }

  private async run(run: Taakrun): Promise<Taakresultaat> {
    const eind = performance.now() + (run.soort === 'GEPLAND' ? DUUR_MS : 0);
    let stand: Verzegeld;
    do {
      stand = (await run.batch((tx) => verzegel(tx))).stand;
      if (stand.verzegeld < PER_KEER && performance.now() < eind) await this.pauze();
    } while (stand.verzegeld === PER_KEER || (performance.now() < eind && !this.stop.signal.aborted));
    return { verzegeld: 0, ...run.telling, laatste: stand.laatste, kop: stand.kop };
  }

  private pauze(): Promise<void> {
    const { signal } = this.stop;
    return new Promise((resolve) => {
      if (signal.aborted) {
        resolve();
        return;
      }
      const timer = setTimeout(done, PAUZE_MS);
      signal.addEventListener('abort', done, { once: true });
      function done(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      }
    });
  }
}

async function verzegel(tx: Tx): Promise<{ telling: { verzegeld: number }; stand: Verzegeld }> {
  const [stand] = await tx.query<Verzegeld>(
    `select verzegeld, laatste::text as laatste, kop from verzegel_logboek($1)`,
    [PER_KEER],
  );
  if (stand === undefined) throw new Error('the chain of the log has no state');
  return { telling: { verzegeld: stand.verzegeld }, stand };
}
