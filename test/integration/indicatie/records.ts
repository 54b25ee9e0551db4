import { randomUUID } from 'node:crypto';
import { isBsn } from '../../../src/modules/client/index.js';
import type { WlzIndicatieRecord } from '../../../src/modules/indicatie/index.js';

const FIRST = 999_900_000;
let last = FIRST;
let besluit = 200_000_000;

/** A BSN of the range for tests that passes the elfproef; another one each time. */
export function newBsn(): string {
  do last += 1;
  while (!isBsn(String(last)));
  return String(last);
}

type Client = WlzIndicatieRecord['client'];

export interface Wensen {
  readonly indicatie?: Partial<Omit<WlzIndicatieRecord, 'client' | 'bsn'>>;
  readonly client?: Partial<Client>;
}

/** An invented record of the Indicatieregister with every part filled, changed as the test wants it. */
export function record({ indicatie = {}, client = {} }: Wensen = {}): WlzIndicatieRecord {
  const ingangsdatum = indicatie.ingangsdatum ?? '2025-02-01';
  const bsn = client.bsn ?? newBsn();
  const clientID = client.clientID ?? randomUUID();
  besluit += 1;
  return {
    wlzindicatieID: randomUUID(),
    bsn,
    besluitnummer: besluit,
    soortWlzindicatie: '1',
    afgiftedatum: ingangsdatum,
    ingangsdatum,
    einddatum: null,
    meerzorg: '2',
    initieelVerantwoordelijkZorgkantoor: '5517',
    vervaldatum: null,
    commentaar: 'Eerste regel\nTweede regel',
    grondslag: [
      { grondslagID: randomUUID(), grondslag: '02', volgorde: 1 },
      { grondslagID: randomUUID(), grondslag: '01', volgorde: 2 },
    ],
    geindiceerdZorgzwaartepakket: [zzp({ ingangsdatum })],
    beperking: [{ beperkingID: randomUUID(), categorie: '1', duur: null, beperkingScore: [{ score: 2 }] }],
    stoornis: [{ stoornisID: randomUUID(), grondslag: '02', diagnoseCodelijst: '1' }],
    stoornisScore: [],
    wzd: { wzdID: randomUUID(), wzdVerklaring: '2', ingangsdatum, einddatum: null },
    ...indicatie,
    client: {
      clientID,
      bsn,
      geheimeClient: '2',
      geboorteDatum: '1941-05-06',
      geboortedatumGebruik: null,
      geslacht: '2',
      burgerlijkeStaat: '4',
      geslachtsnaam: 'Voorbeeld',
      voorvoegselGeslachtsnaam: 'van der',
      partnernaam: 'Proefman',
      voorvoegselPartnernaam: null,
      voornamen: null,
      roepnaam: 'Ankie',
      voorletters: 'A.',
      naamGebruik: '3',
      leefeenheid: '1',
      agbcodeHuisarts: '01999901',
      communicatieVorm: null,
      taal: null,
      commentaar: null,
      contactPersoon: [contactpersoon(clientID, ingangsdatum)],
      contactGegevens: [
        {
          contactGegevensID: randomUUID(),
          clientID,
          contactPersoonID: null,
          adres: adres(ingangsdatum),
          telefoon: telefoon(ingangsdatum),
          email: { emailID: randomUUID(), emailadres: 'a@voorbeeld.test', ingangsdatum, einddatum: null },
        },
      ],
      ...client,
    },
  };
}

/** Another decision on the same client, described as before. */
export function herindicatie(
  former: WlzIndicatieRecord,
  indicatie: Wensen['indicatie'] & { readonly ingangsdatum: string },
): WlzIndicatieRecord {
  return { ...record({ indicatie, client: former.client }), client: former.client };
}

export function zzp(
  changes: Partial<WlzIndicatieRecord['geindiceerdZorgzwaartepakket'][number]>,
): WlzIndicatieRecord['geindiceerdZorgzwaartepakket'][number] {
  return {
    geindiceerdZorgzwaartepakketID: randomUUID(),
    zzpCode: '754',
    ingangsdatum: '2025-02-01',
    einddatum: null,
    voorkeurClient: '4',
    instellingVoorkeur: '99000001',
    financiering: '1',
    commentaar: null,
    ...changes,
  };
}

function contactpersoon(clientID: string, ingangsdatum: string): Client['contactPersoon'][number] {
  return {
    contactPersoonID: randomUUID(),
    relatieNummer: '1',
    volgorde: 1,
    soortRelatie: '16',
    rol: '01',
    relatie: 'DAUC',
    voornamen: null,
    roepnaam: 'Bente',
    voorletters: 'B.',
    geslachtsnaam: 'Voorbeeld',
    voorvoegselGeslachtsnaam: 'van der',
    partnernaam: null,
    voorvoegselPartnernaam: null,
    naamGebruik: '1',
    geslacht: '2',
    geboorteDatum: null,
    geboortedatumGebruik: null,
    ingangsdatum,
    einddatum: null,
    clientID,
    contactGegevens: [
      {
        contactGegevensID: randomUUID(),
        clientID: null,
        contactPersoonID: null,
        adres: null,
        telefoon: telefoon(ingangsdatum),
        email: null,
      },
    ],
  };
}

function adres(ingangsdatum: string): NonNullable<Client['contactGegevens'][number]['adres']> {
  return {
    adresID: randomUUID(),
    adresSoort: '01',
    straatnaam: 'Voorbeeldstraat',
    huisnummer: 12,
    huisletter: null,
    huisnummerToevoeging: null,
    postcode: '2221ZZ',
    plaatsnaam: 'Katwijk',
    landCode: 'NL',
    aanduidingWoonadres: null,
    ingangsdatum,
    einddatum: null,
  };
}

function telefoon(ingangsdatum: string): NonNullable<Client['contactGegevens'][number]['telefoon']> {
  return {
    telefoonID: randomUUID(),
    telefoonnummer: '0699000001',
    landnummer: '+31',
    ingangsdatum,
    einddatum: null,
  };
}
