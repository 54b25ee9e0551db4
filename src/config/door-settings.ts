import { isIP } from 'node:net';
import { z } from 'zod';

const text = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

/** True for an address, or a range of addresses such as `10.0.0.0/8`. */
function isAddressOrRange(value: string): boolean {
  const [address = '', prefix, ...rest] = value.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128);
}

/** Settings of the door: who stands before it, how it is locked, and how much may pass. */
export const doorSettings = {
  WLZ_PROXIES: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    )
    .refine((list) => list.every(isAddressOrRange), 'geen adressen of reeksen (10.0.0.1, 10.0.0.0/8)')
    .describe('tussenliggende servers waarvan het doorgegeven adres wordt geloofd, met komma’s ertussen'),
  WLZ_OPERATIES: text.describe('bestand met de enige vragen en opdrachten die zijn toegestaan (JSON)'),
  WLZ_VRAAGBUDGET: z.coerce
    .number()
    .int()
    .min(0)
    .max(1_000_000_000)
    .optional()
    .describe('wat één persoon per minuut kan opvragen, in objecten; 0 is onbeperkt'),
  TLS_CERTIFICAAT: text
    .refine(
      (pem) => pem === undefined || pem.includes('-----BEGIN CERTIFICATE-----'),
      'geen certificaat (PEM)',
    )
    .describe('certificaat (PEM) waarmee de server zelf TLS spreekt'),
  TLS_SLEUTEL: text
    .refine(
      (pem) => pem === undefined || /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem),
      'geen sleutel (PEM)',
    )
    .describe('sleutel (PEM) bij TLS_CERTIFICAAT'),
  TLS_MINIMUM: z.enum(['TLSv1.2', 'TLSv1.3']).default('TLSv1.2').describe('oudste versie van TLS'),
};

/** Where nobody says otherwise: ten of the largest questions per minute, or some thousands of ordinary ones. */
const BUDGET_IN_PRODUCTION = 2_000_000;

/** What one person may ask per minute: limited in production, and wherever it is set. */
export function vraagbudget(settings: {
  readonly production: boolean;
  readonly WLZ_VRAAGBUDGET?: number | undefined;
}): number {
  return settings.WLZ_VRAAGBUDGET ?? (settings.production ? BUDGET_IN_PRODUCTION : 0);
}
