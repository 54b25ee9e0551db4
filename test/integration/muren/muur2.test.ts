import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ToegangGuard } from '../../../src/modules/toegang/toegang.guard.js';
import { KANARIE, openKooi, OP_ID, slechtMuur3, VRAGEN, type Kooi } from './kanarie.js';

/** The policies of the services alone: the guard lets everybody through, PostgreSQL shows every row. */
let kooi: Kooi;
let token: string;

beforeAll(async () => {
  kooi = await openKooi();
  await slechtMuur3(kooi.superuser);
  jest.spyOn(ToegangGuard.prototype, 'canActivate').mockReturnValue(true);
  token = await kooi.app.zorgaanbieder(kooi.agb);
});
afterAll(async () => {
  jest.restoreAllMocks();
  await kooi.close();
});

const ask = (query: string) => kooi.app.graphql(token, query);

describe('the services, without guard and without row level security', () => {
  it.each(VRAGEN.map((vraag, index) => [index, vraag] as const))(
    'show a zorgaanbieder no stranger (question %i)',
    async (_index, vraag) => {
      const { data, errors } = await ask(vraag);
      expect(errors).toBeUndefined();
      const text = JSON.stringify(data);
      expect(text).not.toContain(KANARIE);
      for (const id of Object.values(kooi.vreemd)) expect(text).not.toContain(id);
    },
  );

  it('do show its own', async () => {
    const { data } = await ask(`{ clienten(first: 100) { totalCount edges { node { clientID } } } }`);
    const found = data as { clienten: { totalCount: number; edges: { node: { clientID: string } }[] } };
    expect(new Set(found.clienten.edges.map(({ node }) => node.clientID))).toEqual(kooi.eigen.clienten);
    expect(found.clienten.totalCount).toBe(kooi.eigen.clienten.size);
  });

  it.each(['client', 'bemiddeling', 'indicatie'] as const)(
    'answer a foreign %s as one that does not exist, to the byte',
    async (soort) => {
      const foreign = await ask(OP_ID[soort](kooi.vreemd[soort]));
      const unknown = await ask(OP_ID[soort](randomUUID()));
      expect(foreign.errors).toBeDefined();
      expect(foreign).toEqual(unknown);
    },
  );

  it('refuse to change what is foreign as what does not exist, and change nothing', async () => {
    const before = await kooi.superuser.query(
      'select count(*) as n, max(geregistreerd_op) as op from contactmoment',
    );
    const record = (id: string) =>
      ask(`mutation { recordContactmoment(input: { bemiddelingID: "${id}", datum: "2026-10-30", regierol: DOSSIERHOUDER,
        met: CLIENT, vorm: TELEFOON, gesproken: true }) { __typename ... on Weigering { code melding pad } } }`);
    const correct = (id: string) =>
      ask(`mutation { correctContactmoment(input: { contactmomentID: "${id}", intrekken: true }) {
        __typename ... on Weigering { code melding pad } } }`);
    for (const [change, id] of [
      [record, kooi.vreemd.bemiddeling],
      [correct, kooi.vreemd.contact],
    ] as const) {
      const foreign = await change(id);
      expect(foreign.errors).toBeUndefined();
      expect(foreign).toEqual(await change(randomUUID()));
      expect(JSON.stringify(foreign.data)).toContain('NIET_GEVONDEN');
    }
    const after = await kooi.superuser.query(
      'select count(*) as n, max(geregistreerd_op) as op from contactmoment',
    );
    expect(after.rows).toEqual(before.rows);
  });
});
