import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { createClock } from '../../../src/config/index.js';
import { createServer } from '../../../src/main.js';
import { issueDevelopmentToken, type RolVanMens } from '../../../src/modules/toegang/index.js';
import { createLog } from '../../../src/platform/logging/index.js';
import { post, startTestApp, type TestApp } from '../../support/app.js';

const BLOKKEER = `mutation ($input: BlokkeerGebruikerInput!) { blokkeerGebruiker(input: $input) {
  __typename
  ... on GeblokkeerdeGebruiker { geblokkeerdeGebruikerID sub rol reden van tot geregistreerdDoor versie }
  ... on Weigering { code pad } } }`;
const DEBLOKKEER = `mutation ($input: DeblokkeerGebruikerInput!) { deblokkeerGebruiker(input: $input) {
  __typename ... on GeblokkeerdeGebruiker { tot versie } ... on Weigering { code } } }`;
const CONTACT = `mutation ($input: RecordContactmomentInput!) { recordContactmoment(input: $input) {
  ... on Weigering { code regel } } }`;
const LIJST = '{ wachtlijst(first: 5) { totalCount } }';

interface Blokkade {
  readonly __typename: string;
  readonly geblokkeerdeGebruikerID: string;
  readonly versie: number;
}

let app: TestApp;
let second: NestFastifyApplication;
let secondUrl: string;
let superuser: pg.Client;
let beheerder: string;

beforeAll(async () => {
  app = await startTestApp();
  const { config, database } = app;
  second = await createServer({
    config,
    clock: createClock(config),
    log: createLog('silent'),
    databaseUrl: database.url,
  });
  await second.listen(0, '127.0.0.1');
  secondUrl = `${await second.getUrl()}/graphql`;
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  beheerder = await token('de-beheerder', ['BEHEERDER']);
});
afterAll(async () => {
  await superuser.end();
  await second.close();
  await app.close();
});

const token = (sub: string, rollen: readonly RolVanMens[]): Promise<string> =>
  issueDevelopmentToken(app.config, { sub, rollen, uzovi: ['5516', '5517'], agb: '99000001' });

