import type { Letter, Wie } from './beleid.js';
import { uuid, type Rij, type Rijen } from './rijen.js';

/** Who asks, in words of the frame: the claims of both kinds are there, and only the own one may count. */
export const AGB = '99000001';
const ANDERE_AGB = '99000002';
export const UZOVI = '5517';
const ANDERE_UZOVI = '5516';
export const VANDAAG = '2026-03-01';

export const CLAIMS: Readonly<Record<Wie, { readonly agb: string; readonly uzovi: string }>> = {
  zorgkantoor: { agb: ANDERE_AGB, uzovi: UZOVI },
  zorgaanbieder: { agb: AGB, uzovi: ANDERE_UZOVI },
  systeem: { agb: '', uzovi: '' },
  bewaker: { agb: '', uzovi: '' },
  logbeheerder: { agb: '', uzovi: '' },
  iedereen: { agb: '', uzovi: '' },
};

/** Dossier 1 is one's own today; 2 is somebody else's; 3 was one's own until yesterday; 4 will be from tomorrow. */
export function rechten(
  rijen: Rijen,
): Readonly<Record<'toegangsrecht' | 'toegangsrecht_zorgkantoor', Rij[]>> {
  const aanbieder = (n: number, agb: string, van: string, tot: string): Rij =>
    rijen.rij('toegangsrecht', n, { agb, van, tot });
  return {
    toegangsrecht: [
      aanbieder(1, AGB, VANDAAG, VANDAAG),
      aanbieder(2, ANDERE_AGB, '2026-01-01', 'infinity'),
      aanbieder(3, AGB, '2026-01-01', '2026-02-28'),
      aanbieder(4, AGB, '2026-03-02', 'infinity'),
    ],
    toegangsrecht_zorgkantoor: [
      rijen.rij('toegangsrecht_zorgkantoor', 1, { zorgkantoor: UZOVI }),
      rijen.rij('toegangsrecht_zorgkantoor', 2, { zorgkantoor: ANDERE_UZOVI }),
    ],
  };
}

/** A row, and whether the policy lets its actor at it. */
export interface Geval {
  readonly rij: Rij;
  readonly mag: boolean;
}

/** The rows on which a policy shows what it lets through and what it stops. */
export function gevallen(rijen: Rijen, tabel: string, wie: Wie, letter: Letter): Geval[] {
  const geval = (n: number, mag: boolean, anders: Rij = {}): Geval => ({
    rij: rijen.rij(tabel, n, anders),
    mag,
  });
  if (wie !== 'zorgkantoor' && wie !== 'zorgaanbieder') return [geval(1, true)];
  const bijzonder = BIJZONDER[`${tabel} ${wie} ${letter}`] ?? BIJZONDER[`${tabel} ${wie}`];
  if (bijzonder !== undefined) return bijzonder(geval);
  return [1, 2, 3, 4].map((n) => geval(n, n === 1));
}

type Maak = (n: number, mag: boolean, anders?: Rij) => Geval;

const KOLOM_VAN_DE_RIJ = (geval: Maak): Geval[] => [
  geval(1, true),
  geval(2, false, { zorgkantoor: ANDERE_UZOVI }),
  geval(5, true, { zorgkantoor: UZOVI }),
];
const VAN_ORGANISATIE =
  (eigen: string, ander: string) =>
  (geval: Maak): Geval[] => [geval(1, true, { organisatie: eigen }), geval(2, false, { organisatie: ander })];
const EIGEN_CONTACT = (geval: Maak): Geval[] => [
  ...[1, 2, 3, 4].map((n) => geval(n, n === 1)),
  geval(5, false, { bemiddeling_id: uuid(1), instelling: ANDERE_AGB }),
];

/** Policies that look at more, or at something else, than whose dossier it is. */
const BIJZONDER: Readonly<Record<string, (geval: Maak) => Geval[]>> = {
  'bemiddeling zorgkantoor I': (geval) => [
    geval(5, true),
    geval(1, false, { verantwoordelijk_zorgkantoor: ANDERE_UZOVI }),
  ],
  'contactmoment zorgaanbieder I': EIGEN_CONTACT,
  'contactmoment zorgaanbieder U': EIGEN_CONTACT,
  'contactverplichting zorgkantoor S': KOLOM_VAN_DE_RIJ,
  'wachtlijstplaats zorgkantoor S': KOLOM_VAN_DE_RIJ,
  'idempotentie zorgkantoor': VAN_ORGANISATIE(UZOVI, ANDERE_UZOVI),
  'idempotentie zorgaanbieder': VAN_ORGANISATIE(AGB, ANDERE_AGB),
  'toegangsrecht zorgaanbieder': (geval) => [
    geval(1, true, { agb: AGB }),
    geval(2, false, { agb: ANDERE_AGB }),
  ],
  'toegangsrecht_zorgkantoor zorgkantoor': (geval) => [
    geval(1, true, { zorgkantoor: UZOVI }),
    geval(2, false, { zorgkantoor: ANDERE_UZOVI }),
  ],
};
