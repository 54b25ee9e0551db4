import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { visible } from '../toegang/index.js';
import { findWachtlijst, type WachtlijstRow } from '../wachtlijst/index.js';
import { bezwaren, type Aanbieding, type Bezwaar, type Gegadigde } from './domain/geschiktheid.js';
import { sectorenVan, type Plaatsgroep } from './domain/plaatsgroep.js';
import { findLocatie, findPlaatsgroepen } from './plaatsgroep.queries.js';

/** Somebody who waits and may be offered a place; with `bezwaren` they are left out. */
export interface KandidaatRow extends Gegadigde {
  /** Among those who can be offered a place, from 1; null for who is left out. */
  readonly positie: number | null;
  readonly bemiddelingspecificatieID: string;
  readonly bemiddelingID: string;
  readonly clientID: string;
  readonly zorgkantoor: string;
  readonly zzpCode: string;
  readonly classificatie: string;
  readonly statusIngangsdatum: string;
  readonly bezwaren: readonly Bezwaar[];
}

/** A location of which the places are given. */
export interface Locatie {
  readonly agb: string;
  readonly leveringsvormen: readonly string[];
  readonly sectoren: readonly string[];
}

/** Whatever the provider offers: stands for a location about which nothing was recorded. */
const ONBEPAALD: Plaatsgroep = {
  plaatsgroepID: '',
  sector: null,
  leveringsvorm: null,
  capaciteit: 0,
  overigBezet: 0,
  inGebruik: 0,
  bevestigdOp: '1900-01-01',
};

export function aanbiedingVan(locatie: Locatie, groepen: readonly Plaatsgroep[]): Aanbieding {
  return {
    agb: locatie.agb,
    leveringsvormen: locatie.leveringsvormen,
    sectoren: sectorenVan(locatie.sectoren),
    groepen: groepen.length === 0 ? [ONBEPAALD] : groepen,
  };
}

/** The candidates for a location, and who is left out; null when it does not exist or is not the actor's. */
export async function kandidatenVoor(
  ctx: RequestContext,
  tx: Tx,
  locatieID: string,
): Promise<KandidaatRow[] | null> {
  const locatie = await findLocatie(ctx, tx, locatieID);
  if (locatie === null) return null;
  const groepen = (await findPlaatsgroepen(ctx, tx, [locatieID])).get(locatieID) ?? [];
  return findKandidaten(ctx, tx, aanbiedingVan(locatie, groepen));
}

/**
 * Who of the actor's clients waits for this provider, in the order of the list, and behind them who is left out and
 * why; the last are those it keeps the list for while they wait for somebody else alone.
 */
export async function findKandidaten(
  ctx: RequestContext,
  tx: Tx,
  aanbieding: Aanbieding,
): Promise<KandidaatRow[]> {
  const lijst = await findWachtlijst(
    ctx,
    tx,
    { instelling: aanbieding.agb, inclusiefVoorzorg: true },
    null,
    null,
  );
  const gegadigden = await findGegadigden(ctx, tx, ids(lijst));
  const hier = new Set(lijst.map(({ clientID }) => clientID));
  const elders = (await findElders(ctx, tx, aanbieding.agb)).filter(({ clientID }) => !hier.has(clientID));
  const ordered = [...lijst.flatMap((row) => gegadigden.get(row.bemiddelingspecificatieID) ?? []), ...elders];
  const judged = ordered.map((row) => ({ ...row, bezwaren: bezwaren(row, aanbieding) }));
  const geschikt = judged.filter((row) => row.bezwaren.length === 0);
  return [
    ...geschikt.map((row, index) => ({ ...row, positie: index + 1 })),
    ...judged.filter((row) => row.bezwaren.length > 0).map((row) => ({ ...row, positie: null })),
  ];
}

function ids(lijst: readonly WachtlijstRow[]): string[] {
  return lijst.map(({ bemiddelingspecificatieID }) => bemiddelingspecificatieID);
}

type Wachtende = Omit<KandidaatRow, 'positie' | 'bezwaren'>;

/** Those of these allocations under which somebody waits today and that the actor may see. */
export async function findGegadigden(
  ctx: RequestContext,
  tx: Tx,
  bemiddelingspecificatieIDs: readonly string[],
): Promise<Map<string, Wachtende>> {
  const rows = await select(ctx, tx, 'w.bemiddelingspecificatie_id = any ($1::uuid[])', [
    bemiddelingspecificatieIDs,
  ]);
  return new Map(rows.map((row) => [row.bemiddelingspecificatieID, row]));
}

/** Who waits for another provider while this one is dossierhouder today. */
function findElders(ctx: RequestContext, tx: Tx, agb: string): Promise<Wachtende[]> {
  return select(
    ctx,
    tx,
    `w.instelling <> $1 and w.bemiddeling_id in (
       select r.bemiddeling_id from regiehouder r
       where r.instelling = $1 and r.regierol = '2' and r.ingangsdatum <= (select app_vandaag())
         and (r.einddatum is null or r.einddatum >= (select app_vandaag())))`,
    [agb],
  );
}

async function select(
  ctx: RequestContext,
  tx: Tx,
  condition: string,
  params: readonly unknown[],
): Promise<Wachtende[]> {
  const rows = await tx.query<Omit<Wachtende, 'heeftAanbod'>>(
    `select w.bemiddelingspecificatie_id as "bemiddelingspecificatieID", w.bemiddeling_id as "bemiddelingID",
       w.client_id as "clientID", w.zorgkantoor, w.zzp_code as "zzpCode", w.sector, w.instelling, w.classificatie,
       w.leveringsstatus as "wachtstatusCode", w.status_ingangsdatum as "statusIngangsdatum", s.leveringsvorm,
       (select g.instelling_voorkeur from geindiceerd_zorgzwaartepakket g
        where g.wlz_indicatie_id = w.wlz_indicatie_id and g.ingangsdatum <= (select app_vandaag())
          and (g.einddatum is null or g.einddatum >= (select app_vandaag())) limit 1) as voorkeur
     from wachtlijstplaats w
     join bemiddelingspecificatie s on s.bemiddelingspecificatie_id = w.bemiddelingspecificatie_id
     where ${condition} and w.van <= (select app_vandaag()) and (w.tot is null or w.tot >= (select app_vandaag()))
       and ${visible(ctx.actor).bemiddeling('w.bemiddeling_id')}
     order by w.rang, w.normklok_van, w.toewijzing_ingangsdatum, w.afgiftedatum, w.bemiddelingspecificatie_id`,
    params,
  );
  const metAanbod = await findMetAanbod(
    tx,
    rows.map(({ clientID }) => clientID),
  );
  return rows.map((row) => ({ ...row, heeftAanbod: metAanbod.has(row.clientID) }));
}

/** Those of these clients to whom a place is offered or promised, wherever that is; of the offer itself nothing shows. */
async function findMetAanbod(tx: Tx, clientIDs: readonly string[]): Promise<Set<string>> {
  if (clientIDs.length === 0) return new Set();
  const rows = await tx.asRegister(() =>
    tx.query<{ clientID: string }>(
      `select a.client_id as "clientID" from aanbod a
       where a.client_id = any ($1::uuid[])
         and (a.status = 'AANVAARD' or a.status = 'AANGEBODEN' and a.uiterlijk >= (select app_vandaag()))`,
      [clientIDs],
    ),
  );
  return new Set(rows.map(({ clientID }) => clientID));
}
