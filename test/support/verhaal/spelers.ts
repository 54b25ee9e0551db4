import type { Day } from '../../../src/platform/clock/index.js';
import type { TestApp } from '../app.js';
import { Kijker } from './kijker.js';

/** A client with what was decided and allocated for them. */
export interface Client {
  readonly naam: string;
  readonly clientID: string;
  readonly wlzIndicatieID: string;
}

/** An allocation of care to a provider. */
export interface Toewijzing {
  readonly client: Client;
  readonly bemiddelingID: string;
  readonly bemiddelingspecificatieID: string;
}

export interface Toekenning {
  readonly aan?: Aanbieder;
  readonly vanaf: Day;
  /** COD578; verblijf unless told otherwise. */
  readonly vorm?: string;
  /** Who becomes dossierhouder with it. */
  readonly dossierhouder?: Aanbieder;
  /** Other fields of the input. */
  readonly verder?: object;
}

interface Antwoord {
  readonly __typename: string;
  readonly code?: string;
  readonly regel?: string | null;
  readonly melding?: string;
  readonly [veld: string]: unknown;
}

const PROFIEL = '754';

/** Somebody at work with the API, who may do and see what their token allows. */
export class Speler extends Kijker {
  /** Does it, or fails with the refusal. */
  async doet<T = Record<string, unknown>>(mutatie: string, input: object, velden = ''): Promise<T> {
    const antwoord = await this.probeert(mutatie, input, velden);
    if (antwoord.code !== undefined) {
      throw new Error(
        `${this.naam}, ${mutatie}: ${antwoord.regel ?? antwoord.code} ${antwoord.melding ?? ''}`,
      );
    }
    return antwoord as T;
  }

  /** Must be refused; gives the rule, or the kind of refusal when there is no rule. */
  async magNiet(mutatie: string, input: object): Promise<string> {
    const { code, regel } = await this.probeert(mutatie, input, '');
    if (code === undefined) throw new Error(`${mutatie} was not refused`);
    return regel ?? code;
  }

  /** What a provider, or by exception the office, reports about how somebody waits. */
  meldtStatus(
    plaats: Toewijzing,
    leveringsstatus: string,
    leveringsstatusClassificatie: string,
    ingangsdatum: Day,
    verder: object = {},
  ): Promise<{ uitstelperiodeID: string }> {
    return this.meldt(
      plaats,
      'reportUitstelperiode',
      { leveringsstatus, leveringsstatusClassificatie, ingangsdatum, ...verder },
      '... on Uitstelperiode { uitstelperiodeID }',
    );
  }

  corrigeertStatus(plaats: Toewijzing, uitstelperiodeID: string, beter: object): Promise<object> {
    return this.meldt(plaats, 'correctUitstelperiode', { uitstelperiodeID, ...beter });
  }

  meldtZorg(plaats: Toewijzing, periode: object): Promise<object> {
    return this.meldt(plaats, 'reportLeveringperiode', periode);
  }

  meldtAfstel(plaats: Toewijzing, afstel: object): Promise<object> {
    return this.meldt(plaats, 'reportAfstel', afstel);
  }

  /** A place of this location for somebody who waits. */
  biedtAan(locatie: Aanbieder, { bemiddelingspecificatieID }: Toewijzing, redenAfwijking?: string) {
    const input = { locatieID: locatie.locatieID, bemiddelingspecificatieID, redenAfwijking };
    return this.doet<Aanbod>('offerPlaats', input, AANBOD);
  }

  neemtAan({ aanbodID, versie }: Aanbod): Promise<Aanbod> {
    return this.doet('acceptAanbod', { aanbodID, versie }, AANBOD);
  }

  weigert({ aanbodID, versie }: Aanbod, reden: string, conformWens: boolean): Promise<Aanbod> {
    return this.doet('refuseAanbod', { aanbodID, versie, reden, conformWens }, AANBOD);
  }

  /** The version of the allocation as this person sees it, as a form would send it back. */
  async versieVan({ bemiddelingID, bemiddelingspecificatieID }: Toewijzing): Promise<number> {
    const { bemiddeling } = await this.vraag<{
      bemiddeling: { bemiddelingspecificaties: { bemiddelingspecificatieID: string; versie: number }[] };
    }>(
      `query ($id: UUID!) { bemiddeling(id: $id) { bemiddelingspecificaties { bemiddelingspecificatieID versie } } }`,
      { id: bemiddelingID },
    );
    const own = bemiddeling.bemiddelingspecificaties.find(
      (one) => one.bemiddelingspecificatieID === bemiddelingspecificatieID,
    );
    if (own === undefined) throw new Error(`${this.naam} does not see this allocation`);
    return own.versie;
  }

  private async meldt<T>(plaats: Toewijzing, mutatie: string, melding: object, velden = ''): Promise<T> {
    const { bemiddelingspecificatieID } = plaats;
    const versie = await this.versieVan(plaats);
    return this.doet<T>(mutatie, { bemiddelingspecificatieID, versie, ...melding }, velden);
  }

