import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERKOMST = `geregistreerd_op timestamptz not null, geregistreerd_door text not null`;

/** Delivery and waiting (Leveringsregister 1), and the waiting list derived from them. */
export class Wachtlijst1795000000003 implements MigrationInterface {
  name = 'Wachtlijst1795000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table levering (
        levering_id uuid not null,
        bemiddelingspecificatie_id uuid not null,
        ${HERKOMST},
        constraint levering_pkey primary key (levering_id),
        constraint levering_specificatie_uniek unique (bemiddelingspecificatie_id),
        constraint levering_bemiddelingspecificatie_id_fkey foreign key (bemiddelingspecificatie_id)
          references bemiddelingspecificatie (bemiddelingspecificatie_id)
      )`);
    await runner.query(`
      create table uitstelperiode (
        uitstelperiode_id uuid not null,
        levering_id uuid not null,
        ingangsdatum date not null,
        einddatum date,
        vaststelling_moment timestamptz(3) not null,
        reden text,
        leveringsstatus text not null,
        leveringsstatus_classificatie text not null,
        bron text not null,
        reden_handmatig text,
        ${HERKOMST},
        constraint uitstelperiode_pkey primary key (uitstelperiode_id),
        constraint uitstelperiode_levering_id_fkey foreign key (levering_id) references levering (levering_id),
        constraint uitstelperiode_paar_fkey foreign key (leveringsstatus, leveringsstatus_classificatie)
          references wachtstatus_classificatie (leveringsstatus, classificatie),
        constraint uitstelperiode_wachtstatus_check check (leveringsstatus in ('6','7','2','3')),
        constraint uitstelperiode_periode_check check (einddatum is null or einddatum >= ingangsdatum),
        constraint uitstelperiode_bron_check check (bron in ('DOSSIERHOUDER','ZORGAANBIEDER','ZORGKANTOOR')),
        constraint uitstelperiode_handmatig_check check ((bron = 'ZORGKANTOOR') = (reden_handmatig is not null))
      )`);
    await runner.query(
      `create index uitstelperiode_levering_id_idx on uitstelperiode (levering_id, ingangsdatum)`,
    );
    await runner.query(`
      create table leveringperiode (
        leveringperiode_id uuid not null,
        levering_id uuid not null,
        ingangsdatum date not null,
        einddatum date,
        vaststelling_moment timestamptz(3) not null,
        sleuteldatum date,
        beeindiging_reden text,
        aanbieder_bestemming text,
        ${HERKOMST},
        constraint leveringperiode_pkey primary key (leveringperiode_id),
        constraint leveringperiode_levering_id_fkey foreign key (levering_id) references levering (levering_id),
        constraint leveringperiode_periode_check check (einddatum is null or einddatum >= ingangsdatum),
        constraint leveringperiode_een_tegelijk exclude using gist
          (levering_id with =, daterange(ingangsdatum, einddatum, '[]') with &&)
      )`);
    await runner.query(`
      create table afstel (
        afstel_id uuid not null,
        levering_id uuid not null,
        afsteldatum date not null,
        vaststelling_moment timestamptz(3) not null,
        reden text,
        aanbieder_bestemming text,
        ${HERKOMST},
        constraint afstel_pkey primary key (afstel_id),
        constraint afstel_levering_uniek unique (levering_id),
        constraint afstel_levering_id_fkey foreign key (levering_id) references levering (levering_id)
      )`);
    await runner.query(`
      create table wachtlijstplaats (
        bemiddelingspecificatie_id uuid not null,
        van date not null,
        tot date,
        uitstelperiode_id uuid not null,
        leveringsstatus text not null,
        classificatie text not null,
        status_ingangsdatum date not null,
        rang smallint not null,
        normklok_van date not null,
        bemiddeling_id uuid not null,
        client_id uuid not null,
        wlz_indicatie_id uuid not null,
        zorgkantoor text not null,
        instelling text not null,
        sector text,
        zzp_code text not null,
        toewijzing_ingangsdatum date not null,
        afgiftedatum date not null,
        constraint wachtlijstplaats_pkey primary key (bemiddelingspecificatie_id, van),
        constraint wachtlijstplaats_specificatie_fkey foreign key (bemiddelingspecificatie_id)
          references bemiddelingspecificatie (bemiddelingspecificatie_id),
        constraint wachtlijstplaats_uitstelperiode_fkey foreign key (uitstelperiode_id)
          references uitstelperiode (uitstelperiode_id),
        constraint wachtlijstplaats_periode_check check (tot is null or tot >= van),
        constraint wachtlijstplaats_een_tegelijk exclude using gist
          (bemiddelingspecificatie_id with =, daterange(van, tot, '[]') with &&)
      )`);
    await runner.query(`
      create index wachtlijstplaats_zorgkantoor_idx on wachtlijstplaats
        (zorgkantoor, rang, normklok_van, toewijzing_ingangsdatum, afgiftedatum, bemiddelingspecificatie_id)`);
    await runner.query(`
      create index wachtlijstplaats_instelling_idx on wachtlijstplaats
        (instelling, rang, normklok_van, toewijzing_ingangsdatum, afgiftedatum, bemiddelingspecificatie_id)`);
    await runner.query(
      `create index wachtlijstplaats_bemiddeling_id_idx on wachtlijstplaats (bemiddeling_id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table wachtlijstplaats, afstel, leveringperiode, uitstelperiode, levering`);
  }
}
