const RECHT_VAN_NU = `agb = (select app_agb()) and van <= (select app_vandaag()) and tot >= (select app_vandaag())`;
const RECHT_VAN_REGIO = `zorgkantoor = any ((select app_uzovi())::text[])`;

/** What somebody may see, out of the rights themselves. Nobody counts these rows; a right may stand there twice. */
export const ZICHT: readonly string[] = [
  `create or replace view zichtbaar_zorgkantoor_bemiddeling with (security_invoker = true) as
    select bemiddeling_id, client_id from toegangsrecht_zorgkantoor
    where ${RECHT_VAN_REGIO} and bemiddeling_id is not null`,
  `create or replace view zichtbaar_zorgkantoor_client with (security_invoker = true) as
    select client_id from toegangsrecht_zorgkantoor where ${RECHT_VAN_REGIO}`,
  `create or replace view zichtbaar_zorgaanbieder_bemiddeling with (security_invoker = true) as
    select bemiddeling_id, client_id from toegangsrecht where ${RECHT_VAN_NU}`,
  `create or replace view zichtbaar_zorgaanbieder_client with (security_invoker = true) as
    select client_id from toegangsrecht where ${RECHT_VAN_NU}`,
];

/** What it was before: worked out from the register with every question. */
export const ZICHT_VOORHEEN: readonly string[] = [
  `create or replace view zichtbaar_zorgkantoor_bemiddeling with (security_invoker = true) as
    select b.bemiddeling_id, b.client_id from bemiddeling b
    where b.verantwoordelijk_zorgkantoor = any ((select app_uzovi())::text[])
    union all
    select b.bemiddeling_id, b.client_id from bemiddelingspecificatie s
    join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
    where s.uitvoerend_zorgkantoor = any ((select app_uzovi())::text[])`,
  `create or replace view zichtbaar_zorgkantoor_client with (security_invoker = true) as
    select client_id from zichtbaar_zorgkantoor_bemiddeling
    union all
    select i.client_id from indicatie i
    where i.initieel_verantwoordelijk_zorgkantoor = any ((select app_uzovi())::text[])`,
  `create or replace view zichtbaar_zorgaanbieder_bemiddeling with (security_invoker = true) as
    select b.bemiddeling_id, b.client_id from bemiddelingspecificatie s
    join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
    where s.instelling = (select app_agb())
      and (s.toewijzing_einddatum is null or s.toewijzing_einddatum >= (select app_vandaag()))
    union all
    select b.bemiddeling_id, b.client_id from regiehouder r
    join bemiddeling b on b.bemiddeling_id = r.bemiddeling_id
    where r.instelling = (select app_agb())
      and (r.einddatum is null or r.einddatum >= (select app_vandaag()))`,
  `create or replace view zichtbaar_zorgaanbieder_client with (security_invoker = true) as
    select client_id from zichtbaar_zorgaanbieder_bemiddeling`,
];
