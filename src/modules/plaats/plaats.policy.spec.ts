import { describe, expect, it } from '@jest/globals';
import { allowed } from '../../../test/support/actors.js';
import type { Actor } from '../../platform/context/index.js';
import { NietToegestaan } from '../../platform/errors/index.js';
import {
  assertMayAnswer,
  assertMayOffer,
  assertMayRecordGesprek,
  assertMayRecordPlaatsen,
} from './plaats.policy.js';

const TODAY = '2026-11-01';
const client = { zorgkantoor: '5517', verantwoordelijkTot: null, dossierhouder: '99000002' };

const aanbieder = (agb: string): Actor => ({
  sub: 'test',
  rol: 'ZORGAANBIEDER',
  rollen: ['ZORGAANBIEDER'],
  uzovi: [],
  agb,
});
const kantoor = (...uzovi: string[]): Actor => ({
  sub: 'test',
  rol: 'ZORGKANTOOR',
  rollen: ['ZORGKANTOOR'],
  uzovi,
  agb: null,
});

const [eigenaar, dossierhouder, vreemde] = ['99000001', '99000002', '99000003'].map(aanbieder) as [
  Actor,
  Actor,
  Actor,
];

function may(rule: (actor: Actor) => void, ...actors: Actor[]): boolean[] {
  return actors.map((actor) => {
    try {
      rule(actor);
      return true;
    } catch (error) {
      expect(error).toBeInstanceOf(NietToegestaan);
      return false;
    }
  });
}

describe('who may', () => {
  const all = [eigenaar, dossierhouder, vreemde, kantoor('5517'), kantoor('5516')] as const;

  it('record places: the provider alone', () => {
    const rule = (actor: Actor): void => assertMayRecordPlaatsen(actor, '99000001');
    expect(may(rule, ...all)).toEqual([true, false, false, false, false]);
  });

  it('offer and withdraw: the provider of the location and the responsible zorgkantoor', () => {
    const rule = (actor: Actor): void => assertMayOffer(actor, '99000001', client, TODAY);
    expect(may(rule, ...all)).toEqual([true, false, false, true, false]);
  });

  it('record an answer: the dossierhouder as well', () => {
    const rule = (actor: Actor): void => assertMayAnswer(actor, '99000001', client, TODAY);
    expect(may(rule, ...all)).toEqual([true, true, false, true, false]);
  });

  it('record a conversation: the dossierhouder and the zorgkantoor', () => {
    const rule = (actor: Actor): void => assertMayRecordGesprek(actor, client, TODAY);
    expect(may(rule, ...all)).toEqual([false, true, false, true, false]);
    const nobody = (actor: Actor): void =>
      assertMayRecordGesprek(actor, { ...client, dossierhouder: null }, TODAY);
    expect(may(nobody, ...all)).toEqual([false, false, false, true, false]);
  });

  it('a zorgkantoor that handed its responsibility over does nothing more', () => {
    const former = { ...client, verantwoordelijkTot: '2026-10-31' };
    expect(may((actor) => assertMayOffer(actor, '99000001', former, TODAY), kantoor('5517'))).toEqual([
      false,
    ]);
    const lastDay = { ...client, verantwoordelijkTot: TODAY };
    expect(may((actor) => assertMayOffer(actor, '99000001', lastDay, TODAY), kantoor('5517'))).toEqual([
      true,
    ]);
  });

  it('whoever comes with claims of another role: the role counts', () => {
    const offices = ['kantoor', 'kantoor van twee regio’s'];
    const nobody = { ...client, dossierhouder: null };
    expect(allowed((one) => assertMayRecordPlaatsen(one, '99000001'))).toEqual(['aanbieder']);
    expect(allowed((one) => assertMayOffer(one, '99000001', client, TODAY))).toEqual([
      ...offices,
      'aanbieder',
    ]);
    expect(allowed((one) => assertMayAnswer(one, '99000003', nobody, TODAY))).toEqual(offices);
    expect(allowed((one) => assertMayRecordGesprek(one, nobody, TODAY))).toEqual(offices);
  });
});
