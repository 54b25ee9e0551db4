import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERKOMST = `geregistreerd_op timestamptz not null, geregistreerd_door text not null`;
const TABLES = ['plaatsgroep', 'aanbod', 'gesprekstaak'] as const;

/** Columns of a plaatsgroep that people change; how much is in use is counted by the database alone. */
const RECORDED =
  'capaciteit, overig_bezet, bevestigd_op, versie, geregistreerd_op, geregistreerd_door' as const;

/**
 * Places of a location, offers of them, and the conversation after a second refusal. Every offer that holds, keeps or
 * fills a place is counted in its plaatsgroep by a trigger, and a check keeps that count within the capacity: whatever
 * code does, a place is given once.
 */
export class Plaatsen1795000000011 implements MigrationInterface {
  name = 'Plaatsen1795000000011';

  async up(runner: QueryRunner): Promise<void> {
    await instellingen(runner);
    await tabellen(runner);
    await bewaking(runner);
    for (const table of TABLES) {
      await runner.query(`create table ${table}_historie (like ${table}, vervangen_op timestamptz not null)`);
      await runner.query(
        `create index ${table}_historie_idx on ${table}_historie (${table}_id, vervangen_op)`,
      );
      const changing = table === 'plaatsgroep' ? `update of ${RECORDED} or delete` : 'update or delete';
      await runner.query(`
        create trigger ${table}_bewaar_vorige_versie before ${changing} on ${table}
        for each row execute function bewaar_vorige_versie()`);
      await runner.query(`grant select on ${table}, ${table}_historie to wlz_lezer, wlz_schrijver`);
      await runner.query(`grant insert on ${table}, ${table}_historie to wlz_schrijver`);
    }
    await runner.query(`grant update on aanbod, gesprekstaak to wlz_schrijver`);
    await runner.query(`grant update (${RECORDED}) on plaatsgroep to wlz_schrijver`);
    await runner.query(`grant select on plaatsnorm, weigeringsreden to wlz_lezer, wlz_schrijver`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) {
      await runner.query(`drop table ${table}_historie, ${table}`);
    }
    await runner.query(`drop function tel_plaatsen()`);
    await runner.query(`drop table weigeringsreden, plaatsnorm`);
  }
}

