import { plusWerkdagen } from '../../platform/kalender/index.js';
import { termijnWerkdagen, type Termijn } from '../codelijst/index.js';
import { gesprekstakenBron } from '../plaats/index.js';
import type { Werksoort } from './domain/werkregel.js';

/**
 * Every source is a query of lines with the same columns, in this order: soort, voor, zorgkantoor, instelling,
 * client_id, bemiddeling_id, bemiddelingspecificatie_id, bron_id, sinds, streef, uiterlijk, regel, reden. A line is
 * derived from what is so today (`app_vandaag()`): when the thing is done, it is not there any more.
 */
const VANDAAG = '(select app_vandaag())';

const einde = (termijn: Termijn, geval: string, sinds: string): string =>
  plusWerkdagen(sinds, termijnWerkdagen(termijn, geval, sinds));

/** An allocation `s` that gives a right to care today or later: not ended, not withdrawn before it began. */
const LEEFT = `(s.toewijzing_einddatum is null or s.toewijzing_einddatum >= ${VANDAAG})
  and not (s.reden_intrekking is not null and s.toewijzing_einddatum is not distinct from s.toewijzing_ingangsdatum)`;

/** Only a regular allocation in kind waits. */
const REGULIER = `s.soort_toewijzing = '1' and s.leveringsvorm <> '2' and ${LEEFT}`;

const OP_DE_LIJST = `exists (select from wachtlijstplaats w
  where w.bemiddelingspecificatie_id = s.bemiddelingspecificatie_id
    and w.van <= ${VANDAAG} and (w.tot is null or w.tot >= ${VANDAAG}))`;

/** Nobody reported anything on allocation `s`: no waiting, no care, no afstel. */
const NIETS_GEMELD = `not exists (select from levering l where l.bemiddelingspecificatie_id = s.bemiddelingspecificatie_id
  and (exists (select from uitstelperiode u where u.levering_id = l.levering_id)
    or exists (select from leveringperiode p where p.levering_id = l.levering_id)
    or exists (select from afstel a where a.levering_id = l.levering_id)))`;

/** The day on which allocation `s` was first decided, whatever was changed in it since. */
const TOEWIJZINGSDATUM = `(least(s.vaststelling_moment, (
    select min(h.vaststelling_moment) from bemiddelingspecificatie_historie h
    where h.bemiddelingspecificatie_id = s.bemiddelingspecificatie_id)) at time zone 'Europe/Amsterdam')::date`;

const DOSSIERHOUDER = `(select r.instelling from regiehouder r
  where r.bemiddeling_id = s.bemiddeling_id and r.regierol = '2' and r.ingangsdatum <= ${VANDAAG}
    and (r.einddatum is null or r.einddatum >= ${VANDAAG})
  order by r.ingangsdatum desc limit 1)`;

/** OP088: an indication under which nothing was ever allocated. */
const toewijzen = `
  select 'TOEWIJZEN' as soort, 'ZORGKANTOOR' as voor, i.initieel_verantwoordelijk_zorgkantoor as zorgkantoor,
    null::text as instelling, i.client_id, null::uuid as bemiddeling_id, null::uuid as bemiddelingspecificatie_id,
    i.wlz_indicatie_id as bron_id, bekend.sinds, null::date as streef,
    ${einde('TOEWIJZEN', `'STANDAARD'`, 'bekend.sinds')} as uiterlijk, 'OP088' as regel,
    case when exists (select from geindiceerd_zorgzwaartepakket z where z.wlz_indicatie_id = i.wlz_indicatie_id
        and z.instelling_voorkeur is not null)
      then 'Wijs de zorg toe aan de voorkeuraanbieder.'
      else 'Er is geen voorkeuraanbieder bekend. Neem contact op met de cliënt en wijs de zorg toe.' end as reden
  from indicatie i
  join client c on c.client_id = i.client_id
  cross join lateral (select (least(i.geregistreerd_op, (
      select min(h.geregistreerd_op) from indicatie_historie h where h.wlz_indicatie_id = i.wlz_indicatie_id))
    at time zone 'Europe/Amsterdam')::date as sinds) as bekend
  where coalesce(least(i.einddatum, i.vervaldatum) >= ${VANDAAG}, true) and c.overlijdensdatum is null
    and not exists (select from bemiddeling b join bemiddelingspecificatie s on s.bemiddeling_id = b.bemiddeling_id
      where b.wlz_indicatie_id = i.wlz_indicatie_id)`;

