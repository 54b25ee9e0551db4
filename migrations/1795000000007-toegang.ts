import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the two roles of a frame may do, the claims of a frame as functions, and which rows each kind of actor may see.
 * `wlz_lezer` reads and writes the log, nothing else; `wlz_schrijver` changes the register but deletes nothing of it.
 */
export class Toegang1795000000007 implements MigrationInterface {
  name = 'Toegang1795000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app_uzovi() returns text[] language sql stable parallel safe as $$
        select string_to_array(coalesce(current_setting('app.uzovi', true), ''), ',')
      $$`);
    await runner.query(`
      create function app_agb() returns text language sql stable parallel safe as $$
        select nullif(current_setting('app.agb', true), '')
      $$`);
    await runner.query(`
      create function app_vandaag() returns date language sql stable parallel safe as $$
        select nullif(current_setting('app.vandaag', true), '')::date
      $$`);
    await runner.query(`
      create view zichtbaar_zorgkantoor_bemiddeling with (security_invoker = true) as
        select b.bemiddeling_id, b.client_id from bemiddeling b
        where b.verantwoordelijk_zorgkantoor = any ((select app_uzovi())::text[])
        union
        select b.bemiddeling_id, b.client_id from bemiddelingspecificatie s
        join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
        where s.uitvoerend_zorgkantoor = any ((select app_uzovi())::text[])`);
    await runner.query(`
      create view zichtbaar_zorgkantoor_client with (security_invoker = true) as
        select client_id from zichtbaar_zorgkantoor_bemiddeling
        union
        select i.client_id from indicatie i
        where i.initieel_verantwoordelijk_zorgkantoor = any ((select app_uzovi())::text[])`);
    await runner.query(`
      create view zichtbaar_zorgaanbieder_bemiddeling with (security_invoker = true) as
        select b.bemiddeling_id, b.client_id from bemiddelingspecificatie s
        join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
        where s.instelling = (select app_agb())
          and (s.toewijzing_einddatum is null or s.toewijzing_einddatum >= (select app_vandaag()))
        union
        select b.bemiddeling_id, b.client_id from regiehouder r
        join bemiddeling b on b.bemiddeling_id = r.bemiddeling_id
        where r.instelling = (select app_agb())
          and (r.einddatum is null or r.einddatum >= (select app_vandaag()))`);
    await runner.query(`
      create view zichtbaar_zorgaanbieder_client with (security_invoker = true) as
        select distinct client_id from zichtbaar_zorgaanbieder_bemiddeling`);
    await runner.query(`grant usage on schema public to wlz_lezer, wlz_schrijver`);
    await runner.query(`grant select on all tables in schema public to wlz_lezer, wlz_schrijver`);
    await runner.query(`grant insert on logregel to wlz_lezer, wlz_schrijver`);
    await runner.query(`
      do $$
      declare tabel text;
      begin
        for tabel in select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
          and c.relname not in ('migrations', 'logregel', 'codelijst_waarde', 'wachtstatus_classificatie', 'zorgprofiel')
        loop
          execute format('grant insert on %I to wlz_schrijver', tabel);
          if tabel not like '%\\_historie' then execute format('grant update on %I to wlz_schrijver', tabel); end if;
        end loop;
      end $$`);
    await runner.query(`
      grant delete on wachtlijstplaats, idempotentie, grondslag, geindiceerd_zorgzwaartepakket, wzd, contactpersoon,
        contactgegevens to wlz_schrijver`);
    await runner.query(`revoke select on logregel from wlz_lezer, wlz_schrijver`);
    await runner.query(`revoke select on idempotentie from wlz_lezer`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`revoke all on all tables in schema public from wlz_lezer, wlz_schrijver`);
    await runner.query(`revoke usage on schema public from wlz_lezer, wlz_schrijver`);
    await runner.query(`
      drop view zichtbaar_zorgaanbieder_client, zichtbaar_zorgaanbieder_bemiddeling, zichtbaar_zorgkantoor_client,
        zichtbaar_zorgkantoor_bemiddeling`);
    await runner.query(`drop function app_uzovi(), app_agb(), app_vandaag()`);
  }
}
