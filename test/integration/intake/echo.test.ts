import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClock } from '../../../src/config/index.js';
import { intakeFor, SOORTEN } from '../../../src/intakes.js';
import { processContext } from '../../../src/platform/context/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { runIntake } from '../../../src/platform/intake/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';

/** What a slip puts in the wrong place: a BSN, and characters that steer a terminal. */
const SLIP = '999990019\u001b[2J';
const KOLOMMEN = 'bemiddelingID;datum;instelling;regierol;met;vorm;gesproken';

/** A file of which one record has the slip in every field, also under a name of its own. */
const FILES: Readonly<Record<string, (record: object) => string>> = {
  zorgaanbieders: (record) => JSON.stringify([record]),
  indicaties: (record) => JSON.stringify({ data: { wlzIndicatie: [record] } }),
  bemiddelingen: (record) => JSON.stringify({ data: { bemiddeling: [record] } }),
  leveringen: (record) => JSON.stringify({ data: { levering: [record] } }),
  contactmomenten: () => [KOLOMMEN, KOLOMMEN.replace(/\w+/g, SLIP)].join('\n'),
};
const IDS = ['agbCode', 'wlzindicatieID', 'bemiddelingID', 'leveringID', 'client'];

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp();
});

afterAll(() => test.close());

/** Everything that the command would print about the refused records of a file. */
async function printed(soort: string, text: string): Promise<string> {
  const lines: string[] = [];
  const report = await runIntake(
    test.app.get(UnitOfWork, { strict: false }),
    processContext(createClock(test.config), 'import', `import ${soort}`),
    intakeFor(test.app, soort),
    text,
    {
      dryRun: false,
      bekendOp: 'NU',
      onRefusal: (label, { pad, melding }) => lines.push(label, ...pad, melding),
      onProgress: () => undefined,
    },
  );
  expect(report).toMatchObject({ gelezen: 1, geweigerd: 1 });
  return lines.join('\n');
}

describe('a refused record', () => {
  it.each(SOORTEN)('of %s is not told by what stands where its id should be', async (soort) => {
    const record = Object.fromEntries(IDS.map((field) => [field, SLIP]));
    const text = await printed(soort, FILES[soort]?.(record) ?? '');
    expect(text).not.toContain('999990019');
    expect(text).not.toContain('\u001b');
  });

  it('is not told by a field that somebody made up', async () => {
    const id = '0b0f7c52-0d3c-4d5e-9c51-0a5f0c7e1a11';
    const levering = {
      leveringID: id,
      client: { clientID: id, bsn: '999990019' },
      bemiddelingspecificatieID: id,
      uitstelperiodes: [],
      leveringperiodes: [],
      afstel: null,
      [SLIP]: 'x',
    };
    const text = await printed('leveringen', FILES.leveringen?.(levering) ?? '');
    expect(text).toContain('vorm van het register');
    expect(text).not.toContain('999990019');
  });
});
