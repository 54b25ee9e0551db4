import { RegelGeschonden } from '../../../platform/errors/index.js';

/** Where an allocation stands: nothing reported yet, or the leveringsstatus (COD167) in force. */
export type Toestand = 'GEEN' | '1' | '6' | '7' | '2' | '3' | '4' | '5';

/** What brings an allocation to another state: a mutatiecode (COD588), or AW35, the report that care begins. */
export type Gebeurtenis = '12' | '17' | '18' | '19' | '20' | '21' | 'AW35';

export interface Overgang {
  readonly van: readonly Toestand[];
  readonly gebeurtenis: Gebeurtenis;
  readonly naar: readonly Toestand[];
}

export const TOESTANDEN: Readonly<Record<Toestand, string>> = {
  GEEN: 'Nog geen melding',
  '1': 'Actief wachtend (vervallen)',
  '6': 'Urgent plaatsen',
  '7': 'Actief plaatsen',
  '2': 'Wacht op voorkeur',
  '3': 'Wacht uit voorzorg',
  '4': 'In zorg',
  '5': 'Einde zorgvraag',
};

export const GEBEURTENISSEN: Readonly<Record<Gebeurtenis, string>> = {
  '12': 'Cliënt wil de zorg nu (nog) niet',
  '17': 'Overplaatsing, de zorg was begonnen',
  '18': 'Aanbieder kan nu nog niet leveren',
  '19': 'Levering beëindigd, toewijzing sluiten',
  '20': 'Levering beëindigd, toewijzing aanhouden',
  '21': 'Overdracht, de zorg was niet begonnen',
  AW35: 'Melding aanvang zorg',
};

const NIET_IN_ZORG: readonly Toestand[] = ['GEEN', '1', '6', '7', '2', '3'];

/**
 * The allowed transitions (iWlz informatiemodel 2.2: TR046, TR066, TR073, TR078, IV101, CD020). Code 1 can only be left
 * (CS133); 5 is the end of an allocation.
 */
export const OVERGANGEN: readonly Overgang[] = [
  { van: NIET_IN_ZORG, gebeurtenis: '18', naar: ['6', '7', '2'] },
  { van: NIET_IN_ZORG, gebeurtenis: '12', naar: ['3', '5'] },
  { van: NIET_IN_ZORG, gebeurtenis: '21', naar: ['5'] },
  { van: NIET_IN_ZORG, gebeurtenis: 'AW35', naar: ['4'] },
  { van: ['4'], gebeurtenis: '20', naar: ['6', '7', '2', '3'] },
  { van: ['4'], gebeurtenis: '17', naar: ['5'] },
  { van: ['4'], gebeurtenis: '19', naar: ['5'] },
];

export function isOvergang(van: Toestand, gebeurtenis: Gebeurtenis, naar: Toestand): boolean {
  return OVERGANGEN.some(
    (overgang) =>
      overgang.gebeurtenis === gebeurtenis && overgang.van.includes(van) && overgang.naar.includes(naar),
  );
}

/** @throws RegelGeschonden W4 from care (TR078), W3 otherwise */
export function assertOvergang(
  van: Toestand,
  gebeurtenis: Gebeurtenis,
  naar: Toestand,
  pad: readonly string[],
): void {
  if (isOvergang(van, gebeurtenis, naar)) return;
  if (van === '4') {
    throw new RegelGeschonden('W4', 'TR078', 'De zorg is begonnen en nog niet beëindigd.', pad);
  }
  const melding =
    van === '5'
      ? 'De zorgvraag voor deze toewijzing is geëindigd; daarna is geen melding meer mogelijk.'
      : 'Deze overgang van leveringsstatus bestaat niet.';
  throw new RegelGeschonden('W3', 'TR046', melding, pad);
}

/** The mutatiecode under which a waiting status is reported. */
export function uitstelGebeurtenis(van: Toestand, naar: Toestand): Gebeurtenis {
  if (van === '4') return '20';
  return naar === '3' ? '12' : '18';
}

/** Mutatiecodes with which care that began ends; what they lead to stands in the table. */
export const EINDE_ZORG: readonly Gebeurtenis[] = ['17', '19', '20'];

/** Mutatiecodes that name the provider who takes over (CD020). */
export const MET_BESTEMMING: readonly Gebeurtenis[] = ['17', '21'];
