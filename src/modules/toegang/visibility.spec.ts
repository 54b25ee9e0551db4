import { describe, expect, it } from '@jest/globals';
import { actor } from '../../../test/support/actors.js';
import type { Rol } from '../../platform/context/index.js';
import { visible } from './visibility.js';

describe('what an actor may see', () => {
  it.each<Rol>(['BEHEERDER', 'LOGBEHEERDER'])('is nothing for the %s', (rol) => {
    const { bemiddelingen, clienten, bemiddeling, client } = visible(actor(rol));
    expect([bemiddelingen, clienten]).toEqual([
      expect.stringMatching(/ where false$/),
      expect.stringMatching(/ where false$/),
    ]);
    expect([bemiddeling('b.id'), client('c.id')]).toEqual(['false', 'false']);
  });

  it('is everything for a process', () => {
    const { bemiddelingen, clienten, bemiddeling, client } = visible(actor('SYSTEEM'));
    expect(`${bemiddelingen} ${clienten}`).not.toContain('where');
    expect([bemiddeling('b.id'), client('c.id')]).toEqual(['true', 'true']);
  });

  it.each<[Rol, string, string]>([
    ['ZORGKANTOOR', 'zorgkantoor', 'zorgaanbieder'],
    ['ZORGAANBIEDER', 'zorgaanbieder', 'zorgkantoor'],
  ])('is for a %s what its own views hold, at the place that is asked', (rol, own, other) => {
    const { bemiddelingen, clienten, bemiddeling, client } = visible(actor(rol));
    const [one, two] = [bemiddeling('b.bemiddeling_id'), client('$1::uuid')];
    for (const sql of [bemiddelingen, one]) expect(sql).toContain(`zichtbaar_${own}_bemiddeling`);
    for (const sql of [clienten, two]) expect(sql).toContain(`zichtbaar_${own}_client`);
    expect([bemiddelingen, clienten, one, two].join(' ')).not.toContain(`zichtbaar_${other}`);
    expect(one).toContain('= b.bemiddeling_id');
    expect(two).toContain('= $1::uuid');
  });
});
