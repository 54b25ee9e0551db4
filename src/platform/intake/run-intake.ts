import type { RequestContext } from '../context/index.js';
import type { UnitOfWork } from '../database/index.js';
import { DomainError, OngeldigeInvoer } from '../errors/index.js';
import type { Intake, IntakeOptions, Outcome } from './intake.js';

/** Records per transaction: enough to work in sets, few enough to redo one by one. */
const CHUNK = 500;

export interface IntakeReport {
  readonly soort: string;
  readonly gelezen: number;
  readonly nieuw: number;
  readonly gewijzigd: number;
  readonly ongewijzigd: number;
  readonly geweigerd: number;
}

export interface RunIntakeOptions extends IntakeOptions {
  /** Decide and check everything, store nothing. */
  readonly dryRun: boolean;
  readonly onRefusal: (label: string, error: DomainError) => void;
  readonly onProgress: (done: number, total: number) => void;
}

interface Numbered<Record> {
  readonly raw: unknown;
  readonly record: Record;
}

/** Takes a file in. A refused record is reported and does not stop the others. */
export async function runIntake<Record>(
  unitOfWork: UnitOfWork,
  ctx: RequestContext,
  intake: Intake<Record>,
  text: string,
  options: RunIntakeOptions,
): Promise<IntakeReport> {
  const raws = intake.records(text);
  const counts = { nieuw: 0, gewijzigd: 0, ongewijzigd: 0, geweigerd: 0 };
  const count = (raw: unknown, outcome: Outcome): void => {
    if (outcome instanceof DomainError) {
      counts.geweigerd += 1;
      options.onRefusal(intake.label(raw), outcome);
    } else counts[outcome] += 1;
  };
  for (let from = 0; from < raws.length; from += CHUNK) {
    const records: Numbered<Record>[] = [];
    for (const raw of raws.slice(from, from + CHUNK)) {
      const parsed = intake.schema.safeParse(raw);
      if (parsed.success) records.push({ raw, record: parsed.data });
      else count(raw, shapeRefusal(parsed.error.issues[0]?.path ?? []));
    }
    const outcomes = await takeIn(unitOfWork, ctx, intake, records, options);
    records.forEach(({ raw }, index) => count(raw, outcomes[index] ?? shapeRefusal([])));
    options.onProgress(Math.min(from + CHUNK, raws.length), raws.length);
  }
  return { soort: intake.soort, gelezen: raws.length, ...counts };
}

/** One transaction for the set; when that fails as a whole, one per record, so that only the guilty are refused. */
async function takeIn<Record>(
  unitOfWork: UnitOfWork,
  ctx: RequestContext,
  intake: Intake<Record>,
  records: readonly Numbered<Record>[],
  options: RunIntakeOptions,
): Promise<Outcome[]> {
  if (records.length === 0) return [];
  const run = options.dryRun ? unitOfWork.rehearse.bind(unitOfWork) : unitOfWork.write.bind(unitOfWork);
  const process = (set: readonly Numbered<Record>[]): Promise<Outcome[]> =>
    run(ctx, (tx) =>
      intake.process(
        ctx,
        tx,
        set.map(({ record }) => record),
        options,
      ),
    );
  try {
    return await process(records);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (records.length === 1) return [error];
  }
  const outcomes: Outcome[] = [];
  for (const record of records) {
    outcomes.push(
      ...(await process([record]).catch((error: unknown) => {
        if (error instanceof DomainError) return [error];
        throw error;
      })),
    );
  }
  return outcomes;
}

/** A field or an index; a key that somebody made up is not printed, it may be a value in disguise. */
const PATH_STEP = /^([_A-Za-z]\w{0,60}|\d{1,4}|kolom \d{1,4})$/;

function shapeRefusal(path: readonly PropertyKey[]): DomainError {
  const pad = path.map(String).map((step) => (PATH_STEP.test(step) ? step : '…'));
  return new OngeldigeInvoer('Dit record heeft niet de vorm van het register.', { pad });
}
