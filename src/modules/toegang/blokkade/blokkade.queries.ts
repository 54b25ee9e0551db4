import type { Tx } from '../../../platform/database/index.js';
import type { RolVanMens } from '../tokens/claims.js';

export type Blokkadereden = 'UIT_DIENST' | 'ROL_BEEINDIGD' | 'INLOGMIDDEL_GELEKT' | 'VERMOEDEN_VAN_MISBRUIK';

/** That somebody is kept out, or was. */
export interface BlokkadeRow {
  readonly geblokkeerdeGebruikerID: string;
  readonly sub: string;
  /** Null for every role. */
  readonly rol: RolVanMens | null;
  readonly reden: Blokkadereden;
  readonly van: string;
  readonly tot: string | null;
  readonly geregistreerdDoor: string;
  readonly versie: number;
}

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;
const BLOKKADE = `
  geblokkeerde_gebruiker_id as "geblokkeerdeGebruikerID", sub, rol, reden,
  to_char(van at time zone 'UTC', ${INSTANT}) as van, to_char(tot at time zone 'UTC', ${INSTANT}) as tot,
  geregistreerd_door as "geregistreerdDoor", versie`;

/** A row stays, so its id is enough to go on from. */
export const KEYSET = ['uuid'] as const;

export function keysetOf({ geblokkeerdeGebruikerID }: BlokkadeRow): [string] {
  return [geblokkeerdeGebruikerID];
}

/** The latest first. @param limit rows to read, the extra one included */
export function findBlokkades(tx: Tx, limit: number, after: string | null): Promise<BlokkadeRow[]> {
  return tx.query<BlokkadeRow>(
    `select ${BLOKKADE} from geblokkeerde_gebruiker g
     where $1::uuid is null or (g.van, g.geblokkeerde_gebruiker_id) < (
       select vorige.van, vorige.geblokkeerde_gebruiker_id from geblokkeerde_gebruiker vorige
       where vorige.geblokkeerde_gebruiker_id = $1)
     order by g.van desc, g.geblokkeerde_gebruiker_id desc limit $2`,
    [after, limit],
  );
}

export async function countBlokkades(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ aantal: number }>(
    'select count(*)::int as aantal from geblokkeerde_gebruiker',
  );
  return row?.aantal ?? 0;
}

export async function findBlokkade(tx: Tx, id: string): Promise<BlokkadeRow | null> {
  const [row] = await tx.query<BlokkadeRow>(
    `select ${BLOKKADE} from geblokkeerde_gebruiker where geblokkeerde_gebruiker_id = $1`,
    [id],
  );
  return row ?? null;
}
