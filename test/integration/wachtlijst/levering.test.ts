import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findWachtlijst } from '../../../src/modules/wachtlijst/wachtlijst.queries.js';
import type { PlantedAllocation } from './planter.js';
import { openTestRegister, refusalOf, zorgaanbieder, zorgkantoor, type TestRegister } from './register.js';

const [A, B] = ['99000001', '99000002'];
let register: TestRegister;

beforeAll(async () => {
  register = await openTestRegister();
  await register.plant.zorgaanbieders(A, B);
});
afterAll(() => register.close());

const waiting = {
  versie: 1,
  ingangsdatum: '2026-09-01',
  leveringsstatus: '6',
  leveringsstatusClassificatie: '03',
};

async function onTheList({ bemiddelingspecificatieID }: PlantedAllocation): Promise<boolean> {
  const ctx = zorgkantoor('5517');
  const rows = await register.read(ctx, (tx) => findWachtlijst(ctx, tx, {}, null, null));
  return rows.some((row) => row.bemiddelingspecificatieID === bemiddelingspecificatieID);
}

/** Waits until so many transactions of this database wait for a lock. */
async function waiters(count: number): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    await register.superuser.query('select pg_stat_clear_snapshot()');
    const { rows } = await register.superuser.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows[0]?.n === count) return;
    await delay(10);
  }
  throw new Error('They did not wait for one another.');
}

describe('care', () => {
  it('ends the waiting, and kept open lets it begin again', async () => {
    const at = await register.plant.allocation();
    await register.wachtstatus.reportUitstelperiode(zorgaanbieder(A), { ...at, ...waiting });
    expect(await onTheList(at)).toBe(true);
    await register.levering.reportLeveringperiode(zorgaanbieder(A), {
      ...at,
      versie: 2,
      ingangsdatum: '2026-10-01',
    });
    expect(await onTheList(at)).toBe(false);
    await register.levering.reportLeveringperiode(zorgaanbieder(A), {
      ...at,
      versie: 3,
      einddatum: '2026-10-20',
      beeindigingReden: '20',
    });
    expect(await onTheList(at)).toBe(false);
    await register.wachtstatus.reportUitstelperiode(zorgaanbieder(A), {
      ...at,
      ...waiting,
      versie: 4,
      ingangsdatum: '2026-10-21',
    });
    expect(await onTheList(at)).toBe(true);
  });

  it('is reported by who gives it', async () => {
    const at = await register.plant.allocation({ instelling: B, rollen: [['2', A, '2026-01-01', null]] });
    const start = { ...at, versie: 1, ingangsdatum: '2026-10-01' };
    expect(await refusalOf(register.levering.reportLeveringperiode(zorgaanbieder(A), start))).toMatchObject({
      code: 'NIET_TOEGESTAAN',
    });
    await register.levering.reportLeveringperiode(zorgaanbieder(B), start);
    const neither = register.levering.reportLeveringperiode(zorgaanbieder(B), { ...at, versie: 2 });
    expect(await refusalOf(neither)).toMatchObject({ code: 'ONGELDIGE_INVOER', pad: ['ingangsdatum'] });
    const strange = {
      ...at,
      versie: 2,
      einddatum: '2026-10-20',
      beeindigingReden: '17',
      aanbiederBestemming: '123',
    };
    expect(await refusalOf(register.levering.reportLeveringperiode(zorgaanbieder(B), strange))).toMatchObject(
      {
        regel: 'P1',
        pad: ['aanbiederBestemming'],
      },
    );
  });

  it('W9: is one admission at a time, also when two begin at once', async () => {
    const here = await register.plant.allocation();
    const there = await register.plant.allocation({ beside: here, instelling: B });
    const start = { versie: 1, ingangsdatum: '2026-10-01' };
    await register.superuser.query('begin');
    await register.superuser.query('select from client where client_id = $1 for update', [here.clientID]);
    const reports = Promise.allSettled([
      register.levering.reportLeveringperiode(zorgaanbieder(A), { ...here, ...start }),
      register.levering.reportLeveringperiode(zorgaanbieder(B), { ...there, ...start }),
    ]);
    await waiters(2);
    await register.superuser.query('commit');
    const results = await reports;
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { regel: 'W9', bron: 'OP324' },
    });
  });

  it('T7: is at most two forms at once, a pgb among them', async () => {
    const pgb = await register.plant.allocation({ leveringsvorm: '2' });
    const mpt = await register.plant.allocation({
      beside: pgb,
      leveringsvorm: '7',
      rollen: [['1', A, '2026-01-01', null]],
    });
    const verblijf = await register.plant.allocation({
      beside: pgb,
      instelling: B,
      rollen: [['2', B, '2026-01-01', null]],
    });
    const start = { versie: 1, ingangsdatum: '2026-10-01' };
    await register.wachtstatus.reportUitstelperiode(zorgaanbieder(B), { ...verblijf, ...waiting });
    await register.levering.reportLeveringperiode(zorgaanbieder(A), { ...mpt, ...start });
    const third = register.levering.reportLeveringperiode(zorgaanbieder(B), {
      ...verblijf,
      ...start,
      versie: 2,
    });
    expect(await refusalOf(third)).toMatchObject({ regel: 'T7', bron: 'OP318' });
  });

  it('CS064: does not begin tomorrow', async () => {
    const at = await register.plant.allocation();
    const early = register.levering.reportLeveringperiode(zorgaanbieder(A), {
      ...at,
      versie: 1,
      ingangsdatum: '2026-11-02',
    });
    expect(await refusalOf(early)).toMatchObject({ code: 'ONGELDIGE_INVOER', bron: 'CS064' });
  });
});

describe('an afstel', () => {
  it('takes the client off the list for good', async () => {
    const at = await register.plant.allocation();
    await register.wachtstatus.reportUitstelperiode(zorgaanbieder(A), { ...at, ...waiting });
    await register.levering.reportAfstel(zorgaanbieder(A), {
      ...at,
      versie: 2,
      afsteldatum: '2026-10-15',
      reden: '12',
    });
    expect(await onTheList(at)).toBe(false);
    const after = register.wachtstatus.reportUitstelperiode(zorgaanbieder(A), {
      ...at,
      ...waiting,
      versie: 3,
      ingangsdatum: '2026-10-20',
    });
    expect(await refusalOf(after)).toMatchObject({ regel: 'W3' });
    const again = register.levering.reportAfstel(zorgaanbieder(A), {
      ...at,
      versie: 3,
      afsteldatum: '2026-10-20',
    });
    expect(await refusalOf(again)).toMatchObject({ regel: 'W3' });
  });

  it('by the zorgkantoor needs a reason', async () => {
    const at = await register.plant.allocation();
    const input = { ...at, versie: 1, afsteldatum: '2026-10-15' };
    expect(await refusalOf(register.levering.reportAfstel(zorgkantoor('5517'), input))).toMatchObject({
      pad: ['reden'],
    });
    await register.levering.reportAfstel(zorgkantoor('5517'), {
      ...input,
      reden: 'De cliënt ziet ervan af.',
    });
  });
});
