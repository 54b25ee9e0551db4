import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The waiting list on two axes: on which days a place held, and from when until when that is what we knew. */
export class Tijdreis1795000000010 implements MigrationInterface {
  name = 'Tijdreis1795000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table wachtlijstplaats add column bekend_van timestamptz not null default app_nu()`,
    );
    await runner.query(`
      create table wachtlijstplaats_historie (
        like wachtlijstplaats,
        bekend_tot timestamptz not null,
        constraint wachtlijstplaats_historie_bekend_check check (bekend_tot > bekend_van)
      )`);
    await runner.query(`
      create index wachtlijstplaats_historie_specificatie_idx on wachtlijstplaats_historie
        (bemiddelingspecificatie_id, bekend_van)`);
    await runner.query(`grant select on wachtlijstplaats_historie to wlz_lezer, wlz_schrijver`);
    await runner.query(`grant insert, delete on wachtlijstplaats_historie to wlz_schrijver`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table wachtlijstplaats_historie`);
    await runner.query(`alter table wachtlijstplaats drop column bekend_van`);
  }
}
