import { describe, expect, it } from '@jest/globals';
import type { Leveringsvorm } from './leveringsvorm.js';
import { profielLaatLeveringsvormToe, WAARSCHUWINGEN, type Profieltoelating } from './profiel.js';
import { refusal } from '../../../../test/support/bemiddelingstaat.js';

const THUIS: readonly Leveringsvorm[] = ['5', '7', '8'];

describe('T8: the profile admits the form of delivery', () => {
  it.each<[Leveringsvorm, Profieltoelating, string]>([
    ['2', { pgb: 'NEE', thuis: 'JA' }, 'Rlz 5.5'],
    ...THUIS.map(
      (vorm) => [vorm, { pgb: 'JA', thuis: 'NEE' }, 'Wlz 3.3.4'] as [Leveringsvorm, Profieltoelating, string],
    ),
  ])('refuses form %s for a profile that excludes it', (vorm, profiel, bron) => {
    expect(refusal(() => profielLaatLeveringsvormToe(vorm, profiel))).toEqual({
      regel: 'T8',
      bron,
      pad: 'leveringsvorm',
    });
  });

  it.each<[Leveringsvorm, Profieltoelating]>([
    ['2', { pgb: 'JA', thuis: 'NEE' }],
    ['5', { pgb: 'NEE', thuis: 'JA' }],
    ['4', { pgb: 'NEE', thuis: 'NEE' }],
  ])('looks for form %s only at what that form needs', (vorm, profiel) => {
    expect(profielLaatLeveringsvormToe(vorm, profiel)).toEqual([]);
  });

  it.each<[Leveringsvorm, Profieltoelating | null]>([
    ['2', { pgb: 'ONBEKEND', thuis: 'JA' }],
    ['7', { pgb: 'JA', thuis: 'ONBEKEND' }],
    ['8', null],
  ])('allows form %s with a warning where the sources are silent', (vorm, profiel) => {
    expect(profielLaatLeveringsvormToe(vorm, profiel)).toEqual(['PROFIEL_ONZEKER']);
    expect(WAARSCHUWINGEN.PROFIEL_ONZEKER.regel).toBe('T8');
  });
});
