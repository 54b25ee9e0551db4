import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { intakeFor } from '../../../src/intakes.js';
import { writeContactmomenten, type ContactmomentRow } from '../../../src/modules/contactbewaking/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { IntakeFileError, runIntake, type IntakeReport } from '../../../src/platform/intake/index.js';
import type { Geplant } from './planter.js';
import {
  BEUK,
  LINDE,
  openRegister,
  systeem,
  THUIS,
  TODAY,
  zorgaanbieder,
  type Register,
} from './register.js';

const HEADER = 'bemiddelingID;datum;instelling;regierol;met;vorm;gesproken';

let register: Register;
let geplant: Geplant;

beforeAll(async () => {
  register = await openRegister();
  geplant = await register.plant.wachtende({
    coordinatoren: [[THUIS, '2026-01-01']],
    contactpersoon: ['2026-01-01', '2026-05-31'],
  });
});

afterAll(() => register.close());

interface Taken {
  readonly report: IntakeReport;
  readonly refusals: string[];
}

async function takeIn(
  lines: readonly string[],
  options: { dryRun?: boolean; bekendOp?: 'NU' | 'VASTSTELLING'; header?: string } = {},
): Promise<Taken> {
  const refusals: string[] = [];
  const report = await runIntake(
    register.app.get(UnitOfWork, { strict: false }),
    systeem(),
    intakeFor(register.app, 'contactmomenten'),
    [options.header ?? HEADER, ...lines, ''].join('\r\n'),
    {
      dryRun: options.dryRun ?? false,
      bekendOp: options.bekendOp ?? 'NU',
      onRefusal: (label, { code, regel, pad }) =>
        refusals.push(`${label}: ${code} ${regel ?? '-'} ${pad.join('.')}`),
      onProgress: () => undefined,
    },
  );
  return { report, refusals };
}

const line = (datum: string, over: Partial<Record<string, string>> = {}): string =>
  Object.values({
    bemiddelingID: geplant.bemiddelingID,
    datum,
    instelling: LINDE,
    regierol: '2',
    met: 'CLIENT',
    vorm: 'TELEFOON',
    gesproken: 'ja',
    ...over,
  }).join(';');

const stored = (datum: string): Promise<ContactmomentRow[]> =>
  register.sql<ContactmomentRow>(
    `select contactmoment_id as "contactmomentID", bemiddeling_id as "bemiddelingID", datum::text, instelling, regierol,
       met, vorm, gesproken, ingetrokken from contactmoment where datum = $1`,
    [datum],
  );

/** Since when each contact of a bemiddeling is known. */
const known = async (bemiddelingID: string): Promise<string[]> =>
  (
    await register.sql<{ op: string }>(
      'select geregistreerd_op as op from contactmoment where bemiddeling_id = $1 order by geregistreerd_op',
      [bemiddelingID],
    )
  ).map(({ op }) => op);

