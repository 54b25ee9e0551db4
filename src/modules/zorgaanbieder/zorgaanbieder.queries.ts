import type { Tx } from '../../platform/database/index.js';
import type { Locatie, Zorgaanbieder } from './domain/zorgaanbieder.js';

/** A provider without its locations; those come through their own loader. */
export type ZorgaanbiederRow = Omit<Zorgaanbieder, 'locaties'>;

interface LocatieRow extends Locatie {
  readonly agb: string;
}

const COLUMNS = `agb as "agbCode", naam, zorgkantoor, sectoren, leveringsvormen, telefoonnummer, emailadres`;

/** Providers are no client data: everybody who may ask anything may see them. */
export async function findZorgaanbieders(
  tx: Tx,
  agbCodes: readonly string[],
): Promise<Map<string, ZorgaanbiederRow>> {
  const rows = await tx.query<ZorgaanbiederRow>(`select ${COLUMNS} from zorgaanbieder where agb = any ($1)`, [
    agbCodes,
  ]);
  return new Map(rows.map((row) => [row.agbCode, row]));
}

/** The locations of each provider, by name; a provider without any is absent. */
export async function findLocaties(tx: Tx, agbCodes: readonly string[]): Promise<Map<string, Locatie[]>> {
  const rows = await tx.query<LocatieRow>(
    `select agb, locatie_id as "locatieID", naam, plaatsnaam, postcode, capaciteit
     from locatie where agb = any ($1) order by naam, locatie_id`,
    [agbCodes],
  );
  const byAgb = new Map<string, Locatie[]>();
  for (const { agb, ...locatie } of rows) byAgb.set(agb, [...(byAgb.get(agb) ?? []), locatie]);
  return byAgb;
}

/** To which provider each of these locations belongs. */
export async function findLocatieHouders(
  tx: Tx,
  locatieIDs: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.query<{ locatieID: string; agb: string }>(
    `select locatie_id as "locatieID", agb from locatie where locatie_id = any ($1::uuid[])`,
    [locatieIDs],
  );
  return new Map(rows.map(({ locatieID, agb }) => [locatieID, agb]));
}
