import { describe, expect, it } from '@jest/globals';
import { endAlles, endSpecificatie } from './beeindigen.js';
import { allocate, assignRegiehouder, endRegiehouder } from './opvolging.js';
import { assertRegie } from './regie.js';
import {
  coordinator,
  dossierhouder,
  mpt,
  pgb,
  refusal,
  staat,
  verblijf,
} from '../../../../test/support/bemiddelingstaat.js';
import { isLeeg, verschil } from './verschil.js';

const MOMENT = '2026-01-05T10:00:00.000Z';
const einde = (einddatum: string) => ({
  einddatum,
  redenIntrekking: '6',
  instellingBestemming: null,
  vaststellingMoment: MOMENT,
});
const brug = mpt({ soortToewijzing: '3' });
const beide = staat([verblijf(), brug], [dossierhouder(), coordinator()]);

describe('ending an allocation', () => {
  it('ends the role with it when nothing else calls for that role', () => {
    const na = endSpecificatie(beide, 'mpt', einde('2026-01-31'));
    expect(na.specificaties[1]).toMatchObject({
      toewijzingEinddatum: '2026-01-31',
      redenIntrekking: '6',
      vaststellingMoment: MOMENT,
    });
    expect(na.regiehouders.map(({ einddatum }) => einddatum)).toEqual([null, '2026-01-31']);
    expect(refusal(() => assertRegie(na))).toBeNull();
  });

  it('leaves the role to the allocation that goes on', () => {
    const tweede = verblijf({ bemiddelingspecificatieID: 'b', instelling: '99000002' });
    const na = endSpecificatie(
      staat([verblijf(), tweede], [dossierhouder()]),
      'verblijf',
      einde('2026-01-31'),
    );
    expect(na.regiehouders[0]?.einddatum).toBeNull();
  });

  it('does not leave the role to what was withdrawn before it began', () => {
    const dag = '2026-12-01';
    const ingetrokken = verblijf({
      bemiddelingspecificatieID: 'b',
      instelling: '99000002',
      toewijzingIngangsdatum: dag,
      toewijzingEinddatum: dag,
      redenIntrekking: '5',
    });
    const na = endSpecificatie(
      staat([verblijf(), ingetrokken], [dossierhouder()]),
      'verblijf',
      einde('2026-01-31'),
    );
    expect(na.regiehouders[0]?.einddatum).toBe('2026-01-31');
    expect(refusal(() => assertRegie(na))).toBeNull();
  });

  it('can bring a set end forward, not back', () => {
    const gezet = staat(
      [verblijf({ toewijzingEinddatum: '2026-06-30' })],
      [dossierhouder({ einddatum: '2026-06-30' })],
    );
    expect(endSpecificatie(gezet, 'verblijf', einde('2026-01-31')).regiehouders[0]?.einddatum).toBe(
      '2026-01-31',
    );
    expect(refusal(() => endSpecificatie(gezet, 'verblijf', einde('2026-07-01')))?.pad).toBe('einddatum');
  });

  it('does not end before it began', () => {
    expect(refusal(() => endSpecificatie(beide, 'mpt', einde('2025-02-28')))?.pad).toBe('einddatum');
  });
});

describe('ending everything at once', () => {
  it('ends what runs, withdraws what was to begin, leaves what had ended', () => {
    const gepland = verblijf({
      bemiddelingspecificatieID: 'later',
      instelling: '99000002',
      toewijzingIngangsdatum: '2026-03-01',
    });
    const klaar = mpt({ toewijzingEinddatum: '2025-06-01', redenIntrekking: '5' });
    const voor = staat(
      [verblijf(), gepland, klaar, pgb()],
      [
        dossierhouder({ einddatum: '2026-02-28' }),
        dossierhouder({ regiehouderID: 'b', ingangsdatum: '2026-03-01' }),
        coordinator({ einddatum: '2025-06-01' }),
      ],
    );
    const na = endAlles(voor, '2026-01-10', '1', MOMENT);
    expect(na.specificaties.map((s) => [s.toewijzingEinddatum, s.redenIntrekking])).toEqual([
      ['2026-01-10', '1'],
      ['2026-03-01', '1'],
      ['2025-06-01', '5'],
      ['2026-01-10', '1'],
    ]);
    expect(na.regiehouders.map(({ einddatum }) => einddatum)).toEqual([
      '2026-01-10',
      '2026-03-01',
      '2025-06-01',
    ]);
    expect(refusal(() => assertRegie(na))).toBeNull();
    expect(isLeeg(verschil(na, endAlles(na, '2026-01-10', '1', MOMENT)))).toBe(true);
  });
});

