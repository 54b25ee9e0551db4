import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every role a frame works in may know who is kept out: the frame itself looks. */
const ALLEN = 'wlz_lezer, wlz_schrijver, wlz_beheerder, wlz_logbeheerder';

/** Who is kept out although their tokens are good, and which tokens were seen before. No client data in either. */
export class Aanmelden1795000000032 implements MigrationInterface {
  name = 'Aanmelden1795000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table geblokkeerde_gebruiker (
        geblokkeerde_gebruiker_id uuid not null default gen_random_uuid(),
        sub text not null,
        rol text,
        reden text not null,
        van timestamptz not null,
        tot timestamptz,
        versie integer not null default 1,
        geregistreerd_op timestamptz not null,
        geregistreerd_door text not null,
        constraint geblokkeerde_gebruiker_pkey primary key (geblokkeerde_gebruiker_id),
        constraint geblokkeerde_gebruiker_uniek unique nulls not distinct (sub, rol),
        constraint geblokkeerde_gebruiker_sub_check check (length(sub) between 1 and 200 and sub not like 'proces:%'),
        constraint geblokkeerde_gebruiker_rol_check
          check (rol in ('ZORGKANTOOR', 'ZORGAANBIEDER', 'BEHEERDER', 'LOGBEHEERDER')),
        constraint geblokkeerde_gebruiker_reden_check
          check (reden in ('UIT_DIENST', 'ROL_BEEINDIGD', 'INLOGMIDDEL_GELEKT', 'VERMOEDEN_VAN_MISBRUIK')),
        constraint geblokkeerde_gebruiker_periode_check check (tot >= van)
      )`);
    await runner.query(
      `create table geblokkeerde_gebruiker_historie (like geblokkeerde_gebruiker, vervangen_op timestamptz not null)`,
    );
    await runner.query(`
      create index geblokkeerde_gebruiker_historie_idx
      on geblokkeerde_gebruiker_historie (geblokkeerde_gebruiker_id, vervangen_op)`);
    await runner.query(`
      create trigger geblokkeerde_gebruiker_bewaar_vorige_versie before update or delete on geblokkeerde_gebruiker
      for each row execute function bewaar_vorige_versie()`);
    await runner.query(`grant select (sub, rol, tot) on geblokkeerde_gebruiker to ${ALLEN}`);
    await runner.query(`grant select, insert, update on geblokkeerde_gebruiker to wlz_beheerder`);
    await runner.query(
      `grant select on geblokkeerde_gebruiker, geblokkeerde_gebruiker_historie to wlz_logbeheerder`,
    );
    await runner.query(`grant insert on geblokkeerde_gebruiker_historie to wlz_bewaker`);
    await runner.query(`
      create table aanmelding (
        token_hash bytea not null,
        verloopt_op timestamptz not null,
        constraint aanmelding_pkey primary key (token_hash),
        constraint aanmelding_token_hash_check check (length(token_hash) = 32)
      )`);
    await runner.query(`create index aanmelding_verloopt_op_idx on aanmelding (verloopt_op)`);
    await runner.query(
      `grant select, insert, delete on aanmelding to wlz_schrijver, wlz_beheerder, wlz_logbeheerder`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger geblokkeerde_gebruiker_bewaar_vorige_versie on geblokkeerde_gebruiker`);
    await runner.query(`drop table aanmelding, geblokkeerde_gebruiker_historie, geblokkeerde_gebruiker`);
  }
}
