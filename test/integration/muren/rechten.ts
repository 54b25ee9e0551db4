import type pg from 'pg';

/** A right as rows of the register give it, worked out without the derived tables. */
export interface Recht {
  readonly grond: string;
  readonly bron: string;
  readonly houder: string;
  readonly client: string;
  readonly bemiddeling: string | null;
  readonly van: string | null;
  readonly tot: string | null;
}

interface Rij {
  readonly id: string;
  readonly client: string;
  readonly bemiddeling: string;
  readonly instelling: string | null;
  readonly zorgkantoor: string;
  readonly van: string;
  readonly tot: string | null;
}

/** Every right, from the sources alone, in an order of its own. */
export async function berekend(client: pg.Client): Promise<Recht[]> {
  const rows = async (sql: string): Promise<Rij[]> => (await client.query<Rij>(sql)).rows;
  const specificaties = await rows(`
    select s.bemiddelingspecificatie_id as id, b.client_id as client, b.bemiddeling_id as bemiddeling, s.instelling,
      s.uitvoerend_zorgkantoor as zorgkantoor, s.toewijzing_ingangsdatum::text as van, s.toewijzing_einddatum::text as tot
    from bemiddelingspecificatie s join bemiddeling b using (bemiddeling_id)`);
  const rollen = await rows(`
    select r.regiehouder_id as id, b.client_id as client, b.bemiddeling_id as bemiddeling, r.instelling, '' as zorgkantoor,
      r.ingangsdatum::text as van, r.einddatum::text as tot
    from regiehouder r join bemiddeling b using (bemiddeling_id)`);
  const bemiddelingen = await rows(`
    select bemiddeling_id as id, client_id as client, bemiddeling_id as bemiddeling,
      verantwoordelijk_zorgkantoor as zorgkantoor from bemiddeling`);
  const indicaties = await rows(`
    select wlz_indicatie_id as id, client_id as client, initieel_verantwoordelijk_zorgkantoor as zorgkantoor
    from indicatie`);
  const kantoor = (grond: string, { id, client: van, bemiddeling, zorgkantoor }: Rij): Recht => ({
    grond,
    bron: id,
    houder: zorgkantoor,
    client: van,
    bemiddeling: grond === 'INDICATIE' ? null : bemiddeling,
    van: null,
    tot: null,
  });
  const aanbieder = (grond: string, rij: Rij): Recht => ({
    grond,
    bron: rij.id,
    houder: rij.instelling ?? '',
    client: rij.client,
    bemiddeling: rij.bemiddeling,
    van: rij.van,
    tot: rij.tot,
  });
  return inOrder([
    ...specificaties
      .filter(({ instelling }) => instelling !== null)
      .map((rij) => aanbieder('SPECIFICATIE', rij)),
    ...rollen.map((rij) => aanbieder('REGIEROL', rij)),
    ...specificaties.map((rij) => kantoor('UITVOEREND', rij)),
    ...bemiddelingen.map((rij) => kantoor('VERANTWOORDELIJK', rij)),
    ...indicaties.map((rij) => kantoor('INDICATIE', rij)),
  ]);
}

/** Every right, as the derived tables say it. */
export async function afgeleid(client: pg.Client): Promise<Recht[]> {
  const { rows } = await client.query<Recht>(`
    select grond, bron_id as bron, agb as houder, client_id as client, bemiddeling_id as bemiddeling, van::text,
      nullif(tot, 'infinity')::text as tot from toegangsrecht
    union all
    select grond, bron_id, zorgkantoor, client_id, bemiddeling_id, null, null from toegangsrecht_zorgkantoor`);
  return inOrder(rows);
}

function inOrder(rechten: readonly Recht[]): Recht[] {
  const key = ({ grond, bron }: Recht): string => `${grond} ${bron}`;
  return [...rechten].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
