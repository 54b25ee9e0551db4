import type pg from 'pg';
import type { Vrager } from './register.js';

/** Whose something is. */
interface Eigendom {
  readonly client: string;
  readonly bemiddeling: string | null;
  /** Where somebody lives or can be reached; of a geheime client that is for nobody. */
  readonly adres: boolean;
}

/** A place of a provider, which is no client's. */
interface Locatie {
  readonly id: string;
  readonly agb: string;
  readonly zorgkantoor: string;
  /** To whom a place was offered here: who may know of the offer may know of the place. */
  readonly bemiddelingen: readonly string[];
}

interface Zicht {
  readonly clienten: ReadonlySet<string>;
  readonly bemiddelingen: ReadonlySet<string>;
}

/** Columns that hold words about one client; each gets the mark of that client. */
const WOORDEN =
  /(^|_)(geslachtsnaam|partnernaam|roepnaam|straatnaam|plaatsnaam)$|^(voornamen|commentaar|toelichting|emailadres|telefoonnummer0\d|huisarts|sluimerreden|zwaarwegende_reden|verantwoord|doelmatig|reden_(afwijking|einde|handmatig))$/;
/** Said in some cases only, and then checked: a mark comes in the place of what is there. */
const MITS = /reden|toelichting|verantwoord|doelmatig/;
const NIET = /^(voorvoegsel|zoek)_/;
const MERK = /(?:kn|ad)[0-9a-f]{8}zz|\d{4}qz/g;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const BSN = /(?<!\d)\d{9}(?!\d)/g;

/** Yields `client_id` and `bemiddeling_id` of a row `t`, by the columns its table has. */
const EIGENAAR: readonly (readonly [kolom: string, client: string, bemiddeling: string])[] = [
  [
    'bemiddeling_id',
    '(select b.client_id from bemiddeling b where b.bemiddeling_id = t.bemiddeling_id)',
    't.bemiddeling_id',
  ],
  ['dossier_client_id', 't.dossier_client_id', 'null::uuid'],
  ['client_id', 't.client_id', 'null::uuid'],
];
/** What people look through, not what is somebody's. */
const OVERIG = new Set(['logregel', 'bewaarstop', 'bewaarstop_historie', 'toegangsrecht', 'registratieklok']);

/** Everything in the register by which one client can be known, and who may see it. */
export class Sporen {
  private readonly eigendom = new Map<string, Eigendom>();
  private readonly zicht = new Map<string, Zicht>();
  private geheimen: ReadonlySet<string> = new Set();
  /** Ids by table, with their owner, for asking after them. */
  readonly ids = new Map<string, readonly { readonly id: string; readonly client: string }[]>();

  private readonly locaties = new Map<string, readonly Locatie[]>();

  /** Marks every row of every table that leads to a client. */
  static async leg(superuser: pg.Client): Promise<Sporen> {
    const sporen = new Sporen();
    const { rows } = await superuser.query<{ tabel: string; kolommen: string[]; sleutel: string | null }>(`
      select c.table_name as tabel, array_agg(c.column_name::text) filter (where c.is_generated = 'NEVER') as kolommen,
        (select a.attname::text from pg_index i
           join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
         where i.indisprimary and i.indnkeyatts = 1 and a.atttypid = 'uuid'::regtype
           and i.indrelid = ('public.' || c.table_name)::regclass) as sleutel
      from information_schema.columns c
      join pg_tables p on p.tablename = c.table_name and p.schemaname = 'public'
      where c.table_schema = 'public' group by 1 order by 1`);
    for (const { tabel, kolommen, sleutel } of rows) {
      const eigenaar = EIGENAAR.find(([kolom]) => kolommen.includes(kolom));
      if (eigenaar === undefined || OVERIG.has(tabel)) continue;
      const woorden = kolommen.filter((kolom) => WOORDEN.test(kolom) && !NIET.test(kolom));
      await sporen.merk(superuser, tabel, woorden, eigenaar);
      if (kolommen.includes('postcode')) await sporen.merkPostcodes(superuser, tabel, eigenaar);
      if (sleutel !== null) await sporen.onthoud(superuser, tabel, sleutel, eigenaar);
    }
    await sporen.onthoudLocaties(superuser);
    const { rows: wachtend } = await superuser.query<{ id: string; client: string }>(
      `select bemiddelingspecificatie_id::text as id, client_id::text as client from wachtlijstplaats
       where tot is null order by 1`,
    );
    sporen.ids.set('wachtlijstplaats', wachtend);
    const bsns = await superuser.query<{ id: string; client: string }>(
      'select bsn as id, client_id::text as client from client',
    );
    for (const { id, client } of bsns.rows)
      sporen.eigendom.set(id, { client, bemiddeling: null, adres: false });
    await sporen.bepaalGeheimen(superuser);
    return sporen;
  }

