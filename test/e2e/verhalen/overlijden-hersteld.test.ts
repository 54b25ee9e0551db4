import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Verteller } from '../../support/verhaal/verhaal.js';

let verteller: Verteller;
beforeAll(async () => void (verteller = await Verteller.begin()));
afterAll(() => verteller.close());

describe('a death that was registered wrongly', () => {
  it('is refused before who was spoken to, follows its correction, and is taken back with all that it ended', async () => {
    const { op, nu, kantoor, bij } = await verteller.verhaal('5517', { esdoorn: ['4'] });
    const { esdoorn } = bij;
    op('2026-02-02');
    const prins = await kantoor.wacht('Prins', esdoorn, '2026-02-02');
    const peters = await kantoor.wacht('Peters', esdoorn, '2026-02-02');
    await esdoorn.meldtStatus(prins, '6', '06', '2026-02-02');
    await esdoorn.meldtStatus(peters, '7', '12', '2026-02-02');
    op('2026-02-20');
    await esdoorn.belt(prins, 'CLIENT', '2026-02-20', 'DOSSIERHOUDER');

    op('2026-03-02');
    const vooraf = nu();
    const [lijst, plichten] = [await kantoor.lijst(), await kantoor.contacten()];
    expect(lijst).toHaveLength(2);
    expect(plichten).toHaveLength(2);
    const { clientID } = prins.client;
    const sterft = (overlijdensdatum: string | null, reden?: string) => ({
      clientID,
      overlijdensdatum,
      reden,
    });
    expect(await kantoor.magNiet('registerOverlijden', sterft('2000-01-01'))).toBe('OV1');
    expect(await kantoor.magNiet('registerOverlijden', sterft('2026-02-19'))).toBe('OV1');
    expect(await kantoor.magNiet('registerOverlijden', sterft(null, 'Nooit gebeurd.'))).toBe('OV3');
    expect(await kantoor.lijst()).toEqual(lijst);

    await kantoor.doet('registerOverlijden', sterft('2026-02-20'));
    expect(await kantoor.lijst({ op: '2026-02-20' })).toHaveLength(2);
    expect(await kantoor.lijst({ op: '2026-02-21' })).toHaveLength(1);

    op('2026-03-03');
    await kantoor.doet('registerOverlijden', sterft('2026-03-01'));
    expect(await kantoor.lijst({ op: '2026-03-01' })).toHaveLength(2);
    expect(await kantoor.lijst()).toEqual(['1 Peters 7/12 sinds 2026-02-02 bij esdoorn']);
    expect(await kantoor.contacten()).toEqual(plichten.filter((een) => een.includes('Peters')));

    op('2026-03-04');
    expect(await kantoor.magNiet('registerOverlijden', sterft(null))).toBe('OV2');
    const ander = sterft(null, 'Het was een ander.');
    // Who died is nobody's client any more.
    expect(await esdoorn.magNiet('registerOverlijden', ander)).toBe('NIET_GEVONDEN');
    await kantoor.doet('registerOverlijden', ander);
    expect(await kantoor.lijst()).toEqual(lijst);
    expect(await kantoor.contacten()).toEqual(plichten);
    expect(await kantoor.klokken(prins)).toBe('toewijzing 2026-02-02, status 2026-02-02, norm 2026-02-02');
    expect(await kantoor.lijst({ zoalsBekendOp: vooraf })).toEqual(lijst);
    await esdoorn.meldtStatus(prins, '7', '12', '2026-03-04');
    // Both wait as long by the clock of the norm: which of the two comes first is not said.
    expect(await kantoor.lijst()).toContainEqual(
      expect.stringMatching(/^\d Prins 7\/12 sinds 2026-03-04 bij esdoorn$/),
    );
  });
});
