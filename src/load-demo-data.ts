import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { intakeFor, SOORTEN } from './intakes.js';
import { showDemoPlaatsen, showDemoVerzoeken, writeDemoData } from './modules/demodata/index.js';
import { OverbruggingService } from './modules/overbrugging/index.js';
import { AanbodService, AntwoordService, PlaatsenService } from './modules/plaats/index.js';
import type { Clock } from './platform/clock/index.js';
import { processContext } from './platform/context/index.js';
import { UnitOfWork } from './platform/database/index.js';
import { runIntake } from './platform/intake/index.js';

const SEED = 42;
const CLIENTS = 200;

/** Fills an empty register with synthetic clients as of today; leaves a register that holds anything alone. */
export async function loadDemoData(
  app: INestApplicationContext,
  clock: Clock,
  onProgress: (text: string) => void,
): Promise<void> {
  if (!(await isEmpty(app, clock))) return;
  onProgress(`Het register is leeg: ${CLIENTS} verzonnen cliënten worden ingelezen …`);
  const folder = await mkdtemp(join(tmpdir(), 'wlz-regie-voorbeeld-'));
  try {
    await writeDemoData({ seed: SEED, asof: clock.today(), clients: CLIENTS }, folder);
    for (const soort of SOORTEN) await takeIn(app, clock, soort, folder, onProgress);
    const { locaties, aanbiedingen } = await showDemoPlaatsen(clock, {
      unitOfWork: app.get(UnitOfWork, { strict: false }),
      plaatsen: app.get(PlaatsenService, { strict: false }),
      aanbod: app.get(AanbodService, { strict: false }),
      antwoord: app.get(AntwoordService, { strict: false }),
    });
    onProgress(`  plaatsen: ${locaties} locaties, ${aanbiedingen} aanbiedingen`);
    const verzoeken = await showDemoVerzoeken(clock, {
      unitOfWork: app.get(UnitOfWork, { strict: false }),
      overbrugging: app.get(OverbruggingService, { strict: false }),
    });
    onProgress(`  verzoeken: ${verzoeken}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function takeIn(
  app: INestApplicationContext,
  clock: Clock,
  soort: string,
  folder: string,
  onProgress: (text: string) => void,
): Promise<void> {
  const file = join(folder, soort === 'contactmomenten' ? `${soort}.csv` : `${soort}.json`);
  const { nieuw } = await runIntake(
    app.get(UnitOfWork, { strict: false }),
    processContext(clock, 'voorbeeldgegevens', `import ${soort}`),
    intakeFor(app, soort),
    await readFile(file, 'utf8'),
    {
      dryRun: false,
      bekendOp: 'VASTSTELLING',
      onRefusal: (label, { regel, melding }) =>
        onProgress(`geweigerd: ${label} [${regel ?? '-'}] ${melding}`),
      onProgress: () => undefined,
    },
  );
  onProgress(`  ${soort}: ${nieuw}`);
}

function isEmpty(app: INestApplicationContext, clock: Clock): Promise<boolean> {
  const context = processContext(clock, 'voorbeeldgegevens', 'register leeg?');
  return app.get(UnitOfWork, { strict: false }).read(context, async (tx) => {
    const [row] = await tx.query<{ empty: boolean }>(
      'select not exists (select from client) and not exists (select from zorgaanbieder) as empty',
    );
    return row?.empty === true;
  });
}
