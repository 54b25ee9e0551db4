import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestRegister, refusalOf, zorgaanbieder, zorgkantoor, type TestRegister } from './register.js';
import type { PlantedAllocation } from './planter.js';

const [A, B, C] = ['99000001', '99000002', '99000003'];
let register: TestRegister;

beforeAll(async () => {
  register = await openTestRegister();
  await register.plant.zorgaanbieders(A, B, C);
});
afterAll(() => register.close());

const report = (over: object = {}) => ({
  versie: 1,
  ingangsdatum: '2026-10-01',
  leveringsstatus: '7',
  leveringsstatusClassificatie: '12',
  ...over,
});

async function stored({ bemiddelingspecificatieID }: PlantedAllocation): Promise<string[]> {
  const { rows } = await register.superuser.query<{ line: string }>(
    `select u.leveringsstatus || ' ' || u.ingangsdatum || '..' || coalesce(u.einddatum::text, '') || ' ' || u.bron as line
     from uitstelperiode u join levering l using (levering_id)
     where l.bemiddelingspecificatie_id = $1 order by u.ingangsdatum, u.bron`,
    [bemiddelingspecificatieID],
  );
  return rows.map(({ line }) => line);
}

async function places({ bemiddelingspecificatieID }: PlantedAllocation): Promise<string[]> {
  const { rows } = await register.superuser.query<{ line: string }>(
    `select leveringsstatus || ' ' || van || '..' || coalesce(tot::text, '') || ' ' || normklok_van as line
     from wachtlijstplaats where bemiddelingspecificatie_id = $1 order by van`,
    [bemiddelingspecificatieID],
  );
  return rows.map(({ line }) => line);
}

describe('who reports a waiting status', () => {
  it('the provider of the allocation, with the word of the dossierhouder when it is one', async () => {
    const own = await register.plant.allocation();
    const other = await register.plant.allocation({ instelling: B, rollen: [['2', A, '2026-01-01', null]] });
    await register.wachtstatus.reportUitstelperiode(zorgaanbieder(A), { ...own, ...report() });
    await register.wachtstatus.reportUitstelperiode(zorgaanbieder(B), { ...other, ...report() });
    expect(await stored(own)).toEqual(['7 2026-10-01.. DOSSIERHOUDER']);
    expect(await stored(other)).toEqual(['7 2026-10-01.. ZORGAANBIEDER']);
    expect(await places(own)).toEqual(['7 2026-10-01.. 2026-10-01']);
  });

  it('W6: on one day the dossierhouder’s word holds, and both are kept', async () => {
    const at = await register.plant.allocation({ instelling: B, rollen: [['2', A, '2026-01-01', null]] });
    const urgent = { leveringsstatus: '6', leveringsstatusClassificatie: '03' };
    await register.wachtstatus.reportUitstelperiode(zorgaanbieder(A), { ...at, ...report(urgent) });
    await register.wachtstatus.reportUitstelperiode(zorgaanbieder(B), { ...at, ...report({ versie: 2 }) });
    expect(await stored(at)).toEqual(['6 2026-10-01.. DOSSIERHOUDER', '7 2026-10-01.. ZORGAANBIEDER']);
    expect(await places(at)).toEqual(['6 2026-10-01.. 2026-10-01']);
  });

  it('the responsible zorgkantoor by exception, with a reason', async () => {
    const at = await register.plant.allocation({ uitvoerend: '5516' });
    const without = register.wachtstatus.reportUitstelperiode(zorgkantoor('5517'), { ...at, ...report() });
    expect(await refusalOf(without)).toMatchObject({
      code: 'ONGELDIGE_INVOER',
      bron: 'IV100',
      pad: ['redenHandmatig'],
    });
    const redenHandmatig = 'Aanbieder kan door een storing niet melden.';
    const executing = register.wachtstatus.reportUitstelperiode(zorgkantoor('5516'), {
      ...at,
      ...report({ redenHandmatig }),
    });
    expect(await refusalOf(executing)).toMatchObject({ code: 'NIET_TOEGESTAAN' });
    await register.wachtstatus.reportUitstelperiode(zorgkantoor('5517'), {
      ...at,
      ...report({ redenHandmatig }),
    });
    expect(await stored(at)).toEqual(['7 2026-10-01.. ZORGKANTOOR']);
  });

  it('nobody else: foreign and unknown get the same answer', async () => {
    const at = await register.plant.allocation();
    const foreign = await refusalOf(
      register.wachtstatus.reportUitstelperiode(zorgaanbieder(C), { ...at, ...report() }),
    );
    const unknown = await refusalOf(
      register.wachtstatus.reportUitstelperiode(zorgaanbieder(C), {
        bemiddelingspecificatieID: randomUUID(),
        ...report(),
      }),
    );
    expect(foreign).toMatchObject({ code: 'NIET_GEVONDEN' });
    expect([foreign.melding, foreign.pad]).toEqual([unknown.melding, unknown.pad]);
    const coordinator = await register.plant.allocation({
      rollen: [
        ['2', A, '2026-01-01', null],
        ['1', C, '2026-01-01', null],
      ],
    });
    const byCoordinator = register.wachtstatus.reportUitstelperiode(zorgaanbieder(C), {
      ...coordinator,
      ...report(),
    });
    expect(await refusalOf(byCoordinator)).toMatchObject({ code: 'NIET_TOEGESTAAN' });
  });
});

