import type { Instant } from '../../platform/clock/index.js';
import { grouped } from '../../platform/collections/index.js';
import type { Actor, RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { bevestiging, vrij, type Bevestiging, type Plaatsgroep } from './domain/plaatsgroep.js';
import { findNorm } from './instellingen.queries.js';

/** A plaatsgroep as it is shown: what takes its places is counted as of today. */
export interface PlaatsgroepRow extends Plaatsgroep {
  readonly locatieID: string;
  /** AGB. */
  readonly instelling: string;
  readonly aangeboden: number;
  readonly gereserveerd: number;
  readonly inZorg: number;
  readonly vrij: number;
  readonly bevestiging: Bevestiging;
  readonly versie: number;
  readonly geregistreerdOp: Instant;
}

/** A location of which the actor may see the places. */
export interface LocatieRow {
  readonly locatieID: string;
  /** AGB. */
  readonly agb: string;
  readonly naam: string;
  readonly plaatsnaam: string;
  readonly postcode: string;
  readonly capaciteit: number;
}

/** Places are shown to the provider they are of and to the zorgkantoor that contracts it. SQL on `z` (zorgaanbieder). */
const PLAATSEN_VISIBLE: Readonly<Record<Actor['rol'], string>> = {
  ZORGKANTOOR: 'z.zorgkantoor = any ((select app_uzovi())::text[])',
  ZORGAANBIEDER: 'z.agb = (select app_agb())',
  SYSTEEM: 'true',
  BEHEERDER: 'false',
  LOGBEHEERDER: 'false',
};

export function plaatsenVisible(actor: Actor): string {
  return PLAATSEN_VISIBLE[actor.rol];
}

/** The places of each of these locations that the actor may see; a location without any is absent. */
export async function findPlaatsgroepen(
  ctx: RequestContext,
  tx: Tx,
  locatieIDs: readonly string[],
): Promise<Map<string, PlaatsgroepRow[]>> {
  const rows = await select(ctx, tx, 'g.locatie_id = any ($1::uuid[])', [locatieIDs]);
  return grouped(rows, ({ locatieID }) => locatieID);
}

export async function findPlaatsgroep(
  ctx: RequestContext,
  tx: Tx,
  plaatsgroepID: string,
): Promise<PlaatsgroepRow | null> {
  const [row] = await select(ctx, tx, 'g.plaatsgroep_id = $1', [plaatsgroepID]);
  return row ?? null;
}

type Stored = Omit<PlaatsgroepRow, 'vrij' | 'bevestiging'>;

async function select(
  ctx: RequestContext,
  tx: Tx,
  condition: string,
  params: readonly unknown[],
): Promise<PlaatsgroepRow[]> {
  const norm = await findNorm(tx, 'BEVESTIGING', ctx.today);
  const rows = await tx.query<Stored>(
    `select g.plaatsgroep_id as "plaatsgroepID", g.locatie_id as "locatieID", g.instelling, g.sector, g.leveringsvorm,
       g.capaciteit, g.overig_bezet as "overigBezet", g.bevestigd_op as "bevestigdOp", g.versie,
       g.geregistreerd_op as "geregistreerdOp", t.aangeboden, t.gereserveerd, t."inZorg",
       g.in_gebruik - t.verlopen as "inGebruik"
     from plaatsgroep g
     join zorgaanbieder z on z.agb = g.instelling
     cross join lateral (
       select count(*) filter (where a.status = 'AANGEBODEN' and a.uiterlijk >= (select app_vandaag()))::int as aangeboden,
         count(*) filter (where a.status = 'AANGEBODEN' and a.uiterlijk < (select app_vandaag()))::int as verlopen,
         count(*) filter (where a.status = 'AANVAARD')::int as gereserveerd,
         count(*) filter (where a.status = 'IN_ZORG')::int as "inZorg"
       from aanbod a
       where a.plaatsgroep_id = g.plaatsgroep_id and a.locatie_id = g.locatie_id
         and a.status in ('AANGEBODEN','AANVAARD','IN_ZORG')
     ) t
     where ${condition} and ${plaatsenVisible(ctx.actor)}
     order by g.locatie_id, g.sector nulls first, g.leveringsvorm nulls first`,
    params,
  );
  return rows.map((row) => ({
    ...row,
    vrij: vrij(row),
    bevestiging: bevestiging(row.bevestigdOp, norm, ctx.today),
  }));
}

/** A location as `locatie` asks for it; null when it does not exist or is not the actor's. */
export async function findLocatie(
  ctx: RequestContext,
  tx: Tx,
  locatieID: string,
): Promise<(LocatieRow & { readonly leveringsvormen: string[]; readonly sectoren: string[] }) | null> {
  const [row] = await tx.query<LocatieRow & { leveringsvormen: string[]; sectoren: string[] }>(
    `select ${LOCATIE}, z.leveringsvormen, z.sectoren
     from locatie l join zorgaanbieder z on z.agb = l.agb
     where l.locatie_id = $1 and ${plaatsenVisible(ctx.actor)}`,
    [locatieID],
  );
  return row ?? null;
}

const LOCATIE = `l.locatie_id as "locatieID", l.agb, l.naam, l.plaatsnaam, l.postcode, l.capaciteit`;

export interface LocatiesFilter {
  /** AGB. */
  readonly instelling?: string | null;
  readonly bevestiging?: Bevestiging | null;
  readonly alleenVrij?: boolean | null;
}

export const LOCATIES_KEYSET = ['text', 'text', 'uuid'] as const;
export type LocatiesKeyset = [agb: string, naam: string, id: string];

/** Locations whose places the actor may see, by provider and name; at most `limit` after `after`. */
export function findLocaties(
  ctx: RequestContext,
  tx: Tx,
  filter: LocatiesFilter,
  limit: number,
  after: LocatiesKeyset | null,
): Promise<LocatieRow[]> {
  const { where, params } = locatieConditions(ctx, filter);
  const beyond =
    after === null
      ? ''
      : `and (l.agb, l.naam, l.locatie_id) > ($${params.push(after[0])}, $${params.push(after[1])}, $${params.push(after[2])}::uuid)`;
  return tx.query<LocatieRow>(
    `select ${LOCATIE} from locatie l join zorgaanbieder z on z.agb = l.agb
     where ${where} ${beyond} order by l.agb, l.naam, l.locatie_id limit ${limit}`,
    params,
  );
}

export async function countLocaties(ctx: RequestContext, tx: Tx, filter: LocatiesFilter): Promise<number> {
  const { where, params } = locatieConditions(ctx, filter);
  const [row] = await tx.query<{ aantal: number }>(
    `select count(*)::int as aantal from locatie l join zorgaanbieder z on z.agb = l.agb where ${where}`,
    params,
  );
  return row?.aantal ?? 0;
}

function locatieConditions(
  ctx: RequestContext,
  { instelling, bevestiging: gevraagd, alleenVrij }: LocatiesFilter,
): { where: string; params: unknown[] } {
  const params: unknown[] = [];
  const parts = [plaatsenVisible(ctx.actor)];
  if (instelling != null) parts.push(`l.agb = $${params.push(instelling)}`);
  const groep = (condition: string): string =>
    `exists (select from plaatsgroep g where g.locatie_id = l.locatie_id and ${condition})`;
  const oud = `g.bevestigd_op + (select n.dagen from plaatsnorm n where n.soort = 'BEVESTIGING'
    and daterange(n.geldig_vanaf, n.geldig_tot, '[]') @> (select app_vandaag())) < (select app_vandaag())`;
  if (gevraagd === 'TE_BEVESTIGEN') parts.push(groep(oud));
  if (gevraagd === 'BEVESTIGD') parts.push(groep('true'), `not ${groep(oud)}`);
  if (alleenVrij === true) {
    parts.push(
      groep(`g.capaciteit > g.overig_bezet + g.in_gebruik - (select count(*) from aanbod a
        where a.plaatsgroep_id = g.plaatsgroep_id and a.locatie_id = g.locatie_id and a.status = 'AANGEBODEN'
          and a.uiterlijk < (select app_vandaag()))`),
    );
  }
  return { where: parts.join(' and '), params };
}
