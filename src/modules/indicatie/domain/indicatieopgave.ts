import type {
  Grondslaggegevens,
  Indicatiedossier,
  Indicatiegegevens,
  Wzdgegevens,
  Zorgzwaartepakketgegevens,
} from './indicatiedossier.js';

/** What somebody states of a decision; what is left out is absent, ids that are left out are made. */
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
 * The whole decision that was stated. A profile holds as long as the indication unless it has dates of its own;
 * grondslagen are ordered as given.
 * @param newID makes an id for what has none yet
 */
export function indicatieOf(
  opgave: Indicatieopgave,
  clientID: string,
  newID: () => string,
): Indicatiedossier {
  const wlzIndicatieID = opgave.wlzIndicatieID ?? newID();
  const { ingangsdatum, wzd } = opgave;
  return {
    indicatie: {
      wlzIndicatieID,
      clientID,
      besluitnummer: opgave.besluitnummer,
      soortWlzindicatie: opgave.soortWlzindicatie ?? CIZ,
      afgiftedatum: opgave.afgiftedatum,
      ingangsdatum,
      einddatum: opgave.einddatum ?? null,
      meerzorg: opgave.meerzorg ?? null,
      initieelVerantwoordelijkZorgkantoor: opgave.initieelVerantwoordelijkZorgkantoor,
      vervaldatum: opgave.vervaldatum ?? null,
      commentaar: opgave.commentaar ?? null,
      beperking: [],
      stoornis: [],
      stoornisScore: [],
    },
    grondslagen: (opgave.grondslagen ?? []).map(({ grondslagID, grondslag, volgorde }, index) => ({
      grondslagID: grondslagID ?? newID(),
      wlzIndicatieID,
      grondslag,
      volgorde: volgorde ?? index + 1,
    })),
    zorgzwaartepakketten: (opgave.geindiceerdeZorgzwaartepakketten ?? []).map((zzp) => ({
      geindiceerdZorgzwaartepakketID: zzp.geindiceerdZorgzwaartepakketID ?? newID(),
      wlzIndicatieID,
      zzpCode: zzp.zzpCode,
      ingangsdatum: zzp.ingangsdatum ?? ingangsdatum,
      einddatum: zzp.einddatum ?? null,
      voorkeurClient: zzp.voorkeurClient ?? null,
      instellingVoorkeur: zzp.instellingVoorkeur ?? null,
      financiering: zzp.financiering ?? WLZ,
      commentaar: zzp.commentaar ?? null,
    })),
    wzd:
      wzd == null
        ? null
        : {
            wzdID: wzd.wzdID ?? newID(),
            wlzIndicatieID,
            wzdVerklaring: wzd.wzdVerklaring,
            ingangsdatum: wzd.ingangsdatum ?? null,
            einddatum: wzd.einddatum ?? null,
          },
  };
}