  /** Who is a geheime client at this moment. */
  async bepaalGeheimen(superuser: pg.Client): Promise<void> {
    const { rows } = await superuser.query<{ client: string }>(
      `select client_id::text as client from client where geheime_client = '1'`,
    );
    this.geheimen = new Set(rows.map(({ client }) => client));
  }

  async bepaalZicht(superuser: pg.Client, vrager: Vrager, today: string): Promise<void> {
    const als = {
      ZORGKANTOOR: `b.verantwoordelijk_zorgkantoor = any ($1) or exists (select from bemiddelingspecificatie s
        where s.bemiddeling_id = b.bemiddeling_id and s.uitvoerend_zorgkantoor = any ($1))`,
      ZORGAANBIEDER: `exists (select from bemiddelingspecificatie s where s.bemiddeling_id = b.bemiddeling_id
          and s.instelling = any ($1)
          and $2::date between s.toewijzing_ingangsdatum and coalesce(s.toewijzing_einddatum, 'infinity'))
        or exists (select from regiehouder r where r.bemiddeling_id = b.bemiddeling_id and r.instelling = any ($1)
          and $2::date between r.ingangsdatum and coalesce(r.einddatum, 'infinity'))`,
      BEHEERDER: 'false',
      LOGBEHEERDER: 'false',
    }[vrager.rol];
    const namens = vrager.rol === 'ZORGAANBIEDER' ? [vrager.agb] : vrager.uzovi;
    const { rows } = await superuser.query<{ bemiddeling: string; client: string }>(
      `select b.bemiddeling_id::text as bemiddeling, b.client_id::text as client from bemiddeling b
       where ($1::text[] is null or $2::date is null or true) and (${als})`,
      [namens, today],
    );
    const { rows: geindiceerd } = await superuser.query<{ client: string }>(
      `select client_id::text as client from indicatie where initieel_verantwoordelijk_zorgkantoor = any ($1)`,
      [vrager.rol === 'ZORGKANTOOR' ? vrager.uzovi : []],
    );
    this.zicht.set(vrager.naam, {
      clienten: new Set([...rows, ...geindiceerd].map(({ client }) => client)),
      bemiddelingen: new Set(rows.map(({ bemiddeling }) => bemiddeling)),
    });
  }

  isZichtbaar(vrager: Vrager, client: string): boolean {
    return this.zicht.get(vrager.naam)?.clienten.has(client) ?? false;
  }

  /** Ids of one kind that are, or are not, of a client this person may see. */
  idsVan(vrager: Vrager, tabel: string, eigen: boolean): readonly string[] {
    const locaties = this.locaties.get(tabel);
    if (locaties !== undefined) {
      return locaties
        .filter(
          ({ agb, zorgkantoor, bemiddelingen }) =>
            (agb === vrager.agb || vrager.uzovi.includes(zorgkantoor)) === eigen &&
            (eigen || !bemiddelingen.some((id) => this.zicht.get(vrager.naam)?.bemiddelingen.has(id))),
        )
        .map(({ id }) => id);
    }
    return (this.ids.get(tabel) ?? [])
      .filter(({ client }) => this.isZichtbaar(vrager, client) === eigen)
      .map(({ id }) => id);
  }

  /** The BSN and the mark of a client this person may not see. */
  vreemde(vrager: Vrager): { readonly bsn: string; readonly merk: string } {
    const vreemd = [...this.eigendom].filter(
      ([, { client, bemiddeling }]) => bemiddeling === null && !this.isZichtbaar(vrager, client),
    );
    const eerste = (patroon: RegExp): string => vreemd.find(([spoor]) => patroon.test(spoor))?.[0] ?? '';
    return { bsn: eerste(/^\d{9}$/), merk: eerste(/^kn/) };
  }

  /** What in this text is of somebody this person may not see, or must not be read by anybody. */
  lekken(vrager: Vrager, tekst: string): string[] {
    const zicht = this.zicht.get(vrager.naam);
    return this.sporenIn(tekst, vrager.rol !== 'LOGBEHEERDER').filter((spoor) => {
      const van = this.eigendom.get(spoor);
      if (van === undefined) return false;
      if (zicht === undefined || this.isGeheim(van)) return true;
      return van.bemiddeling === null
        ? !zicht.clienten.has(van.client)
        : !zicht.bemiddelingen.has(van.bemiddeling);
    });
  }

