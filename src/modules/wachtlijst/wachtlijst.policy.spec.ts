import { describe, expect, it } from '@jest/globals';
import { specificatie } from '../../../test/support/trajecten.js';
import type { Actor } from '../../platform/context/index.js';
import { NietToegestaan } from '../../platform/errors/index.js';
import type { Toewijzing } from './toewijzing.queries.js';
import { assertMayReportWachtstatus, assertMayReportZorg, type Melder } from './wachtlijst.policy.js';

const TODAY = '2026-11-01';
const kantoor: Actor = { sub: 'm', rol: 'ZORGKANTOOR', rollen: ['ZORGKANTOOR'], uzovi: ['5517'], agb: null };

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
