import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/context/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { OngeldigeInvoer } from '../../../platform/errors/index.js';
import {
  jsonRecords,
  labelBy,
  type Intake,
  type IntakeOptions,
  type Outcome,
} from '../../../platform/intake/index.js';
import { IndicatieRegister } from '../indicatie.register.js';
import { indicatieFromRegister } from './indicatie.mapper.js';
import { wlzIndicatieRecord, type WlzIndicatieRecord } from './indicaties.schema.js';

/** The file of indications: an answer of the Indicatieregister, key `wlzindicatieID`, each with the whole client. */
@Injectable()
export class IndicatiesIntake implements Intake<WlzIndicatieRecord> {
  readonly soort = 'indicaties';
  readonly schema = wlzIndicatieRecord;

  constructor(@Inject(IndicatieRegister) private readonly register: IndicatieRegister) {}

  records(text: string): readonly unknown[] {
    return jsonRecords(text, ['data', 'wlzIndicatie']);
  }

  label(record: unknown): string {
    return labelBy('indicatie', record, 'wlzindicatieID');
  }

  async process(
    ctx: RequestContext,
    tx: Tx,
    records: readonly WlzIndicatieRecord[],
    { bekendOp }: IntakeOptions,
  ): Promise<Outcome[]> {
    const refused = records.map(twoPeople);
    const accepted = records.filter((_, index) => refused[index] === null);
    const outcomes = await this.register.register(ctx, tx, accepted.map(indicatieFromRegister), {
      bekendOp,
      pad: [],
    });
    const next = outcomes.values();
    return refused.map((refusal) => refusal ?? next.next().value ?? mismatch());
  }
}

/** A record names its client's BSN twice, and each of its parts its client: they must be one. */
function twoPeople({ bsn, client }: WlzIndicatieRecord): OngeldigeInvoer | null {
  const isOne =
    bsn === client.bsn &&
    client.contactPersoon.every(({ clientID }) => clientID === client.clientID) &&
    client.contactGegevens.every(({ clientID }) => clientID === null || clientID === client.clientID);
  return isOne ? null : mismatch();
}

function mismatch(): OngeldigeInvoer {
  return new OngeldigeInvoer('De indicatie en haar onderdelen noemen niet dezelfde cliënt.', {
    regel: 'P1',
    bron: 'CS002',
    pad: ['bsn'],
  });
}
