import { type Day } from '../../../platform/clock/index.js';

/** What to make. The same options give the same data, to the byte. */
export interface DemoDataOptions {
  /** 0 … 4,294,967,295 */
  readonly seed: number;
  /** The reference day ("peildatum"); everything is dated relative to it. */
  readonly asof: Day;
  /** How many clients, each with one indication. */
  readonly clients: number;
}

export interface DemoLocatie {
  readonly locatieID: string;
  readonly naam: string;
  readonly plaatsnaam: string;
  readonly postcode: string;
  readonly capaciteit: number;
}

export interface DemoZorgaanbieder {
  readonly agbCode: string;
  readonly naam: string;
  readonly sectoren: readonly string[];
  readonly leveringsvormen: readonly string[];
  readonly zorgkantoor: string;
  readonly locaties: readonly DemoLocatie[];
}

interface Periode {
  readonly ingangsdatum: Day;
  readonly einddatum: Day | null;
}

export interface DemoAdres extends Periode {
  readonly adresID: string;
  readonly adresSoort: string;
  readonly straatnaam: string;
  readonly huisnummer: number;
  readonly huisletter: string | null;
  readonly huisnummerToevoeging: string | null;
  readonly postcode: string;
  readonly plaatsnaam: string;
  readonly landCode: string;
  readonly aanduidingWoonadres: string | null;
}

export interface DemoTelefoon extends Periode {
  readonly telefoonID: string;
  readonly telefoonnummer: string;
  readonly landnummer: string;
}

export interface DemoContactGegevens {
  readonly contactGegevensID: string;
  readonly clientID: string | null;
  readonly contactPersoonID: string | null;
  readonly adres: DemoAdres | null;
  readonly telefoon: DemoTelefoon | null;
  readonly email: null;
}

interface Persoon {
  readonly geslachtsnaam: string;
  readonly voorvoegselGeslachtsnaam: string | null;
  readonly partnernaam: string | null;
  readonly voorvoegselPartnernaam: string | null;
  readonly voornamen: string | null;
  readonly roepnaam: string | null;
  readonly voorletters: string | null;
  readonly naamGebruik: string;
  readonly geboortedatumGebruik: string | null;
  readonly contactGegevens: readonly DemoContactGegevens[];
}

export interface DemoContactPersoon extends Persoon, Periode {
  readonly contactPersoonID: string;
  readonly relatieNummer: string;
  readonly volgorde: number;
  readonly soortRelatie: string;
  readonly rol: string | null;
  readonly relatie: string | null;
  readonly geslacht: string | null;
  readonly geboorteDatum: Day | null;
  readonly clientID: string;
}

export interface DemoClient extends Persoon {
  readonly clientID: string;
  readonly bsn: string;
  readonly geheimeClient: string;
  readonly geboorteDatum: Day;
  readonly geslacht: string;
  readonly burgerlijkeStaat: string | null;
  readonly leefeenheid: string;
  readonly agbcodeHuisarts: string;
  readonly communicatieVorm: string | null;
  readonly taal: string | null;
  readonly commentaar: string | null;
  readonly contactPersoon: readonly DemoContactPersoon[];
}

/** An indication as the Indicatieregister gives it. */
export interface DemoIndicatie extends Periode {
  readonly wlzindicatieID: string;
  readonly bsn: string;
  readonly besluitnummer: number;
  readonly soortWlzindicatie: string;
  readonly afgiftedatum: Day;
  readonly meerzorg: string;
  readonly initieelVerantwoordelijkZorgkantoor: string;
  readonly vervaldatum: Day | null;
  readonly commentaar: string | null;
  readonly grondslag: readonly { grondslagID: string; grondslag: string; volgorde: number }[];
  readonly geindiceerdZorgzwaartepakket: readonly DemoZorgzwaartepakket[];
  readonly beperking: readonly never[];
  readonly stoornis: readonly never[];
  readonly stoornisScore: readonly never[];
  readonly wzd: { wzdID: string; wzdVerklaring: string } & Periode;
  readonly client: DemoClient;
}

export interface DemoZorgzwaartepakket extends Periode {
  readonly geindiceerdZorgzwaartepakketID: string;
  readonly zzpCode: string;
  readonly voorkeurClient: string | null;
  readonly instellingVoorkeur: string | null;
  readonly financiering: string;
  readonly commentaar: string | null;
}
