import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  BEUK,
  LINDE,
  mpt,
  openRegister,
  refusalOf,
  systeem,
  THUIS,
  verblijf,
  WIJK,
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

const create = (
  ctx: Parameters<Register['specificaties']['createBemiddelingspecificatie']>[0],
  over: Parameters<typeof verblijf>[0],
) => register.specificaties.createBemiddelingspecificatie(ctx, verblijf(over));

async function bemiddelingOf(specificatieID: string): Promise<string> {
  const [row] = await register.sql<{ id: string }>(
    `select bemiddeling_id as id from bemiddelingspecificatie where bemiddelingspecificatie_id = $1`,
    [specificatieID],
  );
  return row?.id ?? '';
}

const count = async (table: string, wlzIndicatieID: string): Promise<number> => {
  const [row] = await register.sql<{ n: number }>(
    `select count(*)::int as n from ${table} join bemiddeling b using (bemiddeling_id) where b.wlz_indicatie_id = $1`,
    [wlzIndicatieID],
  );
  return row?.n ?? 0;
};

describe('the first allocation under an indication', () => {
  it('makes the bemiddeling and the role, logs the change and tells the other modules', async () => {
    const { wlzIndicatieID, clientID } = await register.indiceer();
    const id = await create(kantoor, { wlzIndicatieID });
    const [row] = await register.sql<Record<string, unknown>>(
      `select b.client_id, b.verantwoordelijk_zorgkantoor as zk, b.verantwoordelijkheid_ingangsdatum::text as van,
         b.versie as bv, s.versie as sv, s.uitvoerend_zorgkantoor as uit, s.geregistreerd_door as door, r.instelling,
         r.regierol, r.ingangsdatum::text as rol_van, r.einddatum
       from bemiddeling b join bemiddelingspecificatie s using (bemiddeling_id) join regiehouder r using (bemiddeling_id)
       where s.bemiddelingspecificatie_id = $1`,
      [id],
    );
    expect(row).toEqual({
      client_id: clientID,
      zk: '5517',
      van: '2025-01-01',
      bv: 1,
      sv: 1,
      uit: '5517',
      door: 'medewerker',
      instelling: LINDE,
      regierol: '2',
      rol_van: '2025-03-01',
      einddatum: null,
    });
    const log = await register.sql(`select actie from logregel where request_id = $1 and client_id = $2`, [
      kantoor.requestId,
      clientID,
    ]);
    expect(log).toEqual([{ actie: 'U' }]);
    expect(register.announced.at(-1)).toEqual([id]);
  });

  it('comes once, however many are made at the same moment', async () => {
    const { wlzIndicatieID } = await register.indiceer();
    const outcomes = await Promise.all(
      [LINDE, BEUK].map((instelling) => refusalOf(create(kantoor, { wlzIndicatieID, instelling }))),
    );
    expect(await count('bemiddelingspecificatie', wlzIndicatieID)).toBe(1);
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
    expect(outcomes.find((outcome) => outcome !== null)?.regel).toBe('R4');
  });

  it('leaves nothing behind when it is refused', async () => {
    const { wlzIndicatieID } = await register.indiceer();
    const refusal = await refusalOf(create(kantoor, { wlzIndicatieID, regiehouder: null }));
    expect(refusal).toEqual({ code: 'REGEL_GESCHONDEN', regel: 'R1', pad: 'regiehouder' });
    const rows = await register.sql(`select 1 from bemiddeling where wlz_indicatie_id = $1`, [
      wlzIndicatieID,
    ]);
    expect(rows).toEqual([]);
  });
});

