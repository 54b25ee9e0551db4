import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Speler } from '../../support/verhaal/spelers.js';
import { Verteller } from '../../support/verhaal/verhaal.js';

let verteller: Verteller;
beforeAll(async () => void (verteller = await Verteller.begin()));
afterAll(() => verteller.close());

describe('bridging care', () => {
  it('begins at home, goes on in another institution, and ends when the place begins; the client keeps its turn', async () => {
    const { op, kantoor, bij } = await verteller.verhaal('5517', { linde: ['4'], wijk: ['7'], beuk: ['4'] });
    const { linde, wijk, beuk } = bij;
    op('2026-02-02');
    const dekker = await kantoor.wacht('Dekker', linde, '2026-02-02');
    await linde.meldtStatus(dekker, '7', '12', '2026-02-02');
    const plek = ['1 Dekker 7/12 sinds 2026-02-02 bij linde'];
    expect(await linde.werk()).toEqual(['OVERBRUGGING_AANVRAGEN Dekker uiterlijk 2026-02-09']);

    op('2026-02-03');
    const thuis = {
      ...id(dekker),
      leveringsvorm: '7',
      aanbieder: wijk.agb,
      toewijzingIngangsdatum: '2026-02-05',
      verantwoord: '1',
      doelmatig: '1',
    };
    expect(await wijk.magNiet('requestOverbruggingszorg', thuis)).toBe('NIET_GEVONDEN');
    const verzoek = await linde.doet<Verzoek>('requestOverbruggingszorg', thuis, VERZOEK);
    expect(verzoek).toMatchObject({ status: 'INGEDIEND', uiterlijk: '2026-02-05' });
    expect(await linde.werk()).toEqual([]);
    expect(await kantoor.werk()).toEqual(['VERZOEK_BEOORDELEN Dekker uiterlijk 2026-02-05']);

    // Nobody answered: silence is acceptance.
    op('2026-02-06');
    expect(await verteller.nacht('termijnbewaking')).toMatchObject({ geaccepteerd: '1' });
    expect(await kantoor.werk()).toEqual([]);
    expect(await lijnen(kantoor, dekker.bemiddelingID)).toEqual([
      '1 vorm 4 linde vanaf 2026-02-02',
      '3 vorm 7 wijk vanaf 2026-02-05',
    ]);
    expect(await kantoor.lijst()).toEqual(plek);
    expect(await kantoor.contacten()).toEqual([
      'DOSSIERHOUDER_CLIENT Dekker OPEN uiterlijk 2026-08-04',
      'COORDINATOR_DOSSIERHOUDER Dekker OPEN uiterlijk 2026-08-07',
    ]);
    expect(await wijk.contacten()).toContain('COORDINATOR_DOSSIERHOUDER Dekker OPEN uiterlijk 2026-08-07');

    // Home is no longer enough. More mpt is for the coördinator to ask; verblijf elsewhere for the dossierhouder.
    op('2026-03-02');
    expect(
      await linde.magNiet('requestOverbruggingszorg', { ...thuis, toewijzingIngangsdatum: '2026-03-03' }),
    ).toBe('R2');
    await wijk.belt(dekker, 'DOSSIERHOUDER', '2026-03-02', 'COORDINATOR_ZORG_THUIS');
    const brug = (await lijnenRuw(kantoor, dekker.bemiddelingID)).find(
      ({ leveringsvorm }) => leveringsvorm === '7',
    );
    await kantoor.doet('endBemiddelingspecificatie', {
      bemiddelingspecificatieID: brug?.bemiddelingspecificatieID,
      versie: brug?.versie,
      einddatum: '2026-03-04',
      redenIntrekking: '5',
    });
    const elders = {
      ...id(dekker),
      leveringsvorm: '4',
      aanbieder: beuk.agb,
      toewijzingIngangsdatum: '2026-03-05',
    };
    const { verzoekID, versie } = await linde.doet<Verzoek>('requestOverbruggingszorg', elders, VERZOEK);
    await kantoor.doet('judgeVerzoek', { verzoekID, versie, akkoord: true });
    expect(await kantoor.lijst()).toEqual(plek);

    op('2026-03-05');
    expect(await kantoor.lijst()).toEqual(plek);
    expect(await kantoor.klokken(dekker)).toBe('toewijzing 2026-02-02, status 2026-02-02, norm 2026-02-02');
    expect(await kantoor.contacten()).toEqual(['DOSSIERHOUDER_CLIENT Dekker OPEN uiterlijk 2026-08-04']);
    expect(await kantoor.weggelaten()).toMatchObject({ IN_ZORG: 0 });

    op('2026-04-01');
    await linde.heeftPlaatsen(1, 0);
    await linde.neemtAan(await linde.biedtAan(linde, dekker));
    op('2026-04-07');
    await linde.meldtZorg(dekker, { ingangsdatum: '2026-04-07' });
    expect(await kantoor.lijst()).toEqual([]);
    expect(await lijnen(kantoor, dekker.bemiddelingID)).toEqual([
      '1 vorm 4 linde vanaf 2026-02-02',
      '3 vorm 7 wijk vanaf 2026-02-05 tot 2026-03-04',
      '3 vorm 4 beuk vanaf 2026-03-05 tot 2026-04-07',
    ]);
    expect(await kantoor.contacten()).toEqual([]);
    expect(await kantoor.werk()).toEqual([]);
  });
});

