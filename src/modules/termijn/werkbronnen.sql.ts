import { plusWerkdagen } from '../../platform/kalender/index.js';
import { termijnWerkdagen, type Termijn } from '../codelijst/index.js';

/**
 * Every source is a query of lines with the same columns, in this order: soort, voor, zorgkantoor, instelling,
 * client_id, bemiddeling_id, bemiddelingspecificatie_id, bron_id, sinds, streef, uiterlijk, vervalt, regel, reden. A
 * line is derived from what is so today (`app_vandaag()`): when the thing is done, it is not there any more. `vervalt` is
 * the last day on which it asks for work; null when it does until it is done.
 */
const VANDAAG = '(select app_vandaag())';

const einde = (termijn: Termijn, geval: string, sinds: string): string =>
  plusWerkdagen(sinds, termijnWerkdagen(termijn, geval, sinds));

/** The last day on which a term that went by still asks for work: so many werkdagen further on. */
const vervalt = (termijn: Termijn, geval: string, sinds: string): string =>
  plusWerkdagen(
    sinds,
    `${termijnWerkdagen(termijn, geval, sinds)} + ${termijnWerkdagen(termijn, `'VERVALT'`, sinds)}`,
  );

/** That an allocation was not withdrawn before it began. */
function begon(s: string): string {
  return `not (${s}.reden_intrekking is not null and ${s}.toewijzing_einddatum is not distinct from ${s}.toewijzing_ingangsdatum)`;
}

/** An allocation `s` that gives a right to care today or later: not ended, not withdrawn before it began. */
const LEEFT = `(s.toewijzing_einddatum is null or s.toewijzing_einddatum >= ${VANDAAG}) and ${begon('s')}`;

const OP_DE_LIJST = `exists (select from wachtlijstplaats w
  where w.bemiddelingspecificatie_id = s.bemiddelingspecificatie_id
    and w.van <= ${VANDAAG} and (w.tot is null or w.tot >= ${VANDAAG}))`;

/** Nobody reported anything on allocation `s`: no waiting, no care, no afstel. */
const NIETS_GEMELD = `not exists (select from levering l where l.bemiddelingspecificatie_id = s.bemiddelingspecificatie_id
  and (exists (select from uitstelperiode u where u.levering_id = l.levering_id)
    or exists (select from leveringperiode p where p.levering_id = l.levering_id)
    or exists (select from afstel a where a.levering_id = l.levering_id)))`;

/**
 * Whose lines are asked for, as conditions on columns: every source narrows itself down to these before it looks at
 * anything else, for it looks with the sight of the register.
 */
export interface Reikwijdte {
  /** On the responsible zorgkantoor and the bemiddeling of an allocation, request or conversation. */
  readonly bemiddeling: (zorgkantoor: string, bemiddeling: string) => string;
  /** On the zorgkantoor that an indication names. */
  readonly indicatie: (zorgkantoor: string) => string;
  /** Whether the actor knows of a bemiddeling `b`. */
  readonly kent: string;
  /** Only lines for a zorgaanbieder. */
  readonly aanbieder: boolean;
  /** Also lines that ask for no work any more. */
  readonly verlopen: boolean;
}

/**
 * A look-up of single rows by key. As a plain comparison PostgreSQL prefers the index of an exclusion constraint, which it
 * takes for cheap and which takes two hundred times as long; that one cannot answer a question with an array.
 */
const een = (kolom: string): string => `any (array[${kolom}])`;

/**
 * A question about bridging care that began on this day, or before it, has lapsed whatever norm it has: the longest term
 * that was ever agreed went by, and the longest stretch after it. No day at all as long as one of the norms is missing.
 */
const BRUG_VERLOPEN_VAN = `coalesce((
  select dag.dag from kalenderdag nu
  cross join (
    select max(n.werkdagen) filter (where n.geval <> 'VERVALT') + max(n.werkdagen) filter (where n.geval = 'VERVALT') as langst
    from termijnnorm n where n.termijn = 'OVERBRUGGING_AANVRAGEN' and n.geval in ('STANDAARD', 'ZONDER_STATUS', 'VERVALT')
    having count(distinct n.geval) = 3
  ) as norm
  join kalenderdag dag on dag.nummer < nu.nummer - norm.langst and dag.dag <= nu.dag
  where nu.dag = ${VANDAAG} order by dag.dag desc limit 1), '-infinity')`;

/** That the question about bridging care may not have lapsed: it began on the day of the decision, or before it. */
const NOG_TE_VRAGEN = `(s.vaststelling_moment at time zone 'Europe/Amsterdam')::date > ${BRUG_VERLOPEN_VAN}`;