/** What the office sets: terms in days, and what each reason of refusal does. Dated rows with a source. */
async function instellingen(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table plaatsnorm (
      soort text not null,
      dagen integer not null,
      geldig_vanaf date not null,
      geldig_tot date,
      bron text not null,
      constraint plaatsnorm_pkey primary key (soort, geldig_vanaf),
      constraint plaatsnorm_soort_check check (soort in ('BEVESTIGING','AANBOD','GESPREK')),
      constraint plaatsnorm_dagen_check check (dagen between 0 and 366),
      constraint plaatsnorm_geldig_check check (geldig_tot is null or geldig_tot >= geldig_vanaf),
      constraint plaatsnorm_een_tegelijk exclude using gist
        (soort with =, daterange(geldig_vanaf, geldig_tot, '[]') with &&)
    )`);
  await runner.query(`
    insert into plaatsnorm (soort, dagen, geldig_vanaf, bron) values
      ('BEVESTIGING', 14, '2021-01-01', 'Eigen keuze: een opgave van plaatsen geldt veertien dagen als vers'),
      ('AANBOD', 7, '2021-01-01', 'Eigen keuze: een week bedenktijd; geen bron noemt een termijn'),
      ('GESPREK', 14, '2021-01-01', 'Eigen keuze: gesprek binnen twee weken; geen bron noemt een termijn')`);
  await runner.query(`
    create table weigeringsreden (
      code text not null,
      omschrijving text not null,
      telt_mee boolean not null,
      geldig_vanaf date not null,
      geldig_tot date,
      bron text not null,
      constraint weigeringsreden_pkey primary key (code, geldig_vanaf),
      constraint weigeringsreden_code_check check (code ~ '^[A-Z][A-Z_]{1,39}$'),
      constraint weigeringsreden_geldig_check check (geldig_tot is null or geldig_tot >= geldig_vanaf),
      constraint weigeringsreden_een_tegelijk exclude using gist
        (code with =, daterange(geldig_vanaf, geldig_tot, '[]') with &&)
    )`);
  const eigen = `'Eigen keuze: de bron telt alleen een weigering van een aanbod volgens de wens'`;
  await runner.query(`
    insert into weigeringsreden (code, omschrijving, telt_mee, geldig_vanaf, bron) values
      ('NOG_NIET_WILLEN', 'Wil nu nog niet opgenomen worden', true, '2021-01-01', ${eigen}),
      ('ANDERE_AANBIEDER', 'Wacht liever op een andere zorgaanbieder', true, '2021-01-01', ${eigen}),
      ('ANDERE_LOCATIE', 'Wil een andere locatie van deze zorgaanbieder', true, '2021-01-01', ${eigen}),
      ('KAMER_BEVALT_NIET', 'De kamer of afdeling bevalt niet', true, '2021-01-01', ${eigen}),
      ('ANDERS', 'Een andere reden', true, '2021-01-01', ${eigen}),
      ('PARTNER_NIET_MEE', 'De partner kan niet mee', false, '2021-01-01', ${eigen}),
      ('TIJDELIJK_NIET_MOGELIJK', 'Opname kan nu niet, zoals bij ziekenhuisopname', false, '2021-01-01', ${eigen}),
      ('ZORG_PAST_NIET', 'De geboden zorg past niet bij de zorgvraag', false, '2021-01-01', ${eigen})`);
}

async function tabellen(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table plaatsgroep (
      plaatsgroep_id uuid not null,
      locatie_id uuid not null,
      instelling text not null,
      sector text,
      leveringsvorm text,
      capaciteit integer not null,
      overig_bezet integer not null,
      in_gebruik integer not null default 0,
      bevestigd_op date not null,
      versie integer not null default 1,
      ${HERKOMST},
      constraint plaatsgroep_pkey primary key (plaatsgroep_id),
      constraint plaatsgroep_locatie_id_fkey foreign key (locatie_id) references locatie (locatie_id),
      constraint plaatsgroep_instelling_fkey foreign key (instelling) references zorgaanbieder (agb),
      constraint plaatsgroep_uniek unique nulls not distinct (locatie_id, sector, leveringsvorm),
      constraint plaatsgroep_sector_check check (sector in ('VV','GHZ','GGZ')),
      constraint plaatsgroep_leveringsvorm_check check (leveringsvorm in ('4','5','8')),
      constraint plaatsgroep_aantallen_check check (capaciteit >= 0 and overig_bezet >= 0 and in_gebruik >= 0),
      constraint plaatsgroep_niet_overvol_check check (overig_bezet + in_gebruik <= capaciteit)
    )`);
  await runner.query(`create index plaatsgroep_instelling_idx on plaatsgroep (instelling)`);
  await runner.query(`
    create table aanbod (
      aanbod_id uuid not null,
      plaatsgroep_id uuid not null,
      locatie_id uuid not null,
      instelling text not null,
      zorgkantoor text not null,
      client_id uuid not null,
      bemiddeling_id uuid not null,
      bemiddelingspecificatie_id uuid not null,
      status text not null,
      leveringsstatus text not null,
      aangeboden_op date not null,
      uiterlijk date not null,
      positie integer not null,
      reden_afwijking text,
      beantwoord_op date,
      weigeringsreden text,
      conform_wens boolean,
      zwaarwegende_reden text,
      telt_mee boolean,
      reden_einde text,
      leveringperiode_id uuid,
      versie integer not null default 1,
      ${HERKOMST},
      constraint aanbod_pkey primary key (aanbod_id),
      constraint aanbod_plaatsgroep_id_fkey foreign key (plaatsgroep_id) references plaatsgroep (plaatsgroep_id),
      constraint aanbod_locatie_id_fkey foreign key (locatie_id) references locatie (locatie_id),
      constraint aanbod_instelling_fkey foreign key (instelling) references zorgaanbieder (agb),
      constraint aanbod_client_id_fkey foreign key (client_id) references client (client_id),
      constraint aanbod_bemiddeling_id_fkey foreign key (bemiddeling_id) references bemiddeling (bemiddeling_id),
      constraint aanbod_bemiddelingspecificatie_id_fkey foreign key (bemiddelingspecificatie_id)
        references bemiddelingspecificatie (bemiddelingspecificatie_id),
      constraint aanbod_leveringperiode_id_fkey foreign key (leveringperiode_id)
        references leveringperiode (leveringperiode_id),
      constraint aanbod_status_check check (status in
        ('AANGEBODEN','AANVAARD','IN_ZORG','GEWEIGERD','INGETROKKEN','VERVALLEN','BEEINDIGD')),
      constraint aanbod_leveringsstatus_check check (leveringsstatus in ('6','7','2','3')),
      constraint aanbod_uiterlijk_check check (uiterlijk >= aangeboden_op),
      constraint aanbod_afwijking_check check (positie >= 1 and (positie = 1 or reden_afwijking is not null)),
      constraint aanbod_weigering_check check ((status = 'GEWEIGERD') = (weigeringsreden is not null)
        and (status = 'GEWEIGERD') = (conform_wens is not null) and (status = 'GEWEIGERD') = (telt_mee is not null)
        and (status = 'GEWEIGERD' or zwaarwegende_reden is null)),
      constraint aanbod_zorg_check check ((status in ('IN_ZORG','BEEINDIGD')) = (leveringperiode_id is not null)),
      constraint aanbod_intrekking_check check (status <> 'INGETROKKEN' or reden_einde is not null)
    )`);
  await runner.query(`
    create unique index aanbod_een_tegelijk on aanbod (client_id) where status in ('AANGEBODEN','AANVAARD')`);
  await runner.query(`
    create index aanbod_bezet_idx on aanbod (locatie_id) where status in ('AANGEBODEN','AANVAARD','IN_ZORG')`);
  await runner.query(`create index aanbod_instelling_idx on aanbod (instelling, aangeboden_op, aanbod_id)`);
  await runner.query(`create index aanbod_bemiddeling_id_idx on aanbod (bemiddeling_id)`);
  await runner.query(`create index aanbod_specificatie_idx on aanbod (bemiddelingspecificatie_id)`);
  await runner.query(`create index aanbod_client_id_idx on aanbod (client_id)`);
  await runner.query(`
    create table gesprekstaak (
      gesprekstaak_id uuid not null,
      client_id uuid not null,
      bemiddeling_id uuid not null,
      bemiddelingspecificatie_id uuid not null,
      aanbod_id uuid not null,
      sinds date not null,
      uiterlijk date not null,
      gesprek_op date,
      resultaat text,
      toelichting text,
      versie integer not null default 1,
      ${HERKOMST},
      constraint gesprekstaak_pkey primary key (gesprekstaak_id),
      constraint gesprekstaak_client_id_fkey foreign key (client_id) references client (client_id),
      constraint gesprekstaak_bemiddeling_id_fkey foreign key (bemiddeling_id) references bemiddeling (bemiddeling_id),
      constraint gesprekstaak_bemiddelingspecificatie_id_fkey foreign key (bemiddelingspecificatie_id)
        references bemiddelingspecificatie (bemiddelingspecificatie_id),
      constraint gesprekstaak_aanbod_id_fkey foreign key (aanbod_id) references aanbod (aanbod_id),
      constraint gesprekstaak_resultaat_check check ((resultaat is null) = (gesprek_op is null) and
        (resultaat is null or resultaat in ('STATUS_BLIJFT','STATUS_AANPASSEN','WENS_AANGEPAST','ZIET_AF'))),
      constraint gesprekstaak_gesprek_check check (gesprek_op is null or gesprek_op >= sinds)
    )`);
  await runner.query(`
    create unique index gesprekstaak_een_open on gesprekstaak (bemiddeling_id) where resultaat is null`);
  await runner.query(`create index gesprekstaak_bemiddeling_id_idx on gesprekstaak (bemiddeling_id)`);
  await runner.query(`create index gesprekstaak_client_id_idx on gesprekstaak (client_id)`);
}

/** Counts with the rights of the owner, so that nobody else needs the right to touch the count. */
async function bewaking(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function tel_plaatsen() returns trigger language plpgsql security definer set search_path = public as $$
    declare
      bezet constant text[] := array['AANGEBODEN','AANVAARD','IN_ZORG'];
      erbij integer := 0;
    begin
      if tg_op = 'UPDATE' then
        if old.plaatsgroep_id <> new.plaatsgroep_id or (not old.status = any (bezet) and new.status <> old.status) then
          raise exception using errcode = '23514', constraint = 'aanbod_eindstatus',
            message = 'an offer that ended stays ended, and stays where it was';
        end if;
        erbij := (new.status = any (bezet))::int - 1;
        if not old.status = any (bezet) then erbij := 0; end if;
      else
        erbij := (new.status = any (bezet))::int;
      end if;
      if erbij <> 0 then
        update plaatsgroep set in_gebruik = in_gebruik + erbij where plaatsgroep_id = new.plaatsgroep_id;
      end if;
      return null;
    end $$`);
  await runner.query(`
    create trigger aanbod_tel_plaatsen after insert or update of status, plaatsgroep_id on aanbod
    for each row execute function tel_plaatsen()`);
}
