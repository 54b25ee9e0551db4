import { expect } from '@jest/globals';
import { bezwaren } from './eisen.js';
import { Register, type Antwoord, type Vrager } from './register.js';

export let register: Register;
export let kantoor: Vrager;
export let aanbieder: Vrager;
export let clientID: string;

/** Opens the register that is asked; before all tests of a file. */
export async function begin(): Promise<void> {
  register = await Register.open(20);
  kantoor = register.vrager('zorgkantoor 5517');
  aanbieder = register.vrager('zorgaanbieder met veel');
  clientID = register.sporen.idsVan(kantoor, 'client', true)[0] ?? '';
  // The mark of the crawler is no AGB code of a huisarts.
  await register.superuser.query('update client set huisarts = null');
}

export const einde = (): Promise<void> => register.close();

/** Asks, and holds the answer against the contract of a safe result. */
export async function vraag(vrager: Vrager, query: string, variables: object = {}): Promise<Antwoord> {
  const antwoord = await register.vraag(vrager, query, variables);
  expect([query, variables, bezwaren(register, vrager, antwoord)]).toEqual([query, variables, []]);
  return antwoord;
}

export const data = ({ body }: Antwoord, field: string): unknown => body.data?.[field];

interface Weigering {
  readonly __typename: string;
  readonly pad?: readonly string[];
  readonly melding?: string;
}

/** The refusal of a mutation, at the door or by the domain; fails when it was done. */
export async function geweigerd(vrager: Vrager, mutatie: string, input: object): Promise<string> {
  const naam = `${mutatie.charAt(0).toUpperCase()}${mutatie.slice(1)}Input`;
  const antwoord = await vraag(
    vrager,
    `mutation ($input: ${naam}!) { ${mutatie}(input: $input) { __typename ... on Weigering { pad melding } } }`,
    { input },
  );
  const weigering = data(antwoord, mutatie) as Weigering | undefined;
  const code = antwoord.body.errors?.[0]?.extensions?.code;
  const soort = code ?? weigering?.__typename ?? '';
  expect([soort, input]).toEqual([
    expect.stringMatching(
      /^(BAD_USER_INPUT|NOT_FOUND|OngeldigeInvoer|RegelGeschonden|NietGevonden|NietToegestaan|VersieVerouderd)$/,
    ),
    input,
  ]);
  return soort;
}

/** Every one of these is refused, and nothing in the register is another. */
export async function allesGeweigerd(mutatie: string, inputs: readonly object[]): Promise<void> {
  const voor = await register.stand();
  for (const input of inputs) await geweigerd(kantoor, mutatie, input);
  expect(await register.stand()).toEqual(voor);
}

export async function gegevens(): Promise<{ clientID: string; gezienOp: string }> {
  const antwoord = await vraag(kantoor, `{ client(id: "${clientID}") { geregistreerdOp } }`);
  return { clientID, gezienOp: (data(antwoord, 'client') as { geregistreerdOp: string }).geregistreerdOp };
}

export const indicatie = (client: object, more: object = {}): object => ({
  client: { bsn: '999911120', geboortedatum: '1950-03-01', geslacht: '1', geslachtsnaam: 'Proef', ...client },
  indicatie: {
    afgiftedatum: '2026-10-01',
    besluitnummer: 12,
    ingangsdatum: '2026-10-01',
    initieelVerantwoordelijkZorgkantoor: '5517',
    geindiceerdeZorgzwaartepakketten: [{ zzpCode: '754', ingangsdatum: '2026-10-01' }],
    ...more,
  },
});

export const zoek = (filter: object, first: unknown = 50): Promise<Antwoord> =>
  vraag(
    kantoor,
    'query ($f: ClientenFilterInput, $n: Int! = 50) { clienten(filter: $f, first: $n) { totalCount edges { node { clientID } } } }',
    { f: filter, n: first },
  );
export const aantal = (antwoord: Antwoord): number | undefined =>
  (data(antwoord, 'clienten') as { totalCount: number } | undefined)?.totalCount;
