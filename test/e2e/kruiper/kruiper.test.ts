import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Kruiper } from './kruiper.js';
import { VORMEN } from './paden.js';
import { Register } from './register.js';

/** Levels below the root: all five by `npm run test:lang`, which takes minutes. */
const DIEPTE = Number(process.env.WLZ_TEST_DIEPTE ?? 2);
const LANG = DIEPTE >= 5;

/** Who walks when there is little time. */
const KORT = new Set([
  'zorgkantoor 5516',
  'zorgaanbieder met weinig',
  'twee rollen, als zorgaanbieder',
  'beheerder',
  'logbeheerder',
]);
const FILTERS = new Set(['zorgkantoor 5516', 'zorgaanbieder met weinig']);

let register: Register;
let kruiper: Kruiper;

beforeAll(async () => {
  register = await Register.open(LANG ? 60 : 30);
  kruiper = await Kruiper.begin(register);
});

afterAll(() => register.close());

/** Walks as everybody; nothing may leak, and nothing may change. */
async function alsIedereen(werk: (vrager: Register['vragers'][number]) => Promise<void>): Promise<void> {
  const voor = await register.stand();
  kruiper.vondsten.length = 0;
  for (const vrager of register.vragers) if (LANG || KORT.has(vrager.naam)) await werk(vrager);
  expect(kruiper.vondsten).toEqual([]);
  expect(await register.stand()).toEqual(voor);
}

describe('the crawler', () => {
  it('sees marks at all: an office sees its own, and a stranger’s would be found', async () => {
    const vrager = register.vrager('zorgkantoor 5516');
    const { tekst } = await register.vraag(
      vrager,
      '{ clienten(first: 100) { edges { node { clientID bsn naam } } } }',
    );
    expect(tekst).toMatch(/kn[0-9a-f]{8}zz/);
    expect(register.sporen.lekken(vrager, tekst)).toEqual([]);
    expect(register.sporen.lekken(register.vrager('beheerder'), tekst).length).toBeGreaterThan(10);
  });

  it(`walks every way of ${DIEPTE} levels as everybody`, async () => {
    await alsIedereen((vrager) => kruiper.loop(vrager, DIEPTE, ['gewoon']));
    const nooit = kruiper.vragen.filter(({ name }) => !kruiper.beantwoord.has(name)).map(({ name }) => name);
    expect(nooit).toEqual([]);
  }, 1_800_000);

  it('walks with other names, in fragments and behind directives', async () => {
    let beurt = 0;
    await alsIedereen((vrager) => kruiper.loop(vrager, LANG ? 3 : 2, VORMEN.slice(1), LANG ? null : beurt++));
  }, 1_800_000);

  it('B37: a foreign id is answered as an id that is nobody’s', async () => {
    await alsIedereen((vrager) => kruiper.vraagVreemd(vrager, LANG ? VORMEN : []));
  }, 600_000);

  it('B40: no filter tells what a person may not see', async () => {
    // The longest of all: in short by an office and a provider only, who between them have every filter.
    await alsIedereen(async (vrager) => {
      if (LANG || FILTERS.has(vrager.naam)) await kruiper.filter(vrager);
    });
  }, 600_000);

  it('B37, B43: no mutation does anything to, or tells anything of, what is not the asker’s', async () => {
    await alsIedereen((vrager) => kruiper.opdrachtenVreemd(vrager));
  }, 600_000);
});
