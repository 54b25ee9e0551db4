import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An index as it was and as it is. */
interface Path {
  readonly name: string;
  readonly table: string;
  readonly before: string | null;
  readonly after: string;
}

/**
 * Indexes that hold all that the lists ask of a row. A plain index on the key costs the planner as much as the exclusion
 * constraint beside it, and it then reads that one, which takes five times as long; from these it needs no table at all.
 * The last two tables had none that `= any (…)` can use, and were read from end to end for every set of an import.
 */
const PATHS: readonly Path[] = [
  {
    name: 'regiehouder_bemiddeling_id_idx',
    table: 'regiehouder',
    before: 'bemiddeling_id, regierol',
    after: 'bemiddeling_id, regierol, instelling, ingangsdatum, einddatum',
  },
  {
    name: 'regiehouder_instelling_idx',
    table: 'regiehouder',
    before: 'instelling, bemiddeling_id',
    after: 'instelling, bemiddeling_id, einddatum',
  },
  {
    name: 'bemiddelingspecificatie_bemiddeling_id_idx',
    table: 'bemiddelingspecificatie',
    before: 'bemiddeling_id',
    after: 'bemiddeling_id, uitvoerend_zorgkantoor, instelling, toewijzing_einddatum',
  },
  {
    name: 'bemiddelingspecificatie_instelling_idx',
    table: 'bemiddelingspecificatie',
    before: 'instelling, bemiddeling_id',
    after: 'instelling, bemiddeling_id, toewijzing_einddatum',
  },
  {
    name: 'wachtlijstplaats_bemiddeling_id_idx',
    table: 'wachtlijstplaats',
    before: 'bemiddeling_id',
    after: 'bemiddeling_id, van, tot, leveringsstatus, classificatie, rang',
  },
  {
    name: 'leveringperiode_levering_id_idx',
    table: 'leveringperiode',
    before: null,
    after: 'levering_id, ingangsdatum',
  },
  {
    name: 'geindiceerd_zorgzwaartepakket_wlz_indicatie_id_idx',
    table: 'geindiceerd_zorgzwaartepakket',
    before: null,
    after: 'wlz_indicatie_id, ingangsdatum',
  },
];

/**
 * The visible rows, with `union all`: nobody counts them, everybody asks whether one is among them. Then the search ends
 * at the first that is found, and nothing is gathered and sorted for every row of a page.
 */
const views = (union: 'union' | 'union all'): readonly string[] => [
  `create or replace view zichtbaar_zorgkantoor_bemiddeling with (security_invoker = true) as
    select b.bemiddeling_id, b.client_id from bemiddeling b
    where b.verantwoordelijk_zorgkantoor = any ((select app_uzovi())::text[])
    ${union}
    select b.bemiddeling_id, b.client_id from bemiddelingspecificatie s
    join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
    where s.uitvoerend_zorgkantoor = any ((select app_uzovi())::text[])`,
  `create or replace view zichtbaar_zorgkantoor_client with (security_invoker = true) as
    select client_id from zichtbaar_zorgkantoor_bemiddeling
    ${union}
    select i.client_id from indicatie i
    where i.initieel_verantwoordelijk_zorgkantoor = any ((select app_uzovi())::text[])`,
  `create or replace view zichtbaar_zorgaanbieder_bemiddeling with (security_invoker = true) as
    select b.bemiddeling_id, b.client_id from bemiddelingspecificatie s
    join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
    where s.instelling = (select app_agb())
      and (s.toewijzing_einddatum is null or s.toewijzing_einddatum >= (select app_vandaag()))
    ${union}
    select b.bemiddeling_id, b.client_id from regiehouder r
    join bemiddeling b on b.bemiddeling_id = r.bemiddeling_id
    where r.instelling = (select app_agb())
      and (r.einddatum is null or r.einddatum >= (select app_vandaag()))`,
  `create or replace view zichtbaar_zorgaanbieder_client with (security_invoker = true) as
    select ${union === 'union' ? 'distinct ' : ''}client_id from zichtbaar_zorgaanbieder_bemiddeling`,
];

/** The ways by which the lists and the imports of a large register find their rows. */
export class Leespaden1795000000008 implements MigrationInterface {
  name = 'Leespaden1795000000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const { name, table, before, after } of PATHS) {
      if (before !== null) await runner.query(`drop index ${name}`);
      await runner.query(`create index ${name} on ${table} (${after})`);
    }
    for (const view of views('union all')) await runner.query(view);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const view of views('union')) await runner.query(view);
    for (const { name, table, before } of PATHS) {
      await runner.query(`drop index ${name}`);
      if (before !== null) await runner.query(`create index ${name} on ${table} (${before})`);
    }
  }
}
