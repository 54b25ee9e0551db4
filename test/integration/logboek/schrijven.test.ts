import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { issueDevelopmentToken } from '../../../src/modules/toegang/index.js';
import { CLOCK, type Clock } from '../../../src/platform/clock/index.js';
import { processContext } from '../../../src/platform/context/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { LOGBOEK_LEEG } from '../../support/logboek.js';

jest.setTimeout(120_000);
let program: TestApp;
let superuser: pg.Client;
let medewerker: string;
let clientID: string;

interface Regel {
  readonly gebeurtenis: string;
  readonly actie: string;
  readonly client_id: string | null;
  readonly [kolom: string]: unknown;
}

beforeAll(async () => {
  program = await startTestApp();
  superuser = new pg.Client({ connectionString: program.database.superuserUrl });
  await superuser.connect();
  await program.takeInDemoData({ clients: 40, seed: 5, asof: '2026-11-01' });
  medewerker = await program.medewerker();
  const list = await program.graphql<{ wachtlijst: { edges: { node: { client: { clientID: string } } }[] } }>(
    medewerker,
    '{ wachtlijst(first: 10) { edges { node { client { clientID } } } } }',
  );
  clientID = list.data.wachtlijst.edges[0]?.node.client.clientID ?? '';
});
afterAll(async () => {
  await superuser.end();
  await program.close();
});

const CLIENT = 'query ($id: UUID!) { client(id: $id) { clientID } }';

async function lines(work: () => Promise<unknown>): Promise<Regel[]> {
  await superuser.query(LOGBOEK_LEEG);
  await work();
  return (await superuser.query<Regel>('select * from logregel order by logregel_id')).rows;
}

