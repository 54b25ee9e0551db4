import { type Day } from '../../../platform/clock/index.js';
import { type DemoIndicatie, type DemoZorgaanbieder } from './demo-data.types.js';

/** How another register names the client. */
export interface DemoClientVerwijzing {
  readonly clientID: string;
  readonly bsn: string;
}

export interface DemoBemiddelingspecificatie {
  readonly bemiddelingspecificatieID: string;
  readonly leveringsvorm: string;
  readonly zzpCode: string;
  readonly toewijzingIngangsdatum: Day;
  readonly toewijzingEinddatum: Day | null;
  readonly instelling: string | null;
  readonly uitvoerendZorgkantoor: string;
  readonly vaststellingMoment: string;
  /** In hundredths of a per cent. */
  readonly percentage: number | null;
  /** In hundredths of a per cent. */
  readonly pgbPercentage: number | null;
  readonly opname: string | null;
  readonly redenIntrekking: string | null;
  readonly etmalen: string | null;
  readonly instellingBestemming: string | null;
  readonly soortToewijzing: string;
}

export interface DemoRegiehouder {
  readonly regiehouderID: string;
  readonly instelling: string;
  readonly ingangsdatum: Day;
  readonly einddatum: Day | null;
  readonly regierol: string;
}

/** A bemiddeling as the Bemiddelingsregister holds it. */
export interface DemoBemiddeling {
  readonly bemiddelingID: string;
  readonly wlzIndicatieID: string;
  readonly verantwoordelijkZorgkantoor: string;
  readonly verantwoordelijkheidIngangsdatum: Day;
  readonly verantwoordelijkheidEinddatum: Day | null;
  readonly client: DemoClientVerwijzing;
  readonly bemiddelingspecificatie: readonly DemoBemiddelingspecificatie[];
  readonly regiehouder: readonly DemoRegiehouder[];
}

export interface DemoUitstelperiode {
  readonly uitstelperiodeID: string;
  readonly ingangsdatum: Day;
  readonly vaststellingMoment: string;
  readonly reden: string | null;
  readonly leveringsstatus: string;
  readonly leveringsstatusClassificatie: string;
  readonly einddatum: Day | null;
}

export interface DemoLeveringperiode {
  readonly leveringperiodeID: string;
  readonly ingangsdatum: Day;
  readonly vaststellingMoment: string;
  readonly sleuteldatum: Day | null;
  readonly einddatum: Day | null;
  readonly beeindigingReden: string | null;
  readonly aanbiederBestemming: string | null;
}

export interface DemoAfstel {
  readonly afstelID: string;
  readonly afsteldatum: Day;
  readonly vaststellingMoment: string;
  readonly reden: string;
  readonly aanbiederBestemming: string | null;
}

/** What a provider reports on one allocation, as the Leveringsregister holds it. */
export interface DemoLevering {
  readonly leveringID: string;
  readonly client: DemoClientVerwijzing;
  readonly bemiddelingspecificatieID: string;
  readonly uitstelperiodes: readonly DemoUitstelperiode[];
  readonly leveringperiodes: readonly DemoLeveringperiode[];
  readonly afstel: DemoAfstel | null;
}

/** One line of the file with contacts; the fields are its columns, in their order. */
export interface DemoContactmoment {
  readonly bemiddelingID: string;
  readonly datum: Day;
  readonly instelling: string;
  readonly regierol: string;
  readonly met: string;
  readonly vorm: string;
  readonly gesproken: string;
}

/** Everything about one client. */
export interface DemoDossier {
  readonly indicatie: DemoIndicatie;
  /** Null while the indication has no allocation. */
  readonly bemiddeling: DemoBemiddeling | null;
  readonly leveringen: readonly DemoLevering[];
  readonly contactmomenten: readonly DemoContactmoment[];
}

/** The five files, parsed. */
export interface DemoData {
  readonly zorgaanbieders: readonly DemoZorgaanbieder[];
  readonly indicaties: { readonly data: { readonly wlzIndicatie: readonly DemoIndicatie[] } };
  readonly bemiddelingen: { readonly data: { readonly bemiddeling: readonly DemoBemiddeling[] } };
  readonly leveringen: { readonly data: { readonly levering: readonly DemoLevering[] } };
  readonly contactmomenten: readonly DemoContactmoment[];
}
