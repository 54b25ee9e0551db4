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

const WAAROM = `# Waarom staat de ene plaats boven de andere? Vul twee bemiddelingspecificatieIDs van de wachtlijst in.
query Waarom($a: UUID!, $b: UUID!) {
  verklaarVolgorde(a: $a, b: $b) {
    tekst
    sleutel
    waardeA
    waardeB
    regel
    bron
  }
}
`;

const WAT_VERANDERDE = `# Wie kwam, vertrok, steeg of daalde, en waardoor? Ook van een dag zoals die toen bekend was (zoalsBekendOp).
query WatVeranderde($van: PeilingInput!, $naar: PeilingInput!) {
  wachtlijstVerschil(van: $van, naar: $naar, first: 20) {
    totalCount
    edges {
      node {
        soort
        client { naam }
        positieVan
        positieNaar
        oorzaken { gebeurtenis dag geregistreerdOp geregistreerdDoor }
      }
    }
  }
}
`;

const WERKVOORRAAD = `# Wat is er te doen, door wie, en voor wanneer? Een regel verdwijnt vanzelf als het gedaan is.
query Werkvoorraad($filter: WerkvoorraadFilterInput) {
  werkvoorraad(filter: $filter, first: 20) {
    totalCount
    edges {
      node { soort voor instelling uiterlijk status dagenTeLaat reden client { naam } }
    }
  }
}
`;

const KANDIDATEN = `# Wie kan hier een plaats krijgen, in de volgorde van de lijst; en wie niet, en waarom niet?
query Kandidaten($locatieID: UUID!) {
  kandidaten(locatieID: $locatieID, first: 20) {
    totalCount
    edges {
      node {
        positie
        bemiddelingspecificatieID
        wachtstatusCode
        client { naam }
        bezwaren { regel tekst }
      }
    }
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

/** What can be tried at once: the questions of every day, and who is asking. */
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
    {
      query: WAAROM,
      variables: json({ a: examples?.plaatsen[0] ?? '', b: examples?.plaatsen[1] ?? '' }),
    },
    {
      query: WAT_VERANDERDE,
      variables: json({ van: { op: examples?.maandGeleden ?? '' }, naar: { op: examples?.vandaag ?? '' } }),
    },
    { query: WERKVOORRAAD, variables: json({ filter: {} }) },
    { query: KANDIDATEN, variables: json({ locatieID: examples?.locatieID ?? '' }) },
    { query: CONTACTVERPLICHTINGEN, variables: json({ filter: { status: ['TE_LAAT'] } }) },
    { query: ZOEK_OP_BSN, variables: json({ bsn: examples?.bsn ?? '' }) },
    { query: CONTACT, variables: json({ input: contact }) },
    { query: IK, variables: json({}) },
  ];
}
