import { type DemoAdres, type DemoTelefoon } from './demo-data.types.js';
import { type Random } from './random.js';
import { PLAATSEN } from './regios.js';
import { type Omgeving } from './traject.js';

const STREETS = ['Voorbeeldstraat', 'Verzinselpad', 'Denkbeeldlaan', 'Nergenshof'];
const POSTCODE_LETTERS = 'ABCDEFGH';

/** An invented street in a real place of the region. */
export function composeAdres({ random, regio }: Omgeving, since: string): DemoAdres {
  const plaats = random.pick(PLAATSEN[regio]);
  const letters = [0, 1]
    .map(() => POSTCODE_LETTERS.charAt(random.int(0, POSTCODE_LETTERS.length - 1)))
    .join('');
  return {
    adresID: random.uuid(),
    adresSoort: '01',
    straatnaam: random.pick(STREETS),
    huisnummer: random.int(1, 199),
    huisletter: null,
    huisnummerToevoeging: null,
    postcode: `${plaats.postcodegebied}${letters}`,
    plaatsnaam: plaats.naam,
    landCode: 'NL',
    aanduidingWoonadres: null,
    ingangsdatum: since,
    einddatum: null,
  };
}

/** An invented mobile number, always in the series 06990xxxxx. */
export function composeTelefoon(random: Random, since: string): DemoTelefoon {
  return {
    telefoonID: random.uuid(),
    telefoonnummer: `06990${String(random.int(0, 99_999)).padStart(5, '0')}`,
    landnummer: '+31',
    ingangsdatum: since,
    einddatum: null,
  };
}