describe('a line of the log', () => {
  it('says what happened, who, of which issuer, under which right and checks, from where, by which program', async () => {
    const [line, ...rest] = await lines(() => program.graphql(medewerker, CLIENT, { id: clientID }));
    expect(rest).toEqual([]);
    expect(line).toMatchObject({
      gebeurtenis: 'R10',
      actie: 'R',
      resultaat: 1,
      controles: 'TTFF',
      gebruiker: 'proef-medewerker',
      uitgever: 'wlz-regie-ontwikkeling',
      rol: 'ZORGKANTOOR',
      organisatie: '5516,5517',
      toegangspunt: '127.0.0.1',
      client_id: clientID,
      autorisatieprotocol: 'wlz-toegang@1',
      verantwoordelijke: null,
    });
    expect(line?.grond).toMatch(/^(VERANTWOORDELIJK|UITVOEREND|INDICATIE)$/);
    expect(line?.bron).toMatch(/^wlz-regie\/\d+\.\d+\.\d+@.+:\d+$/);
  });

  it('has the moment of the clock of the database, whatever day the program thinks it is', async () => {
    await lines(() => program.graphql(medewerker, CLIENT, { id: clientID }));
    const { rows } = await superuser.query(
      `select tijdstip between now() - interval '1 minute' and now() as nu from logregel`,
    );
    expect(rows).toEqual([{ nu: true }]);
  });

  it('is there for the search and for each client of a list', async () => {
    const found = await lines(() =>
      program.graphql(medewerker, '{ wachtlijst(first: 10) { edges { node { client { clientID } } } } }'),
    );
    expect(found.filter(({ gebeurtenis }) => gebeurtenis === 'Z10')).toHaveLength(1);
    const shown = found.filter(({ gebeurtenis }) => gebeurtenis === 'R20');
    expect(shown.length).toBeGreaterThan(1);
    expect(new Set(shown.map(({ client_id: id }) => id)).size).toBe(shown.length);
  });

  it('is there for a refusal, which passed no check', async () => {
    const [line] = await lines(() =>
      program.graphql(medewerker, CLIENT, { id: '00000000-0000-4000-8000-000000000000' }),
    );
    expect(line).toMatchObject({
      gebeurtenis: 'W10',
      resultaat: 2,
      controles: 'FFFF',
      reden: 'NIET_GEVONDEN',
    });
  });

  it('names the process and who answers for it when no person asked', async () => {
    const ctx = processContext(program.app.get<Clock>(CLOCK, { strict: false }), 'export', 'export proef');
    const [line] = await lines(() =>
      program.app.get(UnitOfWork, { strict: false }).read(ctx, async (tx) => tx.shown([clientID])),
    );
    expect(line).toMatchObject({ gebruiker: 'proces:export', gebeurtenis: 'R30', grond: null });
    expect(line).toMatchObject({ rol: 'SYSTEEM', verantwoordelijke: 'niet aangewezen', controles: 'TFFF' });
  });

  it('keeps the trace of the caller when it is one, and nothing else of that header', async () => {
    const ask = (traceId: string) =>
      fetch(program.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${medewerker}`,
          'x-b3-traceid': traceId,
        },
        body: JSON.stringify({ query: CLIENT, variables: { id: clientID } }),
      }).then((answer) => answer.text());
    const [with16] = await lines(() => ask('463ac35c9f6413ad'));
    const [withText] = await lines(() => ask('Jansen 999990019'));
    expect([with16?.trace_id, withText?.trace_id]).toEqual(['463ac35c9f6413ad', null]);
  });

  it('has a code that the list of events explains, for every code the program writes', async () => {
    const { rows } = await superuser.query<{ code: string }>('select code from loggebeurtenis order by 1');
    expect(rows.map(({ code }) => code)).toEqual(
      'A10 A20 B10 B20 C10 D10 F10 G10 G20 L10 L20 L30 R10 R20 R30 T10 U10 W10 Z10'.split(' '),
    );
  });
});

describe('the log itself', () => {
  it('cannot be changed, emptied or thinned out, by its owner neither', async () => {
    await lines(() => program.graphql(medewerker, CLIENT, { id: clientID }));
    for (const statement of [
      `update logregel set gebruiker = 'een ander'`,
      `delete from logregel`,
      `truncate logregel`,
    ]) {
      await expect(superuser.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('is closed to every role of the program but for adding to it', async () => {
    const { rows } = await superuser.query<{ naam: string }>(
      `select r.rolname || ' ' || recht as naam
       from pg_roles r, unnest(array['update', 'delete', 'truncate']) as recht, unnest(array['logregel', 'logzegel']) as tabel
       where r.rolname ~ '^wlz_' and r.rolname <> 'wlz_bewaker' and has_table_privilege(r.oid, tabel, recht)`,
    );
    expect(rows).toEqual([]);
  });

  it('tells why an operation failed by kind, and never by what a value was', async () => {
    const token = await issueDevelopmentToken(program.config, {
      sub: 'proef-log',
      rollen: ['LOGBEHEERDER'],
      uzovi: [],
      agb: null,
    });
    const line = (await lines(() => program.graphql(token, CLIENT, { id: clientID }))).at(-1);
    expect(line).toMatchObject({ rol: 'LOGBEHEERDER', gebeurtenis: 'W10', reden: 'NIET_TOEGESTAAN' });
  });
});

describe('while the log cannot be written', () => {
  const NEUTRAL = 'Wlz-regie kan nu geen gegevens tonen of wijzigen. Probeer het over een minuut opnieuw.';

  async function refused(): Promise<void> {
    const one = await program.graphql(medewerker, CLIENT, { id: clientID });
    const list = await program.graphql(
      medewerker,
      '{ wachtlijst(first: 10) { edges { node { client { clientID } } } } }',
    );
    for (const answer of [one, list]) {
      expect(answer).toMatchObject({ status: 503, errors: [{ message: NEUTRAL }] });
      expect(JSON.stringify(answer)).not.toContain(clientID);
    }
    expect((await fetch(program.url.replace('/graphql', '/gereed'))).status).toBe(200);
    const codes = await program.graphql(medewerker, '{ ik { rol } }');
    expect(codes).toMatchObject({ status: 200, data: { ik: { rol: 'ZORGKANTOOR' } } });
  }

  it('because the right to add to it is gone, no client data leave; health and who am I go on', async () => {
    const roles = 'wlz_lezer, wlz_schrijver, wlz_zorgkantoor_lezer, wlz_zorgkantoor_schrijver';
    await superuser.query(`revoke insert on logregel from ${roles}`);
    try {
      await refused();
    } finally {
      await superuser.query(`grant insert on logregel to wlz_lezer, wlz_schrijver`);
    }
    expect((await program.graphql(medewerker, CLIENT, { id: clientID })).status).toBe(200);
  });

  it('because adding fails, no client data leave and no change stays', async () => {
    await superuser.query(`
      create function stuk() returns trigger language plpgsql as $$ begin raise 'schijf 999990019 vol'; end $$;
      create trigger stuk before insert on logregel for each row execute function stuk()`);
    try {
      await refused();
      const client = `select taal, to_char(geregistreerd_op, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as gezien
        from client where client_id = $1`;
      const before = await superuser.query<{ gezien: string }>(client, [clientID]);
      const answer = await program.graphql(
        medewerker,
        `mutation ($input: UpdateClientgegevensInput!) {
           updateClientgegevens(input: $input) { __typename } }`,
        { input: { clientID, gezienOp: before.rows[0]?.gezien, taal: 'fry' } },
      );
      expect(answer.status).toBe(503);
      const after = await superuser.query(client, [clientID]);
      expect(after.rows).toEqual(before.rows);
    } finally {
      await superuser.query(`drop trigger stuk on logregel; drop function stuk()`);
    }
  });
});
