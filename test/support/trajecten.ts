import type { Maatstaf } from '../../src/modules/wachtlijst/domain/grenzen.js';
import type {
  Afstel,
  Leveringperiode,
  Specificatie,
  Traject,
  Uitstelperiode,
} from '../../src/modules/wachtlijst/domain/traject.js';

/** For specs of other modules, which need the rule and not the whole module around it. */
export { leveringsstatusOp } from '../../src/modules/wachtlijst/domain/actuele-status.js';

let counter = 0;

/** A new id; later ones sort after earlier ones. */
export function nextID(): string {
  counter += 1;
  return `00000000-0000-4000-8000-${String(counter).padStart(12, '0')}`;
}

/** A regular allocation of verblijf from 2026-01-01, without an end. */
export function specificatie(over: Partial<Specificatie> = {}): Specificatie {
  return {
    bemiddelingspecificatieID: nextID(),
    leveringsvorm: '4',
    soortToewijzing: '1',
    opname: '1',
    instelling: '99000001',
    toewijzingIngangsdatum: '2026-01-01',
    toewijzingEinddatum: null,
    ingetrokken: false,
    ...over,
  };
}

const CLASSIFICATIE: Readonly<Record<string, string>> = { '6': '03', '7': '12', '2': '13', '3': '19' };

export function uitstel(
  leveringsstatus: string,
  ingangsdatum: string,
  over: Partial<Uitstelperiode> = {},
): Uitstelperiode {
  return {
    uitstelperiodeID: nextID(),
    ingangsdatum,
    einddatum: null,
    vaststellingMoment: `${ingangsdatum}T09:00:00.000Z`,
    reden: null,
    leveringsstatus,
    leveringsstatusClassificatie: CLASSIFICATIE[leveringsstatus] ?? '13',
    bron: 'DOSSIERHOUDER',
    redenHandmatig: null,
    ...over,
  };
}

export function levering(ingangsdatum: string, over: Partial<Leveringperiode> = {}): Leveringperiode {
  return {
    leveringperiodeID: nextID(),
    ingangsdatum,
    einddatum: null,
    vaststellingMoment: `${ingangsdatum}T09:00:00.000Z`,
    sleuteldatum: null,
    beeindigingReden: null,
    aanbiederBestemming: null,
    ...over,
  };
}

export function afstel(afsteldatum: string, over: Partial<Afstel> = {}): Afstel {
  return {
    afstelID: nextID(),
    afsteldatum,
    vaststellingMoment: `${afsteldatum}T09:00:00.000Z`,
    reden: null,
    aanbiederBestemming: null,
    ...over,
  };
}

export function traject(over: Partial<Traject> = {}): Traject {
  return {
    specificatie: specificatie(),
    leveringID: null,
    uitstelperioden: [],
    leveringperioden: [],
    afstel: null,
    ...over,
  };
}

/** The yardstick of the specs: a day, and one pair of rule W1 that came later. */
export const maatstaf: Maatstaf = {
  today: '2026-11-01',
  now: '2026-11-21T10:00:00.000Z',
  eersteIndicatie: '2020-01-01',
  paar: (status, classificatie, day) => status !== '6' || classificatie !== '20' || day >= '2023-01-01',
};
/** What is said when a later report stands in the way. */
export const LATER = {
  message:
    'Op deze toewijzing is voor die dag of later al een wachtstatus gemeld; dat kan hierna niet volgen.',
};
export const perioden = (t: Traject): string[] =>
  t.uitstelperioden.map((p) => `${p.leveringsstatus} ${p.ingangsdatum}..${p.einddatum ?? ''}`);
