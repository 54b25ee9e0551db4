/** What is kept of a geheime client, and of everybody around that client: where they live and how they are reached. */
const VERBORGEN = [
  ...[
    'adressoort',
    'straatnaam',
    'huisnummer',
    'huisletter',
    'huisnummertoevoeging',
    'postcode',
    'plaatsnaam',
    'land',
  ],
  ...['aanduiding_woonadres', 'emailadres'],
  ...['telefoonnummer01', 'landnummer01', 'telefoonnummer02', 'landnummer02'],
];
const GETOOND = [
  ...[
    'contactgegevens_id',
    'client_id',
    'contactpersoon_id',
    'dossier_client_id',
    'ingangsdatum',
    'einddatum',
  ],
];

/**
 * Contact data as they may leave the register, for every reader and every purpose: a from-item named `g` with the columns
 * of contactgegevens, in which all that would lead to a geheime client is null and the dates are left. The only place that
 * reads that table to show it, beside the monthly report, which keeps the country; a test keeps it so.
 */
export const CONTACTGEGEVENS = `(
  select ${GETOOND.map((kolom) => `gegevens.${kolom}`).join(', ')},
    ${VERBORGEN.map((kolom) => `case when houder.geheime_client = '1' then null else gegevens.${kolom} end as ${kolom}`).join(',\n    ')}
  from contactgegevens gegevens join client houder on houder.client_id = gegevens.dossier_client_id) g`;
