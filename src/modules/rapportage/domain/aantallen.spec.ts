import { describe, expect, it } from '@jest/globals';
import { telling, type Groep, type Status } from './aantallen.js';

const STATUSSEN: readonly Status[] = [
  { code: '6', naam: 'URGENT_PLAATSEN' },
  { code: '7', naam: 'ACTIEF_PLAATSEN' },
  { code: '3', naam: 'WACHT_UIT_VOORZORG' },
];

const groep = (
  leveringsstatus: string,
  sector: Groep['sector'],
  aantal: number,
  langer: number | null,
): Groep => ({
  leveringsstatus,
  sector,
  classificatie: '12',
  aantal,
  langerDanNorm: langer,
});

describe('the waiting list in numbers', () => {
  it('counts within, beyond and without a norm; who waits uit voorzorg in none of them (W7)', () => {
    const { perStatus, ...counted } = telling(
      [groep('6', 'VV', 3, 1), groep('7', 'VV', 5, 0), groep('7', 'GGZ', 2, null), groep('3', 'VV', 9, null)],
      STATUSSEN,
      '3',
    );
    expect(counted).toMatchObject({
      aantal: 10,
      binnenNorm: 7,
      langerDanNorm: 1,
      normNietIngevuld: 2,
      uitVoorzorg: 9,
    });
    expect(perStatus.map(({ wachtstatusCode, aantal }) => [wachtstatusCode, aantal])).toEqual([
      ['6', 3],
      ['7', 7],
    ]);
  });

  it('names every sector, also an empty one, and the unknown one only when somebody is in it', () => {
    expect(telling([], STATUSSEN, '3').perSector.map(({ sector }) => sector)).toEqual(['VV', 'GHZ', 'GGZ']);
    expect(telling([groep('6', null, 1, null)], STATUSSEN, '3').perSector.at(-1)).toEqual({
      sector: null,
      aantal: 1,
      binnenNorm: 0,
      langerDanNorm: 0,
      normNietIngevuld: 1,
    });
  });
});
