import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { main } from '../../../src/cli/job.js';
import { openRegister, TODAY, type Register } from './register.js';

let register: Register;
let printed: string[];
let told: string[];
const environment = { ...process.env };

beforeAll(async () => {
  register = await openRegister();
  await register.plant.wachtende();
  process.env.DATABASE_URL = register.database.url;
  process.env.DATABASE_BEHEER_URL = register.database.superuserUrl;
  process.env.WLZ_VANDAAG = TODAY;
  process.env.LOG_LEVEL = 'silent';
});

beforeEach(() => {
  printed = [];
  told = [];
  jest.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text)) > 0);
});

afterEach(() => {
  jest.restoreAllMocks();
});

afterAll(async () => {
  process.env = environment;
  await register.close();
});

const result = (): Record<string, unknown> => JSON.parse(printed.at(-1) ?? '{}') as Record<string, unknown>;

describe('npm run job -- contactbewaking', () => {
  it('evaluates today and says on its last line what changed; the second time nothing', async () => {
    expect(await main(['contactbewaking'])).toBe(0);
    expect(result()).toEqual({
      taak: 'contactbewaking',
      datum: TODAY,
      nieuw: 1,
      ingetrokken: 0,
      duurMs: expect.any(Number),
    });
    expect(Object.keys(result())).toEqual(['taak', 'datum', 'nieuw', 'ingetrokken', 'duurMs']);
    expect(await main(['contactbewaking'])).toBe(0);
    expect(result()).toMatchObject({ nieuw: 0, ingetrokken: 0 });
    expect(await register.sql('select distinct soort, status from taakrun')).toEqual([
      { soort: 'HAND', status: 'GEDAAN' },
    ]);
  });

  it('evaluates a former day', async () => {
    expect(await main(['contactbewaking', '--datum', '2026-07-03'])).toBe(0);
    expect(result()).toMatchObject({ datum: '2026-07-03', nieuw: 0 });
  });

  it.each([
    ['no task', [], 'Gebruik'],
    ['a task that is not there', ['opruimen'], 'contactbewaking'],
    ['a day that does not exist', ['contactbewaking', '--datum', '2026-02-30'], 'bestaande dag'],
    ['a day to come', ['contactbewaking', '--datum', '2026-11-02'], 'na vandaag'],
    ['an unknown option', ['contactbewaking', '--dag', '2026-10-01'], 'Onbekende optie'],
  ])('does not run with %s', async (_what, argv, expected) => {
    expect(await main(argv)).toBe(1);
    expect(told.join('')).toContain(expected);
    expect(printed).toEqual([]);
  });
});
