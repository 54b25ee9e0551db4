import type { Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { NietGevonden } from '../../platform/errors/index.js';
import { plusWerkdagen } from '../../platform/kalender/index.js';
import type { Verantwoordelijkheid } from '../bemiddeling/index.js';
import { termijnWerkdagen } from '../codelijst/index.js';
import { visible } from '../toegang/index.js';
import type { Coordinator } from './domain/coordinatie.js';
import type { Beoordeeld } from './domain/beoordeling.js';
import type { Aanvraag, Omgeving, Stand, Verzoekstatus } from './domain/verzoek.js';

/** An allocation that is bridged to, with its bemiddeling held until the end of the transaction. */
export interface Tafereel extends Verantwoordelijkheid {
  readonly bemiddelingspecificatieID: string;
  readonly bemiddelingID: string;
  readonly clientID: string;
  readonly zzpCode: string;
  readonly coordinator: Coordinator | null;
  readonly omgeving: Omgeving;
}

/** The last day on which a request `v` may be rejected, as SQL (OP037). */
export const UITERLIJK = plusWerkdagen(
  'v.verzoekdatum',
  termijnWerkdagen('VERZOEK_BEOORDELEN', `'STANDAARD'`, 'v.verzoekdatum'),
);

/** Whether an allocation `s` was withdrawn before it began, as SQL. */
const INGETROKKEN = `(s.reden_intrekking is not null and s.toewijzing_einddatum = s.toewijzing_ingangsdatum)`;

interface Facts extends Omit<Tafereel, 'omgeving' | 'coordinator'> {
  readonly soortToewijzing: string;
  readonly leveringsvorm: string;
  readonly instelling: string | null;
  readonly ingangsdatum: Day;
  readonly einddatum: Day | null;
  readonly gemeld: boolean;
  readonly over: boolean;
  readonly leveringsstatus: string | null;
  readonly dossierhouder: string | null;
  readonly coordinator: Coordinator | null;
  readonly openVerzoeken: readonly string[];
}

/** Holds the bemiddeling of an allocation and reads how it stands. @throws NietGevonden when unknown or foreign */
export async function lockTafereel(
  ctx: RequestContext,
  tx: Tx,
  bemiddelingspecificatieID: string,
): Promise<Tafereel> {
  const [found] = await tx.query<{ id: string }>(
    `select b.bemiddeling_id as id from bemiddelingspecificatie s
     join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
     where s.bemiddelingspecificatie_id = $1 and ${visible(ctx.actor).bemiddeling('b.bemiddeling_id')}
     for no key update of b`,
    [bemiddelingspecificatieID],
  );
  if (found === undefined) throw new NietGevonden('Deze toewijzing', ['bemiddelingspecificatieID']);
  const houder = (rol: '1' | '2'): string =>
    `select r.instelling, r.einddatum from regiehouder r
     where r.bemiddeling_id = s.bemiddeling_id and r.regierol = '${rol}'
       and (r.einddatum is null or (r.einddatum >= $2 and r.einddatum > r.ingangsdatum))
       ${rol === '2' ? 'and r.ingangsdatum <= $2' : ''}
     order by r.ingangsdatum desc limit 1`;
  const [row] = await tx.query<Facts>(
    `select s.bemiddelingspecificatie_id as "bemiddelingspecificatieID", s.bemiddeling_id as "bemiddelingID",
       b.client_id as "clientID", s.zzp_code as "zzpCode",
       b.verantwoordelijk_zorgkantoor as "verantwoordelijkZorgkantoor",
       b.verantwoordelijkheid_einddatum as "verantwoordelijkheidEinddatum",
       s.soort_toewijzing as "soortToewijzing", s.leveringsvorm, s.instelling,
       s.toewijzing_ingangsdatum as ingangsdatum, s.toewijzing_einddatum as einddatum,
       ${INGETROKKEN} or coalesce(s.toewijzing_einddatum < $2, false) as over,
       exists (select from levering l where l.bemiddelingspecificatie_id = s.bemiddelingspecificatie_id
         and (exists (select from uitstelperiode u where u.levering_id = l.levering_id)
           or exists (select from leveringperiode p where p.levering_id = l.levering_id)
           or exists (select from afstel a where a.levering_id = l.levering_id))) as gemeld,
       (select w.leveringsstatus from wachtlijstplaats w
        where w.bemiddelingspecificatie_id = s.bemiddelingspecificatie_id
          and w.van <= $2 and (w.tot is null or w.tot >= $2)) as leveringsstatus,
       (select h.instelling from (${houder('2')}) h) as dossierhouder,
       (select jsonb_build_object('instelling', h.instelling, 'einddatum', h.einddatum) from (${houder('1')}) h)
         as coordinator,
       array(select v.leveringsvorm from verzoek v
         where v.bemiddelingspecificatie_id = s.bemiddelingspecificatie_id and v.status = 'INGEDIEND') as "openVerzoeken"
     from bemiddelingspecificatie s join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
     where s.bemiddelingspecificatie_id = $1`,
    [bemiddelingspecificatieID, ctx.today],
  );
  if (row === undefined) throw new NietGevonden('Deze toewijzing', ['bemiddelingspecificatieID']);
  return tafereel(row, ctx.today);
}

function tafereel(row: Facts, vandaag: Day): Tafereel {
  const { soortToewijzing, leveringsvorm, instelling, ingangsdatum, einddatum, coordinator } = row;
  const { leveringsstatus, dossierhouder, openVerzoeken, gemeld, over } = row;
  let stand: Stand = 'ANDERS';
  if (!over && leveringsstatus !== null) stand = 'WACHT';
  else if (!over && !gemeld) stand = 'ZONDER_MELDING';
  return {
    bemiddelingspecificatieID: row.bemiddelingspecificatieID,
    bemiddelingID: row.bemiddelingID,
    clientID: row.clientID,
    zzpCode: row.zzpCode,
    verantwoordelijkZorgkantoor: row.verantwoordelijkZorgkantoor,
    verantwoordelijkheidEinddatum: row.verantwoordelijkheidEinddatum,
    coordinator,
    omgeving: {
      vandaag,
      regulier: { soortToewijzing, leveringsvorm, instelling, ingangsdatum, einddatum },
      stand,
      leveringsstatus,
      dossierhouder,
      coordinator: coordinator?.instelling ?? null,
      openVerzoeken,
    },
  };
}

/** A request as it is stored. */
export interface Verzoek extends Aanvraag {
  readonly verzoekID: string;
  readonly bemiddelingspecificatieID: string;
  readonly opname: string | null;
  readonly status: Verzoekstatus;
  readonly uiterlijk: Day;
  readonly overbruggingspecificatieID: string | null;
  /** What stood in the way of the allocation when silence had accepted; null when nothing did. */
  readonly belemmering: string | null;
  readonly versie: number;
  /** The zorgkantoor that contracts the provider; null when the provider is not known any more. */
  readonly uitvoerendZorgkantoor: string | null;
}

/** Which allocation a request is about, when the actor may see it. */
export async function findToewijzingVan(
  ctx: RequestContext,
  tx: Tx,
  verzoekID: string,
): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select v.bemiddelingspecificatie_id as id from verzoek v
     where v.verzoek_id = $1 and ${visible(ctx.actor).bemiddeling('v.bemiddeling_id')}`,
    [verzoekID],
  );
  return row?.id ?? null;
}

/** A request, held until the end of the transaction. Lock its bemiddeling first. */
export async function lockVerzoek(tx: Tx, verzoekID: string): Promise<Verzoek | null> {
  const [row] = await tx.query<Verzoek>(
    `select v.verzoek_id as "verzoekID", v.bemiddelingspecificatie_id as "bemiddelingspecificatieID", v.status,
       v.leveringsvorm, v.aanbieder, v.toewijzing_ingangsdatum as "toewijzingIngangsdatum",
       v.toewijzing_einddatum as "toewijzingEinddatum", v.toewijzing_percentage as percentage, v.opname,
       v.verantwoord, v.doelmatig, v.extra_overbruggingszorg as "extraOverbruggingszorg",
       v.overbruggingspecificatie_id as "overbruggingspecificatieID", v.belemmering, v.versie, ${UITERLIJK} as uiterlijk,
       (select z.zorgkantoor from zorgaanbieder z where z.agb = v.aanbieder) as "uitvoerendZorgkantoor"
     from verzoek v where v.verzoek_id = $1 for update of v`,
    [verzoekID],
  );
  return row ?? null;
}

/** What is stored of a new request; without content it says that nothing is needed. */
export interface NieuwVerzoek {
  readonly verzoekID: string;
  readonly instelling: string;
  readonly regierol: string;
  readonly status: 'INGEDIEND' | 'NIET_NODIG';
  readonly aanvraag: (Aanvraag & { readonly opname: string | null }) | null;
  readonly reden: string | null;
}

export async function insertVerzoek(
  ctx: RequestContext,
  tx: Tx,
  onder: Tafereel,
  nieuw: NieuwVerzoek,
): Promise<void> {
  const { aanvraag } = nieuw;
  await tx.query(
    `insert into verzoek (verzoek_id, client_id, bemiddeling_id, bemiddelingspecificatie_id, zorgkantoor, instelling,
       regierol, verzoekdatum, status, leveringsvorm, aanbieder, toewijzing_ingangsdatum, toewijzing_einddatum,
       toewijzing_percentage, opname, verantwoord, doelmatig, extra_overbruggingszorg, reden, geregistreerd_op,
       geregistreerd_door)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
    [
      nieuw.verzoekID,
      onder.clientID,
      onder.bemiddelingID,
      onder.bemiddelingspecificatieID,
      onder.verantwoordelijkZorgkantoor,
      nieuw.instelling,
      nieuw.regierol,
      ctx.today,
      nieuw.status,
      aanvraag?.leveringsvorm ?? null,
      aanvraag?.aanbieder ?? null,
      aanvraag?.toewijzingIngangsdatum ?? null,
      aanvraag?.toewijzingEinddatum ?? null,
      aanvraag?.percentage ?? null,
      aanvraag?.opname ?? null,
      aanvraag?.verantwoord ?? null,
      aanvraag?.doelmatig ?? null,
      aanvraag?.extraOverbruggingszorg ?? false,
      nieuw.reden,
      ctx.now,
      ctx.actor.sub,
    ],
  );
}

/** Stores a judgement; what the request said before stays in the history. */
export async function updateOordeel(
  ctx: RequestContext,
  tx: Tx,
  verzoekID: string,
  oordeel: Beoordeeld & {
    readonly overbruggingspecificatieID: string | null;
    readonly belemmering: string | null;
  },
): Promise<void> {
  await tx.query(
    `update verzoek set status = $2, wijze = $3, reden = coalesce($4, reden), beoordeeld_op = coalesce(beoordeeld_op, $5),
       overbruggingspecificatie_id = $6, belemmering = $7, versie = versie + 1, geregistreerd_op = $8,
       geregistreerd_door = $9
     where verzoek_id = $1`,
    [
      verzoekID,
      oordeel.status,
      oordeel.wijze,
      oordeel.reden,
      ctx.today,
      oordeel.overbruggingspecificatieID,
      oordeel.belemmering,
      ctx.now,
      ctx.actor.sub,
    ],
  );
}
