import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Kruiper } from './kruiper.js';
import { Register } from './register.js';
import { IEDERE_VORM, OM_BEURTEN, opdrachtparen, vraagparen, type Keuze } from './vreemd.js';
import { VORMEN } from './vormen.js';

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
/** Forms that ask the same as a plain question. */
const ANDERS = VORMEN.filter((vorm) => vorm !== 'gewoon' && vorm !== 'weggelaten');
/** Asks for an id, and has no somebody else’s: the reason beside it. */
const KENT_GEEN_VREEMDE: Readonly<Record<string, string>> = {
  wieZagClient: 'the keeper of the log may ask about every client',
  deblokkeerGebruiker: 'people of the system are the keeper’s, nobody else asks',
  retryBericht: 'messages are the keeper’s, nobody else asks',
  registerIndicatie:
    'brings ids of its own; whose they are is in test/integration/indicatie/andermans-client',
};

let register: Register;
let kruiper: Kruiper;

beforeAll(async () => {
  register = await Register.open(LANG ? 40 : 30);
  kruiper = await Kruiper.begin(register, LANG);
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

/** All forms for one of each role; for who is another of the same role a different one each time. */
function vormkeuze({ naam }: Register['vragers'][number]): Keuze {
  return LANG && KORT.has(naam) ? IEDERE_VORM : OM_BEURTEN;
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

  it(`B38: walks every way of ${DIEPTE} levels as everybody`, async () => {
    await alsIedereen((vrager) => kruiper.loop(vrager, DIEPTE, ['gewoon']));
    process.stderr.write(`${JSON.stringify({ diepte: DIEPTE, verzoeken: kruiper.verzoeken })}\n`);
    const nooit = kruiper.vragen.filter(({ name }) => !kruiper.beantwoord.has(name)).map(({ name }) => name);
    expect(nooit).toEqual([]);
  }, 1_800_000);

  it('has an order, and no argument that gives another: there is no sorting to walk', () => {
    const namen = [...kruiper.vragen, ...kruiper.opdrachten].flatMap(({ args }) =>
      args.map(({ name }) => name),
    );
    expect(namen).toContain('after');
    expect(namen.filter((naam) => /order|sort|volgorde/i.test(naam))).toEqual([]);
  });

  it('B39: walks with other names, in fragments and behind directives', async () => {
    let beurt = 0;
    await alsIedereen((vrager) =>
      kruiper.loop(vrager, DIEPTE, ANDERS, LANG && KORT.has(vrager.naam) ? null : beurt++),
    );
    await alsIedereen((vrager) => kruiper.weggelaten(vrager));
  }, 3_600_000);

  it('shows nobody where a geheime client lives or can be reached, and that there is something', async () => {
    const vraag = `{ clienten(first: 100) { edges { node { geheimeClient contactgegevens { ingangsdatum straatnaam
      postcode telefoonnummer01 emailadres } contactpersonen { contactgegevens { ingangsdatum straatnaam } } } } } }`;
    for (const { naam, rol } of register.vragers.filter((one) => /^ZORG/.test(one.rol))) {
      const { tekst } = await register.vraag(register.vrager(naam), vraag);
      expect([naam, rol, register.sporen.geheimenIn(tekst)]).toEqual([naam, rol, []]);
      expect(tekst).toMatch(
        /"geheimeClient":"1","contactgegevens":\[\{"ingangsdatum":"[-0-9]+","straatnaam":null,"postcode":null,/,
      );
      // Of another client of the same office these are there: it is the client that makes the difference.
      if (rol !== 'ZORGKANTOOR') continue;
      expect(tekst).toMatch(/"straatnaam":"ad[0-9a-f]{8}zz","postcode":"\d{4}QZ"/);
    }
  });

  it('B37: a foreign id is answered as an id that is nobody’s', async () => {
    await alsIedereen((vrager) => kruiper.vergelijk(vrager, vraagparen(kruiper, vrager, vormkeuze(vrager))));
  }, 1_800_000);

  it('B40: no filter tells what a person may not see', async () => {
    // The longest of all: in short by an office and a provider only, who between them have every filter.
    await alsIedereen(async (vrager) => {
      if (LANG || FILTERS.has(vrager.naam)) await kruiper.filter(vrager, LANG ? 100 : 8);
    });
  }, 1_800_000);

  it('B41: a cursor of somebody else gives no rights', async () => {
    const anderen = register.vragers.filter(({ naam }) => (LANG ? KORT : FILTERS).has(naam));
    await alsIedereen((vrager) => kruiper.cursors(vrager, anderen));
  }, 1_800_000);

  it('B37, B43: no mutation does anything to, or tells anything of, what is not the asker’s', async () => {
    await alsIedereen((vrager) =>
      kruiper.vergelijk(vrager, opdrachtparen(kruiper, vrager, vormkeuze(vrager))),
    );
    const metSleutel = [...kruiper.vragen, ...kruiper.opdrachten].filter((wortel) =>
      kruiper.vraagtSleutel(wortel),
    );
    const nooit = metSleutel.map(({ name }) => name).filter((naam) => !kruiper.nietGevonden.has(naam));
    expect(nooit.sort()).toEqual(Object.keys(KENT_GEEN_VREEMDE).sort());
  }, 1_800_000);
});
