import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startEdgeApp, type EdgeApp } from './edge-app.js';
import { BSN, PlaygroundResolver } from './playground.resolver.js';

let app: EdgeApp;

beforeAll(async () => {
  app = await startEdgeApp();
});

afterAll(() => app.close());

const ask = (query: string, variables?: object) => app.ask({ query, variables });
const TEL = 'mutation($input: TelInput) { tel(input: $input) }';

describe('a refusal never repeats what came in', () => {
  it.each([
    ['a string where a number belongs', `{ slaap(seconden: "${BSN}") }`],
    ['a number where a string belongs', `{ sql(tekst: ${BSN}) }`],
    ['a string where a list size belongs', `{ knopen(first: "${BSN}") { totalCount } }`],
    ['a date that does not exist', `mutation { tel(input: { datum: "${BSN}" }) }`],
    ['an id that is none', `mutation { tel(input: { id: "${BSN}" }) }`],
    ['an enum literal', `mutation { tel(input: { kleur: K${BSN} }) }`],
    ['an object where a scalar belongs', `{ sql(tekst: { bsn: "${BSN}" }) }`],
    ['a syntax error on a string', `{ sql(tekst: "x") "${BSN}" }`],
    ['a syntax error on a number', `{ sql ${BSN} }`],
    ['a string without an end', `{ sql(tekst: "${BSN}) }`],
    ['a default of the wrong type', `query($n: Int = "${BSN}") { slaap(seconden: $n) }`],
    ['a block string', `{ slaap(seconden: """${BSN}""") }`],
    ['a field with digits', `{ _${BSN} }`],
  ])('in the document: %s', async (_what, query) => {
    const answer = await ask(query);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain(BSN);
    expect(answer.text).not.toContain('Did you mean');
  });

  it.each([
    ['a date', { datum: BSN }, ['datum']],
    ['an id', { id: BSN }, ['id']],
    ['an enum', { kleur: BSN }, ['kleur']],
    ['a number too large', { aantal: 99999999999 }, ['aantal']],
    ['a fraction', { aantal: 1.5 }, ['aantal']],
    ['a number as text', { aantal: BSN }, ['aantal']],
    ['a text as number', { tekst: Number(BSN) }, ['tekst']],
    ['a list', { tekst: [BSN] }, ['tekst']],
    ['a field that does not exist', { [`x${BSN}`]: 1 }, ['input']],
    ['a text that is too long', { tekst: `${BSN}${BSN}` }, ['tekst']],
    ['a NUL', { tekst: `${BSN}\u0000` }, ['tekst']],
    ['half of a surrogate pair', { tekst: `${BSN}\ud800` }, ['tekst']],
    ['a NUL in a field name', { [`${BSN}\u0000`]: 1 }, ['input']],
    ['something that is no object', BSN, ['input']],
  ])('in variables: %s, and it says which field', async (_what, input, pad) => {
    const before = PlaygroundResolver.geteld;
    const answer = await ask(TEL, { input });
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', pad });
    expect(answer.text).not.toContain(BSN);
    expect(PlaygroundResolver.geteld).toBe(before);
  });

  it.each([
    ['{ datum: "2026-02-30" }', ['datum']],
    ['{ aantal: 1, kleur: PAARS }', ['kleur']],
    ['7', ['input']],
  ])('a literal %s in the document has a path as well', async (literal, pad) => {
    const answer = await ask(`mutation { tel(input: ${literal}) }`);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ extensions: { pad } }] } });
  });

  it('finds a NUL that is escaped in the document, or hides in a variable nobody declared', async () => {
    expect(await ask(String.raw`{ sql(tekst: "a\u0000") }`)).toMatchObject({ status: 400 });
    expect(await ask('{ stand }', { verborgen: { diep: ['\u0000'] } })).toMatchObject({ status: 400 });
  });

  it.each([
    ['a field', '{ knop }'],
    ['a field of a type', '{ knoop { numer } }'],
    ['an argument', '{ knopen(firts: 1) { totalCount } }'],
    ['an enum literal', 'mutation { tel(input: { kleur: ROD }) }'],
    ['an input field', 'mutation { tel(input: { datm: null }) }'],
    ['a type', 'query($x: TelInpt) { stand }'],
    ['a fragment type', '{ ... on Qury { stand } }'],
    ['a directive', '{ stand @inclde(if: true) }'],
  ])('%s that is misspelt gets no suggestion', async (_what, query) => {
    const answer = await ask(query);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toMatch(/Did you mean|"knoop"|"nummer"|"first"|ROOD|"datum"|"Query"\?/);
  });

  it('nor does an enum in a variable', async () => {
    const answer = await ask(TEL, { input: { kleur: 'ROD' } });
    expect(answer.text).not.toMatch(/Did you mean|ROOD/);
  });
});

