import { describe, expect, it } from '@jest/globals';
import { afstel, levering, specificatie, traject, uitstel } from '../../../../test/support/trajecten.js';
import { initieleStatus, leveringsstatusOp, signalenOp } from './actuele-status.js';
import type { Traject } from './traject.js';

const DAY = '2026-11-01';
const status = (t: Traject): string | null => {
  const now = leveringsstatusOp(t, DAY);
  return now === null ? null : `${now.leveringsstatus} ${now.ingangsdatum} ${now.bron}`;
};

describe('the leveringsstatus of an allocation', () => {
  it('is initially 7 by nobody’s report (W5)', () => {
    expect(status(traject())).toBe('7 2026-01-01 SYSTEEM');
    expect(initieleStatus(traject({ uitstelperioden: [uitstel('7', '2026-02-01')] }), DAY)).toBeNull();
    expect(initieleStatus(traject({ leveringperioden: [levering('2026-02-01')] }), DAY)).toBeNull();
  });

  it.each(['3', '5'])('is never initial for soort toewijzing %s', (soortToewijzing) => {
    expect(status(traject({ specificatie: specificatie({ soortToewijzing }) }))).toBeNull();
  });

  it('is the waiting status that holds, with whose word it is', () => {
    const t = traject({
      uitstelperioden: [uitstel('2', '2026-02-01', { bron: 'ZORGKANTOOR', redenHandmatig: 'storing' })],
    });
    expect(status(t)).toBe('2 2026-02-01 ZORGKANTOOR');
  });

  it('is 4 while care runs, and for a pgb from its beginning', () => {
    expect(status(traject({ leveringperioden: [levering('2026-02-01')] }))).toBe(
      '4 2026-02-01 ZORGAANBIEDER',
    );
    expect(status(traject({ specificatie: specificatie({ leveringsvorm: '2' }) }))).toBe(
      '4 2026-01-01 SYSTEEM',
    );
  });

  it('is 5 after an afstel, and after an end of care that closed the allocation', () => {
    expect(status(traject({ afstel: afstel('2026-05-01') }))).toBe('5 2026-05-01 ZORGAANBIEDER');
    const ended = (beeindigingReden: string) =>
      levering('2026-02-01', { einddatum: '2026-05-31', beeindigingReden });
    expect(status(traject({ leveringperioden: [ended('19')] }))).toBe('5 2026-06-01 ZORGAANBIEDER');
    expect(status(traject({ leveringperioden: [ended('20')] }))).toBeNull();
  });

  it('is none after the allocation ended', () => {
    expect(status(traject({ specificatie: specificatie({ toewijzingEinddatum: '2026-10-31' }) }))).toBeNull();
  });
});

describe('bridging that still runs after the placement', () => {
  const brug = traject({ specificatie: specificatie({ soortToewijzing: '3', leveringsvorm: '7' }) });
  const plaats = traject({ leveringperioden: [levering('2026-10-19')] });
  const wacht = traject({ uitstelperioden: [uitstel('7', '2026-02-01')] });

  it('is a signal', () => {
    expect(signalenOp(brug, [brug, plaats], DAY)).toEqual(['OVERBRUGGING_LOOPT_DOOR']);
  });

  it('is none before the placement, while somebody waits for another place, or on the place itself', () => {
    expect(signalenOp(brug, [brug, plaats], '2026-10-18')).toEqual([]);
    expect(signalenOp(brug, [brug, wacht], DAY)).toEqual([]);
    expect(signalenOp(brug, [brug, plaats, wacht], DAY)).toEqual([]);
    expect(signalenOp(plaats, [brug, plaats], DAY)).toEqual([]);
  });

  it('is none when the bridging ended', () => {
    const ended = traject({ specificatie: { ...brug.specificatie, toewijzingEinddatum: '2026-10-19' } });
    expect(signalenOp(ended, [ended, plaats], DAY)).toEqual([]);
  });
});
