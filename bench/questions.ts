/** The list as the office opens it: everything a row of the screen shows. */
export const WACHTLIJST = `query ($filter: WachtlijstFilterInput, $first: Int!, $after: String) {
  wachtlijst(filter: $filter, first: $first, after: $after) {
    edges { node {
      positie bemiddelingspecificatieID bemiddelingID indicatieID instelling zorgkantoor sector zzpCode wachtstatus
      wachtstatusCode classificatie statusIngangsdatum toewijzingIngangsdatum
      client { clientID naam geboortedatum }
      zorgaanbieder { agbCode naam telefoonnummer }
      dossierhouder { regiehouderID instelling ingangsdatum }
      coordinatorZorgThuis { regiehouderID instelling ingangsdatum }
      laatsteContact { contactmomentID datum met vorm }
    } }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const WACHTLIJST_COUNTED = WACHTLIJST.replace('pageInfo', 'totalCount pageInfo');

export const CLIENT_BY_BSN = `query ($bsn: String!) {
  clienten(filter: { bsn: $bsn }, first: 2) { edges { node { clientID naam geboortedatum } } }
}`;

export const CONTACTVERPLICHTINGEN = `query ($filter: ContactverplichtingenFilterInput, $first: Int!) {
  contactverplichtingen(filter: $filter, first: $first) {
    edges { node {
      soort bemiddelingID instelling uiterlijk status dagenTeLaat jaarnormGehaald
      client { clientID naam } laatsteContact { datum }
    } }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const RECORD_CONTACTMOMENT = `mutation ($input: RecordContactmomentInput!) {
  recordContactmoment(input: $input) {
    __typename ... on Contactmoment { contactmomentID } ... on Weigering { code regel melding }
  }
}`;

/** The body of a request. */
export function asking(query: string, variables: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ query, variables });
}