describe('a report', () => {
  it('needs the version that the reporter saw, and of many at once exactly one succeeds', async () => {
    const at = await register.plant.allocation();
    const stale = register.wachtstatus.reportUitstelperiode(zorgaanbieder(A), {
      ...at,
      ...report({ versie: 2 }),
    });
    expect(await refusalOf(stale)).toMatchObject({ code: 'VERSIE_VEROUDERD', pad: ['versie'] });
    expect(await stored(at)).toEqual([]);
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () =>
        register.wachtstatus.reportUitstelperiode(zorgaanbieder(A), { ...at, ...report() }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await stored(at)).toHaveLength(1);
  });

  it('can be repeated with its key, and not with another input', async () => {
    const at = await register.plant.allocation();
    const input = { ...at, ...report({ idempotencySleutel: 'sleutel-1' }) };
    const first = await register.wachtstatus.reportUitstelperiode(zorgaanbieder(A), input);
    expect(await register.wachtstatus.reportUitstelperiode(zorgaanbieder(A), input)).toBe(first);
    expect(await stored(at)).toHaveLength(1);
    const other = register.wachtstatus.reportUitstelperiode(zorgaanbieder(A), {
      ...input,
      ingangsdatum: '2026-10-02',
    });
    expect(await refusalOf(other)).toMatchObject({ code: 'SLEUTEL_HERGEBRUIKT' });
  });

  it.each([
    ['W1', { leveringsstatusClassificatie: '03' }],
    ['W2', { leveringsstatus: '1' }],
    ['W3', { leveringsstatus: '5' }],
  ])('that breaks %s leaves nothing behind', async (regel, over) => {
    const at = await register.plant.allocation();
    expect(
      await refusalOf(
        register.wachtstatus.reportUitstelperiode(zorgaanbieder(A), { ...at, ...report(over) }),
      ),
    ).toMatchObject({ code: 'REGEL_GESCHONDEN', regel });
    expect(await stored(at)).toEqual([]);
    const { rows } = await register.superuser.query(
      `select versie from bemiddelingspecificatie where bemiddelingspecificatie_id = $1`,
      [at.bemiddelingspecificatieID],
    );
    expect(rows).toEqual([{ versie: 1 }]);
  });

  it('among many stands by itself', async () => {
    const [good, bad] = [await register.plant.allocation(), await register.plant.allocation()];
    const results = await register.wachtstatus.reportUitstelperioden(zorgaanbieder(A), [
      { ...bad, ...report({ leveringsstatusClassificatie: '19' }) },
      { ...good, ...report() },
    ]);
    expect(results).toEqual([expect.objectContaining({ regel: 'W1' }), expect.any(String)]);
    expect(await stored(bad)).toEqual([]);
    expect(await stored(good)).toHaveLength(1);
  });

  it('is refused by the database as well when a rule is forgotten', async () => {
    const at = await register.plant.allocation();
    await register.wachtstatus.reportUitstelperiode(zorgaanbieder(A), { ...at, ...report() });
    const set = (change: string) =>
      register.superuser.query(`update uitstelperiode set ${change} where leveringsstatus = '7'`);
    await expect(set(`leveringsstatus_classificatie = '03'`)).rejects.toThrow('uitstelperiode_paar_fkey');
    await expect(set(`leveringsstatus = '1'`)).rejects.toThrow();
    await expect(set(`einddatum = '2020-01-01'`)).rejects.toThrow('uitstelperiode_periode_check');
    await expect(set(`bron = 'ZORGKANTOOR'`)).rejects.toThrow('uitstelperiode_handmatig_check');
  });
});

describe('a correction', () => {
  it('keeps what it corrects', async () => {
    const at = await register.plant.allocation();
    const id = await register.wachtstatus.reportUitstelperiode(zorgaanbieder(A), { ...at, ...report() });
    const correction = {
      ...at,
      versie: 2,
      uitstelperiodeID: id,
      ingangsdatum: '2026-09-15',
      einddatum: '2026-10-31',
    };
    expect(await register.wachtstatus.correctUitstelperiode(zorgaanbieder(A), correction)).toBe(id);
    expect(await stored(at)).toEqual(['7 2026-09-15..2026-10-31 DOSSIERHOUDER']);
    expect(await places(at)).toEqual(['7 2026-09-15..2026-10-31 2026-09-15']);
    const { rows } = await register.superuser.query(
      `select ingangsdatum::text, einddatum from uitstelperiode_historie where uitstelperiode_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ ingangsdatum: '2026-10-01', einddatum: null }]);
  });

  it('of the dossierhouder’s word is for the dossierhouder', async () => {
    const at = await register.plant.allocation({ instelling: B, rollen: [['2', A, '2026-01-01', null]] });
    const id = await register.wachtstatus.reportUitstelperiode(zorgaanbieder(A), { ...at, ...report() });
    const correction = { ...at, versie: 2, uitstelperiodeID: id, ingangsdatum: '2026-09-15' };
    const byProvider = register.wachtstatus.correctUitstelperiode(zorgaanbieder(B), correction);
    expect(await refusalOf(byProvider)).toMatchObject({ code: 'NIET_TOEGESTAAN' });
    const elsewhere = { ...(await register.plant.allocation()), versie: 1, uitstelperiodeID: id };
    expect(
      await refusalOf(register.wachtstatus.correctUitstelperiode(zorgaanbieder(A), elsewhere)),
    ).toMatchObject({
      code: 'NIET_GEVONDEN',
    });
  });
});
