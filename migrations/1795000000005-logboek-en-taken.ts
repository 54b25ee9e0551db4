import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log of who saw or changed what, the answers kept for idempotency keys, and the run table of scheduled tasks. */
export class LogboekEnTaken1795000000005 implements MigrationInterface {
  name = 'LogboekEnTaken1795000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table logregel (
        logregel_id bigint generated always as identity,
        tijdstip timestamptz not null,
        request_id text not null,
        gebruiker text not null,
        rol text not null,
        organisatie text,
        operatie text not null,
        actie text not null,
        resultaat smallint not null,
        reden text,
        client_id uuid,
        zoekvraag jsonb,
        constraint logregel_pkey primary key (logregel_id),
        constraint logregel_actie_check check (actie in ('C','R','U','D','E')),
        constraint logregel_resultaat_check check (resultaat in (1, 2, 3))
      )`);
    await runner.query(`create index logregel_client_id_idx on logregel (client_id, tijdstip)`);
    await runner.query(`create index logregel_tijdstip_idx on logregel using brin (tijdstip)`);
    await runner.query(`
      create table idempotentie (
        organisatie text not null,
        mutatie text not null,
        sleutel text not null,
        invoer_hash text not null,
        resultaat jsonb,
        aangemaakt_op timestamptz not null,
        constraint idempotentie_pkey primary key (organisatie, mutatie, sleutel)
      )`);
    await runner.query(`create index idempotentie_aangemaakt_op_idx on idempotentie (aangemaakt_op)`);
    await runner.query(`
      create table taakrun (
        taak text not null,
        gepland_op timestamptz not null,
        begonnen_op timestamptz not null,
        klaar_op timestamptz,
        uitgevoerd_door text not null,
        resultaat jsonb,
        constraint taakrun_pkey primary key (taak, gepland_op)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table taakrun, idempotentie, logregel`);
  }
}
