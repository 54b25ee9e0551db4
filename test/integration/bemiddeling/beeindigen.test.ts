import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainEvents } from '../../../src/platform/events/index.js';
import {
  BEUK,
  LINDE,
  mpt,
  openRegister,
  refusalOf,
  systeem,
  verblijf,
  zorgaanbieder,
  zorgkantoor,
  type Geindiceerde,
  type Register,
} from './register.js';

let register: Register;
const kantoor = zorgkantoor('5517');

beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.close());

interface Regel {
  readonly vorm: string;
  readonly van: string;
  readonly tot: string | null;
  readonly reden: string | null;
}

const regels = (wlzIndicatieID: string): Promise<Regel[]> =>
  register.sql(
    `select s.leveringsvorm as vorm, s.toewijzing_ingangsdatum::text as van, s.toewijzing_einddatum::text as tot,
       s.reden_intrekking as reden
     from bemiddelingspecificatie s join bemiddeling b using (bemiddeling_id)
     where b.wlz_indicatie_id = $1 order by s.leveringsvorm, s.toewijzing_ingangsdatum`,
    [wlzIndicatieID],
  );

const rollen = (wlzIndicatieID: string): Promise<{ rol: string; van: string; tot: string | null }[]> =>
  register.sql(
    `select r.regierol as rol, r.ingangsdatum::text as van, r.einddatum::text as tot
     from regiehouder r join bemiddeling b using (bemiddeling_id)
     where b.wlz_indicatie_id = $1 order by r.regierol, r.ingangsdatum`,
    [wlzIndicatieID],
  );

/** Somebody who waits at home for a place: verblijf with a dossierhouder, bridging mpt with a coördinator. */
async function wachtende(): Promise<Geindiceerde & { verblijfID: string; brugID: string }> {
  const client = await register.indiceer();
  const { wlzIndicatieID } = client;
  const make = register.specificaties.createBemiddelingspecificatie.bind(register.specificaties);
  const verblijfID = await make(kantoor, verblijf({ wlzIndicatieID }));
  const brugID = await make(kantoor, mpt({ wlzIndicatieID, soortToewijzing: '3' }));
  return { ...client, verblijfID, brugID };
}

const end = (
  bemiddelingspecificatieID: string,
  over: { versie?: number; einddatum?: string; redenIntrekking?: string } = {},
) =>
  register.specificaties.endBemiddelingspecificatie(kantoor, {
    bemiddelingspecificatieID,
    versie: 1,
    einddatum: '2026-11-30',
    redenIntrekking: '4',
    ...over,
  });

describe('ending an allocation', () => {
  it('ends the role that nothing calls for any more, and keeps what was there before', async () => {
    const { wlzIndicatieID, brugID } = await wachtende();
    await end(brugID);
    expect(await regels(wlzIndicatieID)).toEqual([
      { vorm: '4', van: '2025-03-01', tot: null, reden: null },
      { vorm: '7', van: '2025-03-01', tot: '2026-11-30', reden: '4' },
    ]);
    expect(await rollen(wlzIndicatieID)).toEqual([
      { rol: '1', van: '2025-03-01', tot: '2026-11-30' },
      { rol: '2', van: '2025-03-01', tot: null },
    ]);
    expect(register.announced.at(-1)).toEqual([brugID]);
    const eerder = await register.sql(
      `select versie, toewijzing_einddatum as tot from bemiddelingspecificatie_historie
       where bemiddelingspecificatie_id = $1`,
      [brugID],
    );
    expect(eerder).toEqual([{ versie: 1, tot: null }]);
  });

  it('of two at the same moment lets one win', async () => {
    const { wlzIndicatieID, brugID } = await wachtende();
    const dagen = ['2026-11-10', '2026-11-20'];
    const outcomes = await Promise.all(dagen.map((einddatum) => refusalOf(end(brugID, { einddatum }))));
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
    expect(outcomes.find((outcome) => outcome !== null)).toMatchObject({
      code: 'VERSIE_VEROUDERD',
      pad: 'versie',
    });
    const gewonnen = dagen[outcomes.indexOf(null)];
    expect((await regels(wlzIndicatieID))[1]?.tot).toBe(gewonnen);
  });

  it('can come earlier afterwards, not later', async () => {
    const { wlzIndicatieID, brugID } = await wachtende();
    await end(brugID);
    expect(await refusalOf(end(brugID, { versie: 2, einddatum: '2026-12-01' }))).toMatchObject({
      pad: 'einddatum',
    });
    await end(brugID, { versie: 2, einddatum: '2026-11-05' });
    expect((await rollen(wlzIndicatieID))[0]?.tot).toBe('2026-11-05');
  });

  it.each([
    ['before the first day', { einddatum: '2025-02-28' }, 'einddatum'],
    ['for a reason that is not in the list', { redenIntrekking: '99' }, 'redenIntrekking'],
    ['from a version that is not the latest', { versie: 2 }, 'versie'],
  ])('is refused %s', async (_name, over, pad) => {
    const { brugID } = await wachtende();
    expect(await refusalOf(end(brugID, over))).toMatchObject({ pad });
  });

  it('is not for the provider, and a stranger finds nothing', async () => {
    const { verblijfID } = await wachtende();
    const input = { bemiddelingspecificatieID: verblijfID, versie: 1, einddatum: '2026-11-30' };
    const attempt = (ctx: typeof kantoor) =>
      refusalOf(register.specificaties.endBemiddelingspecificatie(ctx, input));
    expect(await attempt(zorgaanbieder(LINDE))).toMatchObject({ code: 'NIET_TOEGESTAAN' });
    expect(await attempt(zorgaanbieder(BEUK))).toEqual({
      code: 'NIET_GEVONDEN',
      regel: null,
      pad: 'bemiddelingspecificatieID',
    });
  });
});

