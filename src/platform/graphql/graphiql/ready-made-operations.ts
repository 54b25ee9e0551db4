import type { Examples } from './development-users.js';

/** A tab of GraphiQL that is there at the first visit. */
export interface ReadyMadeOperation {
  readonly query: string;
  readonly variables: string;
}

const WACHTLIJST = `# Wie wacht op wie? Eerst de hoogste urgentie, daarbinnen wie het langst wacht.
query Wachtlijst($filter: WachtlijstFilterInput) {
  wachtlijst(filter: $filter, first: 20) {
    totalCount
    edges {
      node {
        positie
        bemiddelingspecificatieID
        wachtstatus
        sleutel { naam waarde }
        sindsNormklok { datum dagen }
        norm { soort dagen overschreden dagenOver }
        toewijzingIngangsdatum
        sector
        zzpCode
        zorgkantoor
        bemiddelingID
        client { clientID naam geboortedatum }
        zorgaanbieder { naam }
        dossierhouder { instelling zorgaanbieder { naam } }
        coordinatorZorgThuis { instelling }
        laatsteContact { datum }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`;

const CONTACTVERPLICHTINGEN = `# Wie is te laat gesproken, of moet binnenkort worden gesproken?
query Contactverplichtingen($filter: ContactverplichtingenFilterInput) {
  contactverplichtingen(filter: $filter, first: 20) {
    totalCount
    edges {
      node {
        soort
        status
        uiterlijk
        dagenTeLaat
        jaarnormGehaald
        instelling
        bemiddelingID
        client { clientID naam }
        laatsteContact { datum }
      }
    }
  }
}
`;

const ZOEK_OP_BSN = `# Zoek een cliënt op BSN. Elke zoekvraag wordt vastgelegd; het BSN zelf niet.
query ZoekOpBsn($bsn: String!) {
  clienten(filter: { bsn: $bsn }, first: 1) {
    edges {
      node {
        clientID
        naam
        geboortedatum
        bemiddelingen { bemiddelingID verantwoordelijkZorgkantoor }
        contactverplichtingen { soort uiterlijk status dagenTeLaat }
      }
    }
  }
}
`;

const CONTACT = `# Leg een gesprek van de dossierhouder met de cliënt vast (kies eerst de dossierhouder).
mutation LegContactVast($input: RecordContactmomentInput!) {
  recordContactmoment(input: $input) {
    __typename
    ... on Contactmoment { contactmomentID datum met }
    ... on Weigering { regel bron pad melding }
  }
}
`;

const IK = `# Wie ben ik, en namens wie?
query Ik {
  ik { sub rol rollen uzovi agb organisatie }
}
`;

/** What can be tried at once: the four questions of every day, and who is asking. */
export function readyMadeOperations(examples: Examples | null): readonly ReadyMadeOperation[] {
  const json = (value: object): string => JSON.stringify(value, null, 2);
  const contact = {
    bemiddelingID: examples?.bemiddelingID ?? '',
    datum: examples?.vandaag ?? '',
    regierol: 'DOSSIERHOUDER',
    met: 'CLIENT',
    vorm: 'TELEFOON',
    gesproken: true,
  };
  return [
    {
      query: WACHTLIJST,
      variables: json({ filter: { wachtstatus: ['URGENT_PLAATSEN', 'ACTIEF_PLAATSEN'] } }),
    },
    { query: CONTACTVERPLICHTINGEN, variables: json({ filter: { status: ['TE_LAAT'] } }) },
    { query: ZOEK_OP_BSN, variables: json({ bsn: examples?.bsn ?? '' }) },
    { query: CONTACT, variables: json({ input: contact }) },
    { query: IK, variables: json({}) },
  ];
}
