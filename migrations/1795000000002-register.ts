import type { MigrationInterface, QueryRunner } from 'typeorm';

const NAMEN = `
  geslachtsnaam text, voorvoegsel_geslachtsnaam text, partnernaam text, voorvoegsel_partnernaam text,
  voornamen text, voorletters text, roepnaam text, naamgebruik text`;

const HERKOMST = `geregistreerd_op timestamptz not null, geregistreerd_door text not null`;

/** The register itself. Field names follow the Bemiddelingsregister (SDL 1.1.1) and the Indicatieregister (SDL 1.6.5). */
export class Register1795000000002 implements MigrationInterface {
  name = 'Register1795000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function is_bsn(waarde text) returns boolean language sql immutable parallel safe as $$
        select waarde ~ '^[0-9]{9}$' and waarde <> '000000000' and (
          9 * substr(waarde, 1, 1)::int + 8 * substr(waarde, 2, 1)::int + 7 * substr(waarde, 3, 1)::int +
          6 * substr(waarde, 4, 1)::int + 5 * substr(waarde, 5, 1)::int + 4 * substr(waarde, 6, 1)::int +
          3 * substr(waarde, 7, 1)::int + 2 * substr(waarde, 8, 1)::int - substr(waarde, 9, 1)::int) % 11 = 0
      $$`);
    await zorgaanbieders(runner);
    await clienten(runner);
    await indicaties(runner);
    await bemiddelingen(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table regiehouder, bemiddelingspecificatie, bemiddeling, wzd, geindiceerd_zorgzwaartepakket, grondslag,
        indicatie, contactgegevens, contactpersoon, client, locatie, zorgaanbieder`);
    await runner.query(`drop function is_bsn(text)`);
  }
}

