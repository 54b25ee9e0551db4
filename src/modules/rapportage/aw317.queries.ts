import type { Day } from '../../platform/clock/index.js';
import { grouped } from '../../platform/collections/index.js';
import type { Tx } from '../../platform/database/index.js';
import { werkelijkeEinddatum, type Looptijd } from '../indicatie/index.js';
import {
  leveringsstatusOp,
  plaatsenBron,
  Trajecten,
  WACHTSTATUSSEN,
  type BekendTraject,
  type Peiling,
} from '../wachtlijst/index.js';
import type { Lijstplaats } from './domain/aansluiting.js';
import type { Adres } from './domain/adres.js';
import type { Dossier, Indicatie, Stoornis } from './domain/clientbericht.js';
import type { Rapportagemaand } from './domain/rapportagemaand.js';
import type { Toewijzing } from './domain/toewijzing.js';

/** A client's dossier and the number that does not leave the register. */
export interface Rapportagedossier extends Dossier {
  readonly bsn: string;
}

/**
 * The clients of a region in a month (OP166): those the zorgkantoor was responsible for in a part of it, and those with an
 * indication that came to it and whom nobody arranges anything for yet. Who only gets an allocation carried out here
 * belongs to another region. Parameters: region, first day, last day.
 */
const CLIENTEN_VAN_DE_REGIO = `
  select b.client_id from bemiddeling b
  where b.verantwoordelijk_zorgkantoor = $1 and b.verantwoordelijkheid_ingangsdatum <= $3
    and (b.verantwoordelijkheid_einddatum is null or b.verantwoordelijkheid_einddatum >= $2)
  union
  select i.client_id from indicatie i
  where i.initieel_verantwoordelijk_zorgkantoor = $1 and i.vervaldatum is null and i.ingangsdatum <= $3
    and not exists (select from bemiddeling b where b.client_id = i.client_id
      and b.verantwoordelijkheid_ingangsdatum <= $3)`;

/** The clients of a region in sets, each only as large as `size`, whatever their number. */
export async function* clientenVanDeRegio(
  tx: Tx,
  regio: string,
  { eersteDag, laatsteDag }: Rapportagemaand,
  size: number,
): AsyncGenerator<string[]> {
  await tx.query(
    `declare aw317_clienten no scroll cursor for select k.client_id as "clientID"
     from (${CLIENTEN_VAN_DE_REGIO}) k order by k.client_id`,
    [regio, eersteDag, laatsteDag],
  );
  for (;;) {
    const rows = await tx.query<{ clientID: string }>(`fetch forward ${size} from aw317_clienten`);
    if (rows.length === 0) break;
    yield rows.map(({ clientID }) => clientID);
  }
  await tx.query('close aw317_clienten');
}

/** The places of these clients on the list of the region; null instead of clients: of all who are not in the region. */
export async function lijstplaatsen(
  tx: Tx,
  peiling: Peiling,
  regio: string,
  maand: Rapportagemaand,
  clientIDs: readonly string[] | null,
): Promise<Lijstplaats[]> {
  const params: unknown[] = [regio, maand.eersteDag, maand.laatsteDag];
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const whose =
    clientIDs === null
      ? `w.client_id not in (${CLIENTEN_VAN_DE_REGIO})`
      : `w.client_id = any (${bind(clientIDs)}::uuid[]) and $2::date <= $3::date`;
  return tx.query<Lijstplaats>(
    `select w.client_id as "clientID", w.bemiddelingspecificatie_id as "bemiddelingspecificatieID", w.leveringsstatus
     from ${plaatsenBron(peiling, bind)}
     where w.zorgkantoor = $1 and ${whose}
       and w.leveringsstatus = any (${bind(WACHTSTATUSSEN.map(({ code }) => code))}::text[])`,
    params,
  );
}

