import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Verteller } from '../../support/verhaal/verhaal.js';

let verteller: Verteller;
beforeAll(async () => void (verteller = await Verteller.begin()));
afterAll(() => verteller.close());

describe('urgency that was established earlier', () => {
  it('changes the list of the days it holds for, and not what was known of them then', async () => {
    const { op, nu, kantoor, bij } = await verteller.verhaal('5517', { kastanje: ['4'] });
    const { kastanje } = bij;
    op('2026-03-02');
    const bos = await kantoor.wacht('Bos', kastanje, '2026-03-02');
    const vries = await kantoor.wacht('Vries', kastanje, '2026-03-02');
    await kastanje.meldtStatus(bos, '7', '12', '2026-03-02');
    op('2026-03-03');
    const gemeld = await kastanje.meldtStatus(vries, '7', '12', '2026-03-03');

    op('2026-03-20');
    const toen = nu();
    const zoalsGedacht = await kantoor.lijst();
    expect(zoalsGedacht).toEqual([
      '1 Bos 7/12 sinds 2026-03-02 bij kastanje',
      '2 Vries 7/12 sinds 2026-03-03 bij kastanje',
    ]);

    // Nine working days late: since 13 March Vries was in a crisis bed.
    op('2026-03-26');
    await kastanje.meldtStatus(vries, '6', '02', '2026-03-13', {
      vaststellingMoment: '2026-03-13T15:00:00Z',
    });
    const nuGeweten = [
      '1 Vries 6/02 sinds 2026-03-13 bij kastanje',
      '2 Bos 7/12 sinds 2026-03-02 bij kastanje',
    ];
    expect(await kantoor.lijst()).toEqual(nuGeweten);
    expect(await kantoor.lijst({ op: '2026-03-20' })).toEqual(nuGeweten);
    expect(await kantoor.lijst({ op: '2026-03-20', zoalsBekendOp: toen })).toEqual(zoalsGedacht);
    expect(await kantoor.lijst({ op: '2026-03-12' })).toEqual(zoalsGedacht);
    expect(await kantoor.klokken(vries)).toBe('toewijzing 2026-03-02, status 2026-03-13, norm 2026-03-03');
    expect(await kantoor.verschil({ op: '2026-03-20', zoalsBekendOp: toen }, { op: '2026-03-20' })).toEqual([
      'Vries GESTEGEN 2 → 1 door WACHTSTATUS en WACHTSTATUS_BEEINDIGD',
      'Bos GEDAALD 1 → 2 door ANDEREN',
    ]);
    expect(await kantoor.verklaring(bos, vries, { op: '2026-03-20' })).toMatchObject({
      eerst: 'b',
      sleutel: 'rang',
    });
    expect(await kantoor.verklaring(bos, vries, { op: '2026-03-20', zoalsBekendOp: toen })).toMatchObject({
      eerst: 'a',
      sleutel: 'normklok',
    });

    // Two days later it turns out that the first report was wrong as well: nobody waited before the tenth.
    op('2026-03-30');
    const vandaag = nu();
    await kastanje.corrigeertStatus(vries, gemeld.uitstelperiodeID, { ingangsdatum: '2026-03-10' });
    expect(await kantoor.klokken(vries)).toBe('toewijzing 2026-03-02, status 2026-03-13, norm 2026-03-10');
    expect(await kantoor.lijst({ op: '2026-03-05' })).toEqual(['1 Bos 7/12 sinds 2026-03-02 bij kastanje']);
    expect(await kantoor.lijst({ op: '2026-03-05', zoalsBekendOp: vandaag })).toHaveLength(2);
    expect(
      await kantoor.verschil({ op: '2026-03-05', zoalsBekendOp: vandaag }, { op: '2026-03-05' }),
    ).toEqual(['Vries VERTROKKEN 2 → - door CORRECTIE']);
  });
});

describe('care that stops while the allocation stays open', () => {
  it('(mutatiecode 20) brings the client back on the list with a new wait', async () => {
    const { op, kantoor, bij } = await verteller.verhaal('5516', { wilg: ['4'] });
    const { wilg } = bij;
    op('2026-01-05');
    const koning = await kantoor.wacht('Koning', wilg, '2026-01-05');
    await wilg.meldtStatus(koning, '7', '12', '2026-01-05');
    await wilg.heeftPlaatsen(1, 0);
    await wilg.neemtAan(await wilg.biedtAan(wilg, koning));
    op('2026-02-02');
    await wilg.meldtZorg(koning, { ingangsdatum: '2026-02-02' });
    expect(await kantoor.lijst()).toEqual([]);
    expect(await kantoor.contacten()).toEqual([]);
    op('2026-03-02');
    const melding = { leveringsstatus: '7', leveringsstatusClassificatie: '12', ingangsdatum: '2026-03-02' };
    const versie = await wilg.versieVan(koning);
    expect(await wilg.magNiet('reportUitstelperiode', { ...id(koning), versie, ...melding })).toBe('W4');

    op('2026-05-04');
    await wilg.meldtZorg(koning, { einddatum: '2026-05-03', beeindigingReden: '20' });
    expect(await wilg.werk()).toEqual(['ZONDER_STATUS Koning uiterlijk 2026-05-11']);
    expect(await kantoor.lijst()).toEqual([]);
    expect(await kantoor.plaatsen(wilg)).toEqual(['0 in zorg, 0 toegezegd, 0 aangeboden, 1 vrij']);

    op('2026-05-06');
    await wilg.meldtStatus(koning, '2', '13', '2026-05-04');
    expect(await wilg.werk()).toEqual([]);
    expect(await kantoor.lijst()).toEqual(['1 Koning 2/13 sinds 2026-05-04 bij wilg']);
    expect(await kantoor.klokken(koning)).toBe('toewijzing 2026-01-05, status 2026-05-04, norm 2026-05-04');
    expect(await kantoor.contacten()).toEqual(['DOSSIERHOUDER_CLIENT Koning OPEN uiterlijk 2026-11-03']);
    expect(await kantoor.lijst({ op: '2026-03-01' })).toEqual([]);
    expect(await kantoor.lijst({ op: '2026-02-01' })).toEqual(['1 Koning 7/12 sinds 2026-01-05 bij wilg']);
    expect(await kantoor.verschil({ op: '2026-03-01' })).toEqual([
      'Koning GEKOMEN - → 1 door ZORG_BEEINDIGD en WACHTSTATUS',
    ]);

    op('2026-05-11');
    await wilg.doet('confirmPlaatsen', await plaats(wilg));
    expect(await wilg.biedtAan(wilg, koning)).toMatchObject({ positie: 1, status: 'AANGEBODEN' });
  });
});

async function plaats(wilg: { vraag<T>(query: string): Promise<T> }) {
  const { locaties } = await wilg.vraag<{
    locaties: { edges: { node: { plaatsen: { plaatsgroepID: string; versie: number }[] } }[] };
  }>('{ locaties { edges { node { plaatsen { plaatsgroepID versie } } } } }');
  return locaties.edges[0]?.node.plaatsen[0] ?? {};
}

function id({ bemiddelingspecificatieID }: { bemiddelingspecificatieID: string }) {
  return { bemiddelingspecificatieID };
}
