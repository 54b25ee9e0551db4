import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests for bridging care, and what became of them. */
export class Overbrugging1795000000013 implements MigrationInterface {
  name = 'Overbrugging1795000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table verzoek (
        verzoek_id uuid not null,
        client_id uuid not null,
        bemiddeling_id uuid not null,
        bemiddelingspecificatie_id uuid not null,
        zorgkantoor text not null,
        instelling text not null,
        regierol text not null,
        verzoekdatum date not null,
        status text not null,
        leveringsvorm text,
        aanbieder text,
        toewijzing_ingangsdatum date,
        toewijzing_einddatum date,
        toewijzing_percentage integer,
        opname text,
        verantwoord text,
        doelmatig text,
        extra_overbruggingszorg boolean not null default false,
        wijze text,
        beoordeeld_op date,
        reden text,
        belemmering text,
        overbruggingspecificatie_id uuid,
        versie integer not null default 1,
        geregistreerd_op timestamptz not null,
        geregistreerd_door text not null,
        constraint verzoek_pkey primary key (verzoek_id),
        constraint verzoek_client_id_fkey foreign key (client_id) references client (client_id),
        constraint verzoek_bemiddeling_id_fkey foreign key (bemiddeling_id) references bemiddeling (bemiddeling_id),
        constraint verzoek_bemiddelingspecificatie_id_fkey foreign key (bemiddelingspecificatie_id)
          references bemiddelingspecificatie (bemiddelingspecificatie_id),
        constraint verzoek_overbruggingspecificatie_id_fkey foreign key (overbruggingspecificatie_id)
          references bemiddelingspecificatie (bemiddelingspecificatie_id),
        constraint verzoek_instelling_fkey foreign key (instelling) references zorgaanbieder (agb),
        constraint verzoek_aanbieder_fkey foreign key (aanbieder) references zorgaanbieder (agb),
        constraint verzoek_regierol_check check (regierol in ('1','2')),
        constraint verzoek_status_check check (status in ('INGEDIEND','GEACCEPTEERD','AFGEWEZEN','NIET_NODIG')),
        constraint verzoek_inhoud_check check (
          (status = 'NIET_NODIG') = (num_nonnulls(leveringsvorm, aanbieder, toewijzing_ingangsdatum) = 0)
          and num_nonnulls(leveringsvorm, aanbieder, toewijzing_ingangsdatum, toewijzing_percentage) in (0, 4)),
        constraint verzoek_leveringsvorm_check check (leveringsvorm in ('4','5','7')),
        constraint verzoek_beoordeling_check check (
          (status in ('GEACCEPTEERD','AFGEWEZEN')) = (wijze is not null and beoordeeld_op is not null)
          and (wijze is null or wijze in ('BESLUIT','STILTE'))
          and (status <> 'AFGEWEZEN' or (wijze = 'BESLUIT' and reden is not null))
          and (status <> 'NIET_NODIG' or reden is not null)
          and (overbruggingspecificatie_id is null or status = 'GEACCEPTEERD')),
        constraint verzoek_periode_check check
          (toewijzing_einddatum is null or toewijzing_einddatum >= toewijzing_ingangsdatum)
      )`);
    await runner.query(`
      create unique index verzoek_een_open on verzoek (bemiddelingspecificatie_id, leveringsvorm)
        where status = 'INGEDIEND'`);
    await runner.query(
      `create index verzoek_specificatie_idx on verzoek (bemiddelingspecificatie_id, verzoekdatum)`,
    );
    await runner.query(`create index verzoek_bemiddeling_id_idx on verzoek (bemiddeling_id)`);
    await runner.query(`
      create index verzoek_te_doen_idx on verzoek (verzoekdatum, verzoek_id)
        where status = 'INGEDIEND' or (status = 'GEACCEPTEERD' and overbruggingspecificatie_id is null)`);
    await runner.query(`
      create index verzoek_overbrugging_idx on verzoek (overbruggingspecificatie_id)
        where overbruggingspecificatie_id is not null`);
    await runner.query(`create table verzoek_historie (like verzoek, vervangen_op timestamptz not null)`);
    await runner.query(`create index verzoek_historie_idx on verzoek_historie (verzoek_id, vervangen_op)`);
    await runner.query(`
      create trigger verzoek_bewaar_vorige_versie before update or delete on verzoek
      for each row execute function bewaar_vorige_versie()`);
    await runner.query(`grant select on verzoek, verzoek_historie to wlz_lezer, wlz_schrijver`);
    await runner.query(`grant insert on verzoek, verzoek_historie to wlz_schrijver`);
    await runner.query(`grant update on verzoek to wlz_schrijver`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table verzoek_historie, verzoek`);
  }
}
