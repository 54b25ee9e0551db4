import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Aanbieder } from '../../support/verhaal/spelers.js';
import { Verteller } from '../../support/verhaal/verhaal.js';

let verteller: Verteller;
beforeAll(async () => void (verteller = await Verteller.begin()));
afterAll(() => verteller.close());

describe('a couple', () => {
  it('waits for two places together; one place alone is refused without consequence, then both move', async () => {
    const { op, kantoor, bij } = await verteller.verhaal('5517', { parkzicht: ['4'] });
    const { parkzicht } = bij;
    op('2026-02-02');
    const [man, vrouw, buur] = [
      await kantoor.wacht('De Groot', parkzicht, '2026-02-02'),
      await kantoor.wacht('De Groot-Smit', parkzicht, '2026-02-02'),
      await kantoor.wacht('Buurman', parkzicht, '2026-02-02'),
    ];
    await parkzicht.meldtStatus(man, '2', '15', '2026-02-02');
    op('2026-02-03');
    await parkzicht.meldtStatus(buur, '2', '13', '2026-02-03');
    op('2026-02-04');
    await parkzicht.meldtStatus(vrouw, '2', '15', '2026-02-04');
    expect(await kantoor.lijst()).toEqual([
      '1 De Groot 2/15 sinds 2026-02-02 bij parkzicht',
      '2 Buurman 2/13 sinds 2026-02-03 bij parkzicht',
      '3 De Groot-Smit 2/15 sinds 2026-02-04 bij parkzicht',
    ]);

    op('2026-03-02');
    await parkzicht.heeftPlaatsen(1, 0);
    const alleen = await parkzicht.biedtAan(parkzicht, man);
    expect(await parkzicht.weigert(alleen, 'PARTNER_NIET_MEE', false)).toMatchObject({
      status: 'GEWEIGERD',
      teltMee: false,
    });
    expect(await kantoor.lijst()).toHaveLength(3);
    expect((await kantoor.regels())[0]?.client.naam).toBe('De Groot');

    op('2026-04-01');
    await parkzicht.heeftPlaatsen(2, 0, { versie: await plaatsversie(parkzicht) });
    const kamerEen = await parkzicht.biedtAan(parkzicht, man);
    expect(kamerEen.positie).toBe(1);
    const kamerTwee = await parkzicht.biedtAan(parkzicht, vrouw, 'Partneropname: samen met haar man.');
    expect(kamerTwee).toMatchObject({ positie: 2, redenAfwijking: 'Partneropname: samen met haar man.' });
    await parkzicht.neemtAan(kamerEen);
    await parkzicht.neemtAan(kamerTwee);

    op('2026-04-10');
    await parkzicht.meldtZorg(man, { ingangsdatum: '2026-04-10' });
    await parkzicht.meldtZorg(vrouw, { ingangsdatum: '2026-04-10' });
    expect(await kantoor.lijst()).toEqual(['1 Buurman 2/13 sinds 2026-02-03 bij parkzicht']);
    expect((await kantoor.verschil({ op: '2026-04-09' })).sort()).toEqual([
      'De Groot VERTROKKEN 1 → - door ZORG_BEGONNEN en WACHTSTATUS_BEEINDIGD',
      'De Groot-Smit VERTROKKEN 3 → - door ZORG_BEGONNEN en WACHTSTATUS_BEEINDIGD',
    ]);
    expect(await kantoor.plaatsen(parkzicht)).toEqual(['2 in zorg, 0 toegezegd, 0 aangeboden, 0 vrij']);
  });
});

describe('wacht uit voorzorg', () => {
  it('a client stays on the list of the provider without waiting, and comes back', async () => {
    const { op, kantoor, bij } = await verteller.verhaal('5516', { zeezicht: ['4'] });
    const { zeezicht } = bij;
    op('2026-01-05');
    const mulder = await kantoor.wacht('Mulder', zeezicht, '2026-01-05');
    const jansen = await kantoor.wacht('Jansen', zeezicht, '2026-01-05');
    await zeezicht.meldtStatus(mulder, '2', '19', '2026-01-05');
    op('2026-01-06');
    await zeezicht.meldtStatus(jansen, '2', '19', '2026-01-06');

    op('2026-02-02');
    await zeezicht.meldtStatus(mulder, '3', '19', '2026-02-02');
    expect(await kantoor.lijst({}, '')).toEqual(['1 Jansen 2/19 sinds 2026-01-06 bij zeezicht']);
    expect(await kantoor.lijst()).toEqual([
      '1 Jansen 2/19 sinds 2026-01-06 bij zeezicht',
      '2 Mulder 3/19 sinds 2026-02-02 bij zeezicht',
    ]);
    expect(await kantoor.weggelaten()).toMatchObject({ WACHT_UIT_VOORZORG: 1 });
    expect(await zeezicht.contacten()).toContain('DOSSIERHOUDER_CLIENT Mulder OPEN uiterlijk 2026-07-07');
    await zeezicht.heeftPlaatsen(1, 0);
    expect(await zeezicht.kandidaten(zeezicht)).toEqual(['1 Jansen', '- Mulder PL2']);

    op('2026-06-01');
    await zeezicht.meldtStatus(mulder, '7', '12', '2026-06-01');
    expect(await kantoor.lijst({}, '')).toEqual([
      '1 Mulder 7/12 sinds 2026-06-01 bij zeezicht',
      '2 Jansen 2/19 sinds 2026-01-06 bij zeezicht',
    ]);
    expect(await kantoor.klokken(mulder)).toBe('toewijzing 2026-01-05, status 2026-06-01, norm 2026-06-01');
    expect(await kantoor.verschil({ op: '2026-05-31' })).toContain(
      'Mulder GESTEGEN 2 → 1 door WACHTSTATUS en WACHTSTATUS_BEEINDIGD',
    );

    // Back to a wish: what was waited before the pause does not count again.
    op('2026-07-01');
    await zeezicht.meldtStatus(mulder, '2', '19', '2026-07-01');
    expect(await kantoor.klokken(mulder)).toBe('toewijzing 2026-01-05, status 2026-07-01, norm 2026-06-01');
    expect(await kantoor.verklaring(mulder, jansen)).toMatchObject({ eerst: 'b', sleutel: 'normklok' });
    expect(await kantoor.lijst({ op: '2026-03-01' }, '')).toEqual([
      '1 Jansen 2/19 sinds 2026-01-06 bij zeezicht',
    ]);
  });
});

async function plaatsversie(aanbieder: Aanbieder): Promise<number> {
  const { locaties } = await aanbieder.vraag<{
    locaties: { edges: { node: { plaatsen: { versie: number }[] } }[] };
  }>('{ locaties { edges { node { plaatsen { versie } } } } }');
  return locaties.edges[0]?.node.plaatsen[0]?.versie ?? 0;
}
