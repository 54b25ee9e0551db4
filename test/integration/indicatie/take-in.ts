import { IndicatiesIntake, type WlzIndicatieRecord } from '../../../src/modules/indicatie/index.js';
import type { DomainError } from '../../../src/platform/errors/index.js';
import { runIntake, type IntakeReport } from '../../../src/platform/intake/index.js';
import type { ClientApp } from '../client/client-app.js';

export interface Taken extends IntakeReport {
  readonly refusals: readonly DomainError[];
  readonly labels: readonly string[];
}

/** Takes records in as a file of the Indicatieregister; anything that can be written as JSON will do. */
export async function takeIn(
  { nest, unitOfWork, proces }: ClientApp,
  records: readonly unknown[],
  { bekendOp = 'NU', dryRun = false }: { bekendOp?: 'NU' | 'VASTSTELLING'; dryRun?: boolean } = {},
): Promise<Taken> {
  const refusals: DomainError[] = [];
  const labels: string[] = [];
  const report = await runIntake<WlzIndicatieRecord>(
    unitOfWork,
    proces,
    nest.get(IndicatiesIntake, { strict: false }),
    JSON.stringify({ data: { wlzIndicatie: records } }),
    {
      dryRun,
      bekendOp,
      onRefusal: (label, error) => {
        labels.push(label);
        refusals.push(error);
      },
      onProgress: () => undefined,
    },
  );
  return { ...report, refusals, labels };
}
