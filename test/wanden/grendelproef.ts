import { grouped } from '../../src/platform/collections/index.js';
import { plant, probeer, wek, type Baan, type Proef } from './proef.js';
import { uuid, voegToe, type Opdracht, type Rij } from './rijen.js';

/** What stands in the register, what is done, and what the trigger makes of it. */
export interface Grendel {
  readonly tabel: string;
  readonly naam: string;
  /** Rows by table and number, with what they hold otherwise. */
  readonly staat?: readonly (readonly [tabel: string, n: number, anders?: Rij])[];
  /** Tables without rows, whatever `staat` says. */
  readonly leeg?: readonly string[];
  /** A statement, or a row to be added to the table. */
  readonly doe: string | Rij;
  /** Question whose only value must be `is` afterwards; or by what name or SQLSTATE the statement is refused. */
  readonly dan: { readonly vraag: string; readonly is: string } | { readonly stuit: string };
}

/** The clock of the register, which is ahead of the moment of the statement. */
export const KLOK_VOOR = ['registratieklok', 1, { moment: '2027-01-01T00:00:00Z', transactie: '1' }] as const;
export const NU = '2026-06-01T00:00:00Z';
export const NA_DE_KLOK = '2027-01-01 00:00:00.000001+00';

export function grendelproeven(grendels: readonly Grendel[]): Proef[] {
  return [...grouped(grendels, ({ tabel, naam }) => `${tabel} ${naam}`).values()].flatMap((stappen) => {
    const [eerste] = stappen;
    if (eerste === undefined) return [];
    const { tabel, naam } = eerste;
    return [{ soort: 'grendel', tabel, naam, bewijs: (baan) => bewijs(baan, stappen) }];
  });
}

async function bewijs(baan: Baan, stappen: readonly Grendel[]): Promise<string[]> {
  const { client } = baan;
  await client.query(`set local app.nu = '${NU}'; set local timezone = 'UTC'; set constraints all immediate`);
  const bevindingen: string[] = [];
  for (const stap of stappen) {
    await client.query('savepoint stap');
    await bereidVoor(baan, stap);
    bevindingen.push(...(await zet(baan, stap)));
    await client.query('rollback to savepoint stap');
  }
  return bevindingen;
}

async function bereidVoor(baan: Baan, { tabel, naam, staat = [], leeg = [] }: Grendel): Promise<void> {
  for (const [welke, rijen] of grouped(staat, ([van]) => van))
    await plant(
      baan,
      welke,
      rijen.map(([, n, anders]) => baan.rijen.rij(welke, n, anders)),
    );
  for (const welke of leeg) await plant(baan, welke, []);
  await wek(baan, tabel, [naam]);
}

async function zet(baan: Baan, { tabel, doe, dan }: Grendel): Promise<string[]> {
  const opdracht: Opdracht =
    typeof doe === 'string' ? { sql: doe, waarden: [] } : voegToe(tabel, baan.rijen.rij(tabel, 1, doe));
  if ('stuit' in dan) {
    const uitkomst = await probeer(baan.client, opdracht);
    if (uitkomst.gelukt) return [`aanvaard: ${opdracht.sql}`];
    return uitkomst.door === dan.stuit ? [] : [`geweigerd door ${uitkomst.door}: ${opdracht.sql}`];
  }
  await baan.client.query(opdracht.sql, opdracht.waarden);
  const { rows } = await baan.client.query<{ antwoord: string | null }>(
    `select (${dan.vraag})::text as antwoord`,
  );
  const antwoord = rows[0]?.antwoord;
  return antwoord === dan.is ? [] : [`${dan.vraag} is ${String(antwoord)} en niet ${dan.is}`];
}

export const ID = uuid(1);
