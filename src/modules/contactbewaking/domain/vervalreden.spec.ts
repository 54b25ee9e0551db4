import { describe, expect, it } from '@jest/globals';
import { waaromGeeindigd, type Eindes, type Toewijzingseinde, type Wachtregel } from './vervalreden.js';

const LAATSTE = '2026-06-30';
const DAARNA = '2026-07-01';

const wacht = (over: Partial<Wachtregel> = {}): Wachtregel => ({
  bemiddelingspecificatieID: 'een',
  van: '2026-01-01',
  tot: LAATSTE,
  leveringsstatus: '7',
  classificatie: '11',
  rang: 2,
  ...over,
});

const toewijzing = (over: Partial<Toewijzingseinde> = {}): Toewijzingseinde => ({
  bemiddelingspecificatieID: 'een',
  toewijzingEinddatum: null,
  redenIntrekking: null,
  zorg: [],
  afsteldatum: null,
  ...over,
});

const reden = (
  over: Partial<Toewijzingseinde>,
  eindes: Partial<Eindes> = {},
  ook: readonly Wachtregel[] = [],
  plichtig: readonly Wachtregel[] = [wacht()],
): string =>
  waaromGeeindigd(LAATSTE, [...plichtig, ...ook], plichtig, {
    overlijdensdatum: null,
    verantwoordelijkheidEinddatum: null,
    toewijzingen: [toewijzing(over)],
    ...eindes,
  });

describe('why a duty ended', () => {
  it.each([
    ['placed', reden({ zorg: [{ ingangsdatum: DAARNA }] }), 'GEPLAATST'],
    ['never to be delivered', reden({ afsteldatum: DAARNA }), 'EINDE_ZORGVRAAG'],
    ['deceased', reden({ toewijzingEinddatum: LAATSTE }, { overlijdensdatum: LAATSTE }), 'OVERLEDEN'],
    ['another office', reden({}, { verantwoordelijkheidEinddatum: LAATSTE }), 'VERHUISD'],
    ['moved', reden({ toewijzingEinddatum: LAATSTE, redenIntrekking: '8' }), 'VERHUISD'],
    ['no longer allocated', reden({ toewijzingEinddatum: LAATSTE }), 'TOEWIJZING_BEEINDIGD'],
    ['a status that ended', reden({}), 'WACHTSTATUS_BEEINDIGD'],
    [
      'a status without this duty',
      reden({}, {}, [wacht({ van: DAARNA, tot: null, leveringsstatus: '3', rang: 4 })]),
      'OPNAMEBEHOEFTE_VERVALLEN',
    ],
    ['a role that ended', reden({}, {}, [], [wacht({ tot: null })]), 'ROL_BEEINDIGD'],
  ])('%s', (_what, found, expected) => {
    expect(found).toBe(expected);
  });

  it('is not what happened on another day, or to another allocation', () => {
    expect(reden({ zorg: [{ ingangsdatum: LAATSTE }] })).toBe('WACHTSTATUS_BEEINDIGD');
    expect(reden({ afsteldatum: '2026-07-02' })).toBe('WACHTSTATUS_BEEINDIGD');
    expect(reden({}, { overlijdensdatum: DAARNA })).toBe('WACHTSTATUS_BEEINDIGD');
    expect(reden({ bemiddelingspecificatieID: 'ander', afsteldatum: DAARNA })).toBe('WACHTSTATUS_BEEINDIGD');
  });

  it('is the death, whatever else ended with it', () => {
    const zorg = [{ ingangsdatum: DAARNA }];
    expect(reden({ zorg, afsteldatum: DAARNA }, { overlijdensdatum: LAATSTE })).toBe('OVERLEDEN');
  });
});
