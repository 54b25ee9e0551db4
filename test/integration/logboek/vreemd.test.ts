import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startTestApp, type TestApp } from '../../support/app.js';
import { LOGBOEK_LEEG } from '../../support/logboek.js';

/** Two providers of the demo data, and what only the other one has. */
interface Vreemd {
  readonly agb: string;
  readonly clientID: string;
  readonly bemiddelingID: string;
  readonly indicatieID: string;
  readonly specificatieID: string;
}

const CONTACT = `mutation ($id: UUID!) { recordContactmoment(input: { bemiddelingID: $id, datum: "2026-11-01",
  regierol: DOSSIERHOUDER, met: CLIENT, vorm: TELEFOON, gesproken: true }) { ... on Weigering { code } } }`;

let app: TestApp;
let superuser: pg.Client;
let vreemd: Vreemd;
let aanbieder: string;

beforeAll(async () => {
  app = await startTestApp();
  await app.takeInDemoData({ clients: 40, seed: 5, asof: '2026-11-01' });
  superuser = new pg.Client({ connectionString: app.database.superuserUrl });
  await superuser.connect();
  const { rows } = await superuser.query<Vreemd>(
    `select z.agb, b.client_id as "clientID", b.bemiddeling_id as "bemiddelingID", b.wlz_indicatie_id as "indicatieID",
       s.bemiddelingspecificatie_id as "specificatieID"
     from bemiddeling b join bemiddelingspecificatie s using (bemiddeling_id), zorgaanbieder z
     where exists (select from toegangsrecht r where r.agb = z.agb)
       and not exists (select from toegangsrecht r where r.agb = z.agb and r.client_id = b.client_id)
     order by z.agb, b.bemiddeling_id, s.bemiddelingspecificatie_id limit 1`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('everybody may see everybody');
  vreemd = row;
  aanbieder = await app.zorgaanbieder(vreemd.agb);
  // The first use of a token has a line of its own.
  await app.graphql(aanbieder, '{ ik { sub } }');
});

afterAll(async () => {
  await superuser.end();
  await app.close();
});

/** What one request leaves in the log, but for what no two requests have in common. */
async function trace(query: string, variables: Record<string, unknown>): Promise<object[]> {
  await superuser.query(LOGBOEK_LEEG);
  await app.graphql(aanbieder, query, variables);
  const { rows } = await superuser.query<Record<string, unknown>>(
    'select * from logregel order by logregel_id',
  );
  return rows.map(({ logregel_id: _id, tijdstip: _at, request_id: _request, ...line }) => line);
}

describe('asking for what is somebody else’s (B37)', () => {
  it.each([
    ['a client', 'clientID', 'query ($id: UUID!) { client(id: $id) { clientID } }'],
    ['an allocation', 'bemiddelingID', 'query ($id: UUID!) { bemiddeling(id: $id) { bemiddelingID } }'],
    ['an indication', 'indicatieID', 'query ($id: UUID!) { indicatie(id: $id) { wlzIndicatieID } }'],
    [
      'a place on the list',
      'specificatieID',
      'query ($id: UUID!) { verklaarVolgorde(a: $id, b: "00000000-0000-4000-8000-000000000000") { regel } }',
    ],
    ['two things at once', 'clientID', 'query ($id: UUID!) { ik { sub } client(id: $id) { clientID } }'],
    ['a contact to be recorded', 'bemiddelingID', CONTACT],
  ] as const)(
    '%s is one refusal in the log, of somebody, and the same as for an id that is nobody’s',
    async (_what, name, query) => {
      const foreign = await trace(query, { id: vreemd[name] });
      expect(foreign).toMatchObject([
        {
          gebeurtenis: 'W10',
          resultaat: 2,
          reden: 'NIET_GEVONDEN',
          gebruiker: `proef-${vreemd.agb}`,
          organisatie: vreemd.agb,
          rol: 'ZORGAANBIEDER',
          toegangspunt: '127.0.0.1',
          controles: 'FFFF',
          client_id: null,
        },
      ]);
      expect(await trace(query, { id: randomUUID() })).toEqual(foreign);
    },
  );

  it('in a filter is a search in the log, in which nobody was shown', async () => {
    const query = `query ($id: UUID!) { contactboek(filter: { bemiddelingID: $id }, first: 5) { totalCount } }`;
    const [line, ...rest] = await trace(query, { id: vreemd.bemiddelingID });
    expect(rest).toEqual([]);
    expect(line).toMatchObject({ gebeurtenis: 'Z10', gebruiker: `proef-${vreemd.agb}`, client_id: null });
  });

  it('by BSN is a search in the log too, without the BSN', async () => {
    const { rows } = await superuser.query<{ bsn: string }>(
      'select bsn from client where client_id = $1 and bsn is not null',
      [vreemd.clientID],
    );
    const query = `query ($bsn: String!) { clienten(filter: { bsn: $bsn }, first: 5) { edges { node { clientID } } } }`;
    const lines = await trace(query, { bsn: rows[0]?.bsn });
    expect(lines).toMatchObject([{ gebeurtenis: 'Z10', gebruiker: `proef-${vreemd.agb}`, client_id: null }]);
    expect(JSON.stringify(lines)).not.toContain(rows[0]?.bsn);
  });
});
