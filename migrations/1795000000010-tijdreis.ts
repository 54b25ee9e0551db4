import type { MigrationInterface, QueryRunner } from 'typeorm';

const BY_BEMIDDELING = `(select b.client_id from bemiddeling b where b.bemiddeling_id = new.bemiddeling_id)`;
const BY_SPECIFICATIE = `(select b.client_id from bemiddelingspecificatie s
  join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
  where s.bemiddelingspecificatie_id = new.bemiddelingspecificatie_id)`;
const BY_LEVERING = `(select b.client_id from levering l
  join bemiddelingspecificatie s on s.bemiddelingspecificatie_id = l.bemiddelingspecificatie_id
  join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
  where l.levering_id = new.levering_id)`;

/** The facts that a list, a role or a contact rests on, and how the client of a new row is found. */
const FEITEN: Readonly<Record<string, string>> = {
  indicatie: 'new.client_id',
  bemiddeling: 'new.client_id',
  bemiddelingspecificatie: BY_BEMIDDELING,
  regiehouder: BY_BEMIDDELING,
  contactmoment: BY_BEMIDDELING,
  levering: BY_SPECIFICATIE,
  uitstelperiode: BY_LEVERING,
  leveringperiode: BY_LEVERING,
  afstel: BY_LEVERING,
};

/** The waiting list on two axes: on which days a place held, and from when until when that is what we knew. */
export class Tijdreis1795000000010 implements MigrationInterface {
  name = 'Tijdreis1795000000010';

  async up(runner: QueryRunner): Promise<void> {
    await klok(runner);
    await runner.query(
      `alter table wachtlijstplaats add column bekend_van timestamptz not null default '-infinity'`,
    );
    await runner.query(`alter table wachtlijstplaats alter column bekend_van set default app_nu()`);
    await historie(runner);
    // Allocations whose places are to be worked out again from the versions of the register: now all that we know of.
    await runner.query(`
      create table wachtlijst_te_herleiden (
        bemiddelingspecificatie_id uuid not null,
        constraint wachtlijst_te_herleiden_pkey primary key (bemiddelingspecificatie_id)
      )`);
    await runner.query(`grant select, update, delete on wachtlijst_te_herleiden to wlz_schrijver`);
    await runner.query(`insert into wachtlijst_te_herleiden select bemiddelingspecificatie_id from levering`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const na of ['insert', 'update', 'delete'])
      await runner.query(`drop trigger wachtlijstplaats_na_${na} on wachtlijstplaats`);
    await runner.query(`drop trigger wachtlijstplaats_voor_update on wachtlijstplaats`);
    await runner.query(`drop function wachtlijstplaats_nu_bekend()`);
    await runner.query(`drop function bewaar_wachtlijstplaatsen()`);
    await runner.query(`drop table wachtlijst_te_herleiden, wachtlijstplaats_historie`);
    await runner.query(`alter table wachtlijstplaats drop column bekend_van`);
    for (const table of Object.keys(FEITEN)) {
      await runner.query(`drop trigger ${table}_aan_de_klok on ${table}`);
      await runner.query(`drop function registreer_${table}()`);
    }
    await runner.query(`drop function registratiemoment(uuid)`);
    await runner.query(`drop table registratieklok`);
  }
}

/**
 * One clock per client: every transaction that registers something about a client has one moment of registration, later
 * than that of the transaction before it, whatever the clocks and the order of the requests say. A row that a first load
 * dates in the past keeps its date.
 */
