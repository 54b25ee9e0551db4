import { Injectable } from '@nestjs/common';
import { instantInAmsterdam, type Instant } from '../../../platform/clock/index.js';
import type { RequestContext } from '../../../platform/context/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { DomainEvents } from '../../../platform/events/index.js';
import {
  jsonRecords,
  labelBy,
  type Intake,
  type IntakeOptions,
  type Outcome,
} from '../../../platform/intake/index.js';
import { registratieNu } from '../bemiddeling.changer.js';
import { BemiddelingSet, type Registratie } from '../bemiddeling.repository.js';
import { isLeeg } from '../domain/verschil.js';
import { BemiddelingRecordAssessor, type Feiten } from './bemiddeling-record.assessor.js';
import { gegevensOf } from './bemiddelingen.mapping.js';
import { bemiddelingRecord, type BemiddelingRecord } from './bemiddelingen.schema.js';

/** What a set of records brought. */
interface Result {
  readonly outcomes: Outcome[];
  readonly gewijzigd: Set<string>;
}

/**
 * The file of bemiddelingen, as a query on the Bemiddelingsregister answers it: `data.bemiddeling`. One bemiddeling with
 * all its allocations and roles is one record: all of it comes in, or nothing.
 */
@Injectable()
export class BemiddelingenIntake implements Intake<BemiddelingRecord> {
  readonly soort = 'bemiddelingen';
  readonly schema = bemiddelingRecord;

  constructor(
    private readonly assessor: BemiddelingRecordAssessor,
    private readonly events: DomainEvents,
  ) {}

  records(text: string): readonly unknown[] {
    return jsonRecords(text, ['data', 'bemiddeling']);
  }

  label(record: unknown): string {
    return labelBy('bemiddeling', record, 'bemiddelingID');
  }

  async process(
    ctx: RequestContext,
    tx: Tx,
    records: readonly BemiddelingRecord[],
    options: IntakeOptions,
  ): Promise<Outcome[]> {
    const feiten = await this.assessor.findFeiten(tx, records);
    const set = await BemiddelingSet.load(tx, {
      bemiddelingIDs: records.map(({ bemiddelingID }) => bemiddelingID),
      bemiddelingspecificatieIDs: records.flatMap((record) =>
        record.bemiddelingspecificatie.map((specificatie) => specificatie.bemiddelingspecificatieID),
      ),
      regiehouderIDs: records.flatMap((record) => record.regiehouder.map((houder) => houder.regiehouderID)),
    });
    const result: Result = { outcomes: [], gewijzigd: new Set() };
    const pending = new Set<string>();
    const bemiddelingIDs = new Set<string>();
    for (const record of records) {
      if (pending.has(record.bemiddelingID)) {
        // What this record replaces belongs in the history, so it is written first.
        await set.flush(tx);
        pending.clear();
      }
      const outcome = this.takeIn(ctx, set, record, feiten, options, result.gewijzigd);
      result.outcomes.push(outcome);
      if (outcome !== 'nieuw' && outcome !== 'gewijzigd') continue;
      pending.add(record.bemiddelingID);
      bemiddelingIDs.add(record.bemiddelingID);
      tx.changed(record.client.clientID, outcome === 'nieuw' ? 'C' : 'U');
    }
    await set.flush(tx);
    if (result.gewijzigd.size > 0) {
      const bemiddelingspecificatieIDs = [...result.gewijzigd];
      await this.events.announce(ctx, tx, 'SpecificatiesGewijzigd', { bemiddelingspecificatieIDs });
    }
    if (bemiddelingIDs.size > 0)
      await this.events.announce(ctx, tx, 'BemiddelingenGewijzigd', { bemiddelingIDs: [...bemiddelingIDs] });
    return result.outcomes;
  }

  private takeIn(
    ctx: RequestContext,
    set: BemiddelingSet,
    record: BemiddelingRecord,
    feiten: Feiten,
    options: IntakeOptions,
    gewijzigd: Set<string>,
  ): Outcome {
    const { bemiddelingID } = record;
    const registratie = registratieOf(ctx, options);
    try {
      const { staat, waarschuwingen } = this.assessor.assess(record, set, feiten);
      const eerste = staat.specificaties.map((s) => s.vaststellingMoment).sort()[0];
      const begin = eerste ?? instantInAmsterdam(record.verantwoordelijkheidIngangsdatum, '00:00');
      const bemiddeling = set.put(gegevensOf(record), registratie, begin);
      const verschil = set.apply(bemiddelingID, staat, waarschuwingen, registratie);
      // Who is responsible counts for every allocation, also for those that stayed the same.
      const geraakt =
        bemiddeling === 'ongewijzigd'
          ? [...verschil.nieuweSpecificaties, ...verschil.gewijzigdeSpecificaties]
          : staat.specificaties;
      for (const { bemiddelingspecificatieID } of geraakt) gewijzigd.add(bemiddelingspecificatieID);
      return bemiddeling === 'ongewijzigd' && !isLeeg(verschil) ? 'gewijzigd' : bemiddeling;
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }
}

/** On a first load of history the register takes the moment of each decision as the moment it knew, if that was past. */
function registratieOf(ctx: RequestContext, { bekendOp }: IntakeOptions): Registratie {
  const nu = registratieNu(ctx);
  const rolVastgesteld = (ingangsdatum: string): Instant =>
    earlier(instantInAmsterdam(ingangsdatum, '00:00'), ctx.now);
  if (bekendOp === 'NU') return { ...nu, rolVastgesteld };
  const nieuw = (moment: Instant) => ({ ...nu.gewijzigd, geregistreerdOp: earlier(moment, ctx.now) });
  return { ...nu, nieuw, rolVastgesteld };
}

function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}
