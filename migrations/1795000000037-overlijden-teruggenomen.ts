import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a death that was registered is taken back, beside the client and in what the client said before. */
export class OverlijdenTeruggenomen1795000000037 implements MigrationInterface {
  name = 'OverlijdenTeruggenomen1795000000037';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['client', 'client_historie']) {
      await runner.query(`alter table ${table} add column overlijden_teruggenomen text`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['client_historie', 'client']) {
      await runner.query(`alter table ${table} drop column overlijden_teruggenomen`);
    }
  }
}