describe('another allocation', () => {
  it('joins the bemiddeling that is there: a client may wait at several providers (W9)', async () => {
    const { wlzIndicatieID } = await register.indiceer();
    const eerste = await create(kantoor, { wlzIndicatieID });
    await create(kantoor, { wlzIndicatieID, instelling: BEUK, regiehouder: null });
    await create(kantoor, {
      bemiddelingID: await bemiddelingOf(eerste),
      ...mpt({ soortToewijzing: '3' }),
    });
    expect(await count('bemiddelingspecificatie', wlzIndicatieID)).toBe(3);
    expect(await count('regiehouder', wlzIndicatieID)).toBe(2);
  });

  it('with a role of its own is the next version of the bemiddeling, without one it is not', async () => {
    const { wlzIndicatieID } = await register.indiceer();
    const eerste = await create(kantoor, { wlzIndicatieID });
    await create(kantoor, { wlzIndicatieID, instelling: BEUK, regiehouder: null });
    const versie = `select versie from bemiddeling where bemiddeling_id = $1`;
    expect(await register.sql(versie, [await bemiddelingOf(eerste)])).toEqual([{ versie: 1 }]);
    await create(kantoor, { wlzIndicatieID, ...mpt({ soortToewijzing: '3' }) });
    expect(await register.sql(versie, [await bemiddelingOf(eerste)])).toEqual([{ versie: 2 }]);
  });

  it.each([
    [
      'a second dossierhouder',
      { instelling: BEUK, regiehouder: { instelling: BEUK } },
      'R4',
      'regiehouder.ingangsdatum',
    ],
    ['the same care twice', { regiehouder: null }, 'T6', 'toewijzingIngangsdatum'],
    ['mpt without a coördinator', { ...mpt({}), regiehouder: null }, 'R1', 'regiehouder'],
    [
      'a coördinator without mpt of its own',
      { ...mpt({}), regiehouder: { instelling: WIJK } },
      'R1',
      'regiehouder.instelling',
    ],
    ['dtv without etmalen', { leveringsvorm: '8', regiehouder: null }, 'T1', 'etmalen'],
    [
      'before the indication',
      { toewijzingIngangsdatum: '2024-12-31', instelling: BEUK, regiehouder: null },
      'T9',
      'toewijzingIngangsdatum',
    ],
    [
      'end before start',
      { toewijzingEinddatum: '2025-02-28', instelling: BEUK, regiehouder: null },
      null,
      'toewijzingEinddatum',
    ],
    [
      'end before start, with the role that would last as long',
      { ...mpt({}), toewijzingEinddatum: '2025-02-28' },
      null,
      'toewijzingEinddatum',
    ],
    ['an unknown provider', { instelling: '99999999', regiehouder: null }, 'P1', 'instelling'],
    ['an AGB code of seven digits', { instelling: '9900001', regiehouder: null }, 'P1', 'instelling'],
    [
      'an unknown role holder',
      { instelling: BEUK, ...mpt({}), regiehouder: { instelling: '99999999' } },
      'P1',
      'regiehouder.instelling',
    ],
    ['verkeerde bed', { leveringsvorm: '9', regiehouder: null }, 'COD578', 'leveringsvorm'],
    [
      'an expired kind of allocation',
      { soortToewijzing: '2', regiehouder: null },
      'COD165',
      'soortToewijzing',
    ],
    ['an unknown package', { zzpCode: '123', regiehouder: null }, 'COD163', 'zzpCode'],
    [
      'an unknown zorgkantoor',
      { uitvoerendZorgkantoor: '5599', regiehouder: null },
      'P1',
      'uitvoerendZorgkantoor',
    ],
    [
      'a decision in the future',
      { vaststellingMoment: '2026-11-02T09:00:00.000Z' },
      null,
      'vaststellingMoment',
    ],
  ])('is refused: %s', async (_name, over, regel, pad) => {
    const { wlzIndicatieID } = await register.indiceer();
    await create(kantoor, { wlzIndicatieID });
    const refusal = await refusalOf(create(kantoor, { wlzIndicatieID, ...over }));
    expect(refusal).toMatchObject({ regel, pad });
    expect(await count('bemiddelingspecificatie', wlzIndicatieID)).toBe(1);
  });

  it.each([
    [
      'pgb for a profile that excludes it',
      '191',
      { leveringsvorm: '2', instelling: null, percentage: null, opname: null },
    ],
    ['care at home for a profile that excludes it', '766', mpt({})],
  ])('is refused by T8: %s', async (_name, zzpCode, over) => {
    const { wlzIndicatieID } = await register.indiceer({ zzpCode });
    const input = { ...verblijf({}), ...over, wlzIndicatieID, zzpCode, regiehouder: null };
    const refusal = await refusalOf(register.specificaties.createBemiddelingspecificatie(kantoor, input));
    expect(refusal).toMatchObject({ regel: 'T8', pad: 'leveringsvorm' });
  });

  it('is refused by T7 when it would be a third form of care', async () => {
    const { wlzIndicatieID } = await register.indiceer();
    await create(kantoor, { wlzIndicatieID, ...mpt({}) });
    const pgb = { leveringsvorm: '2', instelling: null, percentage: null, opname: null, regiehouder: null };
    await register.specificaties.createBemiddelingspecificatie(kantoor, {
      ...verblijf({}),
      ...pgb,
      wlzIndicatieID,
    });
    const derde = create(kantoor, { wlzIndicatieID, leveringsvorm: '5', opname: null, soortToewijzing: '3' });
    expect(await refusalOf(derde)).toMatchObject({ regel: 'T7', pad: 'leveringsvorm' });
  });

  it('carries warnings for what is doubtful and not forbidden', async () => {
    const { wlzIndicatieID } = await register.indiceer();
    const id = await create(kantoor, { wlzIndicatieID, ...mpt({ zzpCode: '191', instelling: LINDE }) });
    const [row] = await register.sql(
      `select waarschuwingen from bemiddelingspecificatie where bemiddelingspecificatie_id = $1`,
      [id],
    );
    expect(row).toEqual({ waarschuwingen: ['PROFIEL_ONZEKER', 'ZZP_WIJKT_AF', 'AANBIEDER_BIEDT_VORM_NIET'] });
  });

  it('is not made for somebody who died', async () => {
    const { wlzIndicatieID, clientID } = await register.indiceer();
    await register.sql(`update client set overlijdensdatum = '2026-10-01' where client_id = $1`, [clientID]);
    expect(await refusalOf(create(kantoor, { wlzIndicatieID }))).toMatchObject({
      pad: 'toewijzingEinddatum',
    });
  });
});

