import type { Day, Instant } from '../../platform/clock/index.js';
import { grouped } from '../../platform/collections/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { dutiesVisible } from './contactbewaking.policy.js';
import type { Regierol, Verplichtingsoort } from './domain/verplichting.js';
import type { Vervalreden } from './domain/vervalreden.js';

export const UITKOMSTEN = ['OPEN', 'TE_LAAT', 'VOLDAAN', 'VERVALLEN'] as const;
export type Uitkomst = (typeof UITKOMSTEN)[number];

export interface ContactboekFilter {
  readonly bemiddelingID?: string | null;
  /** All when left out. */
  readonly uitkomst?: readonly Uitkomst[] | null;
  /** The responsible zorgkantoor (UZOVI). */
  readonly zorgkantoor?: string | null;
  /** AGB of the bearer. */
  readonly instelling?: string | null;
  /** True: only what was late when the bearer handed the duty over. */
  readonly schuld?: boolean | null;
}

/** An obligation in the ledger as it is shown. */
export interface BoekRow {
  readonly contactverplichtingID: string;
  readonly soort: Verplichtingsoort;
  readonly bemiddelingID: string;
  readonly clientID: string;
  /** AGB of the bearer. */
  readonly instelling: string;
  readonly regierol: Regierol;
  readonly tegenpartij: 'CLIENT' | 'DOSSIERHOUDER';
  readonly begin: Day;
  readonly termijnVan: Day;
  readonly uiterlijk: Day;
  readonly maxDagen: number;
  readonly contactnormID: number | null;
  readonly normVersie: number | null;
  readonly van: Day;
  readonly tot: Day | null;
  /** Today. */
  readonly uitkomst: Uitkomst;
  readonly teLaatSinds: Day | null;
  readonly voldaanOp: Day | null;
  readonly voldaanDoor: string | null;
  readonly vervalreden: Vervalreden | null;
  readonly geregistreerdOp: Instant;
}

const VANDAAG = '(select app_vandaag())';
const VOORBIJ = `v.tot < ${VANDAAG}`;
const LAAT = `v.te_laat_sinds <= ${VANDAAG}`;
const UITKOMST = `case when ${VOORBIJ} then v.afloop when ${LAAT} then 'TE_LAAT' else 'OPEN' end`;

/** How it ended is told when it has. */
const COLUMNS = `v.contactverplichting_id as "contactverplichtingID", v.soort, v.bemiddeling_id as "bemiddelingID",
  v.client_id as "clientID", v.instelling, v.regierol, v.tegenpartij, v.begin, v.termijn_van as "termijnVan",
  v.uiterlijk, v.max_dagen as "maxDagen", v.contactnorm_id as "contactnormID", v.norm_versie as "normVersie", v.van,
  v.tot, ${UITKOMST} as uitkomst, case when ${LAAT} then v.te_laat_sinds end as "teLaatSinds",
  case when ${VOORBIJ} then v.voldaan_op end as "voldaanOp",
  case when ${VOORBIJ} then v.voldaan_door end as "voldaanDoor",
  case when ${VOORBIJ} then v.vervalreden end as vervalreden, v.geregistreerd_op as "geregistreerdOp"`;

const ORDER = 'v.uiterlijk, v.bemiddeling_id, v.soort, v.van';
export const BOEK_KEYSET = ['day', 'uuid', 'text', 'day'] as const;
export type BoekKeyset = [uiterlijk: Day, bemiddelingID: string, soort: string, van: Day];

/** A page of the ledger: obligations that began, whatever became of them, by due date. */
export function findBoek(
  ctx: RequestContext,
  tx: Tx,
  filter: ContactboekFilter,
  limit: number,
  after: BoekKeyset | null,
): Promise<BoekRow[]> {
  const { where, params, bind } = selection(ctx, filter);
  const beyond =
    after === null
      ? ''
      : `and (${ORDER}) > (${bind(after[0])}::date, ${bind(after[1])}::uuid, ${bind(after[2])}, ${bind(after[3])}::date)`;
  return tx.query<BoekRow>(
    `select ${COLUMNS} from contactverplichting v where ${where} ${beyond} order by ${ORDER} limit ${limit}`,
    params,
  );
}

export async function countBoek(ctx: RequestContext, tx: Tx, filter: ContactboekFilter): Promise<number> {
  const { where, params } = selection(ctx, filter);
  const [row] = await tx.query<{ aantal: number }>(
    `select count(*)::int as aantal from contactverplichting v where ${where}`,
    params,
  );
  return row?.aantal ?? 0;
}

/** What the ledger said of these obligations before, the newest first, as it would be shown today. */
export async function findEerdereVersies(
  ctx: RequestContext,
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, BoekRow[]>> {
  const rows = await tx.query<BoekRow>(
    `select ${COLUMNS} from contactverplichting_historie v
     where v.bemiddeling_id in (
         select bemiddeling_id from contactverplichting where contactverplichting_id = any ($1::uuid[]))
       and v.contactverplichting_id = any ($1::uuid[]) and ${dutiesVisible(ctx.actor)}
     order by v.vervangen_op desc`,
    [ids],
  );
  return grouped(rows, ({ contactverplichtingID }) => contactverplichtingID);
}

interface Selection {
  readonly where: string;
  readonly params: unknown[];
  readonly bind: (value: unknown) => string;
}

function selection(ctx: RequestContext, filter: ContactboekFilter): Selection {
  const params: unknown[] = [];
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const where = [`v.van <= ${VANDAAG}`, dutiesVisible(ctx.actor)];
  if (filter.bemiddelingID != null) where.push(`v.bemiddeling_id = ${bind(filter.bemiddelingID)}`);
  if (filter.zorgkantoor != null) where.push(`v.zorgkantoor = ${bind(filter.zorgkantoor)}`);
  if (filter.instelling != null) where.push(`v.instelling = ${bind(filter.instelling)}`);
  if (filter.uitkomst != null && filter.uitkomst.length > 0)
    where.push(`${UITKOMST} = any (${bind(filter.uitkomst)}::text[])`);
  if (filter.schuld === true)
    where.push(`${VOORBIJ} and v.vervalreden = 'OVERGEDRAGEN' and v.te_laat_sinds is not null`);
  return { where: where.join(' and '), params, bind };
}
