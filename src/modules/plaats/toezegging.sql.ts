/**
 * Places that a client accepted and whose care did not begin, as lines of work of the provider that keeps them: a place
 * that is kept for nobody is missed by somebody else (PL15). A select without parameters, one line per accepted offer. It
 * closes by itself when the care begins, the offer is withdrawn, or the question is over, whether or not anybody
 * recorded that with the offer. Without a norm for the day of acceptance there is no term, and no line (PL14).
 */
export const toezeggingenBron = `
  select 'ZORG_BEGINNEN' as soort, 'ZORGAANBIEDER' as voor, b.verantwoordelijk_zorgkantoor as zorgkantoor, a.instelling,
    a.client_id, a.bemiddeling_id, a.bemiddelingspecificatie_id, a.aanbod_id as bron_id, a.beantwoord_op as sinds,
    a.beantwoord_op + n.dagen as uiterlijk, 'PL15' as regel,
    'De cliënt nam de plaats aan en zij wordt vrijgehouden. Begin de zorg en meld dat, of trek het aanbod in.' as reden
  from aanbod a
  join bemiddeling b on b.bemiddeling_id = a.bemiddeling_id
  join client c on c.client_id = a.client_id and c.overlijdensdatum is null
  join bemiddelingspecificatie s on s.bemiddelingspecificatie_id = a.bemiddelingspecificatie_id
    and (s.toewijzing_einddatum is null or s.toewijzing_einddatum >= (select app_vandaag()))
  join plaatsnorm n on n.soort = 'ZORGBEGIN' and n.geldig_vanaf <= a.beantwoord_op
    and (n.geldig_tot is null or n.geldig_tot >= a.beantwoord_op)
  where a.status = 'AANVAARD' and not exists (
    select from levering l
    left join leveringperiode p on p.levering_id = l.levering_id and p.ingangsdatum <= (select app_vandaag())
      and (p.einddatum is null or p.einddatum >= a.aangeboden_op)
    left join afstel f on f.levering_id = l.levering_id and f.afsteldatum <= (select app_vandaag())
    where l.bemiddelingspecificatie_id = a.bemiddelingspecificatie_id
      and (p.leveringperiode_id is not null or f.afstel_id is not null))`;
