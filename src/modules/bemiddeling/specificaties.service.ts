import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Day, Instant } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import {
  NietGevonden,
  NietToegestaan,
  OngeldigeInvoer,
  VersieVerouderd,
} from '../../platform/errors/index.js';
import { Codelijsten } from '../codelijst/index.js';
import { visible } from '../toegang/index.js';
import { assertAgbCode, findZorgaanbieders } from '../zorgaanbieder/index.js';
import { BemiddelingChanger, registratieNu, type Open } from './bemiddeling.changer.js';
import { mayChangeBemiddeling, type Verantwoordelijkheid } from './bemiddeling.policy.js';
import { BemiddelingSet } from './bemiddeling.repository.js';
import { endSpecificatie } from './domain/beeindigen.js';
import type { Regiehouder, Specificatie } from './domain/bemiddeling.js';
import { REGULIER, type Regierol } from './domain/leveringsvorm.js';
import { allocate } from './domain/opvolging.js';
import { assertBemiddeling } from './domain/regels.js';
import { periodeIsGeordend } from './domain/specificatie-regels.js';
import { SpecificatieAssessor, toLeveringsvorm } from './specificatie.assessor.js';
import { findIndicatieFeiten, findLeveringen, type IndicatieFeiten } from './toewijzing.feiten.js';
import { momentOf } from './vaststelling.js';

/** An allocation to make, under an indication or in a bemiddeling that exists. */
export interface CreateBemiddelingspecificatie {
  readonly wlzIndicatieID?: string | null;
  readonly bemiddelingID?: string | null;
  readonly leveringsvorm: string;
  readonly zzpCode: string;
  readonly toewijzingIngangsdatum: Day;
  readonly toewijzingEinddatum?: Day | null;
  readonly instelling?: string | null;
  /** The responsible zorgkantoor unless given. */
  readonly uitvoerendZorgkantoor?: string | null;
  readonly vaststellingMoment?: Instant | null;
  readonly percentage?: number | null;
  readonly pgbPercentage?: number | null;
  readonly opname?: string | null;
  readonly etmalen?: string | null;
  /** Regulier unless given. */
  readonly soortToewijzing?: string | null;
  readonly regiehouder?: {
    readonly instelling: string;
    readonly ingangsdatum?: Day | null;
    readonly regierol?: Regierol | null;
  } | null;
}

export interface EndBemiddelingspecificatie {
  readonly bemiddelingspecificatieID: string;
  readonly versie: number;
  readonly einddatum: Day;
  readonly redenIntrekking?: string | null;
  readonly instellingBestemming?: string | null;
}

