import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Verteller } from '../../support/verhaal/verhaal.js';

let verteller: Verteller;
beforeAll(async () => void (verteller = await Verteller.begin()));
afterAll(() => verteller.close());

describe('two refusals', () => {
  it('of what was wished for open a conversation; nothing else changes by itself', async () => {
    const { op, kantoor, bij } = await verteller.verhaal('5517', { eikenhorst: ['4'] });
    const { eikenhorst } = bij;
    op('2026-02-02');
    const client = await kantoor.wacht('Visser', eikenhorst, '2026-02-02');
    await eikenhorst.meldtStatus(client, '7', '12', '2026-02-02');
    await eikenhorst.doet('declineOverbruggingszorg', { ...id(client), reden: 'De buurvrouw helpt.' });
    const na = '1 Visser 7/12 sinds 2026-02-02 bij eikenhorst';

    op('2026-03-02');
    await eikenhorst.heeftPlaatsen(1, 0);
    const eerste = await eikenhorst.biedtAan(eikenhorst, client);
    expect(await eikenhorst.weigert(eerste, 'KAMER_BEVALT_NIET', true)).toMatchObject({ teltMee: true });
    expect(await kantoor.lijst()).toEqual([na]);
    expect(await kantoor.werk()).toEqual([]);

    op('2026-03-16');
    const vervalt = await eikenhorst.biedtAan(eikenhorst, client);
    expect(vervalt.uiterlijk).toBe('2026-03-23');
    op('2026-03-24');
    expect(
      await eikenhorst.magNiet('acceptAanbod', { aanbodID: vervalt.aanbodID, versie: vervalt.versie }),
    ).toBe('PL10');
    await verteller.nacht('aanbodverloop');
    expect(await kantoor.plaatsen(eikenhorst)).toEqual(['0 in zorg, 0 toegezegd, 0 aangeboden, 1 vrij']);

    op('2026-04-01');
    const tweede = await eikenhorst.biedtAan(eikenhorst, client);
    await eikenhorst.weigert(tweede, 'NOG_NIET_WILLEN', true);
    expect(await eikenhorst.werk()).toEqual(['GESPREK_NA_WEIGERING Visser uiterlijk 2026-04-15']);
    expect(await kantoor.werk()).toEqual(['GESPREK_NA_WEIGERING Visser uiterlijk 2026-04-15']);
    expect(await kantoor.lijst()).toEqual([na]);
    expect(await kantoor.verschil({ op: '2026-03-31' })).toEqual([]);

    op('2026-04-08');
    const { bemiddeling } = await eikenhorst.vraag<{
      bemiddeling: { gesprekstaken: { gesprekstaakID: string; versie: number; reden: string }[] };
    }>('query ($id: UUID!) { bemiddeling(id: $id) { gesprekstaken { gesprekstaakID versie reden } } }', {
      id: client.bemiddelingID,
    });
    const [taak] = bemiddeling.gesprekstaken;
    expect(taak?.reden).toContain('Tweede weigering (op 2026-04-01)');
    await eikenhorst.doet('recordGesprek', {
      gesprekstaakID: taak?.gesprekstaakID,
      versie: taak?.versie,
      datum: '2026-04-08',
      resultaat: 'STATUS_AANPASSEN',
      toelichting: 'Het gaat thuis beter.',
    });
    expect(await eikenhorst.werk()).toEqual([]);
    expect(await kantoor.lijst()).toEqual([na]);
    await eikenhorst.meldtStatus(client, '2', '13', '2026-04-08');
    expect(await kantoor.lijst()).toEqual(['1 Visser 2/13 sinds 2026-04-08 bij eikenhorst']);
    expect(await kantoor.klokken(client)).toBe('toewijzing 2026-02-02, status 2026-04-08, norm 2026-02-02');
  });
});

describe('waiting at two providers', () => {
  it('is allowed; once placed at one the other is given up, and nothing is left behind', async () => {
    const { op, kantoor, bij } = await verteller.verhaal('5516', { oever: ['4'], heuvel: ['4'] });
    const { oever, heuvel } = bij;
    op('2026-01-05');
    const bijOever = await kantoor.wacht('Smit', oever, '2026-01-05');
    const bijHeuvel = await kantoor.wijstToe(bijOever.client, { aan: heuvel, vanaf: '2026-01-05' });
    expect(bijHeuvel.bemiddelingID).toBe(bijOever.bemiddelingID);
    await oever.meldtStatus(bijOever, '2', '13', '2026-01-05');
    op('2026-01-07');
    await heuvel.meldtStatus(bijHeuvel, '7', '11', '2026-01-07');
    expect(await kantoor.lijst()).toEqual([
      '1 Smit 7/11 sinds 2026-01-07 bij heuvel',
      '2 Smit 2/13 sinds 2026-01-05 bij oever',
    ]);
    // Each provider sees both rows of its client; the duty is one, of the dossierhouder.
    expect(await kantoor.contacten()).toEqual(['DOSSIERHOUDER_CLIENT Smit OPEN uiterlijk 2026-07-07']);
    expect(await heuvel.lijst({}, `instelling: "${heuvel.agb}"`)).toEqual([
      '1 Smit 7/11 sinds 2026-01-07 bij heuvel',
    ]);

    op('2026-02-02');
    await heuvel.heeftPlaatsen(1, 0);
    await oever.heeftPlaatsen(1, 0);
    expect(await heuvel.kandidaten(heuvel)).toContain('1 Smit');
    const aanbod = await heuvel.biedtAan(heuvel, bijHeuvel);
    expect(await oever.magNiet('offerPlaats', { locatieID: oever.locatieID, ...id(bijOever) })).toBe('PL5');
    await heuvel.neemtAan(aanbod);

    op('2026-02-09');
    await heuvel.meldtZorg(bijHeuvel, { ingangsdatum: '2026-02-09' });
    expect(await kantoor.lijst()).toEqual(['1 Smit 2/13 sinds 2026-01-05 bij oever']);
    // Who waits for the preferred provider from another one stays on its list, and can be offered a place there.
    expect(await oever.kandidaten(oever)).toEqual(['1 Smit']);

    op('2026-02-16');
    await oever.meldtAfstel(bijOever, { afsteldatum: '2026-02-16', reden: '12' });
    expect(await kantoor.lijst()).toEqual([]);
    expect(await kantoor.werk()).toEqual([]);
    expect(await kantoor.contacten()).toEqual([]);
    expect(await kantoor.verschil({ op: '2026-02-15' })).toEqual([
      'Smit VERTROKKEN 1 → - door AFSTEL en WACHTSTATUS_BEEINDIGD',
    ]);
    expect(await kantoor.lijst({ op: '2026-02-08' })).toHaveLength(2);
  });
});

function id({ bemiddelingspecificatieID }: { bemiddelingspecificatieID: string }) {
  return { bemiddelingspecificatieID };
}
