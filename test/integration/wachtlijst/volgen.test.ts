import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainEvents } from '../../../src/platform/events/index.js';
import { openTestRegister, proces, zorgaanbieder, type TestRegister } from './register.js';
import type { PlantedAllocation } from './planter.js';

let register: TestRegister;
let at: PlantedAllocation;

beforeAll(async () => {
  register = await openTestRegister();
  await register.plant.zorgaanbieders('99000001');
  at = await register.plant.allocation();
  await register.wachtstatus.reportUitstelperiode(zorgaanbieder('99000001'), {
    ...at,
    versie: 1,
    ingangsdatum: '2026-09-01',
    leveringsstatus: '7',
    leveringsstatusClassificatie: '12',
  });
});
afterAll(() => register.close());

async function place(): Promise<object[]> {
  const { rows } = await register.superuser.query<object>(
    `select van::text, tot::text, afgiftedatum::text, zorgkantoor from wachtlijstplaats where bemiddelingspecificatie_id = $1`,
    [at.bemiddelingspecificatieID],
  );
  return rows;
}

describe('the waiting list follows, in the same transaction,', () => {
  it('an allocation that ends', async () => {
    await register.write(proces, async (tx) => {
      await tx.query(
        `update bemiddelingspecificatie set toewijzing_einddatum = '2026-10-15' where bemiddelingspecificatie_id = $1`,
        [at.bemiddelingspecificatieID],
      );
      const events = register.app.get(DomainEvents, { strict: false });
      await events.announce(proces, tx, 'SpecificatiesGewijzigd', {
        bemiddelingspecificatieIDs: [at.bemiddelingspecificatieID],
      });
    });
    expect(await place()).toMatchObject([{ van: '2026-09-01', tot: '2026-10-15' }]);
  });

  it('an indication whose afgiftedatum is corrected', async () => {
    await register.write(proces, async (tx) => {
      const [row] = await tx.query<{ id: string }>(
        `update indicatie set afgiftedatum = '2025-11-11' where client_id = $1 returning wlz_indicatie_id as id`,
        [at.clientID],
      );
      const events = register.app.get(DomainEvents, { strict: false });
      await events.announce(proces, tx, 'IndicatieGewijzigd', { wlzIndicatieIDs: [row?.id ?? ''] });
    });
    expect(await place()).toMatchObject([{ afgiftedatum: '2025-11-11' }]);
  });
});

it('a row that is changed by hand keeps what was known before', async () => {
  const versions = `select classificatie, bekend_tot = 'infinity' as geldt from wachtlijstplaats_historie
    where bemiddelingspecificatie_id = $1 and bekend_tot > bekend_van order by bekend_van desc limit 2`;
  const change = `update wachtlijstplaats set classificatie = '11' where bemiddelingspecificatie_id = $1 returning bekend_van`;
  const { rowCount } = await register.superuser.query(change, [at.bemiddelingspecificatieID]);
  expect(rowCount).toBe(1);
  const { rows } = await register.superuser.query(versions, [at.bemiddelingspecificatieID]);
  expect(rows).toEqual([
    { classificatie: '11', geldt: true },
    { classificatie: '12', geldt: false },
  ]);
});