  private async probeert(mutatie: string, input: object, velden: string): Promise<Antwoord> {
    const type = `${mutatie.charAt(0).toUpperCase()}${mutatie.slice(1)}Input`;
    const data = await this.vraag<Record<string, Antwoord>>(
      `mutation ($input: ${type}!) { ${mutatie}(input: $input) {
         __typename ... on Weigering { code regel melding } ${velden} } }`,
      { input },
    );
    const antwoord = data[mutatie];
    if (antwoord === undefined) throw new Error(`no answer to ${mutatie}`);
    return antwoord;
  }
}

export interface Aanbod {
  readonly aanbodID: string;
  readonly versie: number;
  readonly status: string;
  readonly plaats: string;
  readonly positie: number;
  readonly uiterlijk: Day;
  readonly redenAfwijking: string | null;
  readonly teltMee: boolean | null;
}

const AANBOD = '... on Aanbod { aanbodID versie status plaats positie uiterlijk redenAfwijking teltMee }';

/** Somebody of a provider. */
export class Aanbieder extends Speler {
  constructor(
    app: TestApp,
    token: string,
    naam: string,
    readonly agb: string,
    readonly locatieID: string,
  ) {
    super(app, token, naam);
  }

  heeftPlaatsen(capaciteit: number, overigBezet: number, verder: object = {}): Promise<object> {
    return this.doet('recordPlaatsen', { locatieID: this.locatieID, capaciteit, overigBezet, ...verder });
  }

  /** Speaks with somebody on the telephone, in a role. */
  belt({ bemiddelingID }: Toewijzing, met: string, datum: Day, regierol = 'DOSSIERHOUDER'): Promise<object> {
    const gesprek = { vorm: 'TELEFOON', gesproken: true };
    return this.doet('recordContactmoment', { bemiddelingID, datum, regierol, met, ...gesprek });
  }
}

/** An employee of the zorgkantoor. */
export class Medewerker extends Speler {
  private besluit = 300_000_000;

  constructor(
    app: TestApp,
    token: string,
    naam: string,
    readonly uzovi: string,
    private readonly newBsn: () => string,
  ) {
    super(app, token, naam);
  }

  /** Takes in what the CIZ decided. */
  async registreert(naam: string, dag: Day, voorkeur?: Aanbieder, voorkeurClient = '4'): Promise<Client> {
    this.besluit += 1;
    const pakket = { zzpCode: PROFIEL, voorkeurClient, instellingVoorkeur: voorkeur?.agb };
    const { wlzIndicatieID, client } = await this.doet<{
      wlzIndicatieID: string;
      client: { clientID: string };
    }>(
      'registerIndicatie',
      {
        client: { bsn: this.newBsn(), geboortedatum: '1941-05-06', geslacht: '2', geslachtsnaam: naam },
        indicatie: {
          besluitnummer: this.besluit,
          afgiftedatum: dag,
          ingangsdatum: dag,
          initieelVerantwoordelijkZorgkantoor: this.uzovi,
          geindiceerdeZorgzwaartepakketten: [pakket],
        },
      },
      '... on Indicatie { wlzIndicatieID client { clientID } }',
    );
    return { naam, wlzIndicatieID, clientID: client.clientID };
  }

  /** A client of today with verblijf at a provider that becomes dossierhouder. */
  async wacht(naam: string, aan: Aanbieder, vandaag: Day): Promise<Toewijzing> {
    const client = await this.registreert(naam, vandaag, aan);
    return this.wijstToe(client, { aan, vanaf: vandaag, dossierhouder: aan });
  }

  /** Allocates care. */
  async wijstToe(client: Client, toekenning: Toekenning): Promise<Toewijzing> {
    const { aan, vanaf, vorm = '4', dossierhouder, verder = {} } = toekenning;
    const verblijf = vorm === '4' ? { opname: '1' } : {};
    const inNatura = aan === undefined ? {} : { instelling: aan.agb, percentage: 10_000, ...verblijf };
    const ids = await this.doet<{ bemiddelingID: string; bemiddelingspecificatieID: string }>(
      'createBemiddelingspecificatie',
      {
        wlzIndicatieID: client.wlzIndicatieID,
        leveringsvorm: vorm,
        zzpCode: PROFIEL,
        toewijzingIngangsdatum: vanaf,
        ...inNatura,
        ...(dossierhouder
          ? { regiehouder: { instelling: dossierhouder.agb, regierol: 'DOSSIERHOUDER' } }
          : {}),
        ...verder,
      },
      '... on Bemiddelingspecificatie { bemiddelingID bemiddelingspecificatieID }',
    );
    return { client, ...ids };
  }

  async versieVanBemiddeling(bemiddelingID: string): Promise<number> {
    const { bemiddeling } = await this.vraag<{ bemiddeling: { versie: number } }>(
      'query ($id: UUID!) { bemiddeling(id: $id) { versie } }',
      { id: bemiddelingID },
    );
    return bemiddeling.versie;
  }
}
