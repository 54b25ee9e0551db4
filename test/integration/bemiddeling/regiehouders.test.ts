import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findHoudersOn } from '../../../src/modules/bemiddeling/bemiddeling.queries.js';
import {
  BEUK,
  LINDE,
  openRegister,
  refusalOf,
  systeem,
  THUIS,
  verblijf,
  zorgaanbieder,
  zorgkantoor,
  type Register,
} from './register.js';

let register: Register;
const kantoor = zorgkantoor('5517');

beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.close());

/** A bemiddeling with verblijf at one provider, which is dossierhouder. */
async function bemiddeling(): Promise<string> {
  const { wlzIndicatieID } = await register.indiceer();
  await register.specificaties.createBemiddelingspecificatie(kantoor, verblijf({ wlzIndicatieID }));
  const [row] = await register.sql<{ id: string }>(
    `select bemiddeling_id as id from bemiddeling where wlz_indicatie_id = $1`,
    [wlzIndicatieID],
  );
  return row?.id ?? '';
}

const houders = (bemiddelingID: string): Promise<{ instelling: string; van: string; tot: string | null }[]> =>
  register.sql(
    `select instelling, ingangsdatum::text as van, einddatum::text as tot from regiehouder
     where bemiddeling_id = $1 order by ingangsdatum`,
    [bemiddelingID],
  );

const assign = (
  bemiddelingID: string,
  over: Partial<Parameters<Register['regiehouders']['assignRegiehouder']>[1]> = {},
  ctx = kantoor,
) =>
  register.regiehouders.assignRegiehouder(ctx, {
    bemiddelingID,
    versie: 1,
    instelling: BEUK,
    regierol: '2',
    ingangsdatum: '2026-11-01',
    ...over,
  });

const current = async (bemiddelingID: string, day: string): Promise<string | undefined> => {
  const found = await register.unitOfWork.read(kantoor, (tx) =>
    findHoudersOn(kantoor, tx, '2', { op: day, zoalsBekendOp: null }, [bemiddelingID]),
  );
  return found.get(bemiddelingID)?.instelling;
};

describe('handing the dossierhouderschap over', () => {
  it('ends the holder on the day before', async () => {
    const id = await bemiddeling();
    await assign(id);
    expect(await houders(id)).toEqual([
      { instelling: LINDE, van: '2025-03-01', tot: '2026-10-31' },
      { instelling: BEUK, van: '2026-11-01', tot: null },
    ]);
    expect(await current(id, '2026-10-31')).toBe(LINDE);
    expect(await current(id, '2026-11-01')).toBe(BEUK);
  });

  it('may share one day (R3); on that day the new holder is the one to ask', async () => {
    const id = await bemiddeling();
    await assign(id, { laatsteDagVorige: '2026-11-01' });
    expect((await houders(id))[0]?.tot).toBe('2026-11-01');
    expect(await current(id, '2026-11-01')).toBe(BEUK);
    const tweeDagen = assign(await bemiddeling(), { laatsteDagVorige: '2026-11-02' });
    expect(await refusalOf(tweeDagen)).toMatchObject({ regel: 'R3', pad: 'laatsteDagVorige' });
  });

  it('of two at the same moment lets one win', async () => {
    const id = await bemiddeling();
    const outcomes = await Promise.all(
      [BEUK, THUIS].map((instelling) => refusalOf(assign(id, { instelling }))),
    );
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
    expect(outcomes.find((outcome) => outcome !== null)).toMatchObject({ code: 'VERSIE_VEROUDERD' });
    expect(await houders(id)).toHaveLength(2);
  });

  it('can be planned, and takes effect on its day', async () => {
    const id = await bemiddeling();
    await assign(id, { ingangsdatum: '2026-12-01' });
    expect(await current(id, '2026-11-30')).toBe(LINDE);
    expect(await current(id, '2026-12-01')).toBe(BEUK);
  });

  it.each([
    ['to an unknown provider', { instelling: '99999999' }, { regel: 'P1', pad: 'instelling' }],
    ['to who has it', { instelling: LINDE }, { regel: null, pad: 'instelling' }],
    ['of a role that nothing calls for', { regierol: '1', instelling: THUIS } as const, { regel: 'R1' }],
    ['from an old version', { versie: 9 }, { code: 'VERSIE_VEROUDERD' }],
  ])('is refused %s', async (_name, over, expected) => {
    expect(await refusalOf(assign(await bemiddeling(), over))).toMatchObject(expected);
  });

  it('does not overtake a successor who is planned (R4)', async () => {
    const id = await bemiddeling();
    await assign(id, { ingangsdatum: '2026-12-01' });
    const ertussen = assign(id, { versie: 2, instelling: THUIS });
    expect(await refusalOf(ertussen)).toMatchObject({ regel: 'R4', pad: 'ingangsdatum' });
  });

  it('is for the responsible zorgkantoor', async () => {
    const id = await bemiddeling();
    expect(await refusalOf(assign(id, {}, zorgaanbieder(LINDE)))).toMatchObject({ code: 'NIET_TOEGESTAAN' });
    expect(await refusalOf(assign(id, {}, zorgkantoor('5516')))).toMatchObject({ code: 'NIET_GEVONDEN' });
  });
});

