import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { exportWachtlijst, WACHTLIJST_KOLOMMEN } from '../../../src/modules/wachtlijst/index.js';
import { openTestRegister, proces, zorgaanbieder, type TestRegister } from './register.js';

const [A, B] = ['99000001', '99000002'];
let register: TestRegister;

beforeAll(async () => {
  register = await openTestRegister();
  await register.plant.zorgaanbieders(A, B);
  for (const [instelling, zorgkantoor, leveringsstatus, leveringsstatusClassificatie] of [
    [A, '5517', '7', '12'],
    [B, '5517', '6', '03'],
    [A, '5516', '6', '03'],
    [A, '5517', '3', '19'],
  ] as const) {
    const at = await register.plant.allocation({ instelling, zorgkantoor });
    await register.wachtstatus.reportUitstelperiode(zorgaanbieder(instelling), {
      ...at,
      versie: 1,
      ingangsdatum: '2026-09-01',
      leveringsstatus,
      leveringsstatusClassificatie,
    });
  }
});
afterAll(() => register.close());

const rowsFor = (instelling: string | null) =>
  register.read(proces, (tx) => exportWachtlijst(proces, tx, { regio: '5517', instelling }));

it('the exported list is the list of the region, with names and without a BSN', async () => {
  const rows = await rowsFor(null);
  expect(
    rows.map(({ positie, instelling, wachtstatusCode }) => [positie, instelling, wachtstatusCode]),
  ).toEqual([
    [1, B, '6'],
    [2, A, '7'],
  ]);
  expect(rows[1]).toMatchObject({
    naam: 'Client 1',
    zorgaanbieder: `Huize ${A}`,
    dossierhouder: A,
    coordinatorZorgThuis: null,
  });
  expect(WACHTLIJST_KOLOMMEN).not.toContain('bsn');
  expect(await rowsFor(A)).toHaveLength(1);
});

it('everybody in it is logged, and what was asked for', async () => {
  const { rows: before } = await register.superuser.query<{ id: string }>(
    `select coalesce(max(logregel_id), 0) as id from logregel`,
  );
  const rows = await rowsFor(null);
  const { rows: logged } = await register.superuser.query(
    `select actie, client_id, zoekvraag from logregel where logregel_id > $1 order by actie, client_id`,
    [before[0]?.id],
  );
  expect(logged).toEqual([
    { actie: 'E', client_id: null, zoekvraag: { zorgkantoor: '5517', instelling: null } },
    ...rows
      .map(({ clientID }) => clientID)
      .sort()
      .map((clientID) => ({ actie: 'R', client_id: clientID, zoekvraag: null })),
  ]);
});
