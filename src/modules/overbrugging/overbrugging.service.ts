import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import { asDomainError, Mutations, type Repeatable, type Tx } from '../../platform/database/index.js';
import { DomainError, NietGevonden, OngeldigeInvoer, VersieVerouderd } from '../../platform/errors/index.js';
import { SpecificatiesService, type CreateBemiddelingspecificatie } from '../bemiddeling/index.js';
import { Codelijsten } from '../codelijst/index.js';
import { assertAgbCode } from '../zorgaanbieder/index.js';
import { alleenWieWachtWordtOverbrugd, assertAanvraag } from './domain/aanvraagregels.js';
import { HEEL } from './domain/omvang.js';
import { opnameVan, rolVanAanvrager } from './domain/aanvrager.js';
import { beoordeel, isZwijgenToestemmen } from './domain/beoordeling.js';
import { coordinatorBij } from './domain/coordinatie.js';
import { DOSSIERHOUDER, type Aanvraag } from './domain/verzoek.js';
import { agbOfAanvrager, assertIsDossierhouder, assertMayJudge } from './overbrugging.policy.js';
import {
  findToewijzingVan,
  insertVerzoek,
  lockTafereel,
  lockVerzoek,
  updateOordeel,
  type Tafereel,
  type Verzoek,
} from './verzoek.repository.js';

const OVERBRUGGING = '3';

export interface RequestOverbruggingszorg extends Repeatable {
  /** The regular allocation that is bridged to. */
  readonly bemiddelingspecificatieID: string;
  readonly leveringsvorm: string;
  readonly aanbieder: string;
  readonly toewijzingIngangsdatum: Day;
  readonly toewijzingEinddatum?: Day | null;
  /** In hundredths of a per cent; all of it unless given. */
  readonly percentage?: number | null;
  readonly verantwoord?: string | null;
  readonly doelmatig?: string | null;
  readonly extraOverbruggingszorg?: boolean | null;
}

export interface DeclineOverbruggingszorg extends Repeatable {
  readonly bemiddelingspecificatieID: string;
  readonly reden: string;
}

export interface JudgeVerzoek extends Repeatable {
  readonly verzoekID: string;
  readonly versie: number;
  readonly akkoord: boolean;
  readonly reden?: string | null;
}

/** Asking for care that bridges to a place, and judging that. */
@Injectable()
export class OverbruggingService {
  constructor(
    private readonly mutations: Mutations,
    private readonly specificaties: SpecificatiesService,
    private readonly codelijsten: Codelijsten,
  ) {}

  /**
   * Asks for bridging care. What could not be allocated today is refused now, for silence would accept it.
   * @returns the verzoekID
   */
  requestOverbruggingszorg(ctx: RequestContext, input: RequestOverbruggingszorg): Promise<string> {
    return this.mutations.once(ctx, 'requestOverbruggingszorg', input, async (tx) => {
      const onder = await lockTafereel(ctx, tx, input.bemiddelingspecificatieID);
      const { omgeving } = onder;
      const instelling = agbOfAanvrager(ctx.actor, omgeving);
      const aanvraag = this.aanvraagOf(input, ctx.today);
      const regierol = rolVanAanvrager(instelling, aanvraag.leveringsvorm, omgeving);
      assertAanvraag(aanvraag, omgeving);
      const verzoekID = randomUUID();
      const uitvoerend = await zorgkantoorOf(tx, aanvraag.aanbieder);
      const toewijzing = toewijzingVoor(onder, { ...aanvraag, uitvoerendZorgkantoor: uitvoerend });
      await this.specificaties.assertAllocatable(asProces(ctx), tx, toewijzing);
      await insertVerzoek(ctx, tx, onder, {
        verzoekID,
        instelling,
        regierol,
        status: 'INGEDIEND',
        aanvraag,
        reden: null,
      });
      tx.changed(onder.clientID, 'C');
      return verzoekID;
    });
  }

  /** The dossierhouder says that this client needs no bridging care. @returns the verzoekID */
  declineOverbruggingszorg(ctx: RequestContext, input: DeclineOverbruggingszorg): Promise<string> {
    return this.mutations.once(ctx, 'declineOverbruggingszorg', input, async (tx) => {
      const onder = await lockTafereel(ctx, tx, input.bemiddelingspecificatieID);
      const instelling = assertIsDossierhouder(ctx.actor, onder.omgeving.dossierhouder);
      alleenWieWachtWordtOverbrugd(onder.omgeving);
      const reden = input.reden.trim();
      if (reden === '') throw new OngeldigeInvoer('Geef een reden.', { bron: 'OP182', pad: ['reden'] });
      const verzoekID = randomUUID();
      const regierol = DOSSIERHOUDER;
      await insertVerzoek(ctx, tx, onder, {
        verzoekID,
        instelling,
        regierol,
        status: 'NIET_NODIG',
        aanvraag: null,
        reden,
      });
      tx.changed(onder.clientID, 'C');
      return verzoekID;
    });
  }

  /**
   * The zorgkantoor accepts a request, and with that allocates the care, or rejects it with a reason.
   * @returns the verzoekID
   */
  judgeVerzoek(ctx: RequestContext, input: JudgeVerzoek): Promise<string> {
    return this.mutations.once(ctx, 'judgeVerzoek', input, async (tx) => {
      const { onder, verzoek } = await this.open(ctx, tx, input.verzoekID);
      assertMayJudge(ctx.actor, onder, ctx.today);
      if (verzoek.versie !== input.versie) throw new VersieVerouderd();
      const { akkoord, reden = null } = input;
      const stand = {
        toegewezen: verzoek.overbruggingspecificatieID !== null,
        belemmerd: verzoek.belemmering !== null,
      };
      const oordeel = beoordeel({ ...verzoek, ...stand }, { akkoord, reden }, ctx.today);
      const overbruggingspecificatieID = akkoord ? await this.allocate(ctx, tx, onder, verzoek) : null;
      await updateOordeel(ctx, tx, verzoek.verzoekID, {
        ...oordeel,
        overbruggingspecificatieID,
        belemmering: null,
      });
      tx.changed(onder.clientID, 'U');
      return verzoek.verzoekID;
    });
  }