describe('a client who dies while waiting', () => {
  it('leaves every list at once: place, offer, duties and work', async () => {
    const { op, nu, kantoor, bij } = await verteller.verhaal('5516', { esdoorn: ['4'] });
    const { esdoorn } = bij;
    op('2026-02-02');
    const prins = await kantoor.wacht('Prins', esdoorn, '2026-02-02');
    const peters = await kantoor.wacht('Peters', esdoorn, '2026-02-02');
    await esdoorn.meldtStatus(prins, '6', '06', '2026-02-02');
    await esdoorn.meldtStatus(peters, '7', '12', '2026-02-02');
    op('2026-02-04');
    await esdoorn.heeftPlaatsen(1, 0);
    const aanbod = await esdoorn.biedtAan(esdoorn, prins);
    expect(await kantoor.plaatsen(esdoorn)).toEqual(['0 in zorg, 0 toegezegd, 1 aangeboden, 0 vrij']);

    op('2026-02-06');
    const vooraf = nu();
    await kantoor.doet('registerOverlijden', {
      clientID: prins.client.clientID,
      overlijdensdatum: '2026-02-05',
    });
    expect(await kantoor.lijst()).toEqual(['1 Peters 7/12 sinds 2026-02-02 bij esdoorn']);
    expect(await kantoor.plaatsen(esdoorn)).toEqual(['0 in zorg, 0 toegezegd, 0 aangeboden, 1 vrij']);
    expect(await kantoor.contacten()).toEqual(['DOSSIERHOUDER_CLIENT Peters OPEN uiterlijk 2026-08-04']);
    expect(await kantoor.werk()).toEqual(['OVERBRUGGING_AANVRAGEN Peters uiterlijk 2026-02-09']);
    expect(await kantoor.magNiet('acceptAanbod', { aanbodID: aanbod.aanbodID, versie: aanbod.versie })).toBe(
      'PL11',
    );
    expect(await kantoor.verschil({ op: '2026-02-05' })).toEqual(['Prins VERTROKKEN 1 → - door OVERLIJDEN']);
    expect(await kantoor.verschil({ zoalsBekendOp: vooraf })).toEqual([
      'Prins VERTROKKEN 1 → - door OVERLIJDEN',
    ]);
    expect(await kantoor.lijst({ zoalsBekendOp: vooraf })).toHaveLength(2);
    expect(await esdoorn.kandidaten(esdoorn)).toEqual(['1 Peters']);
  });
});

interface Verzoek {
  readonly verzoekID: string;
  readonly versie: number;
  readonly status: string;
}

const VERZOEK = '... on Verzoek { verzoekID versie status uiterlijk }';

interface Lijn {
  readonly bemiddelingspecificatieID: string;
  readonly versie: number;
  readonly soortToewijzing: string;
  readonly leveringsvorm: string;
  readonly zorgaanbieder: { readonly naam: string };
  readonly toewijzingIngangsdatum: string;
  readonly toewijzingEinddatum: string | null;
}

async function lijnenRuw(speler: Speler, bemiddelingID: string): Promise<Lijn[]> {
  const { bemiddeling } = await speler.vraag<{ bemiddeling: { bemiddelingspecificaties: Lijn[] } }>(
    `query ($id: UUID!) { bemiddeling(id: $id) { bemiddelingspecificaties { bemiddelingspecificatieID versie
       soortToewijzing leveringsvorm zorgaanbieder { naam } toewijzingIngangsdatum toewijzingEinddatum } } }`,
    { id: bemiddelingID },
  );
  return [...bemiddeling.bemiddelingspecificaties].sort((a, b) =>
    a.toewijzingIngangsdatum < b.toewijzingIngangsdatum ? -1 : 1,
  );
}

/** Every allocation: kind, form, provider and period. */
async function lijnen(speler: Speler, bemiddelingID: string): Promise<string[]> {
  return (await lijnenRuw(speler, bemiddelingID)).map(
    (lijn) =>
      `${lijn.soortToewijzing} vorm ${lijn.leveringsvorm} ${lijn.zorgaanbieder.naam} ` +
      `vanaf ${lijn.toewijzingIngangsdatum}` +
      (lijn.toewijzingEinddatum === null ? '' : ` tot ${lijn.toewijzingEinddatum}`),
  );
}

function id({ bemiddelingspecificatieID }: { bemiddelingspecificatieID: string }) {
  return { bemiddelingspecificatieID };
}
