import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphQLField } from 'graphql';
import { bezwaren, isGeslaagd } from './eisen.js';
import { grillen, type Plek } from './grillen.js';
import { Kruiper } from './kruiper.js';
import { ONBEKENDE_BSN } from './pakken.js';
import { paden, type Pad } from './paden.js';
import { Register, TODAY, type Antwoord, type Vrager } from './register.js';
import { document, pakken, VORMEN } from './vormen.js';

/** Requests; 20,000 by `npm run test:lang`. */
const VERZOEKEN = Number(process.env.WLZ_TEST_VERZOEKEN ?? 500);
const DIEPTE = 5;
/** Every so many requests the register itself is looked at, and whether it still answers anybody. */
const RONDE = 25;
/** A healthy question after whatever was asked; generous, for others are at work as well. */
const GEZOND_MS = 5_000;
const ZAAD = Number(process.env.WLZ_TEST_ZAAD ?? 20261101);
/** What was found once, as small as it could be made; asked again every time. */
const VONDSTEN = new URL('./vondsten.json', import.meta.url);

interface Greep {
  readonly vrager: number;
  readonly wortel: number;
  readonly waarden: Record<string, unknown>;
  readonly wegen: readonly number[];
  readonly vorm: number;
}

interface Vondst {
  readonly vrager: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

let register: Register;
let kruiper: Kruiper;
let wortels: readonly (readonly [soort: 'query' | 'mutation', wortel: GraphQLField<unknown, unknown>])[];
const alleWegen = new Map<string, readonly Pad[]>();
/** Ids that came back earlier. */
const eerder: string[] = [];
const tel = { gevraagd: 0, beantwoord: 0, vastgelegd: 0 };
const gelukt = new Set<string>();

beforeAll(async () => {
  register = await Register.open(20);
  kruiper = await Kruiper.begin(register);
  wortels = [
    ...kruiper.vragen.map((wortel) => ['query', wortel] as const),
    ...kruiper.opdrachten.map((wortel) => ['mutation', wortel] as const),
  ];
});

afterAll(() => register.close());

function greep(): fc.Arbitrary<Greep> {
  const met = {
    sleutel: () => randomUUID(),
    agb: register.vrager('zorgaanbieder met weinig').agb ?? '',
    uzovi: '5517',
    bsn: ONBEKENDE_BSN,
    today: TODAY,
    later: '2027-01-01',
  };
  const per = wortels.map(([, wortel]) => grillen(wortel, met));
  return fc.nat(wortels.length - 1).chain((wortel) =>
    fc.record({
      vrager: fc.nat(register.vragers.length - 1),
      wortel: fc.constant(wortel),
      waarden: per[wortel] ?? fc.constant({}),
      wegen: fc.array(fc.nat(400), { minLength: 1, maxLength: 6 }),
      vorm: fc.nat(VORMEN.length - 1),
    }),
  );
}

/** Writes a choice out as a request. */
function alsVraag({ vrager, wortel, waarden, wegen, vorm: keuze }: Greep): Vondst | null {
  const [soort, veld] = wortels[wortel] ?? [];
  const wie = register.vragers[vrager];
  const vorm = VORMEN[keuze];
  if (soort === undefined || veld === undefined || wie === undefined || vorm === undefined) return null;
  const alle = wegenVan(veld);
  const weigeringen = soort === 'mutation' ? alle.filter(({ bladen }) => bladen.includes('melding')) : [];
  const gekozen = [...weigeringen, ...wegen.flatMap((index) => alle[index % Math.max(alle.length, 1)] ?? [])];
  const gegeven = veld.args.filter(({ name }) => Object.hasOwn(waarden, name));
  const argumenten = gegeven.map(({ name }) => `${name}: $${name}`).join(', ');
  return {
    vrager: wie.naam,
    query: document(
      veld,
      argumenten === '' ? '' : `(${argumenten})`,
      pakken(gekozen, vorm)[0] ?? [],
      vorm,
      soort,
      gegeven.map(({ name, type }) => `$${name}: ${String(type)}`),
    ),
    variables: ingevuld(waarden, wie) as Record<string, unknown>,
  };
}

function wegenVan(veld: GraphQLField<unknown, unknown>): readonly Pad[] {
  const known = alleWegen.get(veld.name) ?? paden(kruiper.schema, veld, DIEPTE);
  alleWegen.set(veld.name, known);
  return known;
}

function ingevuld(value: unknown, vrager: Vrager): unknown {
  if (Array.isArray(value)) return value.map((one) => ingevuld(one, vrager));
  if (typeof value !== 'object' || value === null) return value;
  if ('plek' in value) return id(value as Plek, vrager);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, ingevuld(one, vrager)]));
}

