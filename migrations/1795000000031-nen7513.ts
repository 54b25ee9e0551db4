import type { MigrationInterface, QueryRunner } from 'typeorm';
import { beleid } from './muren/beleid.js';
import { GEBEURTENISSEN, INHOUD, OPSCHONEN, VERZEGELEN, WEIGER } from './logboek/functies.js';

/** What was written before, as far as it can be known: who read or changed what. */
const GEBEURTENIS_VOORHEEN = `
  case when resultaat = 2 then 'W10' when actie = 'E' then 'Z10' else actie || '10' end`;

/** The columns of the log that a zorgkantoor may read of its own clients, for the client who asks who looked. */
const VOOR_DE_CLIENT = [
  ...[
    'logregel_id',
    'tijdstip',
    'gebruiker',
    'uitgever',
    'rol',
    'organisatie',
    'operatie',
    'gebeurtenis',
    'actie',
  ],
  ...['resultaat', 'client_id', 'verantwoordelijke', 'autorisatieprotocol', 'grond', 'controles', 'bron'],
];

const FUNCTIES = ['verzegel_logboek(integer)', 'verwijder_logregels(timestamptz, integer)'];

/**
 * The log as NEN 7513 wants it: what happened as a code, under which checks and which right, on whose behalf, where; by
 * the clock of the database; nothing in it changes; and a chain of seals over it that shows what somebody changed all the
 * same (ADR 0016).
 */
export class Nen75131795000000031 implements MigrationInterface {
  name = 'Nen75131795000000031';

  async up(runner: QueryRunner): Promise<void> {
    await kolommen(runner);
    await zegels(runner);
    await runner.query(INHOUD);
    await runner.query(WEIGER);
    await runner.query(VERZEGELEN);
    await runner.query(OPSCHONEN);
    await onveranderlijk(runner);
    await rechten(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`revoke delete on bericht from wlz_systeem_schrijver`);
    await runner.query(`drop policy zorgkantoor_select on logregel`);
    await runner.query(`revoke select (${VOOR_DE_CLIENT.join(', ')}) on logregel from wlz_zorgkantoor_lezer`);
    await runner.query(`drop policy bewaker_delete on logregel`);
    await runner.query(`revoke delete on logregel from wlz_bewaker`);
    await runner.query(`drop policy bewaker_select on bewaarstop`);
    await runner.query(`revoke select on bewaarstop from wlz_bewaker`);
    await runner.query(`drop function ${FUNCTIES.join(', ')}`);
    await runner.query(`drop trigger logregel_blijft on logregel`);
    await runner.query(`drop trigger logregel_blijft_heel on logregel`);
    await runner.query(`drop trigger logregel_bewaartermijn on logregel`);
    await runner.query(`drop table logzegel, logzegelstand, loggebeurtenis`);
    await runner.query(`drop function weiger_wijziging_logboek(), bewaak_bewaartermijn_logboek()`);
    await runner.query(`drop function logregel_inhoud(logregel)`);
    await runner.query(`
      alter table logregel drop column gebeurtenis, drop column controles, drop column uitgever,
        drop column verantwoordelijke, drop column toegangspunt, drop column autorisatieprotocol, drop column grond,
        drop column bron, drop column trace_id`);
  }
}

