import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Verteller } from '../../support/verhaal/verhaal.js';

let verteller: Verteller;
beforeAll(async () => void (verteller = await Verteller.begin()));
afterAll(() => verteller.close());

describe('from the hospital to a place', () => {
  it('a client waits, becomes urgent, goes before who waited longer, and is placed', async () => {
    const { op, nu, kantoor, bij } = await verteller.verhaal('5517', { lindenhof: ['4'] });
    const { lindenhof } = bij;

    op('2026-01-12');
    const kamp = await kantoor.wijstToe(await kantoor.registreert('Kamp', '2026-01-12', lindenhof), {
      aan: lindenhof,
      vanaf: '2026-01-12',
      dossierhouder: lindenhof,
    });
    await lindenhof.meldtStatus(kamp, '7', '12', '2026-01-12');
    await lindenhof.doet('declineOverbruggingszorg', { ...id(kamp), reden: 'De dochter zorgt.' });

    op('2026-03-02');
    const client = await kantoor.registreert('Duin', '2026-03-02', lindenhof);
    expect(await kantoor.werk()).toEqual(['TOEWIJZEN Duin uiterlijk 2026-03-03']);

    op('2026-03-03');
    const duin = await kantoor.wijstToe(client, {
      aan: lindenhof,
      vanaf: '2026-03-03',
      dossierhouder: lindenhof,
    });
    expect(await lindenhof.werk()).toEqual([
      'EERSTE_STATUS Duin uiterlijk 2026-03-17',
      'OVERBRUGGING_AANVRAGEN Duin uiterlijk 2026-03-17',
    ]);
    expect(await kantoor.lijst()).toEqual(['1 Kamp 7/12 sinds 2026-01-12 bij lindenhof']);

    op('2026-03-04');
    await lindenhof.meldtStatus(duin, '7', '12', '2026-03-04');
    expect(await kantoor.lijst()).toEqual([
      '1 Kamp 7/12 sinds 2026-01-12 bij lindenhof',
      '2 Duin 7/12 sinds 2026-03-04 bij lindenhof',
    ]);
    expect(await kantoor.verklaring(kamp, duin)).toMatchObject({ eerst: 'a', sleutel: 'normklok' });
    expect(await lindenhof.werk()).toEqual(['OVERBRUGGING_AANVRAGEN Duin uiterlijk 2026-03-10']);
    await lindenhof.doet('declineOverbruggingszorg', { ...id(duin), reden: 'De zoon zorgt.' });
    expect(await lindenhof.werk()).toEqual([]);
    expect(await lindenhof.contacten()).toEqual([
      'DOSSIERHOUDER_CLIENT Kamp OPEN uiterlijk 2026-07-14',
      'DOSSIERHOUDER_CLIENT Duin OPEN uiterlijk 2026-09-03',
    ]);

    op('2026-03-10');
    const voorZiekenhuis = nu();
    await lindenhof.meldtStatus(duin, '6', '03', '2026-03-10');
    await lindenhof.belt(duin, 'CLIENT', '2026-03-10');
    expect(await kantoor.lijst()).toEqual([
      '1 Duin 6/03 sinds 2026-03-10 bij lindenhof',
      '2 Kamp 7/12 sinds 2026-01-12 bij lindenhof',
    ]);
    expect(await kantoor.verklaring(kamp, duin)).toMatchObject({ eerst: 'b', sleutel: 'rang' });
    expect(await kantoor.klokken(duin)).toBe('toewijzing 2026-03-03, status 2026-03-10, norm 2026-03-04');
    expect(await kantoor.verschil({ op: '2026-03-09' })).toEqual([
      'Duin GESTEGEN 2 → 1 door WACHTSTATUS en WACHTSTATUS_BEEINDIGD',
      'Kamp GEDAALD 1 → 2 door ANDEREN',
    ]);
    expect(await lindenhof.contacten()).toContain('DOSSIERHOUDER_CLIENT Duin OPEN uiterlijk 2026-09-09');

    op('2026-03-12');
    await lindenhof.heeftPlaatsen(20, 19);
    expect(await lindenhof.kandidaten(lindenhof)).toEqual(['1 Duin', '2 Kamp']);
    expect(await lindenhof.magNiet('offerPlaats', { locatieID: lindenhof.locatieID, ...id(kamp) })).toBe(
      'PL9',
    );
    const aanbod = await lindenhof.biedtAan(lindenhof, duin);
    expect(aanbod).toMatchObject({ status: 'AANGEBODEN', positie: 1, uiterlijk: '2026-03-19' });
    expect(await kantoor.plaatsen(lindenhof)).toEqual(['0 in zorg, 0 toegezegd, 1 aangeboden, 0 vrij']);
    expect(await lindenhof.kandidaten(lindenhof)).toEqual(['1 Kamp', '- Duin PL5']);

    op('2026-03-13');
    await lindenhof.neemtAan(aanbod);
    expect(await kantoor.plaatsen(lindenhof)).toEqual(['0 in zorg, 1 toegezegd, 0 aangeboden, 0 vrij']);
    expect(await kantoor.lijst()).toHaveLength(2);

    op('2026-03-16');
    await lindenhof.meldtZorg(duin, { ingangsdatum: '2026-03-16' });
    expect(await kantoor.lijst()).toEqual(['1 Kamp 7/12 sinds 2026-01-12 bij lindenhof']);
    expect(await kantoor.verschil({ op: '2026-03-15' })).toEqual([
      'Duin VERTROKKEN 1 → - door ZORG_BEGONNEN en WACHTSTATUS_BEEINDIGD',
    ]);
    expect(await kantoor.plaatsen(lindenhof)).toEqual(['1 in zorg, 0 toegezegd, 0 aangeboden, 0 vrij']);
    expect(await lindenhof.contacten()).toEqual(['DOSSIERHOUDER_CLIENT Kamp OPEN uiterlijk 2026-07-14']);
    expect(await lindenhof.magNiet('offerPlaats', { locatieID: lindenhof.locatieID, ...id(kamp) })).toBe(
      'PL8',
    );
    expect(await kantoor.werk()).toEqual([]);
    expect(await kantoor.weggelaten()).toMatchObject({ IN_ZORG: 1 });

    // What the list said on that day, and what we then knew of it.
    expect(await kantoor.lijst({ op: '2026-03-10' })).toEqual([
      '1 Duin 6/03 sinds 2026-03-10 bij lindenhof',
      '2 Kamp 7/12 sinds 2026-01-12 bij lindenhof',
    ]);
    expect(await kantoor.lijst({ op: '2026-03-10', zoalsBekendOp: voorZiekenhuis })).toEqual([
      '1 Kamp 7/12 sinds 2026-01-12 bij lindenhof',
      '2 Duin 7/12 sinds 2026-03-04 bij lindenhof',
    ]);
  });
});