/** Care that is given today: nothing is asked about an allocation with that, whatever was said of it before. */
const IN_ZORG = `exists (select from leveringperiode zorg where zorg.levering_id = l.levering_id
  and zorg.ingangsdatum <= ${VANDAAG} and (zorg.einddatum is null or zorg.einddatum >= ${VANDAAG}))`;

/**
 * How living regular allocations in kind stand today, but those in care and those that wait under a status
 * that asks nothing of anybody, or whose question about bridging care has lapsed. First from tables, joined by what has
 * an index; then look-ups by index for the few that are left. A join of
 * derived sets would hang on estimates that the planner cannot make, and go quadratic.
 */
export const standen = ({ bemiddeling, aanbieder, verlopen }: Reikwijdte): string => `
  kandidaat as materialized (
    select s.bemiddelingspecificatie_id, s.bemiddeling_id, s.instelling, s.leveringsvorm, s.toewijzing_ingangsdatum,
      s.vaststelling_moment, b.verantwoordelijk_zorgkantoor as zorgkantoor, b.client_id, w.leveringsstatus,
      l.levering_id, a.afsteldatum
    from bemiddelingspecificatie s
    join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
    left join wachtlijstplaats w on w.bemiddelingspecificatie_id =
      ${aanbieder ? een('s.bemiddelingspecificatie_id') : 's.bemiddelingspecificatie_id'} and w.van <= ${VANDAAG} and (w.tot is null or w.tot >= ${VANDAAG})
    left join levering l on l.bemiddelingspecificatie_id = s.bemiddelingspecificatie_id
    left join afstel a on a.levering_id = l.levering_id
    where s.soort_toewijzing = '1' and s.leveringsvorm <> '2' and ${LEEFT}
      and case when w.leveringsstatus is null then true
        when w.leveringsstatus in ('6','7') then ${verlopen ? 'true' : NOG_TE_VRAGEN} else false end
      and not ${IN_ZORG}
      and ${bemiddeling('b.verantwoordelijk_zorgkantoor', 's.bemiddeling_id')}
  ),
  stand as materialized (
    select k.*, u.eerste is not null or z.aantal > 0 or k.afsteldatum is not null as gemeld, u.eerste,
      coalesce(greatest(u.einde, z.einde) + 1, least(k.toewijzing_ingangsdatum, ${VANDAAG})) as leeg_sinds,
      u.zonder_nood_tot, z.aantal > 0 as ooit_zorg, coalesce(z.loopt, false) as in_zorg, coalesce(z.gesloten, false) as gesloten,
      coalesce(k.afsteldatum <= ${VANDAAG}, false) as afgezien
    from kandidaat k
    cross join lateral (
      select max(u.einddatum) filter (where u.einddatum < ${VANDAAG}) as einde,
        (min(u.vaststelling_moment) at time zone 'Europe/Amsterdam')::date as eerste,
        max(coalesce(u.einddatum, 'infinity')) filter (where u.leveringsstatus in ('2','3')
          and u.ingangsdatum <= ${VANDAAG}) as zonder_nood_tot
      from uitstelperiode u where u.levering_id = k.levering_id
    ) u
    cross join lateral (
      select count(*) as aantal, max(p.einddatum) filter (where p.einddatum < ${VANDAAG}) as einde,
        bool_or(p.ingangsdatum <= ${VANDAAG} and (p.einddatum is null or p.einddatum >= ${VANDAAG})) as loopt,
        (array_agg(coalesce(p.beeindiging_reden in ('17','19') and p.einddatum is not null, false)
          order by p.ingangsdatum desc) filter (where p.ingangsdatum <= ${VANDAAG}))[1] as gesloten
      from leveringperiode p where p.levering_id = ${een('k.levering_id')}
    ) z
  ),
  -- With the day on which it was first decided, whatever was changed in it since.
  nieuw as materialized (
    select stand.*, (least(stand.vaststelling_moment, besloten.moment) at time zone 'Europe/Amsterdam')::date as sinds
    from stand
    cross join lateral (
      select min(h.vaststelling_moment) as moment from bemiddelingspecificatie_historie h
      where h.bemiddelingspecificatie_id = stand.bemiddelingspecificatie_id
    ) besloten
    where not stand.gemeld or stand.leveringsstatus in ('6','7')
  ),
  -- Terms once per day on which one began, not once per allocation.
  termijn as materialized (
    select d.dag, ${einde('EERSTE_STATUS', `'STREEF'`, 'd.dag')} as status_streef,
      ${einde('EERSTE_STATUS', `'STANDAARD'`, 'd.dag')} as status_uiterlijk,
      ${einde('OVERBRUGGING_AANVRAGEN', `'STANDAARD'`, 'd.dag')} as brug_kort,
      ${einde('OVERBRUGGING_AANVRAGEN', `'ZONDER_STATUS'`, 'd.dag')} as brug_lang,
      ${vervalt('OVERBRUGGING_AANVRAGEN', `'STANDAARD'`, 'd.dag')} as brug_kort_vervalt,
      ${vervalt('OVERBRUGGING_AANVRAGEN', `'ZONDER_STATUS'`, 'd.dag')} as brug_lang_vervalt,
      ${einde('ZONDER_STATUS', `'STANDAARD'`, 'd.dag')} as leeg_uiterlijk
    from (select sinds as dag from nieuw union
      select leeg_sinds from stand where gemeld and leveringsstatus is null and not in_zorg) as d
  ),`;