describe('who may allocate', () => {
  const NIET_TOEGESTAAN = { code: 'NIET_TOEGESTAAN' };
  const NIET_GEVONDEN = { code: 'NIET_GEVONDEN', regel: null };

  it('is the responsible zorgkantoor; the executing one and the provider see it and may not', async () => {
    const { wlzIndicatieID } = await register.indiceer();
    const id = await create(kantoor, { wlzIndicatieID, uitvoerendZorgkantoor: '5516' });
    const bemiddelingID = await bemiddelingOf(id);
    const more = { bemiddelingID, ...mpt({ soortToewijzing: '3' }) };
    expect(await refusalOf(create(zorgkantoor('5516'), more))).toMatchObject(NIET_TOEGESTAAN);
    expect(await refusalOf(create(zorgaanbieder(LINDE), more))).toMatchObject(NIET_TOEGESTAAN);
    expect(
      await refusalOf(create(zorgkantoor('5516'), { ...more, bemiddelingID: null, wlzIndicatieID })),
    ).toMatchObject(NIET_TOEGESTAAN);
    expect(await refusalOf(create(zorgkantoor('5516', '5517'), more))).toBeNull();
  });

  it('answers a stranger as if nothing were there', async () => {
    const { wlzIndicatieID } = await register.indiceer();
    const id = await create(kantoor, { wlzIndicatieID });
    const bemiddelingID = await bemiddelingOf(id);
    for (const vreemde of [zorgkantoor('5516'), zorgaanbieder(THUIS), zorgaanbieder('99999999')]) {
      expect(await refusalOf(create(vreemde, { bemiddelingID }))).toEqual({
        ...NIET_GEVONDEN,
        pad: 'bemiddelingID',
      });
      expect(await refusalOf(create(vreemde, { wlzIndicatieID }))).toEqual({
        ...NIET_GEVONDEN,
        pad: 'wlzIndicatieID',
      });
    }
    expect(await refusalOf(create(kantoor, { bemiddelingID: wlzIndicatieID }))).toMatchObject(NIET_GEVONDEN);
  });

  it('is nobody once the responsibility ended', async () => {
    const { wlzIndicatieID } = await register.indiceer();
    const bemiddelingID = await bemiddelingOf(await create(kantoor, { wlzIndicatieID }));
    await register.sql(
      `update bemiddeling set verantwoordelijkheid_einddatum = '2026-10-31' where bemiddeling_id = $1`,
      [bemiddelingID],
    );
    const more = mpt({ soortToewijzing: '3' });
    expect(await refusalOf(create(kantoor, { bemiddelingID, ...more }))).toMatchObject(NIET_TOEGESTAAN);
    expect(await refusalOf(create(kantoor, { wlzIndicatieID, ...more }))).toMatchObject(NIET_TOEGESTAAN);
  });

  it('takes the indication or the bemiddeling, not both and not neither', async () => {
    const { wlzIndicatieID } = await register.indiceer();
    for (const ids of [{}, { wlzIndicatieID, bemiddelingID: wlzIndicatieID }]) {
      expect(await refusalOf(create(systeem, ids))).toMatchObject({
        code: 'ONGELDIGE_INVOER',
        pad: 'wlzIndicatieID',
      });
    }
  });
});
