import type { QueryRunner } from 'typeorm';

/** A source of rights: a table whose rows give somebody access, and the rights a set of its rows gives. */
interface Bron {
  readonly tabel: string;
  readonly sleutel: string;
  readonly rechten: readonly {
    readonly naar: 'toegangsrecht' | 'toegangsrecht_zorgkantoor';
    readonly grond: string;
    /** Columns after grond and bron_id, from `rij`. */
    readonly kolommen: readonly string[];
    readonly waarden: (rij: string) => string;
    readonly van: (rijen: string) => string;
  }[];
}

const AANBIEDER = ['agb', 'client_id', 'bemiddeling_id', 'van', 'tot'];
const KANTOOR = ['zorgkantoor', 'client_id', 'bemiddeling_id'];
const metBemiddeling = (rijen: string): string =>
  `${rijen} rij join bemiddeling b on b.bemiddeling_id = rij.bemiddeling_id`;

export const BRONNEN: readonly Bron[] = [
  {
    tabel: 'bemiddelingspecificatie',
    sleutel: 'bemiddelingspecificatie_id',
    rechten: [
      {
        naar: 'toegangsrecht',
        grond: 'SPECIFICATIE',
        kolommen: AANBIEDER,
        waarden: () => `rij.instelling, b.client_id, rij.bemiddeling_id, rij.toewijzing_ingangsdatum,
          coalesce(rij.toewijzing_einddatum, 'infinity')`,
        van: (rijen) => `${metBemiddeling(rijen)} where rij.instelling is not null`,
      },
      {
        naar: 'toegangsrecht_zorgkantoor',
        grond: 'UITVOEREND',
        kolommen: KANTOOR,
        waarden: () => `rij.uitvoerend_zorgkantoor, b.client_id, rij.bemiddeling_id`,
        van: metBemiddeling,
      },
    ],
  },
  {
    tabel: 'regiehouder',
    sleutel: 'regiehouder_id',
    rechten: [
      {
        naar: 'toegangsrecht',
        grond: 'REGIEROL',
        kolommen: AANBIEDER,
        waarden: () => `rij.instelling, b.client_id, rij.bemiddeling_id, rij.ingangsdatum,
          coalesce(rij.einddatum, 'infinity')`,
        van: metBemiddeling,
      },
    ],
  },
  {
    tabel: 'bemiddeling',
    sleutel: 'bemiddeling_id',
    rechten: [
      {
        naar: 'toegangsrecht_zorgkantoor',
        grond: 'VERANTWOORDELIJK',
        kolommen: KANTOOR,
        waarden: () => `rij.verantwoordelijk_zorgkantoor, rij.client_id, rij.bemiddeling_id`,
        van: (rijen) => `${rijen} rij`,
      },
    ],
  },
  {
    tabel: 'indicatie',
    sleutel: 'wlz_indicatie_id',
    rechten: [
      {
        naar: 'toegangsrecht_zorgkantoor',
        grond: 'INDICATIE',
        kolommen: KANTOOR,
        waarden: () => `rij.initieel_verantwoordelijk_zorgkantoor, rij.client_id, null::uuid`,
        van: (rijen) => `${rijen} rij`,
      },
    ],
  },
];

const functieVan = (tabel: string): string => `leid_toegangsrecht_af_van_${tabel}`;
export const RECHTFUNCTIES = BRONNEN.map(({ tabel }) => functieVan(tabel));
const NA = ['insert', 'update', 'delete'] as const;

/** The rights of every stored row of these sources, as statements that fill the derived tables. */
function vul({ sleutel, rechten }: Bron, rijen: string, bij: boolean): string[] {
  return rechten.map(
    ({ naar, grond, kolommen, waarden, van }) => `
      insert into ${naar} as recht (grond, bron_id, ${kolommen.join(', ')})
      select '${grond}', rij.${sleutel}, ${waarden('rij')} from ${van(rijen)}
      ${
        bij
          ? `on conflict (grond, bron_id) do update
             set ${kolommen.map((kolom) => `${kolom} = excluded.${kolom}`).join(', ')}
             where (${kolommen.map((kolom) => `recht.${kolom}`).join(', ')})
               is distinct from (${kolommen.map((kolom) => `excluded.${kolom}`).join(', ')})`
          : ''
      }`,
  );
}

