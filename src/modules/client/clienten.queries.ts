import type { Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { visible } from '../toegang/index.js';
import { CLIENT_COLUMNS, type ClientRow } from './client.queries.js';
import { zoeknamenOf } from './domain/naam.js';

export type Zonder = 'DOSSIERHOUDER' | 'TOEWIJZING';

/** What clients are looked for by; every part that is given must hold. */
export interface ClientenFilter {
  readonly bsn?: string | null;
  readonly naam?: string | null;
  readonly geboortedatum?: Day | null;
  readonly zorgkantoor?: string | null;
  readonly zonder?: readonly Zonder[] | null;
}

/** An indication that holds today, of a client who lives. */
const GEINDICEERD = `
  (c.overlijdensdatum is null or c.overlijdensdatum > app_vandaag()) and exists (
    select from indicatie i where i.client_id = c.client_id and i.ingangsdatum <= app_vandaag()
      and (i.einddatum is null or i.einddatum >= app_vandaag()))`;

const LOPENDE_TOEWIJZING = (leveringsvormen: string | null): string => `
  exists (
    select from bemiddelingspecificatie s join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
    where b.client_id = c.client_id and (s.toewijzing_einddatum is null or s.toewijzing_einddatum >= app_vandaag())
      ${leveringsvormen === null ? '' : `and s.leveringsvorm in (${leveringsvormen})`})`;

/**
 * What is missing. A dossierhouder is missing from whoever has an indication and nothing allocated yet, or care
 * allocated that asks for one (verblijf, vpt, dtv); who has only mpt or pgb needs none.
 */
const ZONDER: Readonly<Record<Zonder, string>> = {
  TOEWIJZING: `${GEINDICEERD} and not ${LOPENDE_TOEWIJZING(null)}`,
  DOSSIERHOUDER: `${GEINDICEERD} and not exists (
      select from regiehouder r join bemiddeling b on b.bemiddeling_id = r.bemiddeling_id
      where b.client_id = c.client_id and r.regierol = '2'
        and (r.einddatum is null or r.einddatum >= app_vandaag()))
    and (not ${LOPENDE_TOEWIJZING(null)} or ${LOPENDE_TOEWIJZING(`'4','5','8'`)})`,
};

/** Clients for whom a zorgkantoor is responsible now: by an allocation, or else by the indication. */
const VERANTWOORDELIJK = (zorgkantoor: string): string => `
  select b.client_id from bemiddeling b
  where b.verantwoordelijk_zorgkantoor = ${zorgkantoor}
    and (b.verantwoordelijkheid_einddatum is null or b.verantwoordelijkheid_einddatum >= app_vandaag())
  union
  select i.client_id from indicatie i
  where i.initieel_verantwoordelijk_zorgkantoor = ${zorgkantoor} and not exists (
    select from bemiddeling b where b.client_id = i.client_id
      and (b.verantwoordelijkheid_einddatum is null or b.verantwoordelijkheid_einddatum >= app_vandaag()))`;

/** The order in which people look names up. */
const SORT = (alias: string): string =>
  `coalesce(${alias}.geslachtsnaam, '') collate "nl-x-icu", ${alias}.geboortedatum, ${alias}.client_id`;

interface Conditions {
  readonly where: string;
  readonly params: unknown[];
}

/**
 * A page of the clients the actor may see, by surname, date of birth and id.
 * @param after id of the last client of the page before, or null
 * @param limit rows to read, the extra one included
 */
export async function searchClienten(
  ctx: RequestContext,
  tx: Tx,
  filter: ClientenFilter,
  after: string | null,
  limit: number,
): Promise<ClientRow[]> {
  const { where, params } = conditionsOf(ctx, filter);
  let position = '';
  if (after !== null) {
    params.push(after);
    position = `and (${SORT('c')}) > (select ${SORT('a')} from client a where a.client_id = $${params.length}
      and ${visible(ctx.actor).client('a.client_id')})`;
  }
  params.push(limit);
  return tx.query<ClientRow>(
    `select ${CLIENT_COLUMNS} from client c where ${where} ${position} order by ${SORT('c')}
     limit $${params.length}`,
    params,
  );
}

/** How many clients the filter holds, of those the actor may see. */
export async function countClienten(ctx: RequestContext, tx: Tx, filter: ClientenFilter): Promise<number> {
  const { where, params } = conditionsOf(ctx, filter);
  const [row] = await tx.query<{ aantal: number }>(
    `select count(*)::int as aantal from client c where ${where}`,
    params,
  );
  return row?.aantal ?? 0;
}

function conditionsOf(ctx: RequestContext, filter: ClientenFilter): Conditions {
  const params: unknown[] = [];
  const { client, clienten } = visible(ctx.actor);
  const few = filter.bsn != null || filter.naam != null || filter.geboortedatum != null;
  const where = [few ? client('c.client_id') : `c.client_id in (${clienten})`];
  const add = (condition: (place: string) => string, value: unknown): void => {
    params.push(value);
    where.push(condition(`$${params.length}`));
  };
  if (filter.bsn != null) add((place) => `c.bsn = ${place}`, filter.bsn);
  if (filter.naam != null) {
    const patterns = zoeknamenOf(filter.naam).map((naam) => {
      params.push(naam);
      const begin = `lower($${params.length})`;
      return `c.zoek_geslachtsnaam ^@ ${begin} or c.zoek_partnernaam ^@ ${begin}`;
    });
    if (patterns.length > 0) where.push(`(${patterns.join(' or ')})`);
  }
  if (filter.geboortedatum != null) add((place) => `c.geboortedatum = ${place}`, filter.geboortedatum);
  if (filter.zorgkantoor != null)
    add((place) => `c.client_id in (${VERANTWOORDELIJK(place)})`, filter.zorgkantoor);
  // Once each: the planner does not see that a hundred conditions are one.
  for (const wat of new Set(filter.zonder)) where.push(`(${ZONDER[wat]})`);
  return { where: where.join(' and '), params };
}
