import type { MigrationInterface, QueryRunner } from 'typeorm';

const PAST = '2000-01-01';

/** Class, months or null, when the term begins, on what ground, who decided. */
const TERMIJNEN: readonly (readonly [string, number | null, string, string, string | null])[] = [
  [
    'CLIENTDOSSIER',
    null,
    'het overlijden, of de laatste dag waarop een indicatie of bemiddeling van de cliënt liep',
    'AVG art. 5 lid 1 onder e; een wettelijke termijn voor het register van een zorgkantoor is niet gevonden',
    null,
  ],
  [
    'LOGREGEL',
    60,
    'het schrijven van de regel',
    'Stcrt. 2019, 38007 (ten minste 5 jaar)',
    'Wlz-regie (ADR 0013)',
  ],
  ['BERICHT', 3, 'het bezorgen of opgeven', 'AVG art. 5 lid 1 onder e; eigen keuze', 'Wlz-regie (ADR 0013)'],
  ['TAAKRUN', 12, 'het einde van de run', 'eigen keuze; geen persoonsgegevens', 'Wlz-regie (ADR 0013)'],
];

/** How long each class of records is kept, by whose decision, and what may not go for the time being. */
export class Bewaartermijnen1795000000019 implements MigrationInterface {
  name = 'Bewaartermijnen1795000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table bewaartermijn (
        klasse text not null,
        geldig_vanaf date not null,
        geldig_tot date,
        termijn_maanden integer,
        begint_bij text not null,
        grondslag text not null,
        besloten_door text,
        constraint bewaartermijn_pkey primary key (klasse, geldig_vanaf),
        constraint bewaartermijn_klasse_check check (klasse in ('CLIENTDOSSIER', 'LOGREGEL', 'BERICHT', 'TAAKRUN')),
        constraint bewaartermijn_maanden_check check (termijn_maanden > 0),
        constraint bewaartermijn_log_check check (klasse <> 'LOGREGEL' or termijn_maanden >= 60),
        constraint bewaartermijn_besluit_check check (termijn_maanden is null or besloten_door is not null),
        constraint bewaartermijn_een_tegelijk exclude using gist
          (klasse with =, daterange(geldig_vanaf, geldig_tot, '[]') with &&)
      )`);
    for (const row of TERMIJNEN) {
      await runner.query(
        `insert into bewaartermijn (klasse, geldig_vanaf, termijn_maanden, begint_bij, grondslag, besloten_door)
         values ($1, '${PAST}', $2, $3, $4, $5)`,
        [...row],
      );
    }
    await runner.query(`
      create table bewaarstop (
        bewaarstop_id uuid not null default gen_random_uuid(),
        klasse text,
        client_id uuid,
        reden text not null,
        ingangsdatum date not null,
        einddatum date,
        geregistreerd_op timestamptz not null,
        geregistreerd_door text not null,
        constraint bewaarstop_pkey primary key (bewaarstop_id),
        constraint bewaarstop_client_id_fkey foreign key (client_id) references client (client_id),
        constraint bewaarstop_periode_check check (einddatum is null or einddatum >= ingangsdatum)
      )`);
    await runner.query(`create index bewaarstop_client_id_idx on bewaarstop (client_id)`);
    await runner.query(
      `create table bewaarstop_historie (like bewaarstop, vervangen_op timestamptz not null)`,
    );
    await runner.query(
      `create index bewaarstop_historie_idx on bewaarstop_historie (bewaarstop_id, vervangen_op)`,
    );
    await runner.query(`
      create trigger bewaarstop_bewaar_vorige_versie before update or delete on bewaarstop
      for each row execute function bewaar_vorige_versie()`);
    // The application may write the log and not read it; how many lines are older than a moment it may know.
    await runner.query(`
      create function tel_logregels(voor timestamptz) returns bigint
      language sql stable security definer set search_path = pg_catalog, public as $$
        select count(*) from public.logregel where tijdstip < voor
      $$`);
    await runner.query(`revoke all on function tel_logregels(timestamptz) from public`);
    await runner.query(`grant execute on function tel_logregels(timestamptz) to wlz_schrijver`);
    await runner.query(`grant select on bewaartermijn, bewaarstop to wlz_lezer, wlz_schrijver`);
    await runner.query(`grant insert, update on bewaarstop to wlz_schrijver`);
    await runner.query(`grant insert on bewaarstop_historie to wlz_schrijver`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function tel_logregels(timestamptz)`);
    await runner.query(`drop trigger bewaarstop_bewaar_vorige_versie on bewaarstop`);
    await runner.query(`drop table bewaarstop_historie, bewaarstop, bewaartermijn`);
  }
}