/** OP181: an allocation about which its provider reported nothing yet. */
const eersteStatus = `
  select 'EERSTE_STATUS' as soort, 'ZORGAANBIEDER' as voor, b.verantwoordelijk_zorgkantoor as zorgkantoor,
    s.instelling, b.client_id, s.bemiddeling_id, s.bemiddelingspecificatie_id, s.bemiddelingspecificatie_id as bron_id,
    bekend.sinds, ${einde('EERSTE_STATUS', `'STREEF'`, 'bekend.sinds')} as streef,
    ${einde('EERSTE_STATUS', `'STANDAARD'`, 'bekend.sinds')} as uiterlijk, 'OP181' as regel,
    'Meld hoe de cliënt wacht, of dat de zorg is begonnen.' as reden
  from bemiddelingspecificatie s
  join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
  cross join lateral (select ${TOEWIJZINGSDATUM} as sinds) as bekend
  where ${REGULIER} and ${NIETS_GEMELD}`;

/**
 * An allocation about which something was reported, and nothing holds any more: it does not wait, is not delivered, and
 * was neither given up (afstel) nor closed with the end of its care (mutatiecode 17, 19).
 */
const zonderStatus = `
  select 'ZONDER_STATUS' as soort, 'ZORGAANBIEDER' as voor, b.verantwoordelijk_zorgkantoor as zorgkantoor,
    s.instelling, b.client_id, s.bemiddeling_id, s.bemiddelingspecificatie_id, s.bemiddelingspecificatie_id as bron_id,
    leeg.sinds, null::date as streef, ${einde('ZONDER_STATUS', `'STANDAARD'`, 'leeg.sinds')} as uiterlijk,
    'OP181' as regel,
    'De laatste melding is geëindigd en er volgde niets op. Meld de wachtstatus, het begin van de zorg of het afstel.'
      as reden
  from bemiddelingspecificatie s
  join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
  join levering l on l.bemiddelingspecificatie_id = s.bemiddelingspecificatie_id
  cross join lateral (select coalesce(greatest(
      (select max(u.einddatum) + 1 from uitstelperiode u
       where u.levering_id = l.levering_id and u.einddatum < ${VANDAAG}),
      (select max(p.einddatum) + 1 from leveringperiode p
       where p.levering_id = l.levering_id and p.einddatum < ${VANDAAG})),
    least(s.toewijzing_ingangsdatum, ${VANDAAG})) as sinds) as leeg
  where ${REGULIER} and not ${NIETS_GEMELD} and not ${OP_DE_LIJST}
    and not exists (select from afstel a where a.levering_id = l.levering_id and a.afsteldatum <= ${VANDAAG})
    and not exists (select from leveringperiode p where p.levering_id = l.levering_id
      and p.ingangsdatum <= ${VANDAAG} and (p.einddatum is null or p.einddatum >= ${VANDAAG}))
    and not coalesce((select p.beeindiging_reden in ('17','19') and p.einddatum is not null from leveringperiode p
      where p.levering_id = l.levering_id and p.ingangsdatum <= ${VANDAAG}
      order by p.ingangsdatum desc limit 1), false)`;

/**
 * OP182: a new allocation under which nobody said yet whether bridging care is needed. It ends with a request, a word
 * that none is needed, care in the same bemiddeling, or a status without need for admission. The longer term is for who
 * had no status yet when the shorter one ended.
 */