async function ask(bearer: string, query: string, variables = {}, rol?: string) {
  const response = await fetch(app.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${bearer}`,
      ...(rol === undefined ? {} : { 'x-wlz-rol': rol }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as {
    data?: Record<string, unknown> | null;
    errors?: { extensions: object }[];
  };
  return { status: response.status, data: body.data ?? null, code: body.errors?.[0]?.extensions };
}

async function block(sub: string, rol: RolVanMens | null = null, by = beheerder): Promise<Blokkade> {
  const { data } = await ask(by, BLOKKEER, { input: { sub, rol, reden: 'UIT_DIENST' } });
  return data?.blokkeerGebruiker as Blokkade;
}

const unblock = ({ geblokkeerdeGebruikerID, versie }: Blokkade) =>
  ask(beheerder, DEBLOKKEER, { input: { geblokkeerdeGebruikerID, versie } });

const UIT = {
  data: null,
  code: expect.objectContaining({ code: 'FORBIDDEN', regel: 'TOEGANG_INGETROKKEN' }),
};
const BINNEN = { status: 200, data: { wachtlijst: { totalCount: 0 } } };

describe('somebody who is kept out (B44)', () => {
  it('is out with a token in use from the next request on, on every instance, and in again when let in', async () => {
    const weg = await token('gaat-weg', ['ZORGKANTOOR']);
    expect(await ask(weg, LIJST)).toMatchObject(BINNEN);
    expect((await post(secondUrl, weg, { query: LIJST })).status).toBe(200);
    const blokkade = await block('gaat-weg');
    expect(blokkade).toMatchObject({ __typename: 'GeblokkeerdeGebruiker', sub: 'gaat-weg', tot: null });
    expect(await ask(weg, LIJST)).toMatchObject(UIT);
    expect(await ask(weg, '{ ik { sub } }')).toMatchObject(UIT);
    const elsewhere = await post(secondUrl, weg, { query: LIJST });
    expect(elsewhere.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    expect((await unblock(blokkade)).data?.deblokkeerGebruiker).toMatchObject({ versie: 2 });
    expect(await ask(weg, LIJST)).toMatchObject(BINNEN);
  });

  it('changes nothing either, and both refusals stand in the log', async () => {
    const weg = await token('schrijft-niet', ['ZORGAANBIEDER']);
    await ask(weg, LIJST);
    await block('schrijft-niet');
    const { data } = await ask(weg, CONTACT, {
      input: {
        bemiddelingID: '0b1e2c3d-0000-4000-8000-000000000001',
        datum: '2026-11-01',
        regierol: 'DOSSIERHOUDER',
        met: 'CLIENT',
        vorm: 'TELEFOON',
        gesproken: true,
      },
    });
    expect(data?.recordContactmoment).toEqual({ code: 'NIET_TOEGESTAAN', regel: 'TOEGANG_INGETROKKEN' });
    await ask(weg, LIJST);
    const { rows } = await superuser.query<{ reden: string }>(
      `select reden from logregel where gebruiker = 'schrijft-niet' and gebeurtenis = 'W10'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ reden }) => reden))).toEqual(new Set(['NIET_TOEGESTAAN TOEGANG_INGETROKKEN']));
  });

  it('does not get in with a new token: 403 at the door', async () => {
    await block('komt-terug');
    const answer = await ask(await token('komt-terug', ['ZORGAANBIEDER']), LIJST);
    expect(answer).toMatchObject({ status: 403, data: null, code: { code: 'FORBIDDEN' } });
    const { rows } = await superuser.query(
      `select operatie, gebeurtenis, resultaat from logregel where gebruiker = 'komt-terug'`,
    );
    expect(rows).toEqual([{ operatie: 'aanmelden', gebeurtenis: 'W10', resultaat: 2 }]);
  });

  it('in one role keeps the others', async () => {
    const twee = await token('twee-rollen', ['ZORGKANTOOR', 'ZORGAANBIEDER']);
    await ask(twee, LIJST);
    await ask(twee, LIJST, {}, 'ZORGAANBIEDER');
    await block('twee-rollen', 'ZORGAANBIEDER');
    expect(await ask(twee, LIJST)).toMatchObject(BINNEN);
    expect(await ask(twee, LIJST, {}, 'ZORGAANBIEDER')).toMatchObject(UIT);
  });

  it('reads no picture either', async () => {
    const weg = await token('kijkt-niet', ['ZORGKANTOOR']);
    const picture = () =>
      fetch(new URL('/grafiek/wachtlijst.svg?zorgkantoor=5517', app.url), {
        headers: { authorization: `Bearer ${weg}` },
      });
    expect((await picture()).status).toBe(200);
    await block('kijkt-niet');
    expect((await picture()).status).toBe(403);
  });
});