describe('allocating', () => {
  const houder = { regiehouderID: 'dh', instelling: '99000001', regierol: null, ingangsdatum: null };

  it('gives the holder the role and the period that the allocation calls for', () => {
    const na = allocate(staat([]), verblijf({ toewijzingEinddatum: '2026-12-31' }), houder);
    expect(na.regiehouders).toEqual([dossierhouder({ einddatum: '2026-12-31' })]);
  });

  it('needs no holder when the role is there, and knows none beside a pgb', () => {
    const tweede = verblijf({ bemiddelingspecificatieID: 'b', instelling: '99000002' });
    expect(allocate(beide, tweede, null).regiehouders).toBe(beide.regiehouders);
    expect(refusal(() => allocate(staat([]), pgb(), houder))?.pad).toBe('regiehouder');
  });
});

describe('handing a role over', () => {
  const nieuw = {
    regiehouderID: 'b',
    instelling: '99000002',
    regierol: '2',
    ingangsdatum: '2026-02-01',
  } as const;
  const voor = staat(
    [verblijf({ toewijzingEinddatum: '2026-12-31' })],
    [dossierhouder({ einddatum: '2026-12-31' })],
  );

  it.each([
    ['the day before, unless asked otherwise', null, '2026-01-31'],
    ['the day before', '2026-01-31', '2026-01-31'],
    ['the day itself', '2026-02-01', '2026-02-01'],
  ])('ends the running holder on %s; the successor takes over its last day', (_name, gevraagd, verwacht) => {
    const na = assignRegiehouder(voor, nieuw, gevraagd);
    expect(na.regiehouders).toEqual([
      dossierhouder({ einddatum: verwacht }),
      { ...nieuw, einddatum: '2026-12-31' },
    ]);
    expect(refusal(() => assertRegie(na))).toBeNull();
  });

  it.each(['2026-01-30', '2026-02-02', '2025-02-28'])(
    'refuses %s as last day of the running holder (R3)',
    (dag) => {
      expect(refusal(() => assignRegiehouder(voor, nieuw, dag))).toEqual({
        regel: 'R3',
        bron: 'RFC24016',
        pad: 'laatsteDagVorige',
      });
    },
  );

  it('lets a holder who began on the day of hand-over keep that one day', () => {
    const na = assignRegiehouder(voor, { ...nieuw, ingangsdatum: '2025-03-01' }, null);
    expect(na.regiehouders[0]?.einddatum).toBe('2025-03-01');
  });

  it('refuses the provider that has the role, and a role that nothing calls for', () => {
    expect(refusal(() => assignRegiehouder(voor, { ...nieuw, instelling: '99000001' }, null))?.pad).toBe(
      'instelling',
    );
    expect(refusal(() => assignRegiehouder(voor, { ...nieuw, regierol: '1' }, null))?.regel).toBe('R1');
    expect(
      refusal(() => assignRegiehouder(voor, { ...nieuw, ingangsdatum: '2027-01-01' }, null))?.regel,
    ).toBe('R1');
  });

  it('does not overtake a successor who is already planned', () => {
    const gepland = assignRegiehouder(voor, nieuw, null);
    const ander = { ...nieuw, regiehouderID: 'c', instelling: '99000003', ingangsdatum: '2026-01-01' };
    expect(refusal(() => assertRegie(assignRegiehouder(gepland, ander, null)))?.regel).toBe('R3');
  });
});

describe('ending a role', () => {
  it('is refused by R1 while an allocation calls for it and nobody follows', () => {
    expect(refusal(() => assertRegie(endRegiehouder(beide, 'dh', '2026-01-31')))?.regel).toBe('R1');
  });

  it('happens between the first day and the end that was set', () => {
    expect(refusal(() => endRegiehouder(beide, 'dh', '2025-02-28'))?.pad).toBe('einddatum');
    const gezet = staat([], [dossierhouder({ einddatum: '2026-06-30' })]);
    expect(refusal(() => endRegiehouder(gezet, 'dh', '2026-07-01'))?.pad).toBe('einddatum');
  });
});
