import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '../../../platform/context/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { OngeldigeInvoer } from '../../../platform/errors/index.js';
import {
  IntakeFileError,
  type Intake,
  type IntakeOptions,
  type Outcome,
} from '../../../platform/intake/index.js';
import { IndicatieRegister } from '../indicatie.register.js';
import { indicatieFromRegister } from './indicatie.mapper.js';
import { wlzIndicatieRecord, type WlzIndicatieRecord } from './indicaties.schema.js';

const FILE = z.object({ data: z.object({ wlzIndicatie: z.array(z.unknown()) }) });
const ID = /^[0-9a-f-]{36}$/i;

/** The file of indications: an answer of the Indicatieregister, key `wlzindicatieID`, each with the whole client. */
@Injectable()
export class IndicatiesIntake implements Intake<WlzIndicatieRecord> {
  readonly soort = 'indicaties';
  readonly schema = wlzIndicatieRecord;

  constructor(@Inject(IndicatieRegister) private readonly register: IndicatieRegister) {}

  records(text: string): readonly unknown[] {
    let content: unknown;
    try {
      content = JSON.parse(text);
    } catch {
      throw new IntakeFileError('Dit bestand is geen JSON.');
    }
    const file = FILE.safeParse(content);
    if (!file.success) throw new IntakeFileError('Verwacht wordt {"data": {"wlzIndicatie": [...]}}.');
    return file.data.data.wlzIndicatie;
  }

  label(record: unknown): string {
    const id = (record as { wlzindicatieID?: unknown } | null)?.wlzindicatieID;
    return typeof id === 'string' && ID.test(id) ? `indicatie ${id}` : 'indicatie';
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
