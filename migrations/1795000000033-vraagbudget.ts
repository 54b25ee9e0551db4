import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What each person asked in the current minute, counted by all servers together. Not logged: it is lost in a crash, and
 * then everybody begins the minute anew.
 */
export class Vraagbudget1795000000033 implements MigrationInterface {
  name = 'Vraagbudget1795000000033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create unlogged table vraagbudget (
        gebruiker text not null,
        venster bigint not null,
        verbruikt bigint not null,
        constraint vraagbudget_pkey primary key (gebruiker),
        constraint vraagbudget_verbruikt_check check (verbruikt >= 0)
      ) with (fillfactor = 50)`);
    await runner.query(`grant select, insert, update on vraagbudget to wlz_systeem_schrijver`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table vraagbudget`);
  }
}