  /**
   * Does what silence means (OP037), once: the request counts as accepted and the care is allocated. When it cannot be
   * allocated any more the request is accepted all the same, and says what stood in the way.
   * @returns what was done; null when there was nothing to do
   */
  async acceptBySilence(
    ctx: RequestContext,
    tx: Tx,
    verzoekID: string,
  ): Promise<'TOEGEWEZEN' | 'BELEMMERD' | null> {
    const { onder, verzoek } = await this.open(ctx, tx, verzoekID);
    if (!isZwijgenToestemmen(verzoek, ctx.today)) return null;
    const { id, belemmering } = await this.tryAllocate(ctx, tx, onder, verzoek);
    await updateOordeel(ctx, tx, verzoekID, {
      status: 'GEACCEPTEERD',
      wijze: 'STILTE',
      reden: null,
      overbruggingspecificatieID: id,
      belemmering,
    });
    tx.changed(onder.clientID, 'U');
    return id === null ? 'BELEMMERD' : 'TOEGEWEZEN';
  }

  private async tryAllocate(
    ctx: RequestContext,
    tx: Tx,
    onder: Tafereel,
    verzoek: Verzoek,
  ): Promise<{ id: string | null; belemmering: string | null }> {
    await tx.query('savepoint toewijzen');
    try {
      const id = await this.allocate(ctx, tx, onder, verzoek);
      await tx.query('set constraints all immediate');
      await tx.query('set constraints all deferred');
      return { id, belemmering: null };
    } catch (error) {
      const refusal = asDomainError(error);
      if (!(refusal instanceof DomainError) || refusal instanceof VersieVerouderd) throw error;
      await tx.query('rollback to savepoint toewijzen');
      return {
        id: null,
        belemmering: [refusal.regel, refusal.bron, refusal.melding].filter(Boolean).join(' · '),
      };
    }
  }

  private async allocate(ctx: RequestContext, tx: Tx, onder: Tafereel, verzoek: Verzoek): Promise<string> {
    alleenWieWachtWordtOverbrugd(onder.omgeving);
    return this.specificaties.allocate(ctx, tx, toewijzingVoor(onder, verzoek));
  }

  private async open(
    ctx: RequestContext,
    tx: Tx,
    verzoekID: string,
  ): Promise<{ onder: Tafereel; verzoek: Verzoek }> {
    const toewijzing = await findToewijzingVan(ctx, tx, verzoekID);
    if (toewijzing === null) throw new NietGevonden('Dit verzoek', ['verzoekID']);
    const onder = await lockTafereel(ctx, tx, toewijzing);
    const verzoek = await lockVerzoek(tx, verzoekID);
    if (verzoek === null) throw new NietGevonden('Dit verzoek', ['verzoekID']);
    return { onder, verzoek };
  }

  private aanvraagOf(input: RequestOverbruggingszorg, day: Day) {
    const { leveringsvorm, aanbieder, toewijzingIngangsdatum, verantwoord = null, doelmatig = null } = input;
    assertAgbCode(aanbieder, ['aanbieder']);
    this.codelijsten.assertCode('COD578', leveringsvorm, day, ['leveringsvorm']);
    this.codelijsten.assertCode('COD260', verantwoord, day, ['verantwoord']);
    this.codelijsten.assertCode('COD260', doelmatig, day, ['doelmatig']);
    return {
      leveringsvorm,
      aanbieder,
      toewijzingIngangsdatum,
      toewijzingEinddatum: input.toewijzingEinddatum ?? null,
      percentage: input.percentage ?? HEEL,
      opname: opnameVan(leveringsvorm),
      verantwoord,
      doelmatig,
      extraOverbruggingszorg: input.extraOverbruggingszorg ?? false,
    };
  }
}

/** The allocation that a request asks for, beside the one it bridges to. */
function toewijzingVoor(
  onder: Tafereel,
  gevraagd: Aanvraag & Pick<Verzoek, 'opname' | 'uitvoerendZorgkantoor'>,
): CreateBemiddelingspecificatie {
  return {
    bemiddelingID: onder.bemiddelingID,
    leveringsvorm: gevraagd.leveringsvorm,
    zzpCode: onder.zzpCode,
    toewijzingIngangsdatum: gevraagd.toewijzingIngangsdatum,
    toewijzingEinddatum: gevraagd.toewijzingEinddatum,
    instelling: gevraagd.aanbieder,
    uitvoerendZorgkantoor: gevraagd.uitvoerendZorgkantoor,
    percentage: gevraagd.percentage,
    opname: gevraagd.opname,
    soortToewijzing: OVERBRUGGING,
    regiehouder: coordinatorBij(gevraagd, onder.coordinator),
  };
}

async function zorgkantoorOf(tx: Tx, agb: string): Promise<string | null> {
  const [row] = await tx.query<{ zorgkantoor: string }>(
    'select zorgkantoor from zorgaanbieder where agb = $1',
    [agb],
  );
  return row?.zorgkantoor ?? null;
}

/** Who asks may not allocate; whether it could be allocated is for the register itself to say. */
function asProces(ctx: RequestContext): RequestContext {
  return { ...ctx, actor: { ...ctx.actor, rol: 'SYSTEEM' } };
}