async function kolommen(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table loggebeurtenis (
      code text not null,
      naam text not null,
      omschrijving text not null,
      actie text not null,
      aard text,
      constraint loggebeurtenis_pkey primary key (code),
      constraint loggebeurtenis_actie_check check (actie in ('C','R','U','D','E'))
    )`);
  for (const gebeurtenis of GEBEURTENISSEN)
    await runner.query(`insert into loggebeurtenis values ($1, $2, $3, $4, $5)`, [...gebeurtenis]);
  await runner.query(`
    alter table logregel
      add column gebeurtenis text,
      add column controles text not null default 'FFFF',
      add column uitgever text,
      add column verantwoordelijke text,
      add column toegangspunt text,
      add column autorisatieprotocol text not null default 'wlz-toegang@0',
      add column grond text,
      add column bron text not null default 'wlz-regie',
      add column trace_id text,
      add constraint logregel_controles_check check (controles ~ '^[TF]{4}$')`);
  // Its owner is under the policies too, and no policy lets anybody change a line.
  await runner.query(`alter table logregel no force row level security`);
  await runner.query(`update logregel set gebeurtenis = ${GEBEURTENIS_VOORHEEN}`);
  await runner.query(`alter table logregel force row level security`);
  await runner.query(`
    alter table logregel alter column gebeurtenis set not null, alter column controles drop default,
      alter column autorisatieprotocol drop default, alter column bron drop default`);
}

async function zegels(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table logzegel (
      volgnr bigint not null,
      logregel_id bigint not null,
      hash bytea not null,
      verzegeld_op timestamptz not null,
      constraint logzegel_pkey primary key (volgnr),
      constraint logzegel_logregel_id_uniek unique (logregel_id),
      constraint logzegel_hash_check check (octet_length(hash) = 32)
    )`);
  // One row: where the chain begins and ends, and below which id every line has its seal.
  await runner.query(`
    create table logzegelstand (
      enige boolean not null default true,
      begin_volgnr bigint not null default 0,
      begin_hash bytea not null default sha256(''),
      volgnr bigint not null default 0,
      hash bytea not null default sha256(''),
      alles_tot bigint not null default 0,
      gezien_tot bigint not null default 0,
      kandidaat_tot bigint not null default 0,
      kandidaat_xid xid8,
      constraint logzegelstand_pkey primary key (enige),
      constraint logzegelstand_enige_check check (enige)
    )`);
  await runner.query(`insert into logzegelstand default values`);
}

/** The application has no right to change the log; these hold for whoever has one, short of taking the triggers away. */
async function onveranderlijk(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create trigger logregel_blijft before update on logregel
    for each row execute function weiger_wijziging_logboek()`);
  await runner.query(`
    create trigger logregel_blijft_heel before truncate on logregel
    for each statement execute function weiger_wijziging_logboek()`);
  await runner.query(`
    create trigger logregel_bewaartermijn before delete on logregel
    for each row execute function bewaak_bewaartermijn_logboek()`);
  await runner.query(`
    create trigger logzegel_blijft before update on logzegel
    for each row execute function weiger_wijziging_logboek()`);
  await runner.query(`
    create trigger logzegel_blijft_heel before truncate on logzegel
    for each statement execute function weiger_wijziging_logboek()`);
  await runner.query(`
    create trigger logzegel_bewaakt before delete on logzegel
    for each row when (current_user <> 'wlz_bewaker') execute function weiger_wijziging_logboek()`);
}

async function rechten(runner: QueryRunner): Promise<void> {
  await runner.query(
    `grant select on loggebeurtenis to wlz_lezer, wlz_schrijver, wlz_beheerder, wlz_logbeheerder`,
  );
  await runner.query(`grant select on logzegel, logzegelstand to wlz_logbeheerder`);
  await runner.query(`grant select, insert, delete on logzegel to wlz_bewaker`);
  await runner.query(`grant select, update on logzegelstand to wlz_bewaker`);
  await runner.query(`grant delete on logregel to wlz_bewaker`);
  await beleid(runner, 'logregel', 'bewaker_delete', 'delete', ['wlz_bewaker'], 'true', null);
  await runner.query(`grant select on bewaarstop to wlz_bewaker`);
  await beleid(runner, 'bewaarstop', 'bewaker_select', 'select', ['wlz_bewaker'], 'true', null);
  await runner.query(`grant select (${VOOR_DE_CLIENT.join(', ')}) on logregel to wlz_zorgkantoor_lezer`);
  await beleid(
    runner,
    'logregel',
    'zorgkantoor_select',
    'select',
    ['wlz_zorgkantoor_lezer'],
    `exists (
      select from toegangsrecht_zorgkantoor recht
      where recht.client_id = logregel.client_id and recht.zorgkantoor = any ((select app_uzovi())::text[]))`,
    null,
  );
  await runner.query(`grant delete on bericht to wlz_systeem_schrijver`);
  await runner.query(`grant create on schema public to wlz_bewaker`);
  for (const functie of FUNCTIES) {
    await runner.query(`alter function ${functie} owner to wlz_bewaker`);
    await runner.query(`revoke all on function ${functie} from public`);
    await runner.query(`grant execute on function ${functie} to wlz_systeem_schrijver`);
  }
  await runner.query(`revoke create on schema public from wlz_bewaker`);
}