describe('ending a role', () => {
  const endRole = async (bemiddelingID: string, einddatum: string) => {
    const [row] = await register.sql<{ id: string }>(
      `select regiehouder_id as id from regiehouder where bemiddeling_id = $1 order by ingangsdatum`,
      [bemiddelingID],
    );
    const [bemiddelingRow] = await register.sql<{ versie: number }>(
      `select versie from bemiddeling where bemiddeling_id = $1`,
      [bemiddelingID],
    );
    const input = { regiehouderID: row?.id ?? '', versie: bemiddelingRow?.versie ?? 0, einddatum };
    return register.regiehouders.endRegiehouder(kantoor, input);
  };

  it('needs a successor while an allocation calls for it (R1)', async () => {
    const id = await bemiddeling();
    expect(await refusalOf(endRole(id, '2026-11-30'))).toMatchObject({ regel: 'R1', pad: 'einddatum' });
    await assign(id, { ingangsdatum: '2026-11-10', laatsteDagVorige: '2026-11-10' });
    await endRole(id, '2026-11-09');
    expect((await houders(id))[0]?.tot).toBe('2026-11-09');
  });
});

describe('what the database itself keeps', () => {
  const insert = `
    insert into regiehouder (regiehouder_id, bemiddeling_id, instelling, regierol, ingangsdatum, einddatum,
      vaststelling_moment, geregistreerd_op, geregistreerd_door)
    values ($1, $2, $3, '2', $4, $5, app_nu(), app_nu(), 'proef')`;
  const write = (sql: string, params: readonly unknown[]) =>
    register.unitOfWork.write(systeem, (tx) => tx.query(sql, params));

  it('refuses at commit to leave an allocation without its role (R1), and allows the gap inside a transaction', async () => {
    const id = await bemiddeling();
    const shorten = `update regiehouder set einddatum = '2026-10-31' where bemiddeling_id = $1`;
    expect(await refusalOf(write(shorten, [id]))).toMatchObject({ regel: 'R1' });
    await register.unitOfWork.write(systeem, async (tx) => {
      await tx.query(shorten, [id]);
      await tx.query(insert, [randomUUID(), id, BEUK, '2026-11-01', null]);
    });
    expect(await houders(id)).toHaveLength(2);
  });

  it.each([
    ['a second one beside an open role', '2026-11-01', null],
    ['one that overlaps two days', '2025-02-01', '2025-03-02'],
  ])('refuses %s (R4)', async (_name, van, tot) => {
    const id = await bemiddeling();
    expect(await refusalOf(write(insert, [randomUUID(), id, BEUK, van, tot]))).toMatchObject({ regel: 'R4' });
  });

  it('lets two share the day of a hand-over', async () => {
    const id = await bemiddeling();
    expect(await refusalOf(write(insert, [randomUUID(), id, BEUK, '2025-02-01', '2025-03-01']))).toBeNull();
  });
});
