import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eenBeleid, plaatsen, STANDAARD } from '../../../../test/support/volgorde.js';
import { sleutelVan, verklaar, volgordeVan } from './volgorde.js';
import type { Sleutelnaam, Volgordewaarden } from './volgordesleutel.js';

const a: Volgordewaarden = {
  rang: 2,
  normOverschreden: null,
  normklokVan: '2026-02-01',
  statusIngangsdatum: '2026-02-01',
  toewijzingIngangsdatum: '2026-02-01',
  afgiftedatum: '2026-01-15',
  bemiddelingspecificatieID: 'b0000000-0000-4000-8000-000000000000',
};
const b: Volgordewaarden = { ...a, bemiddelingspecificatieID: 'c0000000-0000-4000-8000-000000000000' };

describe('the order of the waiting list', () => {
  it.each<[Sleutelnaam, Partial<Volgordewaarden>]>([
    ['rang', { rang: 1, normklokVan: '2026-09-01' }],
    ['normklok', { normklokVan: '2026-01-31', toewijzingIngangsdatum: '2026-09-01' }],
    ['toewijzingIngangsdatum', { toewijzingIngangsdatum: '2026-01-31', afgiftedatum: '2026-09-01' }],
    ['afgiftedatum', { afgiftedatum: '2026-01-14' }],
  ])('is decided by the first key that differs: %s', (sleutel, over) => {
    const eerder = { ...b, ...over };
    expect(volgordeVan(STANDAARD)(eerder, a)).toBe(-1);
    expect(verklaar(a, eerder, STANDAARD)).toMatchObject({ eerst: b.bemiddelingspecificatieID, sleutel });
  });

  it('never ties: at last the number decides', () => {
    expect(verklaar(a, b, STANDAARD)).toMatchObject({
      eerst: a.bemiddelingspecificatieID,
      sleutel: 'bemiddelingspecificatieID',
    });
    expect(volgordeVan(STANDAARD)(a, { ...a })).toBe(0);
    expect(verklaar(a, { ...a }, STANDAARD)).toBeNull();
  });

  it('is said in plain Dutch, with both values, the rule and where it is from', () => {
    expect(verklaar(a, { ...b, normklokVan: '2026-03-01' }, STANDAARD)).toEqual({
      eerst: a.bemiddelingspecificatieID,
      sleutel: 'normklok',
      waardeA: '2026-02-01',
      waardeB: '2026-03-01',
      regel: 'Wie het langst onafgebroken wacht op de statussen van de norm gaat voor.',
      bron: 'Volgordebeleid versie 1: standaard',
      tekst:
        'A gaat voor B. Wie het langst onafgebroken wacht op de statussen van de norm gaat voor.' +
        ' A: telt voor de norm sinds 1 februari 2026; B: telt voor de norm sinds 1 maart 2026.' +
        ' Op wat in het beleid voorgaat (rang) zijn zij gelijk.',
    });
    expect(verklaar(a, { ...b, rang: 1 }, STANDAARD)?.tekst).toBe(
      'B gaat voor A. Urgent plaatsen gaat voor actief plaatsen, wacht op voorkeur en wacht uit voorzorg.' +
        ' A: actief plaatsen; B: urgent plaatsen.',
    );
  });

  it('shows the value of every key in the order of the policy', () => {
    expect(sleutelVan(STANDAARD, a)).toEqual([
      { naam: 'rang', waarde: '2' },
      { naam: 'normklok', waarde: '2026-02-01' },
      { naam: 'toewijzingIngangsdatum', waarde: '2026-02-01' },
      { naam: 'afgiftedatum', waarde: '2026-01-15' },
      { naam: 'bemiddelingspecificatieID', waarde: a.bemiddelingspecificatieID },
    ]);
  });
});

describe('under any policy', () => {
  it('the order is total: antisymmetric, transitive, and 0 for nothing but the same place', () => {
    fc.assert(
      fc.property(eenBeleid, plaatsen({ minLength: 3, maxLength: 3 }), (beleid, drie) => {
        const order = volgordeVan(beleid);
        for (const x of drie) {
          for (const y of drie) {
            expect(order(x, y) === 0).toBe(x === y);
            expect(order(x, y) + order(y, x)).toBe(0);
            for (const z of drie) if (order(x, y) < 0 && order(y, z) < 0) expect(order(x, z)).toBeLessThan(0);
          }
        }
      }),
    );
  });

  it('the order is stable: however the places come in, they come out the same', () => {
    fc.assert(
      fc.property(
        eenBeleid,
        plaatsen({ minLength: 0, maxLength: 20 }).chain((rijen) =>
          fc.tuple(fc.constant(rijen), fc.shuffledSubarray(rijen, { minLength: rijen.length })),
        ),
        (beleid, [rijen, geschud]) => {
          const order = volgordeVan(beleid);
          expect([...geschud].sort(order)).toEqual([...rijen].sort(order));
        },
      ),
    );
  });

  it('every pair of a list is explained as it stands, and the same from either side', () => {
    fc.assert(
      fc.property(eenBeleid, plaatsen({ minLength: 2, maxLength: 8 }), (beleid, rijen) => {
        const lijst = [...rijen].sort(volgordeVan(beleid));
        lijst.forEach((boven, i) => {
          for (const onder of lijst.slice(i + 1)) {
            const heen = verklaar(boven, onder, beleid);
            const terug = verklaar(onder, boven, beleid);
            expect(heen?.eerst).toBe(boven.bemiddelingspecificatieID);
            expect(terug).toMatchObject({
              eerst: heen?.eerst,
              sleutel: heen?.sleutel,
              waardeA: heen?.waardeB,
              waardeB: heen?.waardeA,
              regel: heen?.regel,
            });
            const waarde = (plaats: Volgordewaarden) =>
              sleutelVan(beleid, plaats).find(({ naam }) => naam === heen?.sleutel)?.waarde;
            expect([heen?.waardeA, heen?.waardeB]).toEqual([waarde(boven), waarde(onder)]);
            expect(heen?.waardeA).not.toBe(heen?.waardeB);
          }
        });
      }),
    );
  });
});
