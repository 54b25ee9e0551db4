import fc from 'fast-check';
import type { Volgordebeleid } from '../../src/modules/wachtlijst/domain/volgordebeleid.js';
import {
  SLEUTELS,
  SLOTSLEUTEL,
  type Sleutelnaam,
  type Volgordewaarden,
} from '../../src/modules/wachtlijst/domain/volgordesleutel.js';

const NAMEN = (Object.keys(SLEUTELS) as Sleutelnaam[]).filter((naam) => naam !== SLOTSLEUTEL);
const richting = fc.constantFrom('OP' as const, 'AF' as const);
const dag = fc.constantFrom('2026-01-01', '2026-01-02', '2026-03-01');

/** Any policy that `decideBeleid` accepts. */
export const eenBeleid: fc.Arbitrary<Volgordebeleid> = fc
  .record({
    namen: fc.shuffledSubarray(NAMEN),
    richtingen: fc.array(richting, { minLength: NAMEN.length + 1, maxLength: NAMEN.length + 1 }),
    versie: fc.integer({ min: 1, max: 99 }),
  })
  .map(({ namen, richtingen, versie }) => ({
    versie,
    geldigVanaf: '2026-01-01',
    sleutels: [...namen, SLOTSLEUTEL].map((naam, index) => ({ naam, richting: richtingen[index] ?? 'OP' })),
    bron: 'proef',
    geregistreerdOp: '2026-01-01T00:00:00.000Z',
  }));

/** Places that differ in little, so that keys tie often; each with an id of its own. */
export const plaatsen = (length: { minLength: number; maxLength: number }): fc.Arbitrary<Volgordewaarden[]> =>
  fc.uniqueArray(
    fc.record({
      rang: fc.integer({ min: 1, max: 4 }),
      normOverschreden: fc.option(fc.boolean()),
      normklokVan: dag,
      statusIngangsdatum: dag,
      toewijzingIngangsdatum: dag,
      afgiftedatum: dag,
      bemiddelingspecificatieID: fc.uuid(),
    }),
    { ...length, selector: ({ bemiddelingspecificatieID }) => bemiddelingspecificatieID },
  );

/** The order that holds as long as nobody decided otherwise. */
export const STANDAARD: Volgordebeleid = {
  versie: 1,
  geldigVanaf: '1900-01-01',
  sleutels: ['rang', 'normklok', 'toewijzingIngangsdatum', 'afgiftedatum', 'bemiddelingspecificatieID'].map(
    (naam) => ({ naam: naam as Sleutelnaam, richting: 'OP' }),
  ),
  bron: 'standaard',
  geregistreerdOp: '1900-01-01T00:00:00.000Z',
};