describe('an error of an operation', () => {
  it('that is a refusal keeps its rule, source and path', async () => {
    const answer = await ask('{ onjuist }');
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      errors: [
        {
          message: 'Dit kan niet.',
          path: ['onjuist'],
          extensions: { code: 'BAD_USER_INPUT', regel: 'P1', bron: 'CS002', pad: ['bsn'] },
        },
      ],
    });
  });

  it('that something is unknown is NOT_FOUND', async () => {
    const { status, body } = await ask('{ onbekend }');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      data: null,
      errors: [{ message: 'Deze cliënt is niet gevonden.', extensions: { code: 'NOT_FOUND' } }],
    });
  });

  it('that nobody expected is one sentence with a number, and the log knows the number', async () => {
    const answer = await ask('{ mislukt }');
    expect(answer.status).toBe(500);
    const requestId = answer.headers.get('x-request-id') ?? '?';
    expect(answer.body).toEqual({
      errors: [
        {
          message: `Er ging iets mis. Noem bij contact dit nummer: ${requestId}`,
          path: ['mislukt'],
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ],
    });
    expect(app.logged()).toContain(requestId);
  });

  it('of PostgreSQL does not show', async () => {
    const answer = await ask('query($t: String!) { sql(tekst: $t) }', { t: `1 or ${BSN}` });
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/uuid|syntax|22P02/);
    expect(answer.text).not.toContain(BSN);
  });
});

describe('when the database goes away', () => {
  it('the answer is a neutral 503, the process lives on, and the next question works', async () => {
    const pending = ask('{ slaap(seconden: 20) }');
    await endSleeper(app.databaseUrl);
    const answer = await pending;
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(answer.body.errors?.[0]?.message).toBe(
      'Wlz-regie kan nu niet bij de gegevens. Probeer het over een minuut opnieuw.',
    );
    expect(answer.text).not.toMatch(/terminat|administrator|57P01|127\.0\.0\.1/);
    expect(await ask('{ slaap(seconden: 0) }')).toMatchObject({
      status: 200,
      body: { data: { slaap: true } },
    });
  });

  it('an address where nothing listens is the same 503', async () => {
    const away = await startAway();
    expect(away).toMatch(/^Wlz-regie kan nu niet bij de gegevens/);
  });
});

/** Ends the server process of the sleeping statement, as an administrator or a crash would. */
async function endSleeper(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const { rowCount } = await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and query like '%pg_sleep%'`,
      );
      if (rowCount !== null && rowCount > 0) return;
      await client.query('select pg_sleep(0.02)');
    }
    throw new Error('the statement never ran');
  } finally {
    await client.end();
  }
}

async function startAway(): Promise<string> {
  const { asFailure } = await import('../../../src/platform/graphql/errors/failure.js');
  const client = new pg.Client({ connectionString: 'postgres://nobody@127.0.0.1:1/none' });
  const error: unknown = await client.connect().catch((reason: unknown) => reason);
  const { default: pino } = await import('pino');
  return asFailure(error, { log: pino({ level: 'silent' }), requestId: 'x' }).answered.message;
}
