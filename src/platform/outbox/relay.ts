import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/index.js';
import { AMSTERDAM, CLOCK, type Clock } from '../clock/index.js';
import type { Tx } from '../database/index.js';
import { LOG, type Log } from '../logging/index.js';
import type { Taak, Taakresultaat, Taakrun } from '../scheduling/index.js';
import {
  findOntvangers,
  isMislukt,
  isVerzonden,
  laatVervallen,
  neem,
  rust,
  type Genomen,
} from './berichtentabel.js';
import { beleidOp, pauzeNa, type Bezorgbeleid } from './bezorgbeleid.js';
import { bezorg, type Bezorging } from './bezorger.js';
import { Geheimen } from './geheimen.js';

/** Receivers that are served beside each other, so that a slow one costs the others nothing. */
const BANEN = 16;
/** Refusals in a row after which a receiver is left alone for a while. */
const GENOEG_WEIGERINGEN = 3;
/** A run ends after this long, so that the next one sees receivers that came meanwhile. */
const DUUR_MS = 45_000;

interface Poging {
  readonly bericht: Genomen;
  readonly bezorging: Bezorging;
}

/**
 * Offers waiting messages to the webhooks: at least once, in order per receiver and key, never the same one twice at the
 * same time. What was sent is marked after a 2xx and not before; who dies in between sends it again under the same id.
 */
@Injectable()
export class Relay {
  readonly taak: Taak = {
    id: 'berichten',
    omschrijving: 'Bezorgt berichten bij de webhooks van zorgaanbieders.',
    schema: { cron: '* * * * *', zone: AMSTERDAM, inhalen: 'LAATSTE' },
    run: (run) => this.run(run),
  };

  constructor(
    @Inject(Geheimen) private readonly geheimen: Geheimen,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'production'>,
    @Inject(LOG) private readonly log: Log,
  ) {}

  private async run(run: Taakrun): Promise<Taakresultaat> {
    const { beleid, ontvangers } = await run.batch(async (tx) => {
      const policy = await beleidOp(tx, run.ctx.today);
      const vervallen = await laatVervallen(tx, policy);
      const found = this.geheimen.beschikbaar ? await findOntvangers(tx) : [];
      return { beleid: policy, ontvangers: found, totaal: found.length, telling: { vervallen } };
    });
    const eind = performance.now() + DUUR_MS;
    const wachtrij = [...ontvangers];
    const baan = async (): Promise<void> => {
      for (let next = wachtrij.shift(); next !== undefined; next = wachtrij.shift()) {
        await this.bedien(run, next, beleid, eind);
      }
    };
    const banen = await Promise.allSettled(Array.from({ length: BANEN }, baan));
    for (const end of banen) if (end.status === 'rejected') throw end.reason;
    return { verzonden: 0, mislukt: 0, onbestelbaar: 0, ...run.telling };
  }

  /** Serves one receiver: each batch keeps how the former message fared and takes the next. */
  private async bedien(run: Taakrun, ontvanger: string, beleid: Bezorgbeleid, eind: number): Promise<void> {
    let vorige: Poging | null = null;
    let weigeringen = 0;
    for (;;) {
      const genoeg = weigeringen >= GENOEG_WEIGERINGEN || isOnbereikbaar(vorige);
      const bericht = await this.volgende(run, ontvanger, vorige, genoeg, beleid, eind);
      if (bericht === null) return;
      const bezorging = await this.bezorg(bericht, beleid);
      weigeringen = bezorging.uitkomst === 'AANGEKOMEN' ? 0 : weigeringen + 1;
      vorige = { bericht, bezorging };
    }
  }

  private async volgende(
    run: Taakrun,
    ontvanger: string,
    vorige: Poging | null,
    genoeg: boolean,
    beleid: Bezorgbeleid,
    eind: number,
  ): Promise<Genomen | null> {
    const { bericht, alarm } = await run.batch(async (tx) => {
      const stand = await this.bewaar(tx, vorige, beleid, genoeg);
      const verder = !genoeg && performance.now() < eind;
      const next = verder ? await neem(tx, ontvanger, beleid.wachttijd) : null;
      return { ...stand, bericht: next, gedaan: next === null ? 1 : 0 };
    });
    for (const text of alarm) this.log.error({ ontvanger, bericht: vorige?.bericht.berichtID }, text);
    return bericht;
  }

  private async bezorg(bericht: Genomen, { wachttijd }: Bezorgbeleid): Promise<Bezorging> {
    let geheimen: string[];
    try {
      geheimen = await Promise.all(
        bericht.geheimen.map((geheim) => this.geheimen.ontsleutel(bericht.ontvanger, geheim)),
      );
    } catch {
      return { uitkomst: 'ONBEREIKBAAR', fout: 'GEHEIM' };
    }
    const regels = { alleenOpenbaar: this.config.production };
    return bezorg({ ...bericht, geheimen }, this.clock.now(), wachttijd, regels);
  }

  private async bewaar(
    tx: Tx,
    poging: Poging | null,
    beleid: Bezorgbeleid,
    genoeg: boolean,
  ): Promise<{ telling: Record<string, number>; alarm: string[] }> {
    if (poging === null) return { telling: {}, alarm: [] };
    const { bericht, bezorging } = poging;
    const nu = this.clock.now();
    if (bezorging.uitkomst === 'AANGEKOMEN') {
      await isVerzonden(tx, bericht, nu);
      return { telling: { verzonden: 1 }, alarm: [] };
    }
    const alarm: string[] = [];
    const pauze = pauzeNa(bericht.pogingen + 1, beleid);
    const opgegeven = await isMislukt(tx, bericht, nu, bezorging.fout, pauze, beleid);
    if (opgegeven) alarm.push('een bericht is onbestelbaar');
    if (genoeg) {
      const fouten = await rust(tx, bericht.ontvanger, nu, bezorging.fout, (n) => pauzeNa(n, beleid));
      if (fouten === beleid.maxPogingen) alarm.push('een webhook is al lange tijd onbereikbaar');
    }
    return { telling: { mislukt: 1, onbestelbaar: opgegeven ? 1 : 0 }, alarm };
  }
}

function isOnbereikbaar(poging: Poging | null): boolean {
  return poging?.bezorging.uitkomst === 'ONBEREIKBAAR';
}