/** What the report needs of these clients, in order of client. */
export async function dossiers(
  tx: Tx,
  regio: string,
  maand: Rapportagemaand,
  clientIDs: readonly string[],
): Promise<Rapportagedossier[]> {
  const clienten = await tx.query<Omit<Rapportagedossier, 'adressen' | 'indicaties' | 'toewijzingen'>>(
    `select c.client_id as "clientID", c.bsn, c.geslacht, c.geboortedatum, c.overlijdensdatum,
       c.geheime_client = '1' as geheim
     from client c where c.client_id = any ($1::uuid[]) order by c.client_id`,
    [clientIDs],
  );
  const adressen = grouped(await adresrijen(tx, clientIDs), ({ clientID }) => clientID);
  const indicaties = grouped(await indicatierijen(tx, clientIDs), ({ clientID }) => clientID);
  const toewijzingen = grouped(
    await toewijzingrijen(tx, regio, maand, clientIDs),
    ({ clientID }) => clientID,
  );
  return clienten.map((client) => ({
    ...client,
    adressen: adressen.get(client.clientID) ?? [],
    indicaties: metEinddatum(indicaties.get(client.clientID) ?? []),
    toewijzingen: toewijzingen.get(client.clientID) ?? [],
  }));
}

function adresrijen(tx: Tx, clientIDs: readonly string[]): Promise<(Adres & { clientID: string })[]> {
  return tx.query(
    `select g.client_id as "clientID", g.adressoort, g.postcode, g.land,
       coalesce(g.adres_ingangsdatum, g.ingangsdatum) as ingangsdatum,
       least(g.adres_einddatum, g.einddatum) as einddatum
     from contactgegevens g where g.client_id = any ($1::uuid[])`,
    [clientIDs],
  );
}

interface Indicatierij extends Omit<Indicatie, 'stoornissen' | 'beperkingen'>, Looptijd {
  readonly clientID: string;
  readonly stoornis: readonly Readonly<Record<string, unknown>>[];
  readonly beperking: readonly Readonly<Record<string, unknown>>[];
}

function indicatierijen(tx: Tx, clientIDs: readonly string[]): Promise<Indicatierij[]> {
  return tx.query(
    `select i.client_id as "clientID", i.wlz_indicatie_id as "wlzIndicatieID", i.soort_wlzindicatie as soort,
       i.besluitnummer, i.afgiftedatum, i.ingangsdatum, i.einddatum, i.vervaldatum, i.stoornis, i.beperking,
       array(select g.grondslag from grondslag g where g.wlz_indicatie_id = i.wlz_indicatie_id
         order by g.volgorde, g.grondslag_id) as grondslagen,
       coalesce((select jsonb_agg(jsonb_build_object('zzpCode', z.zzp_code, 'ingangsdatum', z.ingangsdatum,
           'einddatum', z.einddatum, 'voorkeurClient', z.voorkeur_client, 'financiering', z.financiering)
           order by z.ingangsdatum)
         from geindiceerd_zorgzwaartepakket z where z.wlz_indicatie_id = i.wlz_indicatie_id), '[]') as pakketten
     from indicatie i where i.client_id = any ($1::uuid[]) and i.vervaldatum is null`,
    [clientIDs],
  );
}

/** Each indication with its last day, which a following one brings forward (OP021). */
function metEinddatum(rijen: readonly Indicatierij[]): Indicatie[] {
  return rijen.map(({ stoornis, beperking, ...rij }) => ({
    ...rij,
    einddatum: werkelijkeEinddatum(
      rij,
      rijen.filter((ander) => ander.wlzIndicatieID !== rij.wlzIndicatieID),
    ),
    pakketten: rij.pakketten,
    stoornissen: stoornis.flatMap(stoornisOf),
    beperkingen: beperking.flatMap(({ categorie }) => (typeof categorie === 'string' ? [{ categorie }] : [])),
  }));
}