async function zorgaanbieders(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table zorgaanbieder (
      agb text not null,
      naam text not null,
      zorgkantoor text not null,
      sectoren text[] not null,
      leveringsvormen text[] not null,
      telefoonnummer text,
      emailadres text,
      ${HERKOMST},
      constraint zorgaanbieder_pkey primary key (agb),
      constraint zorgaanbieder_agb_check check (agb ~ '^[0-9]{8}$')
    )`);
  await runner.query(`
    create table locatie (
      locatie_id uuid not null,
      agb text not null,
      naam text not null,
      plaatsnaam text not null,
      postcode text not null,
      capaciteit integer not null,
      ${HERKOMST},
      constraint locatie_pkey primary key (locatie_id),
      constraint locatie_agb_fkey foreign key (agb) references zorgaanbieder (agb),
      constraint locatie_capaciteit_check check (capaciteit >= 0)
    )`);
  await runner.query(`create index locatie_agb_idx on locatie (agb)`);
}

async function clienten(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table client (
      client_id uuid not null,
      bsn text not null,
      geheime_client text not null default '2',
      geboortedatum date not null,
      geboortedatumgebruik text,
      geslacht text not null,
      burgerlijke_staat text,
      ${NAMEN},
      leefeenheid text,
      huisarts text,
      communicatievorm text,
      taal text,
      commentaar text,
      overlijdensdatum date,
      ${HERKOMST},
      constraint client_pkey primary key (client_id),
      constraint client_bsn_uniek unique (bsn),
      constraint client_bsn_elfproef_check check (is_bsn(bsn)),
      constraint client_geheim_check check (geheime_client in ('1','2')),
      constraint client_overlijden_check check (overlijdensdatum is null or overlijdensdatum >= geboortedatum)
    )`);
  await runner.query(
    `create index client_geslachtsnaam_idx on client (lower(geslachtsnaam) text_pattern_ops)`,
  );
  await runner.query(`create index client_partnernaam_idx on client (lower(partnernaam) text_pattern_ops)`);
  await runner.query(`create index client_geboortedatum_idx on client (geboortedatum)`);
  await runner.query(`
    create table contactpersoon (
      contactpersoon_id uuid not null,
      client_id uuid not null,
      relatienummer text not null,
      volgorde integer,
      soort_relatie text not null,
      rol text,
      relatie text,
      ${NAMEN},
      geslacht text,
      geboortedatum date,
      geboortedatumgebruik text,
      ingangsdatum date not null,
      einddatum date,
      ${HERKOMST},
      constraint contactpersoon_pkey primary key (contactpersoon_id),
      constraint contactpersoon_client_id_fkey foreign key (client_id) references client (client_id),
      constraint contactpersoon_periode_check check (einddatum is null or einddatum >= ingangsdatum)
    )`);
  await runner.query(`create index contactpersoon_client_id_idx on contactpersoon (client_id)`);
  await runner.query(`
    create table contactgegevens (
      contactgegevens_id uuid not null,
      client_id uuid,
      contactpersoon_id uuid,
      ingangsdatum date not null,
      einddatum date,
      adres_id uuid, adressoort text, straatnaam text, huisnummer integer, huisletter text,
      huisnummertoevoeging text, postcode text, plaatsnaam text, land text, aanduiding_woonadres text,
      adres_ingangsdatum date, adres_einddatum date,
      telefoon_id uuid, telefoonnummer01 text, landnummer01 text, telefoonnummer02 text, landnummer02 text,
      telefoon_ingangsdatum date, telefoon_einddatum date,
      email_id uuid, emailadres text, email_ingangsdatum date, email_einddatum date,
      ${HERKOMST},
      constraint contactgegevens_pkey primary key (contactgegevens_id),
      constraint contactgegevens_client_id_fkey foreign key (client_id) references client (client_id),
      constraint contactgegevens_contactpersoon_id_fkey foreign key (contactpersoon_id)
        references contactpersoon (contactpersoon_id),
      constraint contactgegevens_eigenaar_check check (num_nonnulls(client_id, contactpersoon_id) = 1),
      constraint contactgegevens_periode_check check (einddatum is null or einddatum >= ingangsdatum)
    )`);
  await runner.query(`create index contactgegevens_client_id_idx on contactgegevens (client_id)`);
  await runner.query(
    `create index contactgegevens_contactpersoon_id_idx on contactgegevens (contactpersoon_id)`,
  );
}

