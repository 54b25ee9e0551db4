import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A run of a task is held under a lease with a fencing number, and keeps how far it came. Runs by hand stand in the same
 * table. Runs that were recorded before had done all their work in one transaction.
 */
export class Taken1795000000015 implements MigrationInterface {
  name = 'Taken1795000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table taakrun drop constraint taakrun_pkey`);
    await runner.query(`
      alter table taakrun
        add column taakrun_id uuid not null default gen_random_uuid(),
        add column soort text not null default 'GEPLAND',
        add column dag date,
        add column status text not null default 'GEDAAN',
        add column aangevraagd_door text,
        add column fence integer not null default 0,
        add column pogingen integer not null default 0,
        add column lease_tot timestamptz,
        add column opnieuw_vanaf timestamptz,
        add column checkpoint jsonb,
        add column telling jsonb not null default '{}',
        add column gedaan integer not null default 0,
        add column totaal integer,
        add column duur_ms integer not null default 0,
        add column fout text,
        alter column begonnen_op drop not null,
        alter column uitgevoerd_door drop not null`);
    await runner.query(`update taakrun set dag = (gepland_op at time zone 'Europe/Amsterdam')::date`);
    await runner.query(`
      alter table taakrun
        alter column dag set not null,
        alter column status drop default,
        alter column soort drop default,
        add constraint taakrun_pkey primary key (taakrun_id),
        add constraint taakrun_soort_check check (soort in ('GEPLAND', 'HAND')),
        add constraint taakrun_status_check check (status in ('WACHT', 'LOOPT', 'GEDAAN', 'MISLUKT')),
        add constraint taakrun_lease_check check ((status = 'LOOPT') = (lease_tot is not null)),
        add constraint taakrun_klaar_check check ((status = 'GEDAAN') = (klaar_op is not null))`);
    await runner.query(
      `create unique index taakrun_gepland_uniek on taakrun (taak, gepland_op) where soort = 'GEPLAND'`,
    );
    await runner.query(`create unique index taakrun_een_tegelijk on taakrun (taak) where status = 'LOOPT'`);
    await runner.query(
      `create index taakrun_open_idx on taakrun (taak, gepland_op) where status in ('WACHT', 'LOOPT')`,
    );
    await runner.query(`grant delete on taakrun to wlz_schrijver`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`revoke delete on taakrun from wlz_schrijver`);
    await runner.query(`delete from taakrun where soort <> 'GEPLAND' or status <> 'GEDAAN'`);
    await runner.query(`drop index taakrun_open_idx, taakrun_een_tegelijk, taakrun_gepland_uniek`);
    await runner.query(`
      alter table taakrun
        drop constraint taakrun_pkey, drop constraint taakrun_soort_check, drop constraint taakrun_status_check,
        drop constraint taakrun_lease_check, drop constraint taakrun_klaar_check,
        drop column taakrun_id, drop column soort, drop column dag, drop column status, drop column aangevraagd_door,
        drop column fence, drop column pogingen, drop column lease_tot, drop column opnieuw_vanaf,
        drop column checkpoint, drop column telling, drop column gedaan, drop column totaal, drop column duur_ms,
        drop column fout,
        alter column begonnen_op set not null, alter column uitgevoerd_door set not null,
        add constraint taakrun_pkey primary key (taak, gepland_op)`);
  }
}
