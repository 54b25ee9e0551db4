import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = `
  contactverplichting_id uuid not null,
  bemiddeling_id uuid not null,
  client_id uuid not null,
  zorgkantoor text not null,
  soort text not null,
  regierol text not null,
  tegenpartij text not null,
  instelling text not null,
  begin date not null,
  termijn_van date not null,
  laatste_contact_id uuid,
  voorlaatste_contact date,
  contactnorm_id integer,
  norm_versie integer,
  max_dagen integer not null,
  uiterlijk date not null,
  van date not null,
  tot date,
  te_laat_sinds date,
  afloop text,
  voldaan_door uuid,
  voldaan_op date,
  vervalreden text,
  geregistreerd_op timestamptz not null,
  geregistreerd_door text not null`;

const VERVALREDENEN = [
  'OVERLEDEN',
  'GEPLAATST',
  'EINDE_ZORGVRAAG',
  'VERHUISD',
  'TOEWIJZING_BEEINDIGD',
  'WACHTSTATUS_BEEINDIGD',
  'OPNAMEBEHOEFTE_VERVALLEN',
  'ROL_BEEINDIGD',
  'OVERGEDRAGEN',
  'TERMIJN_HERZIEN',
];

/**
 * The ledger of contact obligations. What counts today has either no last day or one that is still to come: two small
 * sets with an index each, however long the past grows. What is replaced goes to the history, by the table itself.
 */
export class Verplichtingenboek1795000000016 implements MigrationInterface {
  name = 'Verplichtingenboek1795000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contactnorm
        add column zorgkantoor text,
        add column versie integer not null default 1,
        add column geregistreerd_op timestamptz,
        add column geregistreerd_door text,
        drop constraint contactnorm_uniek,
        add constraint contactnorm_uniek unique nulls not distinct
          (zorgkantoor, regierol, tegenpartij, leveringsstatus, classificatie, geldig_vanaf)`);
    await runner.query(`
      create table contactverplichting (${COLUMNS},
        constraint contactverplichting_pkey primary key (contactverplichting_id),
        constraint contactverplichting_bemiddeling_id_fkey foreign key (bemiddeling_id)
          references bemiddeling (bemiddeling_id),
        constraint contactverplichting_soort_check check
          (soort in ('DOSSIERHOUDER_CLIENT','COORDINATOR_DOSSIERHOUDER')),
        constraint contactverplichting_dagen_check check (tot is null or tot >= van),
        constraint contactverplichting_termijn_check check
          (max_dagen between 1 and 183 and uiterlijk = termijn_van + max_dagen and termijn_van between begin and van),
        constraint contactverplichting_te_laat_check check
          (te_laat_sinds is null or te_laat_sinds > uiterlijk and te_laat_sinds between van and coalesce(tot, 'infinity')),
        constraint contactverplichting_afloop_check check ((tot is null) = (afloop is null)
          and (afloop is null or afloop in ('VOLDAAN','VERVALLEN'))
          and (afloop is not distinct from 'VOLDAAN') = (voldaan_door is not null and voldaan_op is not null)
          and (afloop is not distinct from 'VERVALLEN') = (vervalreden is not null)),
        constraint contactverplichting_vervalreden_check check (vervalreden is null or vervalreden in
          (${VERVALREDENEN.map((reden) => `'${reden}'`).join(', ')})),
        constraint contactverplichting_een_tegelijk exclude using gist
          (bemiddeling_id with =, soort with =, daterange(van, tot, '[]') with &&)
      )`);
    await runner.query(`
      create unique index contactverplichting_begin_uniek on contactverplichting (bemiddeling_id, soort, van)`);
    const order = 'uiterlijk, bemiddeling_id, soort';
    await runner.query(
      `create index contactverplichting_open_idx on contactverplichting (${order}) where tot is null`,
    );
    await runner.query(
      `create index contactverplichting_zorgkantoor_idx on contactverplichting (zorgkantoor, ${order}) where tot is null`,
    );
    await runner.query(
      `create index contactverplichting_instelling_idx on contactverplichting (instelling, ${order}) where tot is null`,
    );
    await runner.query(
      `create index contactverplichting_tot_idx on contactverplichting (tot) where tot is not null`,
    );
    await runner.query(
      `create index contactverplichting_afloop_idx on contactverplichting (instelling, tot) where tot is not null`,
    );
    await runner.query(`create index contactverplichting_client_id_idx on contactverplichting (client_id)`);
    await runner.query(`
      create table contactverplichting_historie (like contactverplichting, vervangen_op timestamptz not null)`);
    await runner.query(`
      create index contactverplichting_historie_idx on contactverplichting_historie (bemiddeling_id, soort, vervangen_op)`);
    await runner.query(`
      create function bewaar_contactverplichtingen() returns trigger language plpgsql as $$
      begin
        insert into contactverplichting_historie
          select oud.*, greatest(app_nu(), oud.geregistreerd_op + interval '1 microsecond') from oud;
        return null;
      end $$`);
    await runner.query(`
      create trigger contactverplichting_bewaar after delete on contactverplichting
      referencing old table as oud for each statement execute function bewaar_contactverplichtingen()`);
    await runner.query(`
      create table contactboek_achterstand (
        bemiddeling_id uuid not null,
        constraint contactboek_achterstand_pkey primary key (bemiddeling_id)
      )`);
    await runner.query(
      `insert into contactboek_achterstand select distinct bemiddeling_id from wachtlijstplaats`,
    );
    await runner.query(`
      grant select on contactverplichting, contactverplichting_historie, contactboek_achterstand
        to wlz_lezer, wlz_schrijver`);
    await runner.query(
      `grant insert, delete on contactverplichting, contactboek_achterstand to wlz_schrijver`,
    );
    await runner.query(`grant insert on contactverplichting_historie to wlz_schrijver`);
    await runner.query(`grant update on contactboek_achterstand to wlz_schrijver`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table contactboek_achterstand, contactverplichting_historie, contactverplichting`,
    );
    await runner.query(`drop function bewaar_contactverplichtingen()`);
    await runner.query(`delete from contactnorm where zorgkantoor is not null`);
    await runner.query(`
      alter table contactnorm drop constraint contactnorm_uniek, drop column zorgkantoor, drop column versie,
        drop column geregistreerd_op, drop column geregistreerd_door,
        add constraint contactnorm_uniek unique nulls not distinct
          (regierol, tegenpartij, leveringsstatus, classificatie, geldig_vanaf)`);
  }
}