async function indicaties(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table indicatie (
      wlz_indicatie_id uuid not null,
      client_id uuid not null,
      besluitnummer integer not null,
      soort_wlzindicatie text not null,
      afgiftedatum date not null,
      ingangsdatum date not null,
      einddatum date,
      meerzorg text,
      initieel_verantwoordelijk_zorgkantoor text not null,
      vervaldatum date,
      commentaar text,
      beperking jsonb not null default '[]',
      stoornis jsonb not null default '[]',
      stoornis_score jsonb not null default '[]',
      ${HERKOMST},
      constraint indicatie_pkey primary key (wlz_indicatie_id),
      constraint indicatie_client_id_fkey foreign key (client_id) references client (client_id),
      constraint indicatie_besluitnummer_uniek unique (client_id, besluitnummer),
      constraint indicatie_besluitnummer_check check (besluitnummer between 1 and 999999999),
      constraint indicatie_zorgkantoor_check check (initieel_verantwoordelijk_zorgkantoor ~ '^55[0-9]{2}$'),
      constraint indicatie_periode_check check (einddatum is null or einddatum >= ingangsdatum)
    )`);
  await runner.query(
    `create index indicatie_zorgkantoor_idx on indicatie (initieel_verantwoordelijk_zorgkantoor, client_id)`,
  );
  await runner.query(`
    create table grondslag (
      grondslag_id uuid not null,
      wlz_indicatie_id uuid not null,
      grondslag text not null,
      volgorde integer not null,
      ${HERKOMST},
      constraint grondslag_pkey primary key (grondslag_id),
      constraint grondslag_wlz_indicatie_id_fkey foreign key (wlz_indicatie_id) references indicatie (wlz_indicatie_id)
    )`);
  await runner.query(`create index grondslag_wlz_indicatie_id_idx on grondslag (wlz_indicatie_id)`);
  await runner.query(`
    create table geindiceerd_zorgzwaartepakket (
      geindiceerd_zorgzwaartepakket_id uuid not null,
      wlz_indicatie_id uuid not null,
      zzp_code text not null,
      ingangsdatum date not null,
      einddatum date,
      voorkeur_client text,
      instelling_voorkeur text,
      financiering text not null,
      commentaar text,
      ${HERKOMST},
      constraint geindiceerd_zorgzwaartepakket_pkey primary key (geindiceerd_zorgzwaartepakket_id),
      constraint geindiceerd_zorgzwaartepakket_wlz_indicatie_id_fkey foreign key (wlz_indicatie_id)
        references indicatie (wlz_indicatie_id),
      constraint geindiceerd_zorgzwaartepakket_periode_check check (einddatum is null or einddatum >= ingangsdatum),
      constraint geindiceerd_zorgzwaartepakket_een_tegelijk exclude using gist
        (wlz_indicatie_id with =, daterange(ingangsdatum, einddatum, '[]') with &&)
    )`);
  await runner.query(`
    create table wzd (
      wzd_id uuid not null,
      wlz_indicatie_id uuid not null,
      wzd_verklaring text not null,
      ingangsdatum date,
      einddatum date,
      ${HERKOMST},
      constraint wzd_pkey primary key (wzd_id),
      constraint wzd_indicatie_uniek unique (wlz_indicatie_id),
      constraint wzd_wlz_indicatie_id_fkey foreign key (wlz_indicatie_id) references indicatie (wlz_indicatie_id)
    )`);
}

async function bemiddelingen(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table bemiddeling (
      bemiddeling_id uuid not null,
      client_id uuid not null,
      wlz_indicatie_id uuid not null,
      verantwoordelijk_zorgkantoor text not null,
      verantwoordelijkheid_ingangsdatum date not null,
      verantwoordelijkheid_einddatum date,
      versie integer not null default 1,
      ${HERKOMST},
      constraint bemiddeling_pkey primary key (bemiddeling_id),
      constraint bemiddeling_client_id_fkey foreign key (client_id) references client (client_id),
      constraint bemiddeling_wlz_indicatie_id_fkey foreign key (wlz_indicatie_id) references indicatie (wlz_indicatie_id),
      constraint bemiddeling_zorgkantoor_check check (verantwoordelijk_zorgkantoor ~ '^55[0-9]{2}$'),
      constraint bemiddeling_periode_check check
        (verantwoordelijkheid_einddatum is null or verantwoordelijkheid_einddatum >= verantwoordelijkheid_ingangsdatum)
    )`);
  await runner.query(`create index bemiddeling_client_id_idx on bemiddeling (client_id)`);
  await runner.query(`create index bemiddeling_wlz_indicatie_id_idx on bemiddeling (wlz_indicatie_id)`);
  await runner.query(
    `create index bemiddeling_zorgkantoor_idx on bemiddeling (verantwoordelijk_zorgkantoor)`,
  );
  await runner.query(`
    create table bemiddelingspecificatie (
      bemiddelingspecificatie_id uuid not null,
      bemiddeling_id uuid not null,
      leveringsvorm text not null,
      zzp_code text not null,
      toewijzing_ingangsdatum date not null,
      toewijzing_einddatum date,
      instelling text,
      uitvoerend_zorgkantoor text not null,
      vaststelling_moment timestamptz(3) not null,
      percentage integer,
      pgb_percentage integer,
      opname text,
      reden_intrekking text,
      etmalen text,
      instelling_bestemming text,
      soort_toewijzing text not null,
      waarschuwingen text[] not null default '{}',
      versie integer not null default 1,
      ${HERKOMST},
      constraint bemiddelingspecificatie_pkey primary key (bemiddelingspecificatie_id),
      constraint bemiddelingspecificatie_bemiddeling_id_fkey foreign key (bemiddeling_id) references bemiddeling (bemiddeling_id),
      constraint bemiddelingspecificatie_instelling_fkey foreign key (instelling) references zorgaanbieder (agb),
      constraint bemiddelingspecificatie_periode_check check
        (toewijzing_einddatum is null or toewijzing_einddatum >= toewijzing_ingangsdatum),
      constraint bemiddelingspecificatie_leveringsvorm_check check (leveringsvorm in ('2','4','5','7','8')),
      constraint bemiddelingspecificatie_soort_check check (soort_toewijzing in ('1','3','5')),
      constraint bemiddelingspecificatie_etmalen_check check ((etmalen is not null) = (leveringsvorm = '8')
        and (etmalen is null or (etmalen in ('3,5','4,0','4,5') and toewijzing_ingangsdatum >= date '2020-01-01'))),
      constraint bemiddelingspecificatie_opname_check check ((opname is not null) = (leveringsvorm in ('4','8'))),
      constraint bemiddelingspecificatie_pgb_check check ((leveringsvorm = '2') = (instelling is null)
        and (leveringsvorm = '2') = (percentage is null) and (leveringsvorm = '2' or pgb_percentage is null)),
      constraint bemiddelingspecificatie_percentage_check check
        ((percentage is null or (percentage between 1 and 100000 and percentage % 100 = 0))
        and (pgb_percentage is null or (pgb_percentage between 1 and 100000 and pgb_percentage % 100 = 0))),
      constraint bemiddelingspecificatie_intrekking_check check (reden_intrekking is null or toewijzing_einddatum is not null),
      constraint bemiddelingspecificatie_geen_dubbele exclude using gist (bemiddeling_id with =, zzp_code with =,
        leveringsvorm with =, soort_toewijzing with =, (coalesce(instelling, '')) with =,
        daterange(toewijzing_ingangsdatum, toewijzing_einddatum, '[]') with &&) deferrable
    )`);
  await runner.query(
    `create index bemiddelingspecificatie_bemiddeling_id_idx on bemiddelingspecificatie (bemiddeling_id)`,
  );
  await runner.query(
    `create index bemiddelingspecificatie_instelling_idx on bemiddelingspecificatie (instelling, bemiddeling_id)`,
  );
  await runner.query(
    `create index bemiddelingspecificatie_uitvoerend_idx on bemiddelingspecificatie (uitvoerend_zorgkantoor, bemiddeling_id)`,
  );
  await runner.query(`
    create table regiehouder (
      regiehouder_id uuid not null,
      bemiddeling_id uuid not null,
      instelling text not null,
      regierol text not null,
      ingangsdatum date not null,
      einddatum date,
      vaststelling_moment timestamptz(3) not null,
      ${HERKOMST},
      constraint regiehouder_pkey primary key (regiehouder_id),
      constraint regiehouder_bemiddeling_id_fkey foreign key (bemiddeling_id) references bemiddeling (bemiddeling_id),
      constraint regiehouder_instelling_fkey foreign key (instelling) references zorgaanbieder (agb),
      constraint regiehouder_regierol_check check (regierol in ('1','2')),
      constraint regiehouder_periode_check check (einddatum is null or einddatum >= ingangsdatum),
      constraint regiehouder_een_tegelijk exclude using gist (bemiddeling_id with =, regierol with =,
        daterange(ingangsdatum, greatest(coalesce(einddatum, 'infinity'), ingangsdatum + 1), '[)') with &&) deferrable
    )`);
  await runner.query(`create index regiehouder_bemiddeling_id_idx on regiehouder (bemiddeling_id, regierol)`);
  await runner.query(`create index regiehouder_instelling_idx on regiehouder (instelling, bemiddeling_id)`);
}