/** Allocating care, and ending an allocation. */
@Injectable()
export class SpecificatiesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changer: BemiddelingChanger,
    private readonly assessor: SpecificatieAssessor,
    private readonly codelijsten: Codelijsten,
  ) {}

  /**
   * Allocates care; makes the bemiddeling when it is the first allocation under the indication.
   * @returns the id of the new allocation
   */
  createBemiddelingspecificatie(ctx: RequestContext, input: CreateBemiddelingspecificatie): Promise<string> {
    return this.unitOfWork.write(ctx, (tx) => this.allocate(ctx, tx, input));
  }

  /** The same as part of a larger use case. */
  async allocate(ctx: RequestContext, tx: Tx, input: CreateBemiddelingspecificatie): Promise<string> {
    const { open, na, id, vaststellingMoment, waarschuwingen } = await this.prepare(ctx, tx, input);
    await this.changer.save(ctx, tx, open, na, {
      vaststellingMoment,
      waarschuwingen: new Map([[id, waarschuwingen]]),
    });
    return id;
  }

  /** Throws the refusal with which this care would not be allocated; changes nothing. */
  async assertAllocatable(ctx: RequestContext, tx: Tx, input: CreateBemiddelingspecificatie): Promise<void> {
    // A zorgaanbieder asks for care beside what others allocated.
    await tx.asRegister(() => this.prepare(ctx, tx, input));
  }

  private async prepare(ctx: RequestContext, tx: Tx, input: CreateBemiddelingspecificatie) {
    const vaststellingMoment = momentOf(ctx, input.vaststellingMoment ?? null);
    const open = await this.openFor(ctx, tx, input);
    await lockClient(tx, open.clientID);
    const indicatie = await this.indicatieFeiten(tx, open.wlzIndicatieID);
    const zorgkantoor = open.set.get(open.bemiddelingID)?.verantwoordelijkZorgkantoor ?? '';
    const specificatie = toSpecificatie(input, zorgkantoor, vaststellingMoment);
    // Before anything is derived from the period, such as that of the role.
    periodeIsGeordend(specificatie);
    const { regiehouder } = input;
    const voor = open.set.staat(open.bemiddelingID);
    const na = allocate(
      voor,
      specificatie,
      regiehouder
        ? {
            regiehouderID: randomUUID(),
            instelling: regiehouder.instelling,
            regierol: regiehouder.regierol ?? null,
            ingangsdatum: regiehouder.ingangsdatum ?? null,
          }
        : null,
    );
    const id = specificatie.bemiddelingspecificatieID;
    const waarschuwingen = await this.assess(tx, specificatie, na.regiehouders, indicatie);
    assertBemiddeling(na, await findLeveringen(tx, [open.bemiddelingID]), new Set([id]));
    return { open, na, id, vaststellingMoment, waarschuwingen };
  }

  /** Ends an allocation, and with it each role that nothing calls for any more. */
  async endBemiddelingspecificatie(ctx: RequestContext, input: EndBemiddelingspecificatie): Promise<string> {
    const { bemiddelingspecificatieID: id, einddatum } = input;
    const redenIntrekking = input.redenIntrekking ?? null;
    const instellingBestemming = input.instellingBestemming ?? null;
    return this.unitOfWork.write(ctx, async (tx) => {
      const open = await this.changer.open(ctx, tx, 'bemiddelingspecificatie', id);
      if (open.set.specificatie(id)?.versie !== input.versie) throw new VersieVerouderd();
      this.codelijsten.assertCode('COD172', redenIntrekking, einddatum, ['redenIntrekking']);
      if (instellingBestemming !== null) assertAgbCode(instellingBestemming, ['instellingBestemming']);
      const na = endSpecificatie(open.set.staat(open.bemiddelingID), id, {
        einddatum,
        redenIntrekking,
        instellingBestemming,
        vaststellingMoment: ctx.now,
      });
      assertBemiddeling(na, new Map(), new Set());
      await this.changer.save(ctx, tx, open, na);
      return id;
    });
  }

  private async assess(
    tx: Tx,
    specificatie: Specificatie,
    regiehouders: readonly Regiehouder[],
    indicatie: IndicatieFeiten,
  ) {
    const codes = [specificatie.instelling, ...regiehouders.map(({ instelling }) => instelling)];
    const zorgaanbieders = await findZorgaanbieders(
      tx,
      codes.filter((code) => code !== null),
    );
    const waarschuwingen = this.assessor.assess(specificatie, indicatie, zorgaanbieders);
    for (const houder of regiehouders)
      this.assessor.assessRegiehouder(houder, zorgaanbieders, ['regiehouder']);
    return waarschuwingen;
  }

  private async openFor(ctx: RequestContext, tx: Tx, input: CreateBemiddelingspecificatie): Promise<Open> {
    const { bemiddelingID = null, wlzIndicatieID = null } = input;
    if ((bemiddelingID === null) === (wlzIndicatieID === null)) {
      throw new OngeldigeInvoer('Geef de indicatie of de bemiddeling, en niet beide.', {
        pad: ['wlzIndicatieID'],
      });
    }
    if (bemiddelingID !== null) return this.changer.open(ctx, tx, 'bemiddeling', bemiddelingID);
    return this.openForIndicatie(ctx, tx, wlzIndicatieID ?? '');
  }

  /** The bemiddeling of this zorgkantoor under an indication; a new one when the indication has none at all. */
  private async openForIndicatie(ctx: RequestContext, tx: Tx, wlzIndicatieID: string): Promise<Open> {
    // The locks keep two first allocations from making two bemiddelingen, and one from missing a death.
    const [indicatie] = await tx.query<{ clientID: string; zorgkantoor: string; ingangsdatum: Day }>(
      `select i.client_id as "clientID", i.initieel_verantwoordelijk_zorgkantoor as zorgkantoor, i.ingangsdatum
       from indicatie i join client c on c.client_id = i.client_id
       where i.wlz_indicatie_id = $1 and ${visible(ctx.actor).client('i.client_id')}
       for no key update of i, c`,
      [wlzIndicatieID],
    );
    if (indicatie === undefined) throw new NietGevonden('Deze indicatie', ['wlzIndicatieID']);
    // One of another zorgkantoor counts as well, though this one may not see it.
    const bestaande = await tx.asRegister(() =>
      tx.query<Verantwoordelijkheid & { bemiddelingID: string }>(
        `select bemiddeling_id as "bemiddelingID", verantwoordelijk_zorgkantoor as "verantwoordelijkZorgkantoor",
         verantwoordelijkheid_einddatum as "verantwoordelijkheidEinddatum"
       from bemiddeling where wlz_indicatie_id = $1
       order by verantwoordelijkheid_ingangsdatum desc, bemiddeling_id`,
        [wlzIndicatieID],
      ),
    );
    const eigen = bestaande.find((bemiddeling) => mayChangeBemiddeling(ctx.actor, bemiddeling, ctx.today));
    if (eigen !== undefined) return this.changer.lock(tx, eigen.bemiddelingID);
    const eerste = {
      verantwoordelijkZorgkantoor: indicatie.zorgkantoor,
      verantwoordelijkheidEinddatum: null,
    };
    if (bestaande.length > 0 || !mayChangeBemiddeling(ctx.actor, eerste, ctx.today)) {
      throw new NietToegestaan('Een ander zorgkantoor is verantwoordelijk voor deze indicatie.', [
        'wlzIndicatieID',
      ]);
    }
    const { clientID, ingangsdatum: verantwoordelijkheidIngangsdatum } = indicatie;
    const bemiddelingID = randomUUID();
    const set = await BemiddelingSet.load(tx, { bemiddelingIDs: [] });
    const gegevens = { bemiddelingID, clientID, wlzIndicatieID, verantwoordelijkheidIngangsdatum, ...eerste };
    set.put(gegevens, registratieNu(ctx), ctx.now);
    return { bemiddelingID, clientID, wlzIndicatieID, set };
  }

  private async indicatieFeiten(tx: Tx, wlzIndicatieID: string): Promise<IndicatieFeiten> {
    const indicatie = (await findIndicatieFeiten(tx, [wlzIndicatieID])).get(wlzIndicatieID);
    if (indicatie === undefined) throw new NietGevonden('Deze indicatie', ['wlzIndicatieID']);
    return indicatie;
  }
}

/** Care of one client is allocated, and begins, one thing at a time: what T7 weighs stays as it is until the end. */
async function lockClient(tx: Tx, clientID: string): Promise<void> {
  await tx.query(`select from client where client_id = $1 for no key update`, [clientID]);
}

function toSpecificatie(
  input: CreateBemiddelingspecificatie,
  zorgkantoor: string,
  vaststellingMoment: Instant,
): Specificatie {
  return {
    bemiddelingspecificatieID: randomUUID(),
    leveringsvorm: toLeveringsvorm(input.leveringsvorm),
    zzpCode: input.zzpCode,
    toewijzingIngangsdatum: input.toewijzingIngangsdatum,
    toewijzingEinddatum: input.toewijzingEinddatum ?? null,
    instelling: input.instelling ?? null,
    uitvoerendZorgkantoor: input.uitvoerendZorgkantoor ?? zorgkantoor,
    vaststellingMoment,
    percentage: input.percentage ?? null,
    pgbPercentage: input.pgbPercentage ?? null,
    opname: input.opname ?? null,
    redenIntrekking: null,
    etmalen: input.etmalen ?? null,
    instellingBestemming: null,
    soortToewijzing: input.soortToewijzing ?? REGULIER,
  };
}