describe('the death of a client', () => {
  const die = (clientID: string, overlijdensdatum: string | null, ctx = kantoor, reden?: string) =>
    register.beeindiging.registerOverlijden(ctx, { clientID, overlijdensdatum, reden });

  it('ends all allocations and roles on that day, and withdraws what was to begin', async () => {
    const { clientID, wlzIndicatieID, verblijfID } = await wachtende();
    await register.specificaties.createBemiddelingspecificatie(
      kantoor,
      verblijf({ wlzIndicatieID, instelling: BEUK, toewijzingIngangsdatum: '2026-12-01', regiehouder: null }),
    );
    await die(clientID, '2026-10-20');
    expect(await regels(wlzIndicatieID)).toEqual([
      { vorm: '4', van: '2025-03-01', tot: '2026-10-20', reden: '1' },
      { vorm: '4', van: '2026-12-01', tot: '2026-12-01', reden: '1' },
      { vorm: '7', van: '2025-03-01', tot: '2026-10-20', reden: '1' },
    ]);
    expect((await rollen(wlzIndicatieID)).map(({ tot }) => tot)).toEqual(['2026-10-20', '2026-10-20']);
    const [client] = await register.sql(
      `select overlijdensdatum::text as op from client where client_id = $1`,
      [clientID],
    );
    expect(client).toEqual({ op: '2026-10-20' });
    expect(register.announced.at(-1)).toContain(verblijfID);
    expect(register.announced.at(-1)).toHaveLength(3);
  });

  it('registered twice changes nothing the second time', async () => {
    const { clientID, verblijfID } = await wachtende();
    await die(clientID, '2026-10-20');
    await die(clientID, '2026-10-20');
    const versies = await register.sql(
      `select count(*)::int as n from bemiddelingspecificatie_historie where bemiddelingspecificatie_id = $1`,
      [verblijfID],
    );
    expect(versies).toEqual([{ n: 1 }]);
  });

  it.each([
    ['in the future', '2026-11-02'],
    ['before birth', '1940-02-28'],
  ])('cannot lie %s', async (_name, overlijdensdatum) => {
    const { clientID } = await register.indiceer();
    expect(await refusalOf(die(clientID, overlijdensdatum))).toMatchObject({ pad: 'overlijdensdatum' });
  });

  it('on another day: what it ended ends then; what ended for its own reason, also on that day, stays', async () => {
    const { clientID, wlzIndicatieID, brugID } = await wachtende();
    await register.specificaties.createBemiddelingspecificatie(
      kantoor,
      verblijf({ wlzIndicatieID, instelling: BEUK, toewijzingIngangsdatum: '2026-08-01', regiehouder: null }),
    );
    await end(brugID, { einddatum: '2025-06-01' });
    await die(clientID, '2025-06-01');
    expect((await rollen(wlzIndicatieID)).map(({ tot }) => tot)).toEqual(['2025-06-01', '2025-06-01']);
    await die(clientID, '2026-10-20');
    expect(await regels(wlzIndicatieID)).toEqual([
      { vorm: '4', van: '2025-03-01', tot: '2026-10-20', reden: '1' },
      { vorm: '4', van: '2026-08-01', tot: '2026-10-20', reden: '1' },
      { vorm: '7', van: '2025-03-01', tot: '2025-06-01', reden: '4' },
    ]);
    expect((await rollen(wlzIndicatieID)).map(({ tot }) => tot)).toEqual(['2025-06-01', '2026-10-20']);
  });

  it('of somebody else is taken back with a reason, over all corrections', async () => {
    const { clientID, wlzIndicatieID } = await wachtende();
    const before = [await regels(wlzIndicatieID), await rollen(wlzIndicatieID)];
    expect(await refusalOf(die(clientID, null, kantoor, 'Verkeerde cliënt.'))).toMatchObject({
      regel: 'OV3',
    });
    await die(clientID, '2026-10-20');
    await die(clientID, '2026-10-10');
    expect(await refusalOf(die(clientID, null))).toMatchObject({ regel: 'OV2', pad: 'reden' });
    expect(await refusalOf(die(clientID, '2026-10-11', kantoor, 'Typefout.'))).toMatchObject({
      pad: 'reden',
    });
    expect(
      await refusalOf(register.beeindiging.registerOverlijden(kantoor, { clientID, reden: 'Vergeten.' })),
    ).toMatchObject({ pad: 'overlijdensdatum' });
    await die(clientID, null, kantoor, 'Verkeerde cliënt.');
    const zegt = `select overlijdensdatum as op, overlijden_teruggenomen as waarom from client where client_id = $1`;
    expect(await register.sql(zegt, [clientID])).toEqual([{ op: null, waarom: 'Verkeerde cliënt.' }]);
    expect([await regels(wlzIndicatieID), await rollen(wlzIndicatieID)]).toEqual(before);
    await die(clientID, '2026-10-20');
    expect((await rollen(wlzIndicatieID)).map(({ tot }) => tot)).toEqual(['2026-10-20', '2026-10-20']);
    expect(await register.sql(zegt, [clientID])).toMatchObject([{ waarom: null }]);
  });

  it('OV1: cannot lie before who is alive was spoken to, got care or was indicated', async () => {
    const { clientID, verblijfID } = await wachtende();
    const contact = (met: string, vorm: string, datum: string, ingetrokken = false) =>
      register.sql(
        `insert into contactmoment (contactmoment_id, bemiddeling_id, datum, instelling, regierol, met, vorm, gesproken,
           ingetrokken, geregistreerd_op, geregistreerd_door)
         select gen_random_uuid(), bemiddeling_id, $2, $3, '2', $4, $5, true, $6, now(), 'proef'
         from bemiddelingspecificatie where bemiddelingspecificatie_id = $1`,
        [verblijfID, datum, LINDE, met, vorm, ingetrokken],
      );
    const ov1 = { code: 'REGEL_GESCHONDEN', regel: 'OV1', pad: 'overlijdensdatum' };
    expect(await refusalOf(die(clientID, '2000-01-01'))).toEqual(ov1);
    await contact('CLIENT', 'TELEFOON', '2026-05-04');
    await contact('CLIENT', 'TELEFOON', '2026-09-04', true);
    await contact('CLIENT', 'EMAIL', '2026-09-05');
    await contact('CONTACTPERSOON', 'TELEFOON', '2026-09-06');
    expect(await refusalOf(die(clientID, '2026-05-03'))).toEqual(ov1);
    await register.sql(
      `with l as (insert into levering values (gen_random_uuid(), $1, now(), 'proef') returning levering_id)
       insert into leveringperiode (leveringperiode_id, levering_id, ingangsdatum, vaststelling_moment,
         geregistreerd_op, geregistreerd_door)
       select gen_random_uuid(), levering_id, '2026-06-01', now(), now(), 'proef' from l`,
      [verblijfID],
    );
    expect(await refusalOf(die(clientID, '2026-05-31'))).toEqual(ov1);
    await die(clientID, '2026-06-01');
  });

  it('is registered by the responsible zorgkantoor, for a client it knows', async () => {
    const { clientID } = await wachtende();
    expect(await refusalOf(die(clientID, '2026-10-20', zorgaanbieder(LINDE)))).toMatchObject({
      code: 'NIET_TOEGESTAAN',
    });
    expect(await refusalOf(die(clientID, '2026-10-20', zorgkantoor('5516')))).toMatchObject({
      code: 'NIET_GEVONDEN',
    });
  });
});

