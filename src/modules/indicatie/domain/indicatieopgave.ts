import type {
  Grondslaggegevens,
  Indicatiedossier,
  Indicatiegegevens,
  Wzdgegevens,
  Zorgzwaartepakketgegevens,
} from './indicatiedossier.js';

/** What somebody states of a decision; of one that is known, what is left out stays as it was. */
type Opgave<Row, Required extends keyof Row> = {
  readonly [Field in Exclude<keyof Row, Required | 'clientID'>]?: Row[Field] | null;
} & Pick<Row, Required>;

export type Grondslagopgave = Opgave<Omit<Grondslaggegevens, 'wlzIndicatieID'>, 'grondslag'>;
export type Zorgzwaartepakketopgave = Opgave<Omit<Zorgzwaartepakketgegevens, 'wlzIndicatieID'>, 'zzpCode'>;
export type Wzdopgave = Opgave<Omit<Wzdgegevens, 'wlzIndicatieID'>, 'wzdVerklaring'>;

export type Indicatieopgave = Opgave<
  Omit<Indicatiegegevens, 'beperking' | 'stoornis' | 'stoornisScore'>,
  'besluitnummer' | 'afgiftedatum' | 'ingangsdatum' | 'initieelVerantwoordelijkZorgkantoor'
> & {
  readonly grondslagen?: readonly Grondslagopgave[] | null;
  readonly geindiceerdeZorgzwaartepakketten?: readonly Zorgzwaartepakketopgave[] | null;
  readonly wzd?: Wzdopgave | null;
};

/** COD169: a decision of the CIZ. COD998: paid under the Wlz. */
const CIZ = '1';
const WLZ = '1';

/**
 * The whole decision that follows from what was stated and what was known. Without ids, a grondslag is known by its
 * code and a profile by the day it begins. A profile holds as long as the indication unless it has dates of its own;
 * grondslagen are ordered as given.
 * @param newID makes an id for what has none yet
 */
export function indicatieOf(
  opgave: Indicatieopgave,
  clientID: string,
  known: Indicatiedossier | undefined,
  newID: () => string,
): Indicatiedossier {
  const wlzIndicatieID = opgave.wlzIndicatieID ?? newID();
  const { besluitnummer, afgiftedatum, ingangsdatum, initieelVerantwoordelijkZorgkantoor } = opgave;
  const former = known?.indicatie;
  return {
    indicatie: {
      wlzIndicatieID,
      clientID,
      besluitnummer,
      soortWlzindicatie: opgave.soortWlzindicatie ?? former?.soortWlzindicatie ?? CIZ,
      afgiftedatum,
      ingangsdatum,
      einddatum: stated(opgave.einddatum, former?.einddatum),
      meerzorg: stated(opgave.meerzorg, former?.meerzorg),
      initieelVerantwoordelijkZorgkantoor,
      vervaldatum: stated(opgave.vervaldatum, former?.vervaldatum),
      commentaar: stated(opgave.commentaar, former?.commentaar),
      beperking: former?.beperking ?? [],
      stoornis: former?.stoornis ?? [],
      stoornisScore: former?.stoornisScore ?? [],
    },
    grondslagen:
      opgave.grondslagen?.map((rij, index) => grondslagOf(rij, index, wlzIndicatieID, known, newID)) ??
      known?.grondslagen ??
      [],
    zorgzwaartepakketten:
      opgave.geindiceerdeZorgzwaartepakketten?.map((rij) =>
        zorgzwaartepakketOf(rij, { wlzIndicatieID, ingangsdatum }, known, newID),
      ) ??
      known?.zorgzwaartepakketten ??
      [],
    wzd: opgave.wzd === undefined ? (known?.wzd ?? null) : wzdOf(opgave.wzd, wlzIndicatieID, known, newID),
  };
}

function grondslagOf(
  { grondslagID, grondslag, volgorde }: Grondslagopgave,
  index: number,
  wlzIndicatieID: string,
  known: Indicatiedossier | undefined,
  newID: () => string,
): Grondslaggegevens {
  const former = known?.grondslagen.find((rij) => rij.grondslag === grondslag);
  return {
    grondslagID: grondslagID ?? former?.grondslagID ?? newID(),
    wlzIndicatieID,
    grondslag,
    volgorde: volgorde ?? index + 1,
  };
}

function zorgzwaartepakketOf(
  opgave: Zorgzwaartepakketopgave,
  indicatie: Pick<Indicatiegegevens, 'wlzIndicatieID' | 'ingangsdatum'>,
  known: Indicatiedossier | undefined,
  newID: () => string,
): Zorgzwaartepakketgegevens {
  const ingangsdatum = opgave.ingangsdatum ?? indicatie.ingangsdatum;
  const former = known?.zorgzwaartepakketten.find((zzp) =>
    opgave.geindiceerdZorgzwaartepakketID == null
      ? zzp.ingangsdatum === ingangsdatum
      : zzp.geindiceerdZorgzwaartepakketID === opgave.geindiceerdZorgzwaartepakketID,
  );
  return {
    geindiceerdZorgzwaartepakketID:
      opgave.geindiceerdZorgzwaartepakketID ?? former?.geindiceerdZorgzwaartepakketID ?? newID(),
    wlzIndicatieID: indicatie.wlzIndicatieID,
    zzpCode: opgave.zzpCode,
    ingangsdatum,
    einddatum: stated(opgave.einddatum, former?.einddatum),
    voorkeurClient: stated(opgave.voorkeurClient, former?.voorkeurClient),
    instellingVoorkeur: stated(opgave.instellingVoorkeur, former?.instellingVoorkeur),
    financiering: opgave.financiering ?? former?.financiering ?? WLZ,
    commentaar: stated(opgave.commentaar, former?.commentaar),
  };
}

function wzdOf(
  opgave: Wzdopgave | null,
  wlzIndicatieID: string,
  known: Indicatiedossier | undefined,
  newID: () => string,
): Wzdgegevens | null {
  if (opgave === null) return null;
  return {
    wzdID: opgave.wzdID ?? known?.wzd?.wzdID ?? newID(),
    wlzIndicatieID,
    wzdVerklaring: opgave.wzdVerklaring,
    ingangsdatum: stated(opgave.ingangsdatum, known?.wzd?.ingangsdatum),
    einddatum: stated(opgave.einddatum, known?.wzd?.einddatum),
  };
}

/** What was said, null included; else what was known. */
function stated<Value>(said: Value | null | undefined, known: Value | null | undefined): Value | null {
  return said === undefined ? (known ?? null) : said;
}