describe('a file of contacts', () => {
  it('is new the first time, unchanged the second, and corrects what it says otherwise', async () => {
    const lines = [
      line('2026-02-01'),
      line('2026-02-02', { instelling: THUIS, regierol: '1', met: 'DOSSIERHOUDER' }),
    ];
    expect((await takeIn(lines)).report).toEqual({
      soort: 'contactmomenten',
      gelezen: 2,
      nieuw: 2,
      gewijzigd: 0,
      ongewijzigd: 0,
      geweigerd: 0,
    });
    expect((await takeIn(lines)).report).toMatchObject({ nieuw: 0, gewijzigd: 0, ongewijzigd: 2 });
    const [before] = await stored('2026-02-01');
    expect((await takeIn([line('2026-02-01', { gesproken: 'nee' })])).report).toMatchObject({ gewijzigd: 1 });
    const [after] = await stored('2026-02-01');
    expect(after).toMatchObject({ contactmomentID: before?.contactmomentID, gesproken: false });
    const former = await register.sql(
      'select gesproken from contactmoment_historie where contactmoment_id = $1',
      [before?.contactmomentID],
    );
    expect(former).toEqual([{ gesproken: true }]);
  });

  it('sees what it said itself a line before', async () => {
    const { report } = await takeIn([
      line('2026-02-10'),
      line('2026-02-10'),
      line('2026-02-10', { gesproken: 'nee' }),
    ]);
    expect(report).toMatchObject({ nieuw: 1, ongewijzigd: 1, gewijzigd: 1 });
    expect(await stored('2026-02-10')).toMatchObject([{ gesproken: false }]);
  });

  it('has each refused line named with its rule, and the others go in', async () => {
    const { report, refusals } = await takeIn([
      line('2026-03-01'),
      line('2026-11-02'),
      line('2026-03-02', { instelling: BEUK }),
      line('2026-06-01', { met: 'CONTACTPERSOON' }),
      line('2026-03-03', { met: 'DOSSIERHOUDER' }),
      line('2026-03-04', { bemiddelingID: randomUUID() }),
      line('2026-02-30'),
      line('2026-03-05', { vorm: 'BRIEF' }),
      line('2026-03-06', { gesproken: 'misschien' }),
      `${line('2026-03-07')};te veel`,
      'te weinig',
      line('2026-03-08'),
    ]);
    expect(report).toMatchObject({ gelezen: 12, nieuw: 2, geweigerd: 10 });
    const rules = refusals.map((refusal) => refusal.split(': ')[1]);
    expect(rules).toEqual(
      expect.arrayContaining([
        'REGEL_GESCHONDEN C1 datum',
        'REGEL_GESCHONDEN C1 regierol',
        'REGEL_GESCHONDEN C1 met',
        'NIET_GEVONDEN - bemiddelingID',
        'ONGELDIGE_INVOER - datum',
        'ONGELDIGE_INVOER - vorm',
        'ONGELDIGE_INVOER - gesproken',
      ]),
    );
    expect(refusals.join()).not.toContain('BRIEF');
  });

  it('does not bring back a contact that was withdrawn', async () => {
    await takeIn([line('2026-04-01')]);
    const [contact] = await stored('2026-04-01');
    await register.contacten.correctContactmoment(zorgaanbieder(LINDE), {
      contactmomentID: contact?.contactmomentID ?? '',
      intrekken: true,
    });
    expect((await takeIn([line('2026-04-01')])).report).toMatchObject({ ongewijzigd: 1 });
    expect(await stored('2026-04-01')).toMatchObject([{ ingetrokken: true }]);
  });

  it('is known since the day of the contact on a first load of history, and never later than now', async () => {
    const { bemiddelingID } = await register.plant.wachtende();
    const lines = ['2026-07-01', TODAY].map((datum) => line(datum, { bemiddelingID }));
    await takeIn(lines, { bekendOp: 'VASTSTELLING' });
    expect(await known(bemiddelingID)).toEqual(['2026-07-01T10:00:00.000Z', `${TODAY}T08:00:00.000Z`]);
  });

  it('is known after what was known of the client before, also when the clock says the same', async () => {
    const { bemiddelingID } = await register.plant.wachtende();
    await takeIn([line(TODAY, { bemiddelingID })]);
    await takeIn([line(TODAY, { bemiddelingID, vorm: 'EMAIL' })]);
    await takeIn([line('2026-07-01', { bemiddelingID })], { bekendOp: 'VASTSTELLING' });
    expect(await known(bemiddelingID)).toEqual([
      '2026-07-01T10:00:00.000Z',
      `${TODAY}T08:00:00.000Z`,
      `${TODAY}T08:00:00.000001Z`,
    ]);
  });

  it('stores nothing on a dry run', async () => {
    expect((await takeIn([line('2026-08-01')], { dryRun: true })).report).toMatchObject({ nieuw: 1 });
    expect(await stored('2026-08-01')).toEqual([]);
  });

  it('may have its columns in another order and a byte order mark', async () => {
    const header = '\ufeffgesproken;vorm;met;regierol;instelling;datum;bemiddelingID';
    const turned = line('2026-09-01').split(';').reverse().join(';');
    expect((await takeIn([turned], { header })).report).toMatchObject({ nieuw: 1 });
  });

  it('is refused as a whole when it is something else', async () => {
    for (const header of ['{}', 'datum;vorm', `${HEADER};extra`, '"', '']) {
      await expect(takeIn([], { header })).rejects.toThrow(IntakeFileError);
    }
  });

  it('takes in at once what a year of contacts is', async () => {
    const lines = Array.from({ length: 300 }, (_, index) =>
      line('2026-10-10', { vorm: ['EMAIL', 'TELEFOON', 'BEELDBELLEN'][index % 3] ?? '' }),
    );
    expect((await takeIn(lines)).report).toMatchObject({ nieuw: 3, ongewijzigd: 297 });
  });
});

describe('round trip', () => {
  it('a file that is written from the register and read again changes nothing', async () => {
    const { bemiddelingID } = await register.plant.wachtende();
    const lines = ['2026-02-01', '2026-03-01'].map((datum) =>
      line(datum, { bemiddelingID, gesproken: 'nee' }),
    );
    await takeIn(lines);
    const rows = await register.sql<ContactmomentRow>(
      `select bemiddeling_id as "bemiddelingID", datum::text, instelling, regierol, met, vorm, gesproken
       from contactmoment where bemiddeling_id = $1 order by datum`,
      [bemiddelingID],
    );
    const written = writeContactmomenten(rows);
    expect(written).toBe([HEADER, ...lines, ''].join('\r\n'));
  });
});
