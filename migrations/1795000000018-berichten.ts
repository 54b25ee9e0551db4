import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The outbox, the webhooks that its messages go to, and the dated policy by which they are tried again. */
export class Berichten1795000000018 implements MigrationInterface {
  name = 'Berichten1795000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table bericht (
        bericht_id uuid not null default gen_random_uuid(),
        volgnummer bigint generated always as identity,
        soort text not null,
        ontvanger text not null,
        volgordesleutel text not null,
        inhoud jsonb not null,
        eenmalig text,
        status text not null default 'WACHT',
        aangemaakt_op timestamptz not null,
        pogingen integer not null default 0,
        volgende_poging_op timestamptz,
        onderweg_tot timestamptz,
        laatste_fout text,
        verzonden_op timestamptz,
        opgegeven_op timestamptz,
        constraint bericht_pkey primary key (bericht_id),
        constraint bericht_status_check check (status in ('WACHT', 'VERZONDEN', 'ONBESTELBAAR', 'VERVALLEN')),
        constraint bericht_verzonden_check check ((status = 'VERZONDEN') = (verzonden_op is not null))
      )`);
    await runner.query(
      `create index bericht_wacht_idx on bericht (ontvanger, volgordesleutel, volgnummer) where status = 'WACHT'`,
    );
    await runner.query(
      `create index bericht_onbestelbaar_idx on bericht (opgegeven_op, bericht_id) where status = 'ONBESTELBAAR'`,
    );
    await runner.query(
      `create unique index bericht_eenmalig_uniek on bericht (ontvanger, soort, eenmalig) where eenmalig is not null`,
    );
    await runner.query(`
      create table webhook (
        ontvanger text not null,
        url text not null,
        actief boolean not null,
        versie integer not null default 1,
        geregistreerd_op timestamptz not null,
        geregistreerd_door text not null,
        constraint webhook_pkey primary key (ontvanger),
        constraint webhook_ontvanger_fkey foreign key (ontvanger) references zorgaanbieder (agb)
      )`);
    await runner.query(`create table webhook_historie (like webhook, vervangen_op timestamptz not null)`);
    await runner.query(`create index webhook_historie_idx on webhook_historie (ontvanger, vervangen_op)`);
    await runner.query(`
      create trigger webhook_bewaar_vorige_versie before update or delete on webhook
      for each row execute function bewaar_vorige_versie()`);
    await runner.query(`
      create table webhook_geheim (
        webhook_geheim_id uuid not null default gen_random_uuid(),
        ontvanger text not null,
        geheim text not null,
        aangemaakt_op timestamptz not null,
        geldig_tot timestamptz,
        constraint webhook_geheim_pkey primary key (webhook_geheim_id),
        constraint webhook_geheim_ontvanger_fkey foreign key (ontvanger) references webhook (ontvanger)
      )`);
    await runner.query(
      `create unique index webhook_geheim_een_huidig on webhook_geheim (ontvanger) where geldig_tot is null`,
    );
    await runner.query(`
      create table webhook_stand (
        ontvanger text not null,
        fouten integer not null,
        pauze_tot timestamptz,
        laatste_fout text,
        constraint webhook_stand_pkey primary key (ontvanger),
        constraint webhook_stand_ontvanger_fkey foreign key (ontvanger) references webhook (ontvanger)
      )`);
    await runner.query(`
      create table bezorgbeleid (
        geldig_vanaf date not null,
        geldig_tot date,
        eerste_pauze_s integer not null,
        langste_pauze_s integer not null,
        max_pogingen integer not null,
        max_dagen integer not null,
        wachttijd_ms integer not null,
        bron text not null,
        constraint bezorgbeleid_pkey primary key (geldig_vanaf),
        constraint bezorgbeleid_positief_check check (
          eerste_pauze_s > 0 and langste_pauze_s >= eerste_pauze_s and max_pogingen > 0 and max_dagen > 0
          and wachttijd_ms between 100 and 30000),
        constraint bezorgbeleid_een_tegelijk exclude using gist (daterange(geldig_vanaf, geldig_tot, '[]') with &&)
      )`);
    await runner.query(`
      insert into bezorgbeleid (geldig_vanaf, eerste_pauze_s, langste_pauze_s, max_pogingen, max_dagen, wachttijd_ms, bron)
      values ('2000-01-01', 30, 21600, 16, 7, 10000, 'Wlz-regie, eigen keuze (ADR 0013)')`);
    await runner.query(
      `grant select on bericht, webhook, webhook_historie, webhook_stand, bezorgbeleid to wlz_lezer`,
    );
    await runner.query(
      `grant select on bericht, webhook, webhook_historie, webhook_geheim, webhook_stand, bezorgbeleid to wlz_schrijver`,
    );
    await runner.query(
      `grant insert, update on bericht, webhook, webhook_geheim, webhook_stand to wlz_schrijver`,
    );
    await runner.query(`grant insert on webhook_historie to wlz_schrijver`);
    await runner.query(`grant delete on webhook_geheim, webhook_stand to wlz_schrijver`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table bezorgbeleid, webhook_stand, webhook_geheim`);
    await runner.query(`drop trigger webhook_bewaar_vorige_versie on webhook`);
    await runner.query(`drop table webhook_historie, webhook, bericht`);
  }
}
