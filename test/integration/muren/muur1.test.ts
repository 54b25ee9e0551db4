import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issueDevelopmentToken, type RolVanMens } from '../../../src/modules/toegang/index.js';
import { KANARIE, openKooi, slechtMuur3, VRAGEN, type Kooi } from './kanarie.js';

/** The declaration on each root field alone: PostgreSQL shows every row, to every role. */
let kooi: Kooi;

beforeAll(async () => {
  kooi = await openKooi();
  await slechtMuur3(kooi.superuser);
  await kooi.superuser.query(
    'grant select on all tables in schema public to wlz_beheerder, wlz_logbeheerder',
  );
});
afterAll(() => kooi.close());

const token = (...rollen: RolVanMens[]): Promise<string> =>
  issueDevelopmentToken(kooi.app.config, {
    sub: 'proef-wacht',
    rollen,
    uzovi: ['5516', '5517'],
    agb: kooi.agb,
  });

describe('the declaration of each operation, without row level security', () => {
  it.each(['BEHEERDER', 'LOGBEHEERDER'] as const)('lets a %s ask nothing about clients', async (rol) => {
    const bearer = await token(rol);
    for (const vraag of VRAGEN) {
      const answer = await kooi.app.graphql(bearer, vraag);
      expect(JSON.stringify(answer)).not.toContain(KANARIE);
      expect(answer.errors?.[0]?.message).toBe('Met uw rol kunt u dit niet vragen of doen.');
    }
  });

  it('counts one rol per request: a BEHEERDER who is also an employee is a BEHEERDER until it asks otherwise', async () => {
    const bearer = await token('BEHEERDER', 'ZORGKANTOOR', 'ZORGAANBIEDER');
    const { errors } = await kooi.app.graphql(bearer, VRAGEN[0] ?? '');
    expect(errors?.[0]?.message).toBe('Met uw rol kunt u dit niet vragen of doen.');
  });

  it('keeps what a zorgkantoor does from a zorgaanbieder', async () => {
    const bearer = await token('ZORGAANBIEDER');
    const { data, errors } = await kooi.app.graphql(
      bearer,
      `mutation { updateClientgegevens(input: { clientID: "${[...kooi.eigen.clienten][0] ?? ''}",
        gezienOp: "2026-11-01T00:00:00Z", leefeenheid: "7" }) { __typename } }`,
    );
    expect(JSON.stringify([data, errors])).toContain('Met uw rol kunt u dit niet vragen of doen.');
  });
});
