import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../../../test/support/bemiddelingstaat.js';
import {
  assertOpgave,
  assertPastInLocatie,
  bevestiging,
  heeftSector,
  heeftVorm,
  kiesGroep,
  sectorenVan,
  vrij,
  type Plaatsgroep,
} from './plaatsgroep.js';

function groep(over: Partial<Plaatsgroep> = {}): Plaatsgroep {
  return {
    plaatsgroepID: 'a',
    sector: null,
    leveringsvorm: null,
    capaciteit: 10,
    overigBezet: 7,
    inGebruik: 2,
    bevestigdOp: '2026-11-01',
    ...over,
  };
}

describe('places', () => {
  it('are free when nobody lives there and no offer takes them', () => {
    expect(vrij(groep())).toBe(1);
    expect(vrij(groep({ inGebruik: 3 }))).toBe(0);
  });

  it('PL18: are together no more than the location has, if it says', () => {
    const anderen = [groep({ capaciteit: 10 }), groep({ capaciteit: 4 })];
    expect(() => assertPastInLocatie(6, anderen, 20)).not.toThrow();
    expect(refusal(() => assertPastInLocatie(7, anderen, 20))).toEqual({
      regel: 'PL18',
      bron: 'ADR 0010',
      pad: 'capaciteit',
    });
    expect(() => assertPastInLocatie(7, anderen, 0)).not.toThrow();
  });

  it('PL12: are never fewer than are taken', () => {
    expect(() => assertOpgave({ capaciteit: 9, overigBezet: 7 }, 2)).not.toThrow();
    expect(refusal(() => assertOpgave({ capaciteit: 8, overigBezet: 7 }, 2))).toEqual({
      regel: 'PL12',
      bron: null,
      pad: 'capaciteit',
    });
    expect(refusal(() => assertOpgave({ capaciteit: 1, overigBezet: -1 }, 0))).toMatchObject({
      pad: 'overigBezet',
    });
    expect(refusal(() => assertOpgave({ capaciteit: 1.5, overigBezet: 0 }, 0))).toMatchObject({
      pad: 'capaciteit',
    });
  });

  it('ask for a confirmation when they are older than the norm of the day', () => {
    expect(bevestiging('2026-10-18', 14, '2026-11-01')).toBe('BEVESTIGD');
    expect(bevestiging('2026-10-17', 14, '2026-11-01')).toBe('TE_BEVESTIGEN');
    expect(bevestiging('2020-01-01', null, '2026-11-01')).toBe('BEVESTIGD');
  });

  it('without a form are for verblijf; vpt takes a place only where places for it are named', () => {
    expect(['4', '8', '5', '7'].filter((vorm) => heeftVorm(groep(), vorm))).toEqual(['4', '8']);
    expect(['4', '8', '5', '7'].filter((vorm) => heeftVorm(groep({ leveringsvorm: '5' }), vorm))).toEqual([
      '5',
    ]);
  });

  it('without a sector are for the sectors of the provider, as far as we know them', () => {
    expect(heeftSector(groep(), 'VV', ['VV', 'GHZ'])).toBe(true);
    expect(heeftSector(groep(), 'GGZ', ['VV'])).toBe(false);
    expect(heeftSector(groep(), 'GGZ', [])).toBe(true);
    expect(heeftSector(groep(), null, ['VV'])).toBe(true);
    expect(heeftSector(groep({ sector: 'VV' }), null, ['VV'])).toBe(false);
    expect(heeftSector(groep({ sector: 'GGZ' }), 'GGZ', ['VV'])).toBe(true);
  });

  it('know the sectors by the names that files use', () => {
    expect(sectorenVan(['VG', 'LVG', 'vv'])).toEqual(['GHZ', 'VV']);
    expect(sectorenVan(['Kraamzorg'])).toEqual([]);
  });

  it('are given from the most specific group that has one', () => {
    const algemeen = groep({ plaatsgroepID: 'algemeen' });
    const vv = groep({ plaatsgroepID: 'vv', sector: 'VV' });
    expect(kiesGroep([algemeen, vv])?.plaatsgroepID).toBe('vv');
    expect(kiesGroep([algemeen, { ...vv, inGebruik: 3 }])?.plaatsgroepID).toBe('algemeen');
    expect(kiesGroep([{ ...vv, inGebruik: 3 }])).toBeNull();
  });
});