function id({ plek, tabel, keuze }: Plek, vrager: Vrager): string {
  const uit = {
    eigen: () => register.sporen.idsVan(vrager, tabel, true),
    vreemd: () => register.sporen.idsVan(vrager, tabel, false),
    eerder: () => eerder,
    willekeurig: () => [],
  }[plek]();
  return uit[keuze % Math.max(uit.length, 1)] ?? randomUUID();
}

/** Asks it, and says what is wrong with the answer. */
async function stel({ vrager, query, variables }: Vondst): Promise<{ mis: string[]; antwoord: Antwoord }> {
  const wie = register.vrager(vrager);
  const antwoord = await register.vraag(wie, query, variables);
  return { mis: bezwaren(register, wie, antwoord), antwoord };
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

async function houdBij(antwoord: Antwoord, opdracht: string | null): Promise<boolean> {
  tel.gevraagd += 1;
  if (!isGeslaagd(antwoord)) return false;
  tel.beantwoord += 1;
  eerder.push(...(antwoord.tekst.match(UUID) ?? []).slice(0, 5));
  eerder.splice(0, Math.max(0, eerder.length - 300));
  if (opdracht === null) return false;
  tel.vastgelegd += 1;
  if (/"__typename":/.test(antwoord.tekst)) gelukt.add(opdracht);
  await register.takenKlaar();
  await register.sporen.bepaalGeheimen(register.superuser);
  for (const vrager of register.vragers) await register.sporen.bepaalZicht(register.superuser, vrager, TODAY);
  return true;
}

/** Nothing hangs: somebody else is answered, the process is well, and no transaction was left open. */
async function assertGezond(): Promise<void> {
  const { status, ms } = await register.vraag(register.vrager('beheerder'), '{ ik { sub } }');
  expect([status, ms < GEZOND_MS]).toEqual([200, true]);
  expect((await fetch(new URL('/gezond', register.app.url))).status).toBe(200);
  expect(await register.openTransacties()).toBe(0);
}

describe('the fuzzer', () => {
  it('asks again what once went wrong', async () => {
    const bekend = JSON.parse(await readFile(VONDSTEN, 'utf8')) as Vondst[];
    const mis: unknown[] = [];
    for (const vondst of bekend) {
      const antwoord = await stel(vondst);
      if (antwoord.mis.length > 0) mis.push([antwoord.mis, vondst]);
    }
    expect(mis).toEqual([]);
  }, 300_000);

  it(`finds nothing wrong with ${VERZOEKEN} answers`, async () => {
    let vuil = false;
    let ronde = 0;
    let stand = await register.stand();
    const misgegaan: Vondst[] = [];
    const eigenschap = fc.asyncProperty(greep(), async (gekozen) => {
      const vraag = alsVraag(gekozen);
      if (vraag === null) return;
      const { mis, antwoord } = await stel(vraag);
      const [soort, wortel] = wortels[gekozen.wortel] ?? [];
      vuil = (await houdBij(antwoord, soort === 'mutation' ? (wortel?.name ?? '') : null)) || vuil;
      if (mis.length > 0) misgegaan.push(vraag);
      if (mis.length > 0) throw new Error(`${mis.join(', ')}: ${antwoord.tekst.slice(-600)}`);
      if ((ronde = (ronde + 1) % RONDE) !== 0 && !vuil) return;
      await assertGezond();
      const nu = await register.stand();
      if (!vuil) expect(nu).toEqual(stand);
      [stand, vuil] = [nu, false];
    });
    const uitslag = await fc.check(eigenschap, { numRuns: VERZOEKEN, seed: ZAAD, endOnFailure: false });
    // Of what failed while it was made smaller, the last is the smallest.
    const kleinste = misgegaan.at(-1);
    if (kleinste !== undefined) await bewaar(kleinste);
    expect(uitslag.failed ? [String(uitslag.errorInstance), kleinste, uitslag.seed] : []).toEqual([]);
    // Answers, not only refusals: else nothing was looked at.
    expect(tel.beantwoord).toBeGreaterThan(VERZOEKEN / 20);
    process.stderr.write(`${JSON.stringify({ ...tel, opdrachtenGelukt: [...gelukt].sort() })}\n`);
  }, 3_600_000);
});

async function bewaar(vondst: Vondst): Promise<void> {
  const bekend = JSON.parse(await readFile(VONDSTEN, 'utf8')) as Vondst[];
  await writeFile(VONDSTEN, `${JSON.stringify([...bekend, vondst], null, 2)}\n`);
}
