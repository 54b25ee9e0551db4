import { Inject, Injectable } from '@nestjs/common';
import { AMSTERDAM, CLOCK, type Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { Batch, Taak, Taakresultaat, Taakrun } from '../../platform/scheduling/index.js';
import { Boekachterstand } from './boekachterstand.js';
import { Contactoverzicht } from './contactoverzicht.js';
import { enqueueNormdag } from './contactnorm.repository.js';
import { oordeel } from './signalering.js';

/** Before and after every id. */
const NIL = '00000000-0000-0000-0000-000000000000';
const MAX = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** What the run is at, and after which id it goes on. */
interface Stand {
  readonly fase: 'BOEK' | 'OORDEEL' | 'OVERZICHT' | 'KLAAR';
  readonly na: string;
}

/**
 * The daily look at the ledger of obligations, in three stretches: the ledger itself is brought up to date with norms
 * that begin or end, the obligations of the day are judged range by range, and every provider gets one overview of what
 * is new. A day that was missed is judged with its own date; only the day of today sends overviews, so that nobody is
 * flooded after downtime. `nieuw` counts transitions to overdue that were recorded or reinstated, `ingetrokken` those
 * that were withdrawn. Nothing else writes signals.
 */
@Injectable()
export class Contactbewaking {
  readonly taak: Taak = {
    id: 'contactbewaking',
    omschrijving: 'Legt vast welke contactverplichtingen over hun uiterlijke datum gingen.',
    schema: { cron: '0 6 * * *', zone: AMSTERDAM },
    run: (run) => this.run(run),
  };

  /** Obligations, past ones included, that one batch looks at. */
  regelsPerBatch = 20_000;

  constructor(
    @Inject(Boekachterstand) private readonly achterstand: Boekachterstand,
    @Inject(Contactoverzicht) private readonly overzicht: Contactoverzicht,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  private async run(run: Taakrun): Promise<Taakresultaat> {
    let stand = (run.checkpoint ?? { fase: 'BOEK', na: NIL }) as unknown as Stand;
    while (stand.fase !== 'KLAAR') {
      const van = stand;
      ({ checkpoint: stand } = await run.batch((tx) => this.stap(run, tx, van)));
    }
    const { nieuw = 0, ingetrokken = 0 } = run.telling;
    return { nieuw, ingetrokken };
  }

  private async stap(
    run: Taakrun,
    tx: Tx,
    stand: Stand,
  ): Promise<Batch & { checkpoint: Stand & Batch['checkpoint'] }> {
    if (stand.fase === 'BOEK') {
      if (stand.na === NIL) await enqueueNormdag(tx, run.ctx.today);
      const gedaan = await this.achterstand.neem(run.ctx, tx);
      if (gedaan > 0) return { checkpoint: { fase: 'BOEK', na: MAX } };
      return { checkpoint: { fase: 'OORDEEL', na: NIL }, totaal: await countBemiddelingen(tx) };
    }
    const dag = run.ctx.today;
    const isVandaag = dag >= this.clock.today();
    if (stand.fase === 'OORDEEL') {
      const { tot, bemiddelingen } = await nextBereik(tx, stand.na, this.regelsPerBatch);
      const telling = await oordeel(tx, { dag, isVandaag }, { na: stand.na, tot }, run.ctx.actor.sub);
      const fase = tot !== MAX ? 'OORDEEL' : isVandaag ? 'OVERZICHT' : 'KLAAR';
      return {
        checkpoint: { fase, na: tot === MAX ? '' : tot },
        gedaan: bemiddelingen,
        telling: { ...telling },
      };
    }
    const laatste = await this.overzicht.stuur(tx, dag, stand.na);
    return { checkpoint: laatste === null ? { fase: 'KLAAR', na: '' } : { fase: 'OVERZICHT', na: laatste } };
  }
}

/** The range of ids after `na` with about this many obligations; the last one reaches to the end. */
async function nextBereik(
  tx: Tx,
  na: string,
  aantal: number,
): Promise<{ tot: string; bemiddelingen: number }> {
  const [row] = await tx.query<{ tot: string | null; regels: number; bemiddelingen: number }>(
    `select max(bemiddeling_id::text) as tot, count(*)::int as regels,
       count(distinct bemiddeling_id)::int as bemiddelingen
     from (select bemiddeling_id from contactverplichting where bemiddeling_id > $1 order by 1 limit $2) as volgende`,
    [na, aantal],
  );
  const { tot, regels, bemiddelingen } = row ?? { tot: null, regels: 0, bemiddelingen: 0 };
  return { tot: tot === null || regels < aantal ? MAX : tot, bemiddelingen };
}

async function countBemiddelingen(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ aantal: number }>(
    'select count(distinct bemiddeling_id)::int as aantal from contactverplichting',
  );
  return row?.aantal ?? 0;
}
