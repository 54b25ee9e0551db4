import type { TokenRequest } from '../tokens/token-issuer.js';

/** Somebody who does not exist, and what their tokens say. */
export interface Persoon extends TokenRequest {
  readonly naam: string;
}

/** A provider of the demo data when nobody names another one. */
export const VOORBEELD_AGB = '99000001';
const REGIOS = ['5516', '5517'];

/** One of every kind, somebody with two roles and somebody without any; all of them invented. */
export function mensen(agb: string): readonly Persoon[] {
  return [
    {
      sub: 'oidc-medewerker',
      naam: `Medewerker zorgkantoor (${REGIOS.join(', ')})`,
      rollen: ['ZORGKANTOOR'],
      uzovi: REGIOS,
      agb: null,
    },
    {
      sub: 'oidc-zorgaanbieder',
      naam: `Zorgaanbieder ${agb}`,
      rollen: ['ZORGAANBIEDER'],
      uzovi: [],
      agb,
    },
    {
      sub: 'oidc-twee-rollen',
      naam: `Zorgkantoor en zorgaanbieder ${agb}`,
      rollen: ['ZORGKANTOOR', 'ZORGAANBIEDER'],
      uzovi: REGIOS,
      agb,
    },
    { sub: 'oidc-beheerder', naam: 'Beheerder', rollen: ['BEHEERDER'], uzovi: [], agb: null },
    { sub: 'oidc-logbeheerder', naam: 'Logbeheerder', rollen: ['LOGBEHEERDER'], uzovi: [], agb: null },
    { sub: 'oidc-niemand', naam: 'Iemand zonder rol', rollen: [], uzovi: [], agb: null },
  ];
}
