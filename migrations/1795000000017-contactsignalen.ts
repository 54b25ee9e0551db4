import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Signals of four kinds, each once per cause: that a due date comes near, went by, went by so long that the zorgkantoor
 * must act, and that two contacts a year were not made. What they say is written by the daily task and nothing else;
 * that somebody puts one off stands beside it. What is replaced stays in the history.
 */
export class Contactsignalen1795000000017 implements MigrationInterface {
  name = 'Contactsignalen1795000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table signaaltermijn (
        soort text not null,
        dagen integer not null,
        geldig_vanaf date not null,
        geldig_tot date,
        bron text not null,
        constraint signaaltermijn_pkey primary key (soort, geldig_vanaf),
        constraint signaaltermijn_soort_check check (soort in ('NADERT','ESCALATIE','SLUIMER')),
        constraint signaaltermijn_dagen_check check (dagen between 1 and 183),
        constraint signaaltermijn_geldig_check check (geldig_tot is null or geldig_tot >= geldig_vanaf)
      )`);
    await runner.query(`
      insert into signaaltermijn values
        ('NADERT', 30, '2021-01-01', null, 'instelling van het zorgkantoor, geen bron'),
        ('ESCALATIE', 14, '2021-01-01', null, 'instelling van het zorgkantoor, geen bron'),
        ('SLUIMER', 30, '2021-01-01', null, 'instelling van het zorgkantoor, geen bron')`);

    await runner.query(`alter table contactsignaal
      drop constraint contactsignaal_pkey, drop constraint contactsignaal_te_laat_check,
      drop constraint contactsignaal_soort_check`);
    await runner.query(`alter table contactsignaal rename column soort to verplichting`);
    await runner.query(`alter table contactsignaal rename column uiterlijk to aanleiding`);
    await runner.query(`
      alter table contactsignaal
        add column contactsignaal_id uuid not null default gen_random_uuid(),
        add column soort text not null default 'TE_LAAT',
        add column client_id uuid,
        add column zorgkantoor text,
        add column instelling text,
        add column beeindigd_op date,
        add column sluimert_tot date,
        add column sluimerreden text,
        add column geregistreerd_door text not null default 'proces:contactbewaking'`);
    await runner.query(`
      update contactsignaal s set client_id = b.client_id, zorgkantoor = b.verantwoordelijk_zorgkantoor,
        instelling = coalesce((
          select r.instelling from regiehouder r
          where r.bemiddeling_id = s.bemiddeling_id and r.ingangsdatum <= s.vastgesteld_op
            and r.regierol = case s.verplichting when 'DOSSIERHOUDER_CLIENT' then '2' else '1' end
          order by r.ingangsdatum desc limit 1), '')
      from bemiddeling b where b.bemiddeling_id = s.bemiddeling_id`);
    await runner.query(`
      alter table contactsignaal
        alter column contactsignaal_id drop default,
        alter column client_id set not null,
        alter column zorgkantoor set not null,
        alter column instelling set not null,
        alter column soort drop default,
        alter column geregistreerd_door drop default,
        add constraint contactsignaal_pkey primary key (contactsignaal_id),
        add constraint contactsignaal_soort_check check
          (soort in ('NADERT','TE_LAAT','JAARNORM_NIET_GEHAALD','ESCALATIE')),
        add constraint contactsignaal_verplichting_check check
          (verplichting in ('DOSSIERHOUDER_CLIENT','COORDINATOR_DOSSIERHOUDER')),
        add constraint contactsignaal_dag_check check (case soort when 'NADERT' then vastgesteld_op <= aanleiding
          when 'JAARNORM_NIET_GEHAALD' then vastgesteld_op >= aanleiding else vastgesteld_op > aanleiding end),
        add constraint contactsignaal_sluimer_check check ((sluimert_tot is null) = (sluimerreden is null))`);
    await runner.query(`
      create unique index contactsignaal_oorzaak_uniek on contactsignaal (bemiddeling_id, verplichting, soort, aanleiding)`);
    const live = 'where ingetrokken_op is null and beeindigd_op is null';
    const order = 'aanleiding, contactsignaal_id';
    for (const [name, columns] of [
      ['levend', order],
      ['zorgkantoor', `zorgkantoor, ${order}`],
      ['instelling', `instelling, ${order}`],
    ]) {
      await runner.query(`create index contactsignaal_${name}_idx on contactsignaal (${columns}) ${live}`);
    }
    await runner.query(`create index contactsignaal_volgorde_idx on contactsignaal (${order})`);
    await runner.query(`
      create table contactsignaal_historie (like contactsignaal, vervangen_op timestamptz not null)`);
    await runner.query(`
      create index contactsignaal_historie_idx on contactsignaal_historie (contactsignaal_id, vervangen_op)`);
    await runner.query(`
      create trigger contactsignaal_bewaar_vorige_versie before update or delete on contactsignaal
      for each row execute function bewaar_vorige_versie()`);
    await runner.query(`
      create table contactsignaal_melding (
        contactsignaal_id uuid not null,
        dag date not null,
        constraint contactsignaal_melding_pkey primary key (contactsignaal_id),
        constraint contactsignaal_melding_contactsignaal_id_fkey foreign key (contactsignaal_id)
          references contactsignaal (contactsignaal_id) on delete cascade
      )`);
    await runner.query(`
      grant select on signaaltermijn, contactsignaal_historie, contactsignaal_melding to wlz_lezer, wlz_schrijver`);
    await runner.query(`
      grant insert on signaaltermijn, contactsignaal_historie, contactsignaal_melding to wlz_schrijver`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table contactsignaal_melding`);
    await runner.query(`drop trigger contactsignaal_bewaar_vorige_versie on contactsignaal`);
    await runner.query(`drop table contactsignaal_historie, signaaltermijn`);
    await runner.query(`delete from contactsignaal where soort <> 'TE_LAAT'`);
    await runner.query(`
      drop index contactsignaal_oorzaak_uniek, contactsignaal_levend_idx, contactsignaal_zorgkantoor_idx,
        contactsignaal_instelling_idx, contactsignaal_volgorde_idx`);
    await runner.query(`
      alter table contactsignaal
        drop constraint contactsignaal_pkey, drop constraint contactsignaal_soort_check,
        drop constraint contactsignaal_verplichting_check, drop constraint contactsignaal_dag_check,
        drop constraint contactsignaal_sluimer_check,
        drop column contactsignaal_id, drop column soort, drop column client_id, drop column zorgkantoor,
        drop column instelling, drop column beeindigd_op, drop column sluimert_tot, drop column sluimerreden,
        drop column geregistreerd_door`);
    await runner.query(`alter table contactsignaal rename column verplichting to soort`);
    await runner.query(`alter table contactsignaal rename column aanleiding to uiterlijk`);
    await runner.query(`
      alter table contactsignaal
        add constraint contactsignaal_pkey primary key (bemiddeling_id, soort, uiterlijk),
        add constraint contactsignaal_soort_check check (soort in ('DOSSIERHOUDER_CLIENT','COORDINATOR_DOSSIERHOUDER')),
        add constraint contactsignaal_te_laat_check check (vastgesteld_op > uiterlijk)`);
  }
}
