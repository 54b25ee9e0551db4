import { describe, expect, it } from '@jest/globals';
import { actor, allowed } from '../../../test/support/actors.js';
import { specificatie } from '../../../test/support/trajecten.js';
import type { Actor } from '../../platform/context/index.js';
import { NietToegestaan } from '../../platform/errors/index.js';
import type { Bron } from './domain/traject.js';
import type { Dossierhouderschap, Toewijzing } from './toewijzing.queries.js';
import {
  assertMayCorrect,
  assertMayReportWachtstatus,
  assertMayReportZorg,
  bronVanAanbieder,
  type Melder,
} from './wachtlijst.policy.js';

const TODAY = '2026-11-01';
const kantoor = actor('ZORGKANTOOR', { uzovi: ['5517'] });
const OFFICES = ['kantoor', 'kantoor van twee regio’s'];

function melder(verantwoordelijkheidEinddatum: string | null): Melder {
  const toewijzing: Toewijzing = {
    ...specificatie(),
    bemiddelingID: 'b',
    clientID: 'c',
    bsn: '',
    wlzIndicatieID: 'i',
    afgiftedatum: '2026-01-01',
    zorgkantoor: '5517',
    verantwoordelijkheidEinddatum,
    instelling: '99000001',
    zzpCode: '754',
    versie: 1,
  };
  return { actor: kantoor, toewijzing, dossierhouders: [], today: TODAY };
}

describe('the responsible zorgkantoor', () => {
  it.each([null, TODAY])('reports up to and with its last day (%s)', (tot) => {
    expect(assertMayReportWachtstatus(melder(tot), TODAY)).toBe('ZORGKANTOOR');
    expect(() => assertMayReportZorg(melder(tot))).not.toThrow();
  });

  it('reports no more once another took over', () => {
    expect(() => assertMayReportWachtstatus(melder('2026-10-31'), TODAY)).toThrow(NietToegestaan);
    expect(() => assertMayReportZorg(melder('2026-10-31'))).toThrow(NietToegestaan);
  });
});

const [DELIVERS, KEEPS] = ['99000001', '99000002'];

function dossierhouder(over: Partial<Dossierhouderschap> = {}): Dossierhouderschap {
  return { bemiddelingID: 'b', instelling: KEEPS, ingangsdatum: '2026-10-01', einddatum: null, ...over };
}

function report(
  who: Actor,
  dossierhouders: readonly Dossierhouderschap[],
  instelling: string | null = DELIVERS,
): Bron {
  const { toewijzing } = melder(null);
  const melding = { actor: who, toewijzing: { ...toewijzing, instelling }, dossierhouders, today: TODAY };
  return assertMayReportWachtstatus(melding, TODAY);
}

describe('a waiting status is reported', () => {
  it('by who delivers the care and by the zorgkantoor', () => {
    expect(allowed((one) => report(one, []))).toEqual([...OFFICES, 'aanbieder']);
  });

  it('by the dossierhouder of today as well', () => {
    expect(allowed((one) => report(one, [dossierhouder()]))).toEqual([
      ...OFFICES,
      'aanbieder',
      'andere aanbieder',
    ]);
  });

  it.each([
    ['of another bemiddeling', { bemiddelingID: 'x' }],
    ['of yesterday', { einddatum: '2026-10-31' }],
    ['of tomorrow', { ingangsdatum: '2026-11-02' }],
  ])('not by a dossierhouder %s', (_what, over) => {
    expect(allowed((one) => report(one, [dossierhouder(over)]))).toEqual([...OFFICES, 'aanbieder']);
  });

  it('by nobody as its provider when a budget of the client pays for the care', () => {
    expect(allowed((one) => report(one, [], null))).toEqual(OFFICES);
  });

  it('on the word of the zorgkantoor, of the dossierhouder or of the provider', () => {
    const dossierhouders = [dossierhouder({ instelling: '99000003' }), dossierhouder()];
    expect(report(kantoor, dossierhouders)).toBe('ZORGKANTOOR');
    expect(report(actor('ZORGAANBIEDER', { agb: KEEPS }), dossierhouders)).toBe('DOSSIERHOUDER');
    expect(report(actor('ZORGAANBIEDER', { agb: DELIVERS }), dossierhouders)).toBe('ZORGAANBIEDER');
  });
});

describe('care is reported', () => {
  it('by who gives it and by the zorgkantoor, not by a dossierhouder', () => {
    const { toewijzing, today } = melder(null);
    const may = (instelling: string | null): string[] =>
      allowed((one) =>
        assertMayReportZorg({
          actor: one,
          toewijzing: { ...toewijzing, instelling },
          dossierhouders: [dossierhouder()],
          today,
        }),
      );
    expect(may(DELIVERS)).toEqual([...OFFICES, 'aanbieder']);
    expect(may(null)).toEqual(OFFICES);
  });
});

describe('the provider of an allocation', () => {
  const { toewijzing } = melder(null);
  const bron = (
    rol: Partial<Dossierhouderschap>,
    ingangsdatum: string,
    instelling: string | null = KEEPS,
  ): Bron => bronVanAanbieder([dossierhouder(rol)], { ...toewijzing, instelling }, ingangsdatum, TODAY);

  it.each([
    ['now, of a status that begins before', {}, '2026-09-01'],
    ['on the day the status begins, and no more now', { einddatum: '2026-10-15' }, '2026-10-15'],
    ['from the day the status begins, and not yet now', { ingangsdatum: '2026-12-01' }, '2026-12-01'],
  ])('speaks as the dossierhouder that it is %s', (_what, rol, ingangsdatum) => {
    expect(bron(rol, ingangsdatum)).toBe('DOSSIERHOUDER');
  });

  it('speaks for itself when it is none on those days', () => {
    expect(bron({ ingangsdatum: '2026-10-02', einddatum: '2026-10-31' }, '2026-10-01')).toBe('ZORGAANBIEDER');
    expect(bron({}, TODAY, DELIVERS)).toBe('ZORGAANBIEDER');
    expect(bron({}, TODAY, null)).toBe('ZORGAANBIEDER');
  });
});

describe('what was reported is corrected', () => {
  it.each<[Bron, Bron, boolean]>([
    ['ZORGAANBIEDER', 'ZORGAANBIEDER', true],
    ['ZORGAANBIEDER', 'DOSSIERHOUDER', false],
    ['ZORGAANBIEDER', 'ZORGKANTOOR', false],
    ['DOSSIERHOUDER', 'ZORGAANBIEDER', true],
    ['DOSSIERHOUDER', 'ZORGKANTOOR', true],
    ['ZORGKANTOOR', 'DOSSIERHOUDER', true],
  ])('by a %s over the word of a %s: %s', (bron, vorige, may) => {
    expect(allowed(() => assertMayCorrect(bron, vorige)).length > 0).toBe(may);
  });

  it('is refused at the period it is about', () => {
    expect(() => assertMayCorrect('ZORGAANBIEDER', 'DOSSIERHOUDER')).toThrow(
      expect.objectContaining({ pad: ['uitstelperiodeID'] }),
    );
  });
});
