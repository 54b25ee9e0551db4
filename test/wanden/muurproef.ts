import { BELEID } from './beleid.js';
import { plant, probeer, type Baan, type Proef } from './proef.js';

/** A table under row level security shows nothing to whom no policy is for, its owner included. */
export const muurproeven = (): Proef[] =>
  Object.keys(BELEID).map((tabel) => ({
    soort: 'muur',
    tabel,
    naam: 'row_level_security',
    bewijs: (baan) => bewijs(baan, tabel),
  }));

/** A role for which no policy shows a row. */
const ROL = 'wlz_beheerder';

async function bewijs(baan: Baan, tabel: string): Promise<string[]> {
  await plant(baan, tabel, [baan.rijen.rij(tabel, 1)]);
  const bevindingen: string[] = [];
  for (const [wie, recht] of [
    ['een ander', `grant select on ${tabel} to ${ROL}`],
    ['de eigenaar', `alter table ${tabel} owner to ${ROL}`],
  ] as const) {
    const uitkomst = await probeer(
      baan.client,
      { sql: `select from ${tabel}` },
      `${recht}; set local role ${ROL}`,
    );
    if (!uitkomst.gelukt) bevindingen.push(`${wie}: ${uitkomst.melding}`);
    else if (uitkomst.aantal > 0) bevindingen.push(`${wie} ziet ${uitkomst.aantal} rijen`);
  }
  return bevindingen;
}
