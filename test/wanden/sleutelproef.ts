import { voegToe, type Rij } from './rijen.js';
import { plant, probeer, wekVan, type Baan, type Proef, type Soort } from './proef.js';
import { PRIMAIR, UNIEK, type Uniek } from './sleutels.js';
import { UITSLUITINGEN } from './uitsluitingen.js';

/** Two rows of which the second is refused for the sake of the first, and second rows that go beside it. */
interface Paar {
  readonly eerste: Rij;
  readonly botst: Rij;
  readonly naast: readonly Rij[];
  readonly achter?: string;
}

export function sleutelproeven(): Proef[] {
  return [
    ...Object.entries(PRIMAIR).map(([tabel, kolommen]) =>
      proef('sleutel', tabel, `${tabel}_pkey`, (baan) => paarVan(baan, tabel, { kolommen })),
    ),
    ...perNaam(UNIEK, (tabel, naam, uniek) =>
      proef('sleutel', tabel, naam, (baan) => paarVan(baan, tabel, uniek)),
    ),
    ...perNaam(UITSLUITINGEN, (tabel, naam, { eerste, botst, naast }) =>
      proef('uitsluiting', tabel, naam, ({ rijen }) => ({
        eerste: rijen.rij(tabel, 1, eerste),
        botst: rijen.rij(tabel, 2, botst),
        naast: naast.map((anders) => rijen.rij(tabel, 2, anders)),
      })),
    ),
  ];
}

function perNaam<T>(
  perTabel: Readonly<Record<string, Readonly<Record<string, T>>>>,
  maak: (tabel: string, naam: string, ding: T) => Proef,
): Proef[] {
  return Object.entries(perTabel).flatMap(([tabel, van]) =>
    Object.entries(van).map(([naam, ding]) => maak(tabel, naam, ding)),
  );
}

const proef = (soort: Soort, tabel: string, naam: string, paar: (baan: Baan) => Paar): Proef => ({
  soort,
  tabel,
  naam,
  bewijs: (baan) => bewijs(baan, tabel, naam, paar(baan)),
});

/** Rows 1 and 2, alike in the columns of the key; and for every column in which they differ, alike in the others only. */
function paarVan({ rijen }: Baan, tabel: string, { kolommen, beide, naast = [], achter }: Uniek): Paar {
  const eerste = rijen.rij(tabel, 1, beide);
  const tweede = rijen.rij(tabel, 2, beide);
  const gelijk = (welke: readonly string[]): Rij => ({
    ...tweede,
    ...Object.fromEntries(welke.map((kolom) => [kolom, eerste[kolom] ?? null])),
  });
  const verschilt = kolommen.filter((kolom) => String(eerste[kolom]) !== String(tweede[kolom]));
  return {
    eerste,
    achter,
    botst: gelijk(kolommen),
    naast: [
      ...verschilt.map((kolom) => gelijk(kolommen.filter((ander) => ander !== kolom))),
      ...naast.map((anders) => ({ ...gelijk(kolommen), ...anders })),
    ],
  };
}

async function bewijs(baan: Baan, tabel: string, naam: string, paar: Paar): Promise<string[]> {
  await plant(baan, tabel, [paar.eerste]);
  if (paar.achter !== undefined)
    await baan.client.query(`alter table ${tabel} drop constraint ${paar.achter}`);
  // A constraint that may wait until the end of the transaction is kept by a trigger, and triggers rest in a proof.
  await wekVan(baan, naam);
  const tweede = await probeer(baan.client, voegToe(tabel, paar.botst));
  const bevindingen: string[] = [];
  if (tweede.gelukt) bevindingen.push('aanvaard: de tweede rij');
  else if (tweede.door !== naam) bevindingen.push(`geweigerd door ${tweede.door}: de tweede rij`);
  for (const rij of paar.naast) {
    const uitkomst = await probeer(baan.client, voegToe(tabel, rij));
    if (!uitkomst.gelukt)
      bevindingen.push(`ten onrechte geweigerd: ${uitkomst.melding} ${JSON.stringify(rij)}`);
  }
  return bevindingen;
}
