import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose former versions are kept in `<table>_historie`. */
const VERSIONED = [
  'zorgaanbieder',
  'locatie',
  'client',
  'contactpersoon',
  'contactgegevens',
  'indicatie',
  'grondslag',
  'geindiceerd_zorgzwaartepakket',
  'wzd',
  'bemiddeling',
  'bemiddelingspecificatie',
  'regiehouder',
  'levering',
  'uitstelperiode',
  'leveringperiode',
  'afstel',
  'contactmoment',
] as const;

/** History that no statement can lose, and the rules that only hold over several rows, checked at commit. */
export class HistorieEnBewaking1795000000006 implements MigrationInterface {
  name = 'HistorieEnBewaking1795000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app_nu() returns timestamptz language sql stable parallel safe as $$
        select coalesce(nullif(current_setting('app.nu', true), '')::timestamptz, clock_timestamp())
      $$`);
    await historie(runner);
    // An allocation withdrawn before it began (a reason, and an end on its first day) is held to neither rule.
    await runner.query(`
      create function controleer_bemiddeling() returns trigger language plpgsql as $$
      begin
        if exists (
          select from bemiddelingspecificatie s
          where s.bemiddeling_id = new.bemiddeling_id and s.leveringsvorm in ('4','5','7','8')
            and not (s.reden_intrekking is not null and s.toewijzing_einddatum = s.toewijzing_ingangsdatum)
            and not coalesce((
              select range_agg(daterange(r.ingangsdatum, r.einddatum, '[]')) from regiehouder r
              where r.bemiddeling_id = s.bemiddeling_id
                and r.regierol = case s.leveringsvorm when '7' then '1' else '2' end
            ), '{}'::datemultirange) @> daterange(s.toewijzing_ingangsdatum, s.toewijzing_einddatum, '[]')
        ) then
          raise exception using errcode = '23514', constraint = 'bemiddeling_regiehouder_verplicht',
            message = 'mandatory regiehouder missing';
        end if;
        if exists (
          select from bemiddelingspecificatie s
          join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
          join indicatie i on i.wlz_indicatie_id = b.wlz_indicatie_id
          where s.bemiddeling_id = new.bemiddeling_id
            and not (s.reden_intrekking is not null and s.toewijzing_einddatum = s.toewijzing_ingangsdatum)
            and not daterange(i.ingangsdatum, i.einddatum, '[]')
              @> daterange(s.toewijzing_ingangsdatum, s.toewijzing_einddatum, '[]')
        ) then
          raise exception using errcode = '23514', constraint = 'bemiddelingspecificatie_binnen_indicatie',
            message = 'allocation outside the indication';
        end if;
        return null;
      end $$`);
    for (const table of ['bemiddelingspecificatie', 'regiehouder']) {
      await runner.query(`
        create constraint trigger ${table}_controle after insert or update on ${table}
        deferrable initially deferred for each row execute function controleer_bemiddeling()`);
    }
    await runner.query(`
      create function controleer_indicatie() returns trigger language plpgsql as $$
      begin
        if exists (
          select from indicatie i
          join bemiddeling b on b.wlz_indicatie_id = i.wlz_indicatie_id
          join bemiddelingspecificatie s on s.bemiddeling_id = b.bemiddeling_id
          where i.wlz_indicatie_id = new.wlz_indicatie_id
            and not (s.reden_intrekking is not null and s.toewijzing_einddatum = s.toewijzing_ingangsdatum)
            and not daterange(i.ingangsdatum, i.einddatum, '[]')
              @> daterange(s.toewijzing_ingangsdatum, s.toewijzing_einddatum, '[]')
        ) then
          raise exception using errcode = '23514', constraint = 'bemiddelingspecificatie_binnen_indicatie',
            message = 'allocation outside the indication';
        end if;
        return null;
      end $$`);
    await runner.query(`
      create constraint trigger indicatie_controle after update of ingangsdatum, einddatum on indicatie
      deferrable initially deferred for each row execute function controleer_indicatie()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger indicatie_controle on indicatie`);
    await runner.query(`drop function controleer_indicatie()`);
    for (const table of ['bemiddelingspecificatie', 'regiehouder']) {
      await runner.query(`drop trigger ${table}_controle on ${table}`);
    }
    await runner.query(`drop function controleer_bemiddeling()`);
    for (const table of VERSIONED) {
      await runner.query(`drop trigger ${table}_bewaar_vorige_versie on ${table}`);
      await runner.query(`drop table ${table}_historie`);
    }
    await runner.query(`drop function bewaar_vorige_versie()`);
    await runner.query(`drop function app_nu()`);
  }
}

async function historie(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function bewaar_vorige_versie() returns trigger language plpgsql as $$
    declare vervangen timestamptz;
    begin
      if tg_op = 'UPDATE' then
        if to_jsonb(new) - 'versie' = to_jsonb(old) - 'versie' then return new; end if;
        if new.geregistreerd_op <= old.geregistreerd_op then
          new.geregistreerd_op := old.geregistreerd_op + interval '1 microsecond';
        end if;
        vervangen := new.geregistreerd_op;
      else
        vervangen := greatest(app_nu(), old.geregistreerd_op + interval '1 microsecond');
      end if;
      execute format('insert into %1$I select (jsonb_populate_record(null::%1$I, $1)).*', tg_table_name || '_historie')
        using to_jsonb(old) || jsonb_build_object('vervangen_op', vervangen);
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end $$`);
  for (const table of VERSIONED) {
    const key = table === 'zorgaanbieder' ? 'agb' : `${table}_id`.replace('indicatie_id', 'wlz_indicatie_id');
    await runner.query(`create table ${table}_historie (like ${table}, vervangen_op timestamptz not null)`);
    await runner.query(`create index ${table}_historie_idx on ${table}_historie (${key}, vervangen_op)`);
    await runner.query(`
      create trigger ${table}_bewaar_vorige_versie before update or delete on ${table}
      for each row execute function bewaar_vorige_versie()`);
  }
}