async function klok(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table registratieklok (
      client_id uuid not null,
      moment timestamptz not null,
      transactie xid8 not null,
      constraint registratieklok_pkey primary key (client_id)
    )`);
  await runner.query(`
    create function registratiemoment(van_client uuid) returns timestamptz language plpgsql cost 1000
    security definer set search_path = public, pg_temp as $$
    declare resultaat timestamptz;
    begin
      -- A row under something that is not there: whoever checks that says so, in the words for what one may not see.
      if van_client is null then return app_nu(); end if;
      select moment into resultaat from registratieklok
      where client_id = van_client and transactie = pg_current_xact_id();
      if found then return resultaat; end if;
      insert into registratieklok as k (client_id, moment, transactie)
      values (van_client, app_nu(), pg_current_xact_id())
      on conflict (client_id) do update
        set moment = greatest(excluded.moment, k.moment + interval '1 microsecond'), transactie = excluded.transactie
      returning moment into resultaat;
      return resultaat;
    end $$`);
  for (const [table, client] of Object.entries(FEITEN)) {
    await runner.query(`
      create function registreer_${table}() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      begin
        if nullif(current_setting('app.nu', true), '') is null or new.geregistreerd_op < app_nu() then return new; end if;
        if tg_op = 'UPDATE' then
          if to_jsonb(new) - 'versie' = to_jsonb(old) - 'versie' then return new; end if;
        end if;
        new.geregistreerd_op := registratiemoment(${client});
        return new;
      end $$`);
    await runner.query(`
      create trigger ${table}_aan_de_klok before insert or update on ${table}
      for each row execute function registreer_${table}()`);
  }
  await runner.query(`
    insert into registratieklok (client_id, moment, transactie)
    select client_id, max(moment), '0' from (
      select client_id, geregistreerd_op as moment from indicatie
      union all select client_id, geregistreerd_op from bemiddeling
      union all select b.client_id, f.geregistreerd_op from bemiddelingspecificatie f join bemiddeling b using (bemiddeling_id)
      union all select b.client_id, f.geregistreerd_op from regiehouder f join bemiddeling b using (bemiddeling_id)
      union all select b.client_id, f.geregistreerd_op from contactmoment f join bemiddeling b using (bemiddeling_id)
      union all select b.client_id, f.geregistreerd_op
        from (
          select levering_id, geregistreerd_op from uitstelperiode
          union all select levering_id, geregistreerd_op from leveringperiode
          union all select levering_id, geregistreerd_op from afstel
        ) as f
        join levering l using (levering_id)
        join bemiddelingspecificatie s using (bemiddelingspecificatie_id)
        join bemiddeling b using (bemiddeling_id)
    ) as geregistreerd group by client_id`);
}

/**
 * Every version of every place, the present one too, with from when until when it was what we knew. One table in the
 * order of the list answers for any moment; the present stands beside it once more, small and without a past.
 */
async function historie(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table wachtlijstplaats_historie (
      like wachtlijstplaats,
      bekend_tot timestamptz not null default 'infinity',
      constraint wachtlijstplaats_historie_bekend_check check (bekend_tot > bekend_van)
    )`);
  await runner.query(`
    create index wachtlijstplaats_historie_specificatie_idx on wachtlijstplaats_historie
      (bemiddelingspecificatie_id, bekend_tot)`);
  for (const wie of ['zorgkantoor', 'instelling']) {
    await runner.query(`
      create index wachtlijstplaats_historie_${wie}_idx on wachtlijstplaats_historie
        (${wie}, rang, normklok_van, toewijzing_ingangsdatum, afgiftedatum, bemiddelingspecificatie_id)`);
  }
  await runner.query(`insert into wachtlijstplaats_historie select * from wachtlijstplaats`);
  await runner.query(`grant select on wachtlijstplaats_historie to wlz_lezer, wlz_schrijver`);
  await runner.query(`grant insert, delete on wachtlijstplaats_historie to wlz_schrijver`);
  // What a transaction makes and undoes itself was never known; what it takes away and puts back goes on.
  await runner.query(`
    create function bewaar_wachtlijstplaatsen() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $$
    begin
      if tg_op <> 'INSERT' then
        delete from wachtlijstplaats_historie h using oud
        where h.bemiddelingspecificatie_id = oud.bemiddelingspecificatie_id and h.van = oud.van
          and h.bekend_tot = 'infinity' and h.bekend_van >= registratiemoment(h.client_id);
        update wachtlijstplaats_historie h set bekend_tot = registratiemoment(h.client_id) from oud
        where h.bemiddelingspecificatie_id = oud.bemiddelingspecificatie_id and h.van = oud.van
          and h.bekend_tot = 'infinity';
      end if;
      if tg_op = 'UPDATE' then
        insert into wachtlijstplaats_historie select n.* from nieuw n;
      elsif tg_op = 'INSERT' then
        update wachtlijstplaats_historie h set bekend_tot = 'infinity' from nieuw n
        where h.bemiddelingspecificatie_id = n.bemiddelingspecificatie_id and h.bekend_tot = n.bekend_van
          and to_jsonb(h) - 'bekend_van' - 'bekend_tot' = to_jsonb(n) - 'bekend_van';
        insert into wachtlijstplaats_historie
        select n.* from nieuw n where not exists (
          select from wachtlijstplaats_historie h
          where h.bemiddelingspecificatie_id = n.bemiddelingspecificatie_id and h.van = n.van
            and h.bekend_tot = 'infinity');
      end if;
      return null;
    end $$`);
  await runner.query(`
    create function wachtlijstplaats_nu_bekend() returns trigger language plpgsql as $$
    begin
      new.bekend_van := registratiemoment(new.client_id);
      return new;
    end $$`);
  await runner.query(`
    create trigger wachtlijstplaats_voor_update before update on wachtlijstplaats
    for each row execute function wachtlijstplaats_nu_bekend()`);
  const tabellen = {
    insert: 'new table as nieuw',
    delete: 'old table as oud',
    update: 'old table as oud new table as nieuw',
  };
  for (const [na, referencing] of Object.entries(tabellen)) {
    await runner.query(`
      create trigger wachtlijstplaats_na_${na} after ${na} on wachtlijstplaats referencing ${referencing}
      for each statement execute function bewaar_wachtlijstplaatsen()`);
  }
}