/** Indications under which nothing was allocated that the actor knows of, and since when each is known. */
export const indicaties = ({ indicatie, kent }: Reikwijdte): string => `
  toegewezen as materialized (
    select b.wlz_indicatie_id from bemiddeling b
    join (select s.bemiddeling_id from bemiddelingspecificatie s offset 0) s on s.bemiddeling_id = b.bemiddeling_id
    where ${kent}
  ),
  onbediend as materialized (
    select i.wlz_indicatie_id, i.client_id, i.initieel_verantwoordelijk_zorgkantoor as zorgkantoor, i.geregistreerd_op
    from indicatie i left join toegewezen t on t.wlz_indicatie_id = i.wlz_indicatie_id
    where t.wlz_indicatie_id is null and coalesce(least(i.einddatum, i.vervaldatum) >= ${VANDAAG}, true)
      and ${indicatie('i.initieel_verantwoordelijk_zorgkantoor')}
  ),`;

/** OP088: an indication under which nothing was ever allocated. */
export const toewijzen = `
  select 'TOEWIJZEN' as soort, 'ZORGKANTOOR' as voor, i.zorgkantoor, null::text as instelling, i.client_id,
    null::uuid as bemiddeling_id, null::uuid as bemiddelingspecificatie_id, i.wlz_indicatie_id as bron_id, bekend.sinds,
    null::date as streef, ${einde('TOEWIJZEN', `'STANDAARD'`, 'bekend.sinds')} as uiterlijk, null::date as vervalt, 'OP088' as regel,
    case when exists (select from geindiceerd_zorgzwaartepakket z where z.wlz_indicatie_id = i.wlz_indicatie_id
        and z.instelling_voorkeur is not null)
      then 'Wijs de zorg toe aan de voorkeuraanbieder.'
      else 'Er is geen voorkeuraanbieder bekend. Neem contact op met de cliënt en wijs de zorg toe.' end as reden
  from onbediend i
  join client c on c.client_id = i.client_id and c.overlijdensdatum is null
  cross join lateral (select (least(i.geregistreerd_op, (
      select min(h.geregistreerd_op) from indicatie_historie h where h.wlz_indicatie_id = i.wlz_indicatie_id))
    at time zone 'Europe/Amsterdam')::date as sinds offset 0) as bekend`;

/** OP181: an allocation about which its provider reported nothing yet. */
export const eersteStatus = `
  select 'EERSTE_STATUS' as soort, 'ZORGAANBIEDER' as voor, s.zorgkantoor, s.instelling, s.client_id, s.bemiddeling_id,
    s.bemiddelingspecificatie_id, s.bemiddelingspecificatie_id as bron_id, s.sinds, t.status_streef as streef,
    t.status_uiterlijk as uiterlijk, null::date as vervalt, 'OP181' as regel,
    'Meld hoe de cliënt wacht, of dat de zorg is begonnen.' as reden
  from nieuw s join termijn t on t.dag = s.sinds
  where not s.gemeld`;

/**
 * An allocation about which something was reported, and nothing holds any more: it does not wait, is not delivered, and
 * was neither given up (afstel) nor closed with the end of its care (mutatiecode 17, 19).
 */
export const zonderStatus = `
  select 'ZONDER_STATUS' as soort, 'ZORGAANBIEDER' as voor, s.zorgkantoor, s.instelling, s.client_id, s.bemiddeling_id,
    s.bemiddelingspecificatie_id, s.bemiddelingspecificatie_id as bron_id, s.leeg_sinds as sinds, null::date as streef,
    t.leeg_uiterlijk as uiterlijk, null::date as vervalt, 'OP181' as regel,
    'De laatste melding is geëindigd en er volgde niets op. Meld de wachtstatus, het begin van de zorg of het afstel.'
      as reden
  from stand s join termijn t on t.dag = s.leeg_sinds
  where s.gemeld and s.leveringsstatus is null and not s.in_zorg and not s.afgezien and not s.gesloten`;