describe('the end of an indication', () => {
  it('ends what was allocated under it, with the reason given', async () => {
    const { wlzIndicatieID } = await wachtende();
    await register.unitOfWork.write(systeem, async (tx) => {
      await tx.query(`update indicatie set einddatum = '2026-06-30' where wlz_indicatie_id = $1`, [
        wlzIndicatieID,
      ]);
      const payload = { wlzIndicatieID, einddatum: '2026-06-30', redenIntrekking: '3' };
      await register.app.get(DomainEvents).announce(systeem, tx, 'IndicatieBeeindigd', payload);
    });
    expect((await regels(wlzIndicatieID)).map(({ tot, reden }) => [tot, reden])).toEqual([
      ['2026-06-30', '3'],
      ['2026-06-30', '3'],
    ]);
    expect((await rollen(wlzIndicatieID)).map(({ tot }) => tot)).toEqual(['2026-06-30', '2026-06-30']);
  });

  it('cannot be stored while an allocation runs on (T9, at commit)', async () => {
    const { wlzIndicatieID } = await wachtende();
    const shorten = register.unitOfWork.write(systeem, (tx) =>
      tx.query(`update indicatie set einddatum = '2026-06-30' where wlz_indicatie_id = $1`, [wlzIndicatieID]),
    );
    expect(await refusalOf(shorten)).toMatchObject({ regel: 'T9' });
  });
});
