import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Verteller } from '../../support/verhaal/verhaal.js';

let verteller: Verteller;
beforeAll(async () => void (verteller = await Verteller.begin()));
afterAll(() => verteller.close());

describe('another dossierhouder', () => {
  it('takes over the client with the term running on; the list stays as it was', async () => {
    const { op, nu, kantoor, bij } = await verteller.verhaal('5517', { oost: ['4'], west: ['4'] });
    const { oost, west } = bij;
    op('2026-01-05');
    const blom = await kantoor.wacht('Blom', oost, '2026-01-05');
    const elders = await kantoor.wijstToe(blom.client, { aan: west, vanaf: '2026-01-05' });
    await oost.meldtStatus(blom, '2', '13', '2026-01-05');
    await west.meldtStatus(elders, '2', '13', '2026-01-05');
    expect((await kantoor.contacten()).join()).toBe('DOSSIERHOUDER_CLIENT Blom OPEN uiterlijk 2026-07-07');
    op('2026-03-02');
    await oost.belt(blom, 'CLIENT', '2026-03-02');
    const duty = 'DOSSIERHOUDER_CLIENT Blom OPEN uiterlijk 2026-09-01';
    expect(await oost.contacten()).toEqual([duty]);
    const voorheen = nu();
    const lijst = await kantoor.lijst();

    // The family moves; the other provider becomes dossierhouder, and the first allocation ends.
    op('2026-05-01');
    const { bemiddelingID } = blom;
    const versie = await kantoor.versieVanBemiddeling(bemiddelingID);
    expect(
      await oost.magNiet('assignRegiehouder', {
        bemiddelingID,
        instelling: west.agb,
        regierol: 'DOSSIERHOUDER',
        ingangsdatum: '2026-05-01',
        versie,
      }),
    ).toBe('NIET_TOEGESTAAN');
    await kantoor.doet('assignRegiehouder', {
      bemiddelingID,
      instelling: west.agb,
      regierol: 'DOSSIERHOUDER',
      ingangsdatum: '2026-05-01',
      versie,
    });
    expect(await kantoor.lijst()).toEqual(lijst);
    expect(await kantoor.verschil({ zoalsBekendOp: voorheen, op: '2026-04-30' })).toEqual([]);
    expect(await west.contacten()).toEqual([duty]);
    expect((await kantoor.regels())[0]?.dossierhouder?.zorgaanbieder.naam).toBe('west');
    expect((await kantoor.regels({ op: '2026-04-01' }))[0]?.dossierhouder?.zorgaanbieder.naam).toBe('oost');
    expect((await kantoor.regels())[0]?.laatsteContact?.datum).toBe('2026-03-02');

    // Only who is dossierhouder now can say that contact was made.
    op('2026-05-04');
    const gesprek = {
      bemiddelingID,
      datum: '2026-05-04',
      regierol: 'DOSSIERHOUDER',
      met: 'CLIENT',
      vorm: 'TELEFOON',
      gesproken: true,
    };
    expect(await oost.magNiet('recordContactmoment', gesprek)).toBe('C1');
    await oost.meldtAfstel(blom, { afsteldatum: '2026-05-04', reden: '21', aanbiederBestemming: west.agb });
    expect(await kantoor.lijst()).toEqual(['1 Blom 2/13 sinds 2026-01-05 bij west']);
    await west.belt(elders, 'CLIENT', '2026-05-04');
    expect(await kantoor.contacten()).toEqual(['DOSSIERHOUDER_CLIENT Blom OPEN uiterlijk 2026-11-03']);
    expect(await kantoor.werk()).toEqual([]);

    op('2026-11-04');
    await verteller.nacht('contactbewaking');
    expect(await west.contacten()).toEqual(['DOSSIERHOUDER_CLIENT Blom TE_LAAT uiterlijk 2026-11-03']);
    const { signalen } = await kantoor.vraag<{
      signalen: { edges: { node: { soort: string; instelling: string } }[] };
    }>('{ signalen(filter: { levend: true }) { edges { node { soort instelling } } } }');
    expect(signalen.edges.map(({ node }) => node)).toEqual([{ soort: 'TE_LAAT', instelling: west.agb }]);
  });
});

describe('a pgb', () => {
  it('is never on the list, starts no duty and asks for nothing; a change to verblijf does', async () => {
    const { op, kantoor, bij } = await verteller.verhaal('5516', { hoeve: ['4'] });
    const { hoeve } = bij;
    op('2026-02-02');
    const client = await kantoor.registreert('Meijer', '2026-02-02', undefined, '2');
    expect(await kantoor.werk()).toEqual(['TOEWIJZEN Meijer uiterlijk 2026-02-03']);
    const pgb = await kantoor.wijstToe(client, {
      vorm: '2',
      vanaf: '2026-02-02',
      verder: { pgbPercentage: 10_000 },
    });
    expect(await kantoor.lijst()).toEqual([]);
    expect(await kantoor.werk()).toEqual([]);
    expect(await kantoor.contacten()).toEqual([]);
    expect(await kantoor.weggelaten()).toMatchObject({ PGB: 1 });
    const melding = {
      versie: await kantoor.versieVan(pgb),
      leveringsstatus: '7',
      leveringsstatusClassificatie: '12',
    };
    expect(
      await kantoor.magNiet('reportUitstelperiode', {
        ...id(pgb),
        ...melding,
        ingangsdatum: '2026-02-02',
        redenHandmatig: 'Proef',
      }),
    ).toBe('W7');

    op('2026-06-01');
    const verblijf = await kantoor.wijstToe(client, {
      aan: hoeve,
      vanaf: '2026-06-01',
      dossierhouder: hoeve,
    });
    expect(await kantoor.lijst()).toEqual([]);
    await hoeve.meldtStatus(verblijf, '7', '12', '2026-06-01');
    expect(await kantoor.lijst()).toEqual(['1 Meijer 7/12 sinds 2026-06-01 bij hoeve']);
    expect(await kantoor.klokken(verblijf)).toBe('toewijzing 2026-06-01, status 2026-06-01, norm 2026-06-01');
    expect(await kantoor.weggelaten()).toMatchObject({ PGB: 1 });
    expect(await hoeve.werk()).toEqual([]);
    expect(await kantoor.lijst({ op: '2026-04-01' })).toEqual([]);

    // What the client gets of a pgb is none of the provider's business.
    const { bemiddeling } = await hoeve.vraag<{
      bemiddeling: { bemiddelingspecificaties: { leveringsvorm: string; pgbPercentage: number | null }[] };
    }>(
      'query ($id: UUID!) { bemiddeling(id: $id) { bemiddelingspecificaties { leveringsvorm pgbPercentage } } }',
      { id: verblijf.bemiddelingID },
    );
    expect(bemiddeling.bemiddelingspecificaties.every(({ pgbPercentage }) => pgbPercentage === null)).toBe(
      true,
    );
  });
});

function id({ bemiddelingspecificatieID }: { bemiddelingspecificatieID: string }) {
  return { bemiddelingspecificatieID };
}
