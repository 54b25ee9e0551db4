import type { Day, Instant } from '../../platform/clock/index.js';
import { grouped } from '../../platform/collections/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { visible } from '../toegang/index.js';
import { CONTACTGEGEVENS } from './contactgegevens.sql.js';
import type { Clientgegevens, Contactpersoongegevens } from './domain/clientdossier.js';

/** A client as it is shown. */
export interface ClientRow extends Clientgegevens {
  readonly overlijdensdatum: Day | null;
  readonly geregistreerdOp: Instant;
}

export type ContactpersoonRow = Contactpersoongegevens;

/** Address, telephone and e-mail as they are shown; all of them null for a geheime client. */
export interface ContactgegevensRow {
  readonly contactgegevensID: string;
  readonly adressoort: string | null;
  readonly straatnaam: string | null;
  readonly huisnummer: number | null;
  readonly huisletter: string | null;
  readonly huisnummertoevoeging: string | null;
  readonly postcode: string | null;
  readonly plaatsnaam: string | null;
  readonly land: string | null;
  readonly aanduidingWoonadres: string | null;
  readonly emailadres: string | null;
  readonly telefoonnummer01: string | null;
  readonly landnummer01: string | null;
  readonly telefoonnummer02: string | null;
  readonly landnummer02: string | null;
  readonly ingangsdatum: Day;
  readonly einddatum: Day | null;
}

const NAMEN = (alias: string): string => `
  ${alias}.geslachtsnaam, ${alias}.voorvoegsel_geslachtsnaam as "voorvoegselGeslachtsnaam", ${alias}.partnernaam,
  ${alias}.voorvoegsel_partnernaam as "voorvoegselPartnernaam", ${alias}.voornamen, ${alias}.voorletters,
  ${alias}.roepnaam, ${alias}.naamgebruik, ${alias}.geslacht, ${alias}.geboortedatum, ${alias}.geboortedatumgebruik`;

/** Columns of `client c` under the names of `ClientRow`. */
export const CLIENT_COLUMNS = `
  c.client_id as "clientID", c.bsn, c.geheime_client as "geheimeClient", ${NAMEN('c')},
  c.burgerlijke_staat as "burgerlijkeStaat", c.leefeenheid, c.huisarts, c.communicatievorm, c.taal, c.commentaar,
  c.overlijdensdatum, c.geregistreerd_op as "geregistreerdOp"`;

/** The clients among these that the actor may see; each of them is logged as shown. */
export async function findClienten(
  ctx: RequestContext,
  tx: Tx,
  clientIDs: readonly string[],
): Promise<Map<string, ClientRow>> {
  const rows = await tx.query<ClientRow>(
    `select ${CLIENT_COLUMNS} from client c
     where c.client_id = any ($1::uuid[]) and ${visible(ctx.actor).client('c.client_id')}`,
    [clientIDs],
  );
  tx.shown(rows.map(({ clientID }) => clientID));
  return new Map(rows.map((row) => [row.clientID, row]));
}

/** The contact persons of each of these clients, in the order the register gives them. */
export async function findContactpersonen(
  ctx: RequestContext,
  tx: Tx,
  clientIDs: readonly string[],
): Promise<Map<string, ContactpersoonRow[]>> {
  const rows = await tx.query<ContactpersoonRow>(
    `select p.contactpersoon_id as "contactpersoonID", p.client_id as "clientID", p.relatienummer, p.volgorde,
       p.soort_relatie as "soortRelatie", p.rol, p.relatie, ${NAMEN('p')}, p.ingangsdatum, p.einddatum
     from contactpersoon p
     where p.client_id = any ($1::uuid[]) and ${visible(ctx.actor).client('p.client_id')}
     order by p.volgorde nulls last, p.ingangsdatum, p.contactpersoon_id`,
    [clientIDs],
  );
  return grouped(rows, ({ clientID }) => clientID);
}

/** What the data belong to: a client's own, or a contact person's. */
export type Eigenaar = 'CLIENT' | 'CONTACTPERSOON';

interface OwnedRow extends ContactgegevensRow {
  readonly eigenaarID: string;
}

const OWNER_COLUMN: Readonly<Record<Eigenaar, string>> = {
  CLIENT: 'g.client_id',
  CONTACTPERSOON: 'g.contactpersoon_id',
};

/** The contact data of each of these owners, oldest first. Of a geheime client nobody gets more than the dates. */
export async function findContactgegevens(
  ctx: RequestContext,
  tx: Tx,
  eigenaar: Eigenaar,
  ids: readonly string[],
): Promise<Map<string, ContactgegevensRow[]>> {
  const owner = OWNER_COLUMN[eigenaar];
  const rows = await tx.query<OwnedRow>(
    `select ${owner} as "eigenaarID",
       g.contactgegevens_id as "contactgegevensID", g.adressoort, g.straatnaam, g.huisnummer, g.huisletter,
       g.huisnummertoevoeging, g.postcode, g.plaatsnaam, g.land, g.aanduiding_woonadres as "aanduidingWoonadres",
       g.emailadres, g.telefoonnummer01, g.landnummer01, g.telefoonnummer02, g.landnummer02, g.ingangsdatum,
       g.einddatum
     from ${CONTACTGEGEVENS}
     where ${owner} = any ($1::uuid[]) and ${visible(ctx.actor).client('g.dossier_client_id')}
     order by g.ingangsdatum, g.contactgegevens_id`,
    [ids],
  );
  return grouped(rows, ({ eigenaarID }) => eigenaarID);
}

/** UZOVI codes of the zorgkantoren responsible for a client today; empty when the actor may not see the client. */
export async function findVerantwoordelijken(
  ctx: RequestContext,
  tx: Tx,
  clientID: string,
): Promise<string[]> {
  // That another zorgkantoor became responsible is what this asks, and only the whole register knows.
  const find = (): Promise<{ uzovi: string }[]> =>
    tx.query(
      `with lopend as (
       select verantwoordelijk_zorgkantoor as uzovi from bemiddeling
       where client_id = $1
         and (verantwoordelijkheid_einddatum is null or verantwoordelijkheid_einddatum >= app_vandaag()))
     select uzovi from (
       select uzovi from lopend
       union
       select initieel_verantwoordelijk_zorgkantoor from indicatie
       where client_id = $1 and not exists (select from lopend)) as verantwoordelijk
     where ${visible(ctx.actor).client('$1::uuid')}`,
      [clientID],
    );
  const rows = await tx.asRegister(find);
  return rows.map(({ uzovi }) => uzovi);
}
