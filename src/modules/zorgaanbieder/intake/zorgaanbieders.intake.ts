import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/context/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { DomainError, OngeldigeInvoer } from '../../../platform/errors/index.js';
import { jsonRecords, labelBy, type Intake, type Outcome } from '../../../platform/intake/index.js';
import { Codelijsten } from '../../codelijst/index.js';
import { assertAgbCode, isAgbCode, sameZorgaanbieder, type Zorgaanbieder } from '../domain/zorgaanbieder.js';
import { findLocatieHouders, findLocaties, findZorgaanbieders } from '../zorgaanbieder.queries.js';
import { saveZorgaanbieders } from '../zorgaanbieder.repository.js';
import { zorgaanbiederRecord } from './zorgaanbieders.schema.js';

/** What is known before and during a set: later records see what earlier ones brought. */
interface Known {
  readonly zorgaanbieders: Map<string, Zorgaanbieder>;
  /** locatieID → AGB of the provider it belongs to. */
  readonly locatiehouders: Map<string, string>;
}

/**
 * The file of providers: a JSON array, key `agbCode`. A location that a later file no longer names stays: allocations
 * of the past may rest on it.
 */
@Injectable()
export class ZorgaanbiedersIntake implements Intake<Zorgaanbieder> {
  readonly soort = 'zorgaanbieders';
  readonly schema = zorgaanbiederRecord;

  constructor(private readonly codelijsten: Codelijsten) {}

  records(text: string): readonly unknown[] {
    return jsonRecords(text, []);
  }

  label(record: unknown): string {
    return labelBy('zorgaanbieder', record, 'agbCode', isAgbCode);
  }

  async process(ctx: RequestContext, tx: Tx, records: readonly Zorgaanbieder[]): Promise<Outcome[]> {
    const known = await this.load(tx, records);
    const batch = new Map<string, Zorgaanbieder>();
    const outcomes: Outcome[] = [];
    for (const record of records) {
      if (batch.has(record.agbCode)) {
        await saveZorgaanbieders(ctx, tx, [...batch.values()]);
        batch.clear();
      }
      const outcome = this.decide(ctx, record, known);
      outcomes.push(outcome);
      if (outcome === 'nieuw' || outcome === 'gewijzigd') batch.set(record.agbCode, record);
    }
    if (batch.size > 0) await saveZorgaanbieders(ctx, tx, [...batch.values()]);
    return outcomes;
  }

  private decide(ctx: RequestContext, record: Zorgaanbieder, known: Known): Outcome {
    try {
      assertAgbCode(record.agbCode, ['agbCode']);
      this.codelijsten.assertCode('COD001', record.zorgkantoor, ctx.today, ['zorgkantoor']);
      record.leveringsvormen.forEach((vorm, index) =>
        this.codelijsten.assertCode('COD578', vorm, ctx.today, ['leveringsvormen', String(index)]),
      );
      assertEigenLocaties(record, known.locatiehouders);
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
    const before = known.zorgaanbieders.get(record.agbCode);
    const after = before === undefined ? record : { ...record, locaties: withEarlier(record, before) };
    if (before !== undefined && sameZorgaanbieder(before, after)) return 'ongewijzigd';
    known.zorgaanbieders.set(record.agbCode, after);
    for (const { locatieID } of record.locaties) known.locatiehouders.set(locatieID, record.agbCode);
    return before === undefined ? 'nieuw' : 'gewijzigd';
  }

  private async load(tx: Tx, records: readonly Zorgaanbieder[]): Promise<Known> {
    const agbCodes = records.map(({ agbCode }) => agbCode);
    const rows = await findZorgaanbieders(tx, agbCodes);
    const locaties = await findLocaties(tx, agbCodes);
    const locatieIDs = records.flatMap((record) => record.locaties.map(({ locatieID }) => locatieID));
    return {
      zorgaanbieders: new Map(
        [...rows].map(([agbCode, row]) => [agbCode, { ...row, locaties: locaties.get(agbCode) ?? [] }]),
      ),
      locatiehouders: await findLocatieHouders(tx, locatieIDs),
    };
  }
}

function assertEigenLocaties(record: Zorgaanbieder, houders: ReadonlyMap<string, string>): void {
  const seen = new Set<string>();
  record.locaties.forEach(({ locatieID }, index) => {
    const houder = houders.get(locatieID) ?? record.agbCode;
    if (seen.has(locatieID) || houder !== record.agbCode) {
      throw new OngeldigeInvoer('Deze locatie staat al onder een andere vermelding geregistreerd.', {
        pad: ['locaties', String(index), 'locatieID'],
      });
    }
    seen.add(locatieID);
  });
}

function withEarlier(record: Zorgaanbieder, before: Zorgaanbieder): Zorgaanbieder['locaties'] {
  const named = new Set(record.locaties.map(({ locatieID }) => locatieID));
  return [...record.locaties, ...before.locaties.filter(({ locatieID }) => !named.has(locatieID))];
}
