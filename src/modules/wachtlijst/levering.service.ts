import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import { OngeldigeInvoer } from '../../platform/errors/index.js';
import { DomainEvents } from '../../platform/events/index.js';
import { assertAgbCode } from '../zorgaanbieder/index.js';
import { assertPastNaast } from './domain/gelijktijdig.js';
import { endLevering, lopendeLevering, reportAfstel, startLevering } from './domain/melden.js';
import type { Bron, Leveringperiode, Traject } from './domain/traject.js';
import { Reports, type Report, type Scene } from './reports.js';
import { findClientzorg } from './toewijzing.queries.js';
import { assertMayReportWachtstatus, assertMayReportZorg } from './wachtlijst.policy.js';

/** Care begins (with an `ingangsdatum`), or the running care ends (with an `einddatum` alone). */
export interface ReportLeveringperiode extends Report {
  readonly ingangsdatum?: Day | null;
  readonly einddatum?: Day | null;
  readonly sleuteldatum?: Day | null;
  /** Mutatiecode (COD588) with which care ends: 17, 19 or 20. */
  readonly beeindigingReden?: string | null;
  /** AGB of the provider that takes over. */
  readonly aanbiederBestemming?: string | null;
}

/** The allocated care will never be given. */
export interface ReportAfstel extends Report {
  readonly afsteldatum: Day;
  readonly reden?: string | null;
  readonly aanbiederBestemming?: string | null;
}

/** Care that begins, ends, or will never be. */
@Injectable()
export class LeveringService {
  constructor(
    private readonly reports: Reports,
    private readonly events: DomainEvents,
  ) {}

  /** @returns the leveringperiodeID */
  async reportLeveringperiode(ctx: RequestContext, input: ReportLeveringperiode): Promise<string> {
    assertBestemming(input.aanbiederBestemming);
    return this.reports.report(ctx, 'reportLeveringperiode', input, {
      mayReport: assertMayReportZorg,
      decide: (scene) =>
        input.ingangsdatum == null ? this.end(scene, input) : this.start(scene, input, input.ingangsdatum),
    });
  }

  /** @returns the afstelID */
  async reportAfstel(ctx: RequestContext, input: ReportAfstel): Promise<string> {
    assertBestemming(input.aanbiederBestemming);
    return this.reports.report(ctx, 'reportAfstel', input, {
      mayReport: (melder) => assertMayReportWachtstatus(melder, input.afsteldatum),
      decide: async ({ traject, maatstaf, vaststellingMoment }, bron) => {
        assertReden(bron, input.reden);
        const afstel = {
          afstelID: randomUUID(),
          afsteldatum: input.afsteldatum,
          vaststellingMoment,
          reden: input.reden ?? null,
          aanbiederBestemming: input.aanbiederBestemming ?? null,
        };
        return { id: afstel.afstelID, traject: reportAfstel(traject, afstel, maatstaf) };
      },
    });
  }

  private async start(
    { ctx, tx, traject, maatstaf, vaststellingMoment }: Scene,
    input: ReportLeveringperiode,
    ingangsdatum: Day,
  ): Promise<{ id: string; traject: Traject }> {
    const nieuw: Leveringperiode = {
      leveringperiodeID: randomUUID(),
      ingangsdatum,
      einddatum: input.einddatum ?? null,
      vaststellingMoment,
      sleuteldatum: input.sleuteldatum ?? null,
      beeindigingReden: input.beeindigingReden ?? null,
      aanbiederBestemming: input.aanbiederBestemming ?? null,
    };
    const after = startLevering(traject, nieuw, maatstaf);
    const { specificatie } = traject;
    // Care that others give counts as well, also for who may not see it.
    const zorg = await tx.asRegister(() => findClientzorg(tx, [specificatie.clientID]));
    assertPastNaast(
      { ...specificatie, van: ingangsdatum, tot: nieuw.einddatum },
      zorg.filter((lijn) => lijn.bemiddelingspecificatieID !== specificatie.bemiddelingspecificatieID),
    );
    const { bemiddelingspecificatieID } = specificatie;
    await this.events.announce(ctx, tx, 'ZorgBegonnen', { bemiddelingspecificatieID, ingangsdatum });
    return { id: nieuw.leveringperiodeID, traject: after };
  }

  private async end(
    { traject, maatstaf, vaststellingMoment }: Scene,
    input: ReportLeveringperiode,
  ): Promise<{ id: string; traject: Traject }> {
    if (input.einddatum == null) {
      throw new OngeldigeInvoer('Geef de dag waarop de zorg begint of eindigt.', { pad: ['ingangsdatum'] });
    }
    const lopend = lopendeLevering(traject, maatstaf.today);
    const after = endLevering(
      traject,
      lopend,
      {
        einddatum: input.einddatum,
        vaststellingMoment,
        beeindigingReden: input.beeindigingReden ?? null,
        aanbiederBestemming: input.aanbiederBestemming ?? null,
      },
      maatstaf,
    );
    return { id: lopend.leveringperiodeID, traject: after };
  }
}

function assertBestemming(agb: string | null | undefined): void {
  if (agb != null) assertAgbCode(agb, ['aanbiederBestemming']);
}

function assertReden(bron: Bron, reden: string | null | undefined): void {
  if (bron !== 'ZORGKANTOOR' || (reden != null && reden.trim() !== '')) return;
  throw new OngeldigeInvoer('Een zorgkantoor dat zelf een afstel meldt, geeft een reden.', {
    bron: 'IV100',
    pad: ['reden'],
  });
}
