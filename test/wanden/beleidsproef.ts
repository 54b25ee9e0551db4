import { BELEID, rollenVan, type Letter, type Wie } from './beleid.js';
import { CLAIMS, gevallen, rechten, VANDAAG, type Geval } from './dossiers.js';
import { plant, probeer, type Baan, type Proef, type Uitkomst } from './proef.js';
import { voegToe } from './rijen.js';

const OPDRACHT: Readonly<Record<Letter, string>> = {
  S: 'select',
  I: 'insert',
  U: 'update',
  L: 'update',
  D: 'delete',
};

interface Beleid {
  readonly tabel: string;
  readonly sleutel: string;
  readonly wie: Wie;
  readonly letter: Letter;
}

/** Tries a statement as the actor of the policy. */
type Vraag = (sql: string, waarden?: readonly unknown[]) => Promise<Uitkomst>;

export function beleidsproeven(): Proef[] {
  return Object.entries(BELEID).flatMap(([tabel, { sleutel, wie: kring }]) =>
    Object.entries(kring).flatMap(([wie, letters]) =>
      [...letters].map((letter) => proefVan({ tabel, sleutel, wie: wie as Wie, letter: letter as Letter })),
    ),
  );
}

function proefVan(beleid: Beleid): Proef {
  const { tabel, wie, letter } = beleid;
  const rollen = rollenVan(tabel, wie, letter);
  return {
    soort: 'policy',
    tabel,
    naam: `${wie}_${OPDRACHT[letter]}`,
    aard: `${OPDRACHT[letter].toUpperCase()} ${rollen.join(',')}`,
    bewijs: async (baan) => {
      if (wie === 'zorgkantoor' || wie === 'zorgaanbieder') await geefRechten(baan);
      const bevindingen: string[] = [];
      for (const rol of rollen)
        for (const bevinding of await BEWIJZEN[letter](baan, beleid, vraagAls(baan, beleid, rol)))
          bevindingen.push(`${rol} ${bevinding}`);
      return bevindingen;
    },
  };
}

async function geefRechten(baan: Baan): Promise<void> {
  for (const [tabel, rijen] of Object.entries(rechten(baan.rijen))) await plant(baan, tabel, rijen);
}

/** The role gets every right on the table first: only the policies are on trial. */
function vraagAls({ client }: Baan, { tabel, wie }: Beleid, rol: string): Vraag {
  const { agb, uzovi } = CLAIMS[wie];
  return (sql, waarden) =>
    probeer(
      client,
      { sql, waarden },
      `grant select, insert, update, delete on ${tabel} to ${rol}; set local role ${rol};
       set local app.agb = '${agb}'; set local app.uzovi = '${uzovi}'; set local app.vandaag = '${VANDAAG}'`,
    );
}

type Bewijs = (baan: Baan, beleid: Beleid, vraag: Vraag) => Promise<string[]>;

const BEWIJZEN: Readonly<Record<Letter, Bewijs>> = {
  S: ziet,
  I: voegtToe,
  U: wijzigt,
  L: houdtVast,
  D: verwijdert,
};

const gevallenVan = ({ rijen }: Baan, { tabel, wie, letter }: Beleid): Geval[] =>
  gevallen(rijen, tabel, wie, letter);

const sleutelVan = ({ rij }: Geval, { sleutel }: Beleid): unknown => rij[sleutel];

async function geplant(baan: Baan, beleid: Beleid): Promise<{ eigen: Geval[]; vreemd: Geval[] }> {
  const alle = gevallenVan(baan, beleid);
  await plant(
    baan,
    beleid.tabel,
    alle.map(({ rij }) => rij),
  );
  return { eigen: alle.filter(({ mag }) => mag), vreemd: alle.filter(({ mag }) => !mag) };
}

async function ziet(baan: Baan, beleid: Beleid, vraag: Vraag, slot = ''): Promise<string[]> {
  const { eigen } = await geplant(baan, beleid);
  const uitkomst = await vraag(`select ${beleid.sleutel} as sleutel from ${beleid.tabel} ${slot}`);
  if (!uitkomst.gelukt) return [`ziet niets: ${uitkomst.melding}`];
  const gezien = uitkomst.rijen.map(({ sleutel }) => String(sleutel)).sort();
  const verwacht = eigen.map((geval) => String(sleutelVan(geval, beleid))).sort();
  return gezien.join() === verwacht.join() ? [] : [`ziet [${gezien.join()}] en niet [${verwacht.join()}]`];
}

async function voegtToe(baan: Baan, beleid: Beleid, vraag: Vraag): Promise<string[]> {
  const bevindingen: string[] = [];
  for (const { rij, mag } of gevallenVan(baan, beleid)) {
    await plant(baan, beleid.tabel, []);
    const { sql, waarden } = voegToe(beleid.tabel, rij);
    const wat = `voegt toe ${String(rij[beleid.sleutel])}`;
    bevindingen.push(
      ...(mag ? lukt(wat, await vraag(sql, waarden), 1) : stuit(wat, await vraag(sql, waarden))),
    );
  }
  return bevindingen;
}

async function wijzigt(baan: Baan, beleid: Beleid, vraag: Vraag): Promise<string[]> {
  const { eigen, vreemd } = await geplant(baan, beleid);
  const zet = (kolom: string, waarde: unknown): Promise<Uitkomst> =>
    vraag(`update ${beleid.tabel} set ${kolom} = $1`, [waarde]);
  const [eerste] = eigen;
  if (eerste === undefined) return ['heeft niets eigens'];
  const bevindingen = lukt(
    'wijzigt het eigene',
    await zet(beleid.sleutel, sleutelVan(eerste, beleid)),
    eigen.length,
  );
  for (const geval of vreemd) {
    const kolom = sleutelVan(geval, beleid) === sleutelVan(eerste, beleid) ? 'instelling' : beleid.sleutel;
    bevindingen.push(...stuit(`geeft weg (${kolom})`, await zet(kolom, geval.rij[kolom])));
  }
  return bevindingen;
}

async function houdtVast(baan: Baan, beleid: Beleid, vraag: Vraag): Promise<string[]> {
  const bevindingen = await ziet(baan, beleid, vraag, 'for update');
  const sql = `update ${beleid.tabel} set ${beleid.sleutel} = ${beleid.sleutel}`;
  return [...bevindingen, ...stuit('wijzigt', await vraag(sql))];
}

async function verwijdert(baan: Baan, beleid: Beleid, vraag: Vraag): Promise<string[]> {
  const { eigen } = await geplant(baan, beleid);
  return lukt('verwijdert', await vraag(`delete from ${beleid.tabel}`), eigen.length);
}

function lukt(wat: string, uitkomst: Uitkomst, aantal: number): string[] {
  if (!uitkomst.gelukt) return [`${wat}: ${uitkomst.melding}`];
  return uitkomst.aantal === aantal ? [] : [`${wat}: ${uitkomst.aantal} rijen en niet ${aantal}`];
}

function stuit(wat: string, uitkomst: Uitkomst): string[] {
  if (uitkomst.gelukt) return [`${wat}: niet tegengehouden`];
  return uitkomst.melding.includes('row-level security') ? [] : [`${wat}: ${uitkomst.melding}`];
}
