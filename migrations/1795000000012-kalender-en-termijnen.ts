import type { MigrationInterface, QueryRunner } from 'typeorm';

/** termijn, geval, werkdagen, bron. */
const TERMIJNEN: readonly (readonly [string, string, number, string])[] = [
  ['TOEWIJZEN', 'STANDAARD', 1, 'OP088'],
  ['EERSTE_STATUS', 'STREEF', 5, 'OP181'],
  ['EERSTE_STATUS', 'STANDAARD', 10, 'OP181'],
  ['OVERBRUGGING_AANVRAGEN', 'STANDAARD', 5, 'OP182'],
  ['OVERBRUGGING_AANVRAGEN', 'ZONDER_STATUS', 10, 'OP182'],
  ['VERZOEK_BEOORDELEN', 'STANDAARD', 2, 'OP037'],
  ['ZONDER_STATUS', 'STANDAARD', 5, 'OP181'],
];

/** The calendar of werkdagen, filled at every start, and the terms that are counted in it. */
export class KalenderEnTermijnen1795000000012 implements MigrationInterface {
  name = 'KalenderEnTermijnen1795000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table kalenderdag (
        dag date not null,
        werkdag boolean not null,
        nummer integer not null,
        naam text,
        versie text not null,
        constraint kalenderdag_pkey primary key (dag) include (nummer)
      )`);
    await runner.query(
      `create index kalenderdag_werkdag_idx on kalenderdag (nummer) include (dag, werkdag) where werkdag`,
    );
    await runner.query(`
      create table termijnnorm (
        termijn text not null,
        geval text not null,
        werkdagen integer not null,
        geldig_van date not null,
        geldig_tot date,
        bron text not null,
        constraint termijnnorm_pkey primary key (termijn, geval, geldig_van),
        constraint termijnnorm_werkdagen_check check (werkdagen between 1 and 60),
        constraint termijnnorm_geldig_check check (geldig_tot is null or geldig_tot >= geldig_van),
        constraint termijnnorm_een_tegelijk exclude using gist
          (termijn with =, geval with =, daterange(geldig_van, geldig_tot, '[]') with &&)
      )`);
    for (const norm of TERMIJNEN) {
      await runner.query(
        `insert into termijnnorm (termijn, geval, werkdagen, geldig_van, bron) values ($1, $2, $3, '2010-01-01', $4)`,
        [...norm],
      );
    }
    await runner.query(`grant select on kalenderdag, termijnnorm to wlz_lezer, wlz_schrijver`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table termijnnorm, kalenderdag`);
  }
}