describe('geclusterd vpt', () => {
  it('a client waits for an apartment of its own with care, and takes a place of that kind alone', async () => {
    const { op, kantoor, bij } = await verteller.verhaal('5516', { duinhof: ['4', '5'] });
    const { duinhof } = bij;

    op('2026-04-01');
    const vos = await kantoor.wijstToe(await kantoor.registreert('Vos', '2026-04-01', duinhof, '5'), {
      aan: duinhof,
      vorm: '5',
      vanaf: '2026-04-01',
      dossierhouder: duinhof,
    });
    const bakker = await kantoor.wijstToe(await kantoor.registreert('Bakker', '2026-04-01', duinhof), {
      aan: duinhof,
      vanaf: '2026-04-01',
      dossierhouder: duinhof,
    });
    await duinhof.meldtStatus(vos, '2', '18', '2026-04-01');
    op('2026-04-02');
    await duinhof.meldtStatus(bakker, '7', '12', '2026-04-02');
    expect(await kantoor.lijst()).toEqual([
      '1 Bakker 7/12 sinds 2026-04-02 bij duinhof',
      '2 Vos 2/18 sinds 2026-04-01 bij duinhof',
    ]);
    expect(await kantoor.verklaring(bakker, vos)).toMatchObject({ eerst: 'a', sleutel: 'rang' });

    // A room for verblijf is no apartment, and an apartment is no room.
    await duinhof.heeftPlaatsen(1, 0);
    expect(await duinhof.kandidaten(duinhof)).toEqual(['1 Bakker', '- Vos PL3']);
    expect(await duinhof.magNiet('offerPlaats', { locatieID: duinhof.locatieID, ...id(vos) })).toBe('PL3');
    await duinhof.heeftPlaatsen(1, 0, { leveringsvorm: '5' });
    expect(await duinhof.kandidaten(duinhof)).toEqual(['1 Bakker', '2 Vos']);

    op('2026-04-07');
    const appartement = await duinhof.biedtAan(duinhof, vos);
    expect(appartement).toMatchObject({ positie: 1, redenAfwijking: null });
    const kamer = await duinhof.biedtAan(duinhof, bakker);
    expect(kamer).toMatchObject({ positie: 1 });
    await duinhof.neemtAan(appartement);

    op('2026-05-01');
    await duinhof.meldtZorg(vos, { ingangsdatum: '2026-05-01' });
    expect(await kantoor.lijst()).toEqual(['1 Bakker 7/12 sinds 2026-04-02 bij duinhof']);
    expect(await kantoor.plaatsen(duinhof)).toEqual([
      '0 in zorg, 0 toegezegd, 0 aangeboden, 1 vrij',
      '1 in zorg, 0 toegezegd, 0 aangeboden, 0 vrij',
    ]);
    expect(await kantoor.verschil({ op: '2026-04-30' })).toEqual([
      'Vos VERTROKKEN 2 → - door ZORG_BEGONNEN en WACHTSTATUS_BEEINDIGD',
    ]);
    expect(await duinhof.contacten()).toEqual(['DOSSIERHOUDER_CLIENT Bakker OPEN uiterlijk 2026-10-02']);
  });
});

function id({ bemiddelingspecificatieID }: { bemiddelingspecificatieID: string }) {
  return { bemiddelingspecificatieID };
}