/** We keep disorders as the CIZ gives them; one that lacks what the report asks is left out. */
function stoornisOf(stoornis: Readonly<Record<string, unknown>>): Stoornis[] {
  const { grondslag, diagnoseCodelijst, diagnoseSubCodelijst, ziektebeeldStoornis } = stoornis;
  if (
    typeof grondslag !== 'string' ||
    typeof diagnoseCodelijst !== 'string' ||
    typeof ziektebeeldStoornis !== 'string'
  )
    return [];
  const diagnoseSubcodelijst = typeof diagnoseSubCodelijst === 'string' ? diagnoseSubCodelijst : null;
  return [{ grondslag, diagnoseCodelijst, diagnoseSubcodelijst, ziektebeeldStoornis }];
}

interface Toewijzingrij {
  readonly id: string;
  readonly etmalen: string | null;
  readonly eersteToewijzingsdatum: Day;
}

/**
 * The allocations of the reporting zorgkantoor. Their first toewijzingsdatum (IV018) is that of the earliest version, of
 * whatever allocation, in which this provider was to give this care to the client.
 */
async function toewijzingrijen(
  tx: Tx,
  regio: string,
  { eersteDag, laatsteDag }: Rapportagemaand,
  clientIDs: readonly string[],
): Promise<(Toewijzing & { clientID: string })[]> {
  const rijen = await tx.query<Toewijzingrij>(
    `with dossier as materialized (
       select b.bemiddeling_id, b.client_id, b.verantwoordelijk_zorgkantoor = $2
         and b.verantwoordelijkheid_ingangsdatum <= $4
         and (b.verantwoordelijkheid_einddatum is null or b.verantwoordelijkheid_einddatum >= $3) as eigen
       from bemiddeling b where b.client_id = any ($1::uuid[])),
     toewijzing as materialized (
       select s.bemiddelingspecificatie_id, s.bemiddeling_id, s.instelling, s.zzp_code, s.etmalen,
         s.toewijzing_ingangsdatum, s.vaststelling_moment
       from bemiddelingspecificatie s
       where s.bemiddeling_id = any (array(select d.bemiddeling_id from dossier d))),
     versie as materialized (
       select t.bemiddeling_id, t.instelling, t.zzp_code, t.vaststelling_moment from toewijzing t
       union all
       select h.bemiddeling_id, h.instelling, h.zzp_code, h.vaststelling_moment
       from bemiddelingspecificatie_historie h
       where h.bemiddeling_id = any (array(select d.bemiddeling_id from dossier d))),
     eerste as materialized (
       select d.client_id, coalesce(v.instelling, '') as instelling, v.zzp_code,
         min((v.vaststelling_moment at time zone 'Europe/Amsterdam')::date) as dag
       from dossier d join versie v using (bemiddeling_id)
       group by 1, 2, 3)
     select t.bemiddelingspecificatie_id as id, t.etmalen, e.dag as "eersteToewijzingsdatum"
     from dossier d
     join toewijzing t using (bemiddeling_id)
     join eerste e on (e.client_id, e.zzp_code, e.instelling) = (d.client_id, t.zzp_code, coalesce(t.instelling, ''))
     where d.eigen
     order by t.toewijzing_ingangsdatum, t.bemiddelingspecificatie_id`,
    [clientIDs, regio, eersteDag, laatsteDag],
  );
  const trajecten = await Trajecten.load(
    tx,
    rijen.map(({ id }) => id),
  );
  return rijen.flatMap((rij) => {
    const traject = trajecten.find(rij.id);
    return traject === null ? [] : [toewijzingOf(rij, traject)];
  });
}

function toewijzingOf(rij: Toewijzingrij, traject: BekendTraject): Toewijzing & { clientID: string } {
  const { specificatie } = traject;
  return {
    clientID: specificatie.clientID,
    bemiddelingspecificatieID: rij.id,
    wlzIndicatieID: specificatie.wlzIndicatieID,
    zzpCode: specificatie.zzpCode,
    instelling: specificatie.instelling,
    etmalen: rij.etmalen,
    eersteToewijzingsdatum: rij.eersteToewijzingsdatum,
    traject,
    statusOp: (day) => leveringsstatusOp(traject, day),
  };
}