/** The derived tables, the triggers that keep them, and what is stored already. */
export async function maakToegangsrechten(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table toegangsrecht (
      grond text not null,
      bron_id uuid not null,
      agb text not null,
      client_id uuid not null,
      bemiddeling_id uuid not null,
      van date not null,
      tot date not null,
      constraint toegangsrecht_pkey primary key (grond, bron_id),
      constraint toegangsrecht_grond_check check (grond in ('SPECIFICATIE','REGIEROL')),
      constraint toegangsrecht_periode_check check (tot >= van)
    )`);
  await runner.query(
    `create index toegangsrecht_bemiddeling_id_idx on toegangsrecht (bemiddeling_id, agb, van, tot)`,
  );
  await runner.query(`create index toegangsrecht_client_id_idx on toegangsrecht (client_id, agb, van, tot)`);
  await runner.query(
    `create index toegangsrecht_agb_idx on toegangsrecht (agb, bemiddeling_id, client_id, van, tot)`,
  );
  await runner.query(`
    create table toegangsrecht_zorgkantoor (
      grond text not null,
      bron_id uuid not null,
      zorgkantoor text not null,
      client_id uuid not null,
      bemiddeling_id uuid,
      constraint toegangsrecht_zorgkantoor_pkey primary key (grond, bron_id),
      constraint toegangsrecht_zorgkantoor_grond_check check (grond in ('VERANTWOORDELIJK','UITVOEREND','INDICATIE')),
      constraint toegangsrecht_zorgkantoor_bemiddeling_check check ((bemiddeling_id is null) = (grond = 'INDICATIE'))
    )`);
  await runner.query(`
    create index toegangsrecht_zorgkantoor_bemiddeling_id_idx on toegangsrecht_zorgkantoor
      (bemiddeling_id, zorgkantoor)`);
  await runner.query(`
    create index toegangsrecht_zorgkantoor_client_id_idx on toegangsrecht_zorgkantoor (client_id, zorgkantoor)`);
  await runner.query(`
    create index toegangsrecht_zorgkantoor_zorgkantoor_idx on toegangsrecht_zorgkantoor
      (zorgkantoor, bemiddeling_id, client_id)`);
  for (const bron of BRONNEN) {
    for (const statement of vul(bron, bron.tabel, false)) await runner.query(statement);
    await bewaak(runner, bron);
  }
}

/** After each statement on a source, in its transaction: the rights of the rows it touched are as those rows say. */
async function bewaak(runner: QueryRunner, bron: Bron): Promise<void> {
  const { tabel, sleutel, rechten } = bron;
  const weg = rechten.map(({ naar, grond, van }) => {
    const [, voorwaarde] = van('nieuw').split(' where ');
    const blijft = `select from nieuw rij where rij.${sleutel} = oud.${sleutel} ${voorwaarde === undefined ? '' : `and ${voorwaarde}`}`;
    const verwijder = `delete from ${naar} recht using oud where recht.grond = '${grond}' and recht.bron_id = oud.${sleutel}`;
    return { na: verwijder, bij: `${verwijder} and not exists (${blijft})` };
  });
  const volg =
    tabel === 'bemiddeling'
      ? ['toegangsrecht', 'toegangsrecht_zorgkantoor'].map(
          (naar) => `update ${naar} recht set client_id = nieuw.client_id from nieuw
            where recht.bemiddeling_id = nieuw.bemiddeling_id and recht.client_id <> nieuw.client_id;`,
        )
      : [];
  await runner.query(`
    create function ${functieVan(tabel)}() returns trigger language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp as $$
    begin
      if tg_op = 'DELETE' then
        ${weg.map(({ na }) => `${na};`).join('\n')}
        return null;
      end if;
      if tg_op = 'UPDATE' then
        ${weg.map(({ bij }) => `${bij};`).join('\n')}
        ${volg.join('\n')}
      end if;
      ${vul(bron, 'nieuw', true)
        .map((statement) => `${statement};`)
        .join('\n')}
      return null;
    end $$`);
  for (const na of NA) {
    const tabellen = [na === 'insert' ? '' : 'old table as oud', na === 'delete' ? '' : 'new table as nieuw'];
    await runner.query(`
      create trigger ${tabel}_toegangsrecht_na_${na} after ${na} on ${tabel}
      referencing ${tabellen.join(' ')} for each statement execute function ${functieVan(tabel)}()`);
  }
}

export async function verwijderToegangsrechten(runner: QueryRunner): Promise<void> {
  for (const { tabel } of BRONNEN) {
    for (const na of NA) await runner.query(`drop trigger ${tabel}_toegangsrecht_na_${na} on ${tabel}`);
    await runner.query(`drop function ${functieVan(tabel)}()`);
  }
  await runner.query(`drop table toegangsrecht, toegangsrecht_zorgkantoor`);
}
