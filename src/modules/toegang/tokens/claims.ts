import { z } from 'zod';
import type { Actor, Rol } from '../../../platform/context/index.js';
import { EdgeError } from '../../../platform/graphql/index.js';

/** The roles a person can hold. SYSTEEM is for our own processes: no token opens it. */
export const ROLLEN_VAN_MENSEN = ['ZORGKANTOOR', 'ZORGAANBIEDER', 'BEHEERDER', 'LOGBEHEERDER'] as const;
export type RolVanMens = (typeof ROLLEN_VAN_MENSEN)[number];

export const UZOVI_PATTERN = /^55\d{2}$/;
export const AGB_PATTERN = /^\d{8}$/;

/** A person at an issuer: printable ASCII without spaces at the ends (OpenID Connect Core §2), at most 200. */
export const SUB_PATTERN = /^(?! )[\x20-\x7e]{1,200}(?<! )$/;

/** How our own processes are named in the log; nobody else may be called so. */
const PROCES = 'proces:';

/** What we read of a verified token. Roles we do not know are left out, so that an issuer can add some. */
const claimsSchema = z.object({
  sub: z
    .string()
    .regex(SUB_PATTERN)
    .refine((sub) => !sub.startsWith(PROCES)),
  iss: z.string().max(500).optional(),
  wlz_rollen: z.array(z.string().max(100)).max(20).default([]),
  uzovi: z.array(z.string().regex(UZOVI_PATTERN)).max(50).default([]),
  agb: z.string().regex(AGB_PATTERN).nullable().default(null),
});

/**
 * Who a verified token stands for. One role acts per request, and brings only its own organisation: rights of two roles
 * never mix.
 * @param asked the role asked for in `x-wlz-rol`; without it the token's first
 * @throws EdgeError 403 when the token gives nobody a role here
 */
export function actorOf(claims: unknown, asked: string | undefined): Actor {
  const parsed = claimsSchema.safeParse(claims);
  if (!parsed.success) throw refused('De gegevens in uw token kloppen niet.');
  const { sub, iss, wlz_rollen, uzovi, agb } = parsed.data;
  const rollen = ROLLEN_VAN_MENSEN.filter((rol) => wlz_rollen.includes(rol));
  const rol = asked === undefined ? wlz_rollen.find(isRolVanMens) : rollen.find((one) => one === asked);
  if (rol === undefined) throw refused('Uw token geeft u hier geen rol.');
  const uitgever = iss === undefined ? {} : { uitgever: iss };
  const base = { sub, rol, rollen: rollen as readonly Rol[], ...uitgever };
  switch (rol) {
    case 'ZORGKANTOOR':
      if (uzovi.length === 0) throw refused('Uw token noemt geen zorgkantoor (uzovi).');
      // In one order, for an office is the same office however its token names the regions.
      return { ...base, uzovi: [...new Set(uzovi)].sort(), agb: null };
    case 'ZORGAANBIEDER':
      if (agb === null) throw refused('Uw token noemt geen zorgaanbieder (agb).');
      return { ...base, uzovi: [], agb };
    case 'BEHEERDER':
    case 'LOGBEHEERDER':
      return { ...base, uzovi: [], agb: null };
  }
}

function isRolVanMens(rol: string): rol is RolVanMens {
  return (ROLLEN_VAN_MENSEN as readonly string[]).includes(rol);
}

function refused(melding: string): EdgeError {
  return new EdgeError(403, 'FORBIDDEN', melding);
}
