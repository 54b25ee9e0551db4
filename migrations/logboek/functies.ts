/** Code, name, what it means, action of NEN 7513, and its DICOM code where there is one. */
export const GEBEURTENISSEN: readonly (readonly [string, string, string, string, string | null])[] = [
  ['R10', 'raadplegen-client', 'Gegevens van één cliënt getoond', 'R', '110103'],
  ['R20', 'raadplegen-lijst', 'De cliënt stond in een lijst of zoekresultaat', 'R', '110103'],
  ['R30', 'uitvoeren-bestand', 'De cliënt stond in een bestand dat werd uitgevoerd', 'R', '110106'],
  ['Z10', 'zoeken', 'Gezocht of gefilterd; de zoekvraag staat erbij', 'E', '110112'],
  ['C10', 'aanmaken', 'Gegevens van de cliënt toegevoegd', 'C', '110110'],
  ['U10', 'wijzigen', 'Gegevens van de cliënt gewijzigd', 'U', '110110'],
  ['D10', 'verwijderen', 'Gegevens van de cliënt verwijderd', 'D', '110110'],
  ['W10', 'geweigerd', 'Een vraag of opdracht geweigerd; de reden staat erbij', 'E', '110113'],
  ['F10', 'mislukt', 'Een vraag of opdracht mislukt door een fout', 'E', '110113'],
  ['A10', 'aanmelden', 'Aangemeld: een token voor het eerst gebruikt', 'E', '110122'],
  ['A20', 'afmelden', 'Afgemeld', 'E', '110123'],
  ['L10', 'inzage-logboek', 'Logregels van de cliënt getoond', 'R', '110101'],
  ['L20', 'beoordelen-logboek', 'Het logboek doorzocht, beoordeeld of gecontroleerd', 'E', '110101'],
  ['L30', 'opschonen-logboek', 'Logregels na hun bewaartermijn verwijderd', 'D', '110101'],
  ['T10', 'taak', 'Een proces heeft een taak uitgevoerd', 'E', '110121'],
];

const VELDEN = [
  `l.logregel_id::text`,
  `(extract(epoch from l.tijdstip) * 1000000)::bigint::text`,
  ...[
    'l.request_id',
    'l.gebruiker',
    'l.rol',
    'l.organisatie',
    'l.operatie',
    'l.actie',
    'l.resultaat::text',
    'l.reden',
  ],
  ...[
    'l.client_id::text',
    'l.zoekvraag::text',
    'l.gebeurtenis',
    'l.controles',
    'l.uitgever',
    'l.verantwoordelijke',
  ],
  ...['l.toegangspunt', 'l.autorisatieprotocol', 'l.grond', 'l.bron', 'l.trace_id'],
];

/** Each field with its length in bytes before it, so that no two lines can have the same content. */
export const INHOUD = `
  create function logregel_inhoud(l logregel) returns text language sql stable as $$
    select concat_ws(',', '1', ${VELDEN.map(
      (veld) => `coalesce(octet_length(${veld}) || ':' || (${veld}), '-')`,
    ).join(',\n      ')})
  $$`;

/** Five years is the law's least (Stcrt. 2019, 38007); whatever the register of terms says, nobody goes below it. */
export const WEIGER = `
  create function weiger_wijziging_logboek() returns trigger language plpgsql as $$
  begin
    raise exception 'the log is not changed' using errcode = 'insufficient_privilege';
  end $$;
  create function bewaak_bewaartermijn_logboek() returns trigger language plpgsql as $$
  begin
    if old.tijdstip > now() - interval '5 years' then
      raise exception 'a line of the log is kept for five years' using errcode = 'insufficient_privilege';
    end if;
    return old;
  end $$`;

/**
 * Seals what has no seal yet, in order of coming in, and says how many lines and what the head of the chain is now.
 * Numbers are handed out before transactions end, so a lower one may appear later: below \`alles_tot\` every transaction
 * that could still bring one has ended. A number seen a pass ago belongs to a transaction that has its xid by now.
 */
export const VERZEGELEN = `
  create function verzegel_logboek(ten_hoogste integer)
  returns table (verzegeld integer, laatste bigint, kop text) language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp as $$
  declare
    stand public.logzegelstand;
    regel record;
    allen_klaar boolean;
    aantal integer := 0;
    hoogste bigint;
  begin
    select * into stand from public.logzegelstand for update;
    hoogste := stand.gezien_tot;
    allen_klaar := pg_snapshot_xmin(pg_current_snapshot()) >= stand.kandidaat_xid;
    for regel in
      select l.logregel_id as id, public.logregel_inhoud(l) as inhoud from public.logregel l
      where l.logregel_id > stand.alles_tot
        and not exists (select from public.logzegel z where z.logregel_id = l.logregel_id)
      order by l.logregel_id limit ten_hoogste
    loop
      aantal := aantal + 1;
      stand.volgnr := stand.volgnr + 1;
      stand.hash := sha256(stand.hash || convert_to(regel.inhoud, 'UTF8'));
      insert into public.logzegel values (stand.volgnr, regel.id, stand.hash, clock_timestamp());
      hoogste := greatest(hoogste, regel.id);
    end loop;
    if aantal < ten_hoogste then
      if allen_klaar then stand.alles_tot := stand.kandidaat_tot; end if;
      -- A cluster that was restored elsewhere counts its transactions anew.
      if allen_klaar is not false or stand.kandidaat_xid > pg_snapshot_xmax(pg_current_snapshot()) then
        stand.kandidaat_tot := stand.gezien_tot;
        stand.kandidaat_xid := pg_snapshot_xmax(pg_current_snapshot());
      end if;
    end if;
    update public.logzegelstand set volgnr = stand.volgnr, hash = stand.hash, alles_tot = stand.alles_tot,
      gezien_tot = hoogste, kandidaat_tot = stand.kandidaat_tot, kandidaat_xid = stand.kandidaat_xid;
    return query select aantal, stand.volgnr, encode(stand.hash, 'hex');
  end $$`;

/**
 * Removes the oldest stretch of the chain, up to the first line that is too young or held back. The hash where the chain
 * then begins stays, so that what is left can still be checked.
 */
export const OPSCHONEN = `
  create function verwijder_logregels(voor timestamptz, ten_hoogste integer)
  returns integer language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    stand public.logzegelstand;
    regel record;
    aantal integer := 0;
  begin
    if voor > now() - interval '5 years' then
      raise exception 'a line of the log is kept for five years' using errcode = 'insufficient_privilege';
    end if;
    select * into stand from public.logzegelstand for update;
    for regel in
      select z.volgnr, z.logregel_id, z.hash, l.tijdstip, exists (
          select from public.bewaarstop h
          where daterange(h.ingangsdatum, h.einddatum, '[]') @> (now() at time zone 'Europe/Amsterdam')::date
            and (h.client_id = l.client_id
              or (h.client_id is null and coalesce(h.klasse, 'LOGREGEL') = 'LOGREGEL'))) as vast
      from public.logzegel z left join public.logregel l on l.logregel_id = z.logregel_id
      where z.volgnr > stand.begin_volgnr order by z.volgnr limit ten_hoogste
    loop
      exit when regel.tijdstip is null or regel.tijdstip >= voor or regel.vast;
      delete from public.logregel where logregel_id = regel.logregel_id;
      delete from public.logzegel where volgnr = regel.volgnr;
      stand.begin_volgnr := regel.volgnr;
      stand.begin_hash := regel.hash;
      aantal := aantal + 1;
    end loop;
    update public.logzegelstand set begin_volgnr = stand.begin_volgnr, begin_hash = stand.begin_hash;
    return aantal;
  end $$`;