describe('keeping people out', () => {
  it('is for the beheerder, and not for itself or for a process', async () => {
    const kantoor = await ask(await token('kantoor', ['ZORGKANTOOR']), BLOKKEER, {
      input: { sub: 'x', reden: 'UIT_DIENST' },
    });
    expect(kantoor.code).toMatchObject({ code: 'FORBIDDEN' });
    expect(await block('de-beheerder')).toMatchObject({ code: 'NIET_TOEGESTAAN', pad: ['sub'] });
    expect(await block('proces:import')).toMatchObject({ code: 'ONGELDIGE_INVOER', pad: ['sub'] });
  });

  it('twice, or twenty times at once, is one row', async () => {
    const blokkades = await Promise.all(Array.from({ length: 20 }, () => block('twintig')));
    expect(new Set(blokkades.map((one) => one.geblokkeerdeGebruikerID)).size).toBe(1);
    expect(await block('twintig')).toMatchObject({ versie: 1 });
  });

  it('keeps its past, and lifts nothing that somebody changed meanwhile', async () => {
    const first = await block('heen-en-weer');
    await unblock(first);
    expect((await unblock(first)).data?.deblokkeerGebruiker).toMatchObject({ code: 'VERSIE_VEROUDERD' });
    expect(await block('heen-en-weer')).toMatchObject({ versie: 3, tot: null });
    const { rows } = await superuser.query(
      `select versie, tot is null as dicht from geblokkeerde_gebruiker_historie where sub = 'heen-en-weer' order by versie`,
    );
    expect(rows).toEqual([
      { versie: 1, dicht: true },
      { versie: 2, dicht: false },
    ]);
  });

  it('and letting them in again are events of their own in the log, each once: who, by whom, why', async () => {
    const blokkade = await block('in-het-log', 'ZORGAANBIEDER');
    await block('in-het-log', 'ZORGAANBIEDER');
    await unblock(blokkade);
    await unblock(blokkade);
    const { rows } = await superuser.query(
      `select gebeurtenis, gebruiker, rol, resultaat, zoekvraag as wie from logregel
       where gebeurtenis in ('G10', 'G20') and zoekvraag ->> 'sub' = 'in-het-log' order by logregel_id`,
    );
    const [by, wie] = [
      { gebruiker: 'de-beheerder', rol: 'BEHEERDER', resultaat: 1 },
      { sub: 'in-het-log', rol: 'ZORGAANBIEDER' },
    ];
    expect(rows).toEqual([
      { gebeurtenis: 'G10', ...by, wie: { ...wie, reden: 'UIT_DIENST' } },
      { gebeurtenis: 'G20', ...by, wie },
    ]);
  });

  it('says by whom to who keeps the system or the log, and nothing to others', async () => {
    await block('door-wie');
    const vraag = '{ geblokkeerdeGebruikers(first: 50) { edges { node { sub geregistreerdDoor } } } }';
    const node = { sub: 'door-wie', geregistreerdDoor: 'de-beheerder' };
    for (const rol of ['BEHEERDER', 'LOGBEHEERDER'] as const) {
      const { data } = await ask(await token(`ander-${rol}`, [rol]), vraag);
      expect(data).toMatchObject({ geblokkeerdeGebruikers: { edges: expect.arrayContaining([{ node }]) } });
    }
    for (const rol of ['ZORGKANTOOR', 'ZORGAANBIEDER'] as const) {
      const { code } = await ask(await token(`ander-${rol}`, [rol]), vraag);
      expect(code).toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('is listed for who keeps the system or the log, page by page', async () => {
    const page = `query ($after: String) { geblokkeerdeGebruikers(first: 2, after: $after) {
      totalCount edges { node { sub } } pageInfo { hasNextPage endCursor } } }`;
    interface Page {
      totalCount: number;
      edges: { node: { sub: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    }
    const log = await token('van-het-log', ['LOGBEHEERDER']);
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const answer = (await ask(log, page, { after })).data?.geblokkeerdeGebruikers as Page;
      seen.push(...answer.edges.map(({ node }) => node.sub));
      more = answer.pageInfo.hasNextPage;
      after = answer.pageInfo.endCursor;
      if (!more) expect(answer.totalCount).toBe(seen.length);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toContain('twintig');
  });

  it('cannot be seen or undone by others, whatever SQL they get through', async () => {
    for (const role of ['wlz_zorgkantoor_schrijver', 'wlz_zorgaanbieder_schrijver', 'wlz_logbeheerder']) {
      await superuser.query('begin');
      await superuser.query(`set local role ${role}`);
      await expect(superuser.query('update geblokkeerde_gebruiker set tot = now()')).rejects.toThrow(
        'permission denied',
      );
      await superuser.query('rollback');
    }
  });
});

describe('a login', () => {
  it('stands in the log once per token and role, whichever instance saw it first', async () => {
    const twee = await token('meldt-aan', ['ZORGKANTOOR', 'ZORGAANBIEDER']);
    await Promise.all([
      ...Array.from({ length: 10 }, () => ask(twee, LIJST)),
      ...Array.from({ length: 10 }, () => post(secondUrl, twee, { query: LIJST })),
    ]);
    await ask(twee, LIJST, {}, 'ZORGAANBIEDER');
    const { rows } = await superuser.query(
      `select rol, resultaat, toegangspunt, uitgever from logregel
       where gebruiker = 'meldt-aan' and gebeurtenis = 'A10' order by rol`,
    );
    const line = { resultaat: 1, toegangspunt: '127.0.0.1', uitgever: 'wlz-regie-ontwikkeling' };
    expect(rows).toEqual([
      { ...line, rol: 'ZORGAANBIEDER' },
      { ...line, rol: 'ZORGKANTOOR' },
    ]);
  });

  it('leaves no token behind, and forgets those that are long over', async () => {
    await superuser.query(
      `insert into aanmelding (token_hash, verloopt_op)
       select sha256(n::text::bytea), now() - interval '2 days' from generate_series(1, 30) n`,
    );
    await ask(await token('laatste', ['ZORGKANTOOR']), LIJST);
    const { rows } = await superuser.query(
      `select count(*)::int as oud from aanmelding where verloopt_op < now() - interval '1 day'`,
    );
    expect(rows).toEqual([{ oud: 0 }]);
  });
});
