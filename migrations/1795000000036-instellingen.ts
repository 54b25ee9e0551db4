import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the beheerder lays down with mutations: rows are added, and of an earlier one the last day is set. */
const INSTELBAAR = ['plaatsnorm', 'weigeringsreden'] as const;

/**
 * When a question about bridging care is no work any more, and how long an accepted place may stay empty. The norms and
 * reasons of the module plaats can be laid down by the beheerder, and say since when they are known.
 */
export class Instellingen1795000000036 implements MigrationInterface {
  name = 'Instellingen1795000000036';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into termijnnorm (termijn, geval, werkdagen, geldig_van, bron)
      values ('OVERBRUGGING_AANVRAGEN', 'VERVALT', 20, '2010-01-01',
        'Eigen keuze: wat vier weken na de termijn van OP182 niet is gevraagd, is gemist; geen bron noemt een grens')`);
    await runner.query(`
      alter table plaatsnorm drop constraint plaatsnorm_soort_check,
        add constraint plaatsnorm_soort_check check (soort in ('BEVESTIGING','AANBOD','GESPREK','ZORGBEGIN'))`);
    await runner.query(`
      insert into plaatsnorm (soort, dagen, geldig_vanaf, bron)
      values ('ZORGBEGIN', 14, '2021-01-01',
        'Eigen keuze: de zorg begint binnen twee weken nadat de plaats is aangenomen; geen bron noemt een termijn')`);
    for (const tabel of INSTELBAAR) {
      await runner.query(`
        alter table ${tabel} add column geregistreerd_op timestamptz not null default '1900-01-01T00:00:00Z',
          add column geregistreerd_door text not null default 'migratie'`);
      await runner.query(`
        alter table ${tabel} alter column geregistreerd_op drop default, alter column geregistreerd_door drop default`);
      await runner.query(`grant insert, update (geldig_tot) on ${tabel} to wlz_beheerder`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const tabel of INSTELBAAR) {
      await runner.query(`revoke insert, update (geldig_tot) on ${tabel} from wlz_beheerder`);
      await runner.query(`alter table ${tabel} drop column geregistreerd_door, drop column geregistreerd_op`);
    }
    await runner.query(`delete from plaatsnorm where soort = 'ZORGBEGIN'`);
    await runner.query(`
      alter table plaatsnorm drop constraint plaatsnorm_soort_check,
        add constraint plaatsnorm_soort_check check (soort in ('BEVESTIGING','AANBOD','GESPREK'))`);
    await runner.query(
      `delete from termijnnorm where termijn = 'OVERBRUGGING_AANVRAGEN' and geval = 'VERVALT'`,
    );
  }
}
