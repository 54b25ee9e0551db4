import { voegToe, type Rij } from './rijen.js';
import { plant, probeer, type Baan, type Proef } from './proef.js';

/** SQLSTATE check_violation. */
const CHECK = '23514';

/** Per table and check: changes to a good row after which that check must refuse it. */
export type Checks = Readonly<Record<string, Readonly<Record<string, readonly Rij[]>>>>;

export function checkproeven(checks: Checks): Proef[] {
  return Object.entries(checks).flatMap(([tabel, van]) =>
    Object.entries(van).map(([check, fouten]): Proef => {
      const naam = `${tabel}_${check}_check`;
      return { soort: 'check', tabel, naam, bewijs: (baan) => bewijs(baan, tabel, naam, fouten) };
    }),
  );
}

async function bewijs(baan: Baan, tabel: string, naam: string, fouten: readonly Rij[]): Promise<string[]> {
  await plant(baan, tabel, []);
  const goed = await probeer(baan.client, voegToe(tabel, baan.rijen.rij(tabel, 1)));
  const bevindingen = goed.gelukt ? [] : [`de goede rij is geweigerd: ${goed.melding}`];
  for (const fout of fouten) {
    const uitkomst = await probeer(baan.client, voegToe(tabel, baan.rijen.rij(tabel, 1, fout)));
    const rij = JSON.stringify(fout);
    if (uitkomst.gelukt) bevindingen.push(`aanvaard: ${rij}`);
    else if (uitkomst.code !== CHECK || uitkomst.door !== naam)
      bevindingen.push(`geweigerd door ${uitkomst.door}: ${rij}`);
  }
  return bevindingen;
}
