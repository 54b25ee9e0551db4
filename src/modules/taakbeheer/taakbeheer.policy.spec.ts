import { describe, expect, it } from '@jest/globals';
import { actor, allowed } from '../../../test/support/actors.js';
import { agbOfWebhook, assertMayRunTaak, receiverOf } from './taakbeheer.policy.js';

describe('the machinery', () => {
  it('is started by hand by the beheerder alone', () => {
    expect(allowed(assertMayRunTaak)).toEqual(['beheerder']);
  });

  it('calls a webhook of the zorgaanbieder that asked for it', () => {
    expect(allowed(agbOfWebhook)).toEqual(['aanbieder', 'andere aanbieder']);
    expect(agbOfWebhook(actor('ZORGAANBIEDER', { agb: '99000001' }))).toBe('99000001');
  });

  it('shows what it could not deliver to its receiver, and all of it to the beheerder', () => {
    expect(allowed(receiverOf)).toEqual(['aanbieder', 'andere aanbieder', 'beheerder']);
    expect(receiverOf(actor('ZORGAANBIEDER', { agb: '99000001' }))).toBe('99000001');
    expect(receiverOf(actor('BEHEERDER', { agb: '99000001' }))).toBeNull();
  });
});