  /** What in this text says where a geheime client, or somebody around that client, lives or can be reached. */
  geheimenIn(tekst: string): string[] {
    return this.sporenIn(tekst, false).filter((spoor) => {
      const van = this.eigendom.get(spoor);
      return van !== undefined && this.isGeheim(van);
    });
  }

  /** Everything in this text by which any client can be known. */
  sporenIn(tekst: string, metSleutels = true): string[] {
    const sleutels = metSleutels ? (tekst.match(UUID) ?? []) : [];
    const gevonden = [...sleutels, ...(tekst.match(BSN) ?? []), ...(tekst.toLowerCase().match(MERK) ?? [])];
    return [...new Set(gevonden)].filter((spoor) => this.eigendom.has(spoor));
  }

  private isGeheim({ adres, client }: Eigendom): boolean {
    return adres && this.geheimen.has(client);
  }

  private async merk(
    superuser: pg.Client,
    tabel: string,
    woorden: readonly string[],
    [, client, bemiddeling]: (typeof EIGENAAR)[number],
  ): Promise<void> {
    if (woorden.length === 0) return;
    const adres = tabel.startsWith('contactgegevens');
    const merk = `('${adres ? 'ad' : 'kn'}'
      || left(md5('${tabel.replace('_historie', '')}' || coalesce(${bemiddeling}, ${client})::text), 8) || 'zz')`;
    await superuser.query(
      `update ${tabel} t set ${woorden.map((kolom) => `${kolom} = ${MITS.test(kolom) ? `case when ${kolom} is not null then ${merk} end` : merk}`).join(', ')}`,
    );
    const { rows } = await superuser.query<Eigendom & { merk: string }>(
      `select distinct ${merk} as merk, ${client}::text as client, ${bemiddeling}::text as bemiddeling,
         ${String(adres)} as adres from ${tabel} t`,
    );
    for (const { merk: spoor, ...van } of rows) this.eigendom.set(spoor, van);
  }

  /** A postcode holds no word: each client gets one of four figures and QZ, which leads nowhere else. */
  private async merkPostcodes(
    superuser: pg.Client,
    tabel: string,
    [, client]: (typeof EIGENAAR)[number],
  ): Promise<void> {
    const nummers = `select client_id, (1000 + row_number() over (order by client_id))::text || 'QZ' as postcode
      from client`;
    const { rows } = await superuser.query<{ postcode: string; client: string }>(
      `with nummer as (${nummers}), gezet as (
         update ${tabel} t set postcode = nummer.postcode from nummer where nummer.client_id = ${client} returning 1)
       select postcode, client_id::text as client from nummer, (select count(*) from gezet) klaar`,
    );
    for (const { postcode, client: van } of rows)
      this.eigendom.set(postcode.toLowerCase(), { client: van, bemiddeling: null, adres: true });
  }

  private async onthoudLocaties(superuser: pg.Client): Promise<void> {
    for (const tabel of ['locatie', 'plaatsgroep']) {
      const { rows } = await superuser.query<Locatie>(
        `select t.${tabel}_id::text as id, l.agb, z.zorgkantoor,
           array(select distinct a.bemiddeling_id::text from aanbod a where a.locatie_id = l.locatie_id) as bemiddelingen
         from ${tabel} t join locatie l on l.locatie_id = t.locatie_id join zorgaanbieder z on z.agb = l.agb
         order by (select count(*) from aanbod a where a.locatie_id = l.locatie_id) desc, 1`,
      );
      this.locaties.set(tabel, rows);
    }
  }

  private async onthoud(
    superuser: pg.Client,
    tabel: string,
    sleutel: string,
    [, client, bemiddeling]: (typeof EIGENAAR)[number],
  ): Promise<void> {
    const { rows } = await superuser.query<{ id: string; client: string; bemiddeling: string | null }>(
      `select ${sleutel}::text as id, ${client}::text as client, ${bemiddeling}::text as bemiddeling
       from ${tabel} t order by 1`,
    );
    this.ids.set(
      tabel,
      rows.map(({ id, client: van }) => ({ id, client: van })),
    );
    for (const row of rows) {
      this.eigendom.set(row.id, { client: row.client, bemiddeling: row.bemiddeling, adres: false });
    }
  }
}
