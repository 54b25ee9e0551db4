import { type Leveringsvorm, type Sector } from './codes.js';
import { type Zorgkantoor } from './regios.js';

type Locatie = readonly [naam: string, plaatsnaam: string, postcode: string, capaciteit: number];

/** An invented provider. */
export interface Aanbieder {
  readonly agbCode: string;
  readonly naam: string;
  readonly zorgkantoor: Zorgkantoor;
  readonly sectoren: readonly Sector[];
  readonly leveringsvormen: readonly Leveringsvorm[];
  readonly locaties: readonly Locatie[];
}

function aanbieder(
  nummer: number,
  naam: string,
  zorgkantoor: Zorgkantoor,
  sectoren: readonly Sector[],
  leveringsvormen: readonly Leveringsvorm[],
  ...locaties: readonly Locatie[]
): Aanbieder {
  const agbCode = `990000${String(nummer).padStart(2, '0')}`;
  return { agbCode, naam, zorgkantoor, sectoren, leveringsvormen, locaties };
}

export const AANBIEDERS: readonly Aanbieder[] = [
  aanbieder(
    1,
    'Verzonnen Zorggroep Lindenhage',
    '5517',
    ['VV'],
    ['4', '5', '8'],
    ['Lindenhof', 'Leiden', '2311AA', 64],
    ['Zandhage', 'Katwijk', '2221AA', 38],
  ),
  aanbieder(
    2,
    'Verzonnen Zorggroep Bollenveld',
    '5517',
    ['VV'],
    ['4', '5'],
    ['Narcissenhuis', 'Lisse', '2161AA', 48],
    ['Hyacintenhuis', 'Hillegom', '2181AA', 26],
  ),
  aanbieder(
    3,
    'Verzonnen Woonzorg Polderlicht',
    '5516',
    ['VV'],
    ['4', '5', '8'],
    ['Polderhof', 'Hoofddorp', '2131AA', 52],
    ['Ringvaart', 'Nieuw-Vennep', '2151AA', 30],
  ),
  aanbieder(
    4,
    'Verzonnen Thuiszorg De Brug',
    '5517',
    ['VV', 'GHZ'],
    ['7'],
    ['Kantoor De Brug', 'Leiden', '2311AB', 0],
  ),
  aanbieder(
    5,
    'Verzonnen Thuiszorg Amstelkring',
    '5516',
    ['VV', 'GGZ'],
    ['7', '5'],
    ['Kantoor Amstelkring', 'Amstelveen', '1181AA', 0],
  ),
  aanbieder(
    6,
    'Verzonnen Gehandicaptenzorg De Ruimte Erbij',
    '5517',
    ['GHZ'],
    ['4', '5', '8', '7'],
    ['Rijnoever', 'Alphen aan den Rijn', '2401AA', 36],
    ['Atelier Rijnoever', 'Leiderdorp', '2351AA', 12],
  ),
  aanbieder(
    7,
    'Verzonnen GGZ-wonen Kompas',
    '5517',
    ['GGZ'],
    ['4', '7'],
    ['Kompashuis', 'Leiden', '2311AC', 22],
  ),
  aanbieder(
    8,
    'Verzonnen Woonzorg Amstelhof',
    '5516',
    ['VV'],
    ['4', '5', '8'],
    ['Amstelhof', 'Amstelveen', '1181AB', 58],
    ['Veenzicht', 'Uithoorn', '1421AA', 24],
  ),
  aanbieder(
    9,
    'Verzonnen Gehandicaptenzorg Wijde Blik',
    '5516',
    ['GHZ'],
    ['4', '5', '8'],
    ['Kasserij', 'Aalsmeer', '1431AA', 28],
  ),
  aanbieder(
    10,
    'Verzonnen GGZ-wonen Baken',
    '5516',
    ['GGZ'],
    ['4', '5'],
    ['Bakenhuis', 'Hoofddorp', '2131AB', 18],
  ),
  aanbieder(
    11,
    'Verzonnen Wijkzorg Bij de Hand',
    '5517',
    ['VV'],
    ['7'],
    ['Kantoor Bij de Hand', 'Katwijk', '2221AB', 0],
  ),
  aanbieder(
    12,
    'Verzonnen Thuiszorg Ommekeer',
    '5516',
    ['VV', 'GHZ', 'GGZ'],
    ['7'],
    ['Kantoor Ommekeer', 'Uithoorn', '1421AB', 0],
  ),
];
