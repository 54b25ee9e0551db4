import type { Day } from '../../platform/clock/index.js';
import type { Codelijst, Codelijsten } from '../codelijst/index.js';
import type {
  Clientdossier,
  Clientgegevens,
  Contactgegevensrij,
  Contactpersoongegevens,
} from './domain/clientdossier.js';

type CodedFields<Row> = readonly (readonly [keyof Row & string, Codelijst])[];

const CLIENT: CodedFields<Clientgegevens> = [
  ['geheimeClient', 'COD260'],
  ['geboortedatumgebruik', 'COD170'],
  ['geslacht', 'COD046'],
  ['burgerlijkeStaat', 'COD366'],
  ['naamgebruik', 'COD700'],
  ['leefeenheid', 'COD478'],
  ['communicatievorm', 'COD747'],
];

const CONTACTPERSOON: CodedFields<Contactpersoongegevens> = [
  ['soortRelatie', 'COD472'],
  ['rol', 'COD1003'],
  ['relatie', 'COD1002'],
  ['naamgebruik', 'COD700'],
  ['geslacht', 'COD046'],
  ['geboortedatumgebruik', 'COD170'],
];

const CONTACTGEGEVENS: CodedFields<Contactgegevensrij> = [['adressoort', 'COD757']];

/**
 * Checks every code that describes a person. They say how the person is described now, so they are held against the
 * lists of today, whenever the period they stand in began.
 * @throws OngeldigeInvoer
 */
export function assertClientCodes(
  codelijsten: Codelijsten,
  dossier: Clientdossier,
  today: Day,
  pad: readonly string[] = [],
): void {
  assertCodes(codelijsten, CLIENT, dossier.client, today, pad);
  dossier.contactpersonen.forEach((persoon, index) =>
    assertCodes(codelijsten, CONTACTPERSOON, persoon, today, [...pad, 'contactpersonen', String(index)]),
  );
  dossier.contactgegevens.forEach((rij, index) =>
    assertCodes(codelijsten, CONTACTGEGEVENS, rij, today, [...pad, 'contactgegevens', String(index)]),
  );
}

function assertCodes<Row extends object>(
  codelijsten: Codelijsten,
  fields: CodedFields<Row>,
  row: Row,
  day: Day,
  pad: readonly string[],
): void {
  for (const [field, lijst] of fields) {
    const code = row[field] as string | null;
    codelijsten.assertCode(lijst, code, day, [...pad, field]);
  }
}