const overbruggingAanvragen = `
  select 'OVERBRUGGING_AANVRAGEN' as soort, 'ZORGAANBIEDER' as voor, b.verantwoordelijk_zorgkantoor as zorgkantoor,
    coalesce(${DOSSIERHOUDER}, s.instelling) as instelling, b.client_id, s.bemiddeling_id, s.bemiddelingspecificatie_id,
    s.bemiddelingspecificatie_id as bron_id, bekend.sinds, null::date as streef,
    case when stand.gemeld <= termijn.kort then termijn.kort
      else ${einde('OVERBRUGGING_AANVRAGEN', `'ZONDER_STATUS'`, 'bekend.sinds')} end as uiterlijk, 'OP182' as regel,
    'Vraag overbruggingszorg aan, of leg vast dat die niet nodig is.' as reden
  from bemiddelingspecificatie s
  join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
  cross join lateral (select ${TOEWIJZINGSDATUM} as sinds) as bekend
  cross join lateral (select ${einde('OVERBRUGGING_AANVRAGEN', `'STANDAARD'`, 'bekend.sinds')} as kort) as termijn
  cross join lateral (select min((u.vaststelling_moment at time zone 'Europe/Amsterdam')::date) as gemeld
    from levering l join uitstelperiode u on u.levering_id = l.levering_id
    where l.bemiddelingspecificatie_id = s.bemiddelingspecificatie_id) as stand
  where ${REGULIER} and s.leveringsvorm in ('4','5','8')
    and (exists (select from wachtlijstplaats w where w.bemiddelingspecificatie_id = s.bemiddelingspecificatie_id
        and w.leveringsstatus in ('6','7') and w.van <= ${VANDAAG} and (w.tot is null or w.tot >= ${VANDAAG}))
      or ${NIETS_GEMELD})
    and not exists (select from verzoek v where v.bemiddelingspecificatie_id = s.bemiddelingspecificatie_id)
    and not exists (select from bemiddelingspecificatie zorg where zorg.bemiddeling_id = s.bemiddeling_id
      and (zorg.soort_toewijzing = '3' or zorg.leveringsvorm in ('2','7'))
      and (zorg.toewijzing_einddatum is null or zorg.toewijzing_einddatum >= ${VANDAAG}))`;

/** OP037: a request that waits for the zorgkantoor, or that silence accepted and nobody carried out. */
const verzoeken = `
  select case v.status when 'INGEDIEND' then 'VERZOEK_BEOORDELEN' else 'VERZOEK_UITVOEREN' end as soort,
    'ZORGKANTOOR' as voor, b.verantwoordelijk_zorgkantoor as zorgkantoor, v.instelling, v.client_id, v.bemiddeling_id,
    v.bemiddelingspecificatie_id, v.verzoek_id as bron_id, coalesce(v.beoordeeld_op, v.verzoekdatum) as sinds,
    null::date as streef,
    case v.status when 'INGEDIEND' then ${einde('VERZOEK_BEOORDELEN', `'STANDAARD'`, 'v.verzoekdatum')}
      else ${einde('TOEWIJZEN', `'STANDAARD'`, 'v.beoordeeld_op')} end as uiterlijk, 'OP037' as regel,
    case v.status when 'INGEDIEND' then 'Beoordeel het verzoek om overbruggingszorg; zwijgen geldt als akkoord.'
      else 'Het verzoek is door zwijgen geaccepteerd, maar de zorg kon niet worden toegewezen. Voer het alsnog uit.' end
      as reden
  from verzoek v
  join bemiddeling b on b.bemiddeling_id = v.bemiddeling_id
  join bemiddelingspecificatie s on s.bemiddelingspecificatie_id = v.bemiddelingspecificatie_id
  where v.status = 'INGEDIEND'
    or (v.status = 'GEACCEPTEERD' and v.overbruggingspecificatie_id is null and ${LEEFT}
      and (${OP_DE_LIJST} or ${NIETS_GEMELD}))`;

/** Conversations, as the module plaats tells them. */
const gesprekken = `
  select g.soort, g.voor, g.zorgkantoor, g.instelling, g.client_id, g.bemiddeling_id, g.bemiddelingspecificatie_id,
    g.bron_id, g.sinds, null::date as streef, g.uiterlijk, g.regel, g.reden
  from (${gesprekstakenBron}) as g`;

const WERKBRONNEN: readonly { readonly soorten: readonly Werksoort[]; readonly sql: string }[] = [
  { soorten: ['TOEWIJZEN'], sql: toewijzen },
  { soorten: ['EERSTE_STATUS'], sql: eersteStatus },
  { soorten: ['ZONDER_STATUS'], sql: zonderStatus },
  { soorten: ['OVERBRUGGING_AANVRAGEN'], sql: overbruggingAanvragen },
  { soorten: ['VERZOEK_BEOORDELEN', 'VERZOEK_UITVOEREN'], sql: verzoeken },
  { soorten: ['GESPREK_NA_WEIGERING'], sql: gesprekken },
];

/** The lines of these kinds as one query; of all kinds when none is named. A source that gives none of them is not asked. */
export function werkregels(soorten: readonly Werksoort[]): string {
  return WERKBRONNEN.filter(
    (bron) => soorten.length === 0 || bron.soorten.some((soort) => soorten.includes(soort)),
  )
    .map(({ sql }) => sql)
    .join('\n union all \n');
}