/**
 * OP182: a new allocation under which nobody said yet whether bridging care is needed. It ends with a request, a word
 * that none is needed, care under the allocation or beside it, or a status without need for admission; and what was so
 * on the last day of the term or later keeps it closed, for the term belongs to the new allocation and does not begin
 * again. The longer term is for who had no status yet when the shorter one ended.
 */
export const overbruggingAanvragen = `
  select 'OVERBRUGGING_AANVRAGEN' as soort, 'ZORGAANBIEDER' as voor, s.zorgkantoor,
    coalesce(h.instelling, s.instelling) as instelling, s.client_id, s.bemiddeling_id, s.bemiddelingspecificatie_id,
    s.bemiddelingspecificatie_id as bron_id, s.sinds, null::date as streef,
    b.uiterlijk, b.vervalt, 'OP182' as regel,
    'Vraag overbruggingszorg aan, of leg vast dat die niet nodig is.' as reden
  from nieuw s join termijn t on t.dag = s.sinds
  cross join lateral (select
    case when s.eerste <= t.brug_kort then t.brug_kort else t.brug_lang end as uiterlijk,
    case when s.eerste <= t.brug_kort then t.brug_kort_vervalt else t.brug_lang_vervalt end as vervalt) as b
  left join lateral (
    select r.instelling from regiehouder r
    where r.bemiddeling_id = ${een('s.bemiddeling_id')} and r.regierol = '2' and r.ingangsdatum <= ${VANDAAG}
      and (r.einddatum is null or r.einddatum >= ${VANDAAG})
    order by r.ingangsdatum desc limit 1
  ) h on true
  where s.leveringsvorm in ('4','5','8') and not s.ooit_zorg
    and coalesce(s.zonder_nood_tot < b.uiterlijk, true)
    and not exists (select from verzoek v where v.bemiddelingspecificatie_id = s.bemiddelingspecificatie_id)
    and not exists (
      select from bemiddelingspecificatie ander
      where ander.bemiddeling_id = ${een('s.bemiddeling_id')} and (ander.soort_toewijzing = '3' or ander.leveringsvorm in ('2','7'))
        and ${begon('ander')}
        and (ander.toewijzing_einddatum is null or ander.toewijzing_einddatum >= least(b.uiterlijk, ${VANDAAG})))`;

/** OP037: a request that waits for the zorgkantoor, or that silence accepted and nobody carried out. */
export const verzoeken = ({ bemiddeling }: Reikwijdte): string => `
  select case v.status when 'INGEDIEND' then 'VERZOEK_BEOORDELEN' else 'VERZOEK_UITVOEREN' end as soort,
    'ZORGKANTOOR' as voor, b.verantwoordelijk_zorgkantoor as zorgkantoor, v.instelling, v.client_id, v.bemiddeling_id,
    v.bemiddelingspecificatie_id, v.verzoek_id as bron_id, coalesce(v.beoordeeld_op, v.verzoekdatum) as sinds,
    null::date as streef,
    case v.status when 'INGEDIEND' then ${einde('VERZOEK_BEOORDELEN', `'STANDAARD'`, 'v.verzoekdatum')}
      else ${einde('TOEWIJZEN', `'STANDAARD'`, 'v.beoordeeld_op')} end as uiterlijk, null::date as vervalt, 'OP037' as regel,
    case v.status when 'INGEDIEND' then 'Beoordeel het verzoek om overbruggingszorg; zwijgen geldt als akkoord.'
      else 'Het verzoek is door zwijgen geaccepteerd, maar de zorg kon niet worden toegewezen. Voer het alsnog uit, of sluit het met een reden.' end
      as reden
  from verzoek v
  join bemiddeling b on b.bemiddeling_id = v.bemiddeling_id
  join bemiddelingspecificatie s on s.bemiddelingspecificatie_id = v.bemiddelingspecificatie_id
  where ${bemiddeling('b.verantwoordelijk_zorgkantoor', 'v.bemiddeling_id')} and (v.status = 'INGEDIEND'
    or (v.status = 'GEACCEPTEERD' and v.overbruggingspecificatie_id is null and ${LEEFT}
      and (${OP_DE_LIJST} or ${NIETS_GEMELD})))`;

/** Conversations and places that are kept, as the module plaats tells them. */
export const vanPlaats =
  (bron: string) =>
  ({ bemiddeling }: Reikwijdte): string => `
  select g.soort, g.voor, g.zorgkantoor, g.instelling, g.client_id, g.bemiddeling_id, g.bemiddelingspecificatie_id,
    g.bron_id, g.sinds, null::date as streef, g.uiterlijk, null::date as vervalt, g.regel, g.reden
  from (${bron}) as g
  where ${bemiddeling('g.zorgkantoor', 'g.bemiddeling_id')}`;
