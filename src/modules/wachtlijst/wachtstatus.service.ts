import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import { DomainError, NietGevonden, OngeldigeInvoer } from '../../platform/errors/index.js';
import { correctUitstelperiode, reportUitstelperiode } from './domain/melden.js';
import type { Bron } from './domain/traject.js';
import { Reports, type Report } from './reports.js';
import type { BekendTraject } from './traject.repository.js';
import { assertMayCorrect, assertMayReportWachtstatus } from './wachtlijst.policy.js';

/** A waiting status begins. */
export interface ReportUitstelperiode extends Report {
  readonly ingangsdatum: Day;
  readonly einddatum?: Day | null;
  /** COD167: 6, 7, 2 or 3. */
  readonly leveringsstatus: string;
  /** COD168. */
  readonly leveringsstatusClassificatie: string;
  readonly reden?: string | null;
  /** Why the zorgkantoor does this itself; only and always when it does. */
  readonly redenHandmatig?: string | null;
}

/** A reported waiting status was wrong; what is absent stays as it was, an `einddatum` of null takes the end away. */
export interface CorrectUitstelperiode extends Report {
  readonly uitstelperiodeID: string;
  readonly ingangsdatum?: Day | null;
  readonly einddatum?: Day | null;
  readonly leveringsstatus?: string | null;
  readonly leveringsstatusClassificatie?: string | null;
  readonly reden?: string | null;
  readonly redenHandmatig?: string | null;
}

/** How somebody waits, as the dossierhouder, the provider or by exception the zorgkantoor says. */
@Injectable()
export class WachtstatusService {
  constructor(private readonly reports: Reports) {}

  /** @returns the uitstelperiodeID */
  reportUitstelperiode(ctx: RequestContext, input: ReportUitstelperiode): Promise<string> {
    return this.reports.report(ctx, 'reportUitstelperiode', input, {
      mayReport: (melder) => assertMayReportWachtstatus(melder, input.ingangsdatum),
      decide: async ({ traject, maatstaf, vaststellingMoment }, bron) => {
        const uitstelperiodeID = randomUUID();
        const nieuw = {
          uitstelperiodeID,
          ingangsdatum: input.ingangsdatum,
          einddatum: input.einddatum ?? null,
          vaststellingMoment,
          reden: input.reden ?? null,
          leveringsstatus: input.leveringsstatus,
          leveringsstatusClassificatie: input.leveringsstatusClassificatie,
          ...handmatig(bron, input.redenHandmatig),
        };
        return { id: uitstelperiodeID, traject: reportUitstelperiode(traject, nieuw, maatstaf) };
      },
    });
  }

  /**
   * Many reports, each in a transaction of its own: one that is refused does not stop the others.
   * @returns per item, in order, the uitstelperiodeID or the refusal
   */
  async reportUitstelperioden(
    ctx: RequestContext,
    inputs: readonly ReportUitstelperiode[],
  ): Promise<(string | DomainError)[]> {
    const results: (string | DomainError)[] = [];
    for (const input of inputs) {
      results.push(
        await this.reportUitstelperiode(ctx, input).catch((error: unknown) => {
          if (error instanceof DomainError) return error;
          throw error;
        }),
      );
    }
    return results;
  }

  /** @returns the uitstelperiodeID; what it said before stays in the history */
  correctUitstelperiode(ctx: RequestContext, input: CorrectUitstelperiode): Promise<string> {
    return this.reports.report(ctx, 'correctUitstelperiode', input, {
      mayReport: (melder, traject) => {
        const vorige = known(traject, input.uitstelperiodeID);
        const bron = assertMayReportWachtstatus(melder, input.ingangsdatum ?? vorige.ingangsdatum);
        assertMayCorrect(bron, vorige.bron);
        return { bron, vorige };
      },
      decide: async ({ traject, maatstaf, vaststellingMoment }, { bron, vorige }) => {
        const beter = {
          ...vorige,
          ingangsdatum: input.ingangsdatum ?? vorige.ingangsdatum,
          einddatum: input.einddatum === undefined ? vorige.einddatum : input.einddatum,
          vaststellingMoment,
          reden: input.reden === undefined ? vorige.reden : input.reden,
          leveringsstatus: input.leveringsstatus ?? vorige.leveringsstatus,
          leveringsstatusClassificatie:
            input.leveringsstatusClassificatie ?? vorige.leveringsstatusClassificatie,
          ...handmatig(bron, input.redenHandmatig),
        };
        return { id: vorige.uitstelperiodeID, traject: correctUitstelperiode(traject, beter, maatstaf) };
      },
    });
  }
}

function known(traject: BekendTraject, uitstelperiodeID: string): BekendTraject['uitstelperioden'][number] {
  const found = traject.uitstelperioden.find((periode) => periode.uitstelperiodeID === uitstelperiodeID);
  if (found === undefined) throw new NietGevonden('De uitstelperiode', ['uitstelperiodeID']);
  return found;
}

/** A change by hand is undesired (IV100), so the zorgkantoor says why; nobody else has that to say. */
function handmatig(
  bron: Bron,
  reden: string | null | undefined,
): { bron: Bron; redenHandmatig: string | null } {
  const redenHandmatig = reden?.trim() || null;
  if (bron === 'ZORGKANTOOR' && redenHandmatig === null) {
    throw new OngeldigeInvoer('Een zorgkantoor dat zelf een wachtstatus meldt, geeft een reden.', {
      bron: 'IV100',
      pad: ['redenHandmatig'],
    });
  }
  if (bron !== 'ZORGKANTOOR' && redenHandmatig !== null) {
    throw new OngeldigeInvoer('Deze reden hoort bij een melding door het zorgkantoor.', {
      bron: 'IV100',
      pad: ['redenHandmatig'],
    });
  }
  return { bron, redenHandmatig };
}
