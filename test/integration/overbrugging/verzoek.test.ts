import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  aanbieder,
  BEUK,
  elders,
  kantoor,
  LINDE,
  mpt,
  openRegister,
  proces,
  refusalOf,
  THUIS,
  TODAY,
  WIJK,
  type Register,
} from './register.js';

let register: Register;

beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.close());

const verzoekRow = async (id: string) =>
  (
    await register.sql<Record<string, unknown>>(
      `select status, wijze, regierol, versie, reden, belemmering, beoordeeld_op::text as beoordeeld,
         overbruggingspecificatie_id as brug from verzoek where verzoek_id = $1`,
      [id],
    )
  )[0];

const brugOf = async (bemiddelingID: string) =>
  register.sql<Record<string, unknown>>(
    `select leveringsvorm as vorm, instelling, soort_toewijzing as soort, toewijzing_ingangsdatum::text as van,
       toewijzing_einddatum::text as tot, reden_intrekking as reden
     from bemiddelingspecificatie where bemiddeling_id = $1 and soort_toewijzing = '3' order by van, instelling`,
    [bemiddelingID],
  );

const placeOf = async (bemiddelingID: string) =>
  register.sql(
    `select leveringsstatus, van::text, tot::text, normklok_van::text from wachtlijstplaats where bemiddeling_id = $1
     order by van`,
    [bemiddelingID],
  );

describe('bridging at home', () => {
  it('is asked for by the dossierhouder, accepted, and keeps the place in the list', async () => {
    const client = await register.wachtende();
    const before = await placeOf(client.bemiddelingID);
    const id = await register.overbrugging.requestOverbruggingszorg(aanbieder(LINDE), mpt(client));
    expect(await verzoekRow(id)).toMatchObject({ status: 'INGEDIEND', regierol: '2', versie: 1, brug: null });
    expect(await brugOf(client.bemiddelingID)).toEqual([]);

    const input = { verzoekID: id, versie: 1, akkoord: true };
    expect(await register.overbrugging.judgeVerzoek(kantoor(), input)).toBe(id);
    expect(await brugOf(client.bemiddelingID)).toEqual([
      { vorm: '7', instelling: THUIS, soort: '3', van: '2026-11-03', tot: null, reden: null },
    ]);
    expect(await verzoekRow(id)).toMatchObject({
      status: 'GEACCEPTEERD',
      wijze: 'BESLUIT',
      beoordeeld: TODAY,
      versie: 2,
    });
    expect(await placeOf(client.bemiddelingID)).toEqual(before);
    const rollen = await register.sql(
      `select instelling, regierol from regiehouder where bemiddeling_id = $1 order by regierol`,
      [client.bemiddelingID],
    );
    expect(rollen).toEqual([
      { instelling: THUIS, regierol: '1' },
      { instelling: LINDE, regierol: '2' },
    ]);
    expect(await register.sql(`select status from verzoek_historie where verzoek_id = $1`, [id])).toEqual([
      { status: 'INGEDIEND' },
    ]);
  });

  it('R2: after the first mpt the coördinator zorg thuis asks for mpt, the dossierhouder for the rest', async () => {
    const client = await register.wachtende();
    const first = await register.overbrugging.requestOverbruggingszorg(aanbieder(LINDE), mpt(client));
    const again = () =>
      register.overbrugging.requestOverbruggingszorg(aanbieder(LINDE), mpt(client, { aanbieder: WIJK }));
    expect(await refusalOf(again())).toBe('REGEL_GESCHONDEN T6 OP152 leveringsvorm');
    await register.overbrugging.judgeVerzoek(kantoor(), { verzoekID: first, versie: 1, akkoord: true });
    expect(await refusalOf(again())).toBe('REGEL_GESCHONDEN R2 TR107 leveringsvorm');
    // Who gets the role sees the bemiddeling from its first day.
    const eersteDag = '2026-11-03';
    const tweede = await register.overbrugging.requestOverbruggingszorg(
      aanbieder(THUIS, eersteDag),
      mpt(client, { aanbieder: WIJK }),
    );
    expect(await verzoekRow(tweede)).toMatchObject({ regierol: '1' });
    expect(
      await refusalOf(
        register.overbrugging.requestOverbruggingszorg(aanbieder(THUIS, eersteDag), elders(client)),
      ),
    ).toBe('REGEL_GESCHONDEN R2 TR107 leveringsvorm');
  });

  it('ends on the day the preferred place starts, in the same transaction, with the role it called for', async () => {
    const client = await register.wachtende();
    const id = await register.overbrugging.requestOverbruggingszorg(
      aanbieder(LINDE),
      mpt(client, { toewijzingIngangsdatum: '2026-10-20' }),
    );
    await register.overbrugging.judgeVerzoek(kantoor(), { verzoekID: id, versie: 1, akkoord: true });
    await register.levering.reportLeveringperiode(aanbieder(LINDE), {
      bemiddelingspecificatieID: client.bemiddelingspecificatieID,
      versie: 2,
      ingangsdatum: '2026-11-01',
    });
    expect(await brugOf(client.bemiddelingID)).toEqual([
      { vorm: '7', instelling: THUIS, soort: '3', van: '2026-10-20', tot: '2026-11-01', reden: '7' },
    ]);
    const [rol] = await register.sql<{ tot: string }>(
      `select einddatum::text as tot from regiehouder where bemiddeling_id = $1 and regierol = '1'`,
      [client.bemiddelingID],
    );
    expect(rol?.tot).toBe('2026-11-01');
  });

  it('that was to begin after the place started is withdrawn', async () => {
    const client = await register.wachtende();
    const id = await register.overbrugging.requestOverbruggingszorg(
      aanbieder(LINDE),
      mpt(client, { toewijzingIngangsdatum: '2026-12-01' }),
    );
    await register.overbrugging.judgeVerzoek(kantoor(), { verzoekID: id, versie: 1, akkoord: true });
    await register.levering.reportLeveringperiode(aanbieder(LINDE), {
      bemiddelingspecificatieID: client.bemiddelingspecificatieID,
      versie: 2,
      ingangsdatum: TODAY,
    });
    expect(await brugOf(client.bemiddelingID)).toMatchObject([
      { van: '2026-12-01', tot: '2026-12-01', reden: '7' },
    ]);
  });

  it('stays for who still waits at the provider it bridges to', async () => {
    const client = await register.wachtende();
    const ander = await register.wachtende({ beside: client, instelling: BEUK });
    const id = await register.overbrugging.requestOverbruggingszorg(
      aanbieder(LINDE),
      mpt(client, { toewijzingIngangsdatum: '2026-10-20' }),
    );
    await register.overbrugging.judgeVerzoek(kantoor(), { verzoekID: id, versie: 1, akkoord: true });
    await register.levering.reportLeveringperiode(aanbieder(BEUK), {
      bemiddelingspecificatieID: ander.bemiddelingspecificatieID,
      versie: 2,
      ingangsdatum: TODAY,
    });
    expect(await brugOf(client.bemiddelingID)).toMatchObject([{ tot: null }]);
    await register.levering.reportLeveringperiode(aanbieder(BEUK), {
      bemiddelingspecificatieID: ander.bemiddelingspecificatieID,
      versie: 3,
      einddatum: TODAY,
      beeindigingReden: '19',
    });
    await register.levering.reportLeveringperiode(aanbieder(LINDE, '2026-11-04'), {
      bemiddelingspecificatieID: client.bemiddelingspecificatieID,
      versie: 2,
      ingangsdatum: '2026-11-04',
    });
    expect(await brugOf(client.bemiddelingID)).toMatchObject([{ tot: '2026-11-04' }]);
  });
});

describe('the judgement', () => {
  const ask = async () => {
    const client = await register.wachtende();
    const verzoekID = await register.overbrugging.requestOverbruggingszorg(aanbieder(LINDE), elders(client));
    return { client, verzoekID };
  };

  it('rejects with a reason, and then nothing is allocated', async () => {
    const { client, verzoekID } = await ask();
    const reject = (reden: string | null) =>
      register.overbrugging.judgeVerzoek(kantoor(), { verzoekID, versie: 1, akkoord: false, reden });
    expect(await refusalOf(reject(null))).toBe('ONGELDIGE_INVOER - OP037 reden');
    await reject('Thuis kan het ook.');
    expect(await verzoekRow(verzoekID)).toMatchObject({ status: 'AFGEWEZEN', reden: 'Thuis kan het ook.' });
    expect(await brugOf(client.bemiddelingID)).toEqual([]);
    expect(await refusalOf(reject('nog eens'))).toBe('VERSIE_VEROUDERD - - versie');
  });

  it('is for the responsible zorgkantoor alone', async () => {
    const { verzoekID } = await ask();
    const input = { verzoekID, versie: 1, akkoord: true };
    expect(await refusalOf(register.overbrugging.judgeVerzoek(aanbieder(LINDE), input))).toBe(
      'NIET_TOEGESTAAN - - ',
    );
    expect(await refusalOf(register.overbrugging.judgeVerzoek(kantoor(TODAY, '5516'), input))).toBe(
      'NIET_GEVONDEN - - verzoekID',
    );
  });

  it('is made once by many at the same moment', async () => {
    const { client, verzoekID } = await ask();
    const results = await Promise.all(
      Array.from({ length: 8 }, () =>
        refusalOf(register.overbrugging.judgeVerzoek(kantoor(), { verzoekID, versie: 1, akkoord: true })),
      ),
    );
    expect(results.filter((result) => result === null)).toHaveLength(1);
    expect(results.filter((result) => result === 'VERSIE_VEROUDERD - - versie')).toHaveLength(7);
    expect(await brugOf(client.bemiddelingID)).toMatchObject([{ vorm: '4', instelling: BEUK }]);
  });

  it('can be repeated with the same key', async () => {
    const { verzoekID } = await ask();
    const input = { verzoekID, versie: 1, akkoord: true, idempotencySleutel: 'oordeel-1' };
    expect(await register.overbrugging.judgeVerzoek(kantoor(), input)).toBe(verzoekID);
    expect(await register.overbrugging.judgeVerzoek(kantoor(), input)).toBe(verzoekID);
    expect(
      await refusalOf(
        register.overbrugging.judgeVerzoek(kantoor(), { ...input, akkoord: false, reden: 'toch' }),
      ),
    ).toBe('SLEUTEL_HERGEBRUIKT - - idempotencySleutel');
  });

  it('silence is acceptance: after two werkdagen no more rejection, and the care is allocated once', async () => {
    const { client, verzoekID } = await ask();
    const silence = (today: string) =>
      register.unitOfWork.write(proces(today), (tx) =>
        register.overbrugging.acceptBySilence(proces(today), tx, verzoekID),
      );
    expect(await silence('2026-11-04')).toBeNull();
    const late = { verzoekID, versie: 1, akkoord: false, reden: 'te laat' };
    expect(await refusalOf(register.overbrugging.judgeVerzoek(kantoor('2026-11-05'), late))).toBe(
      'REGEL_GESCHONDEN D1 OP037 akkoord',
    );
    expect(await silence('2026-11-05')).toBe('TOEGEWEZEN');
    expect(await silence('2026-11-05')).toBeNull();
    expect(await verzoekRow(verzoekID)).toMatchObject({
      status: 'GEACCEPTEERD',
      wijze: 'STILTE',
      beoordeeld: '2026-11-05',
    });
    expect(await brugOf(client.bemiddelingID)).toHaveLength(1);
  });

  it('silence accepts what cannot be allocated any more too, and says what stands in the way', async () => {
    const { client, verzoekID } = await ask();
    await register.levering.reportLeveringperiode(aanbieder(LINDE), {
      bemiddelingspecificatieID: client.bemiddelingspecificatieID,
      versie: 2,
      ingangsdatum: TODAY,
    });
    const late = proces('2026-11-05');
    expect(
      await register.unitOfWork.write(late, (tx) =>
        register.overbrugging.acceptBySilence(late, tx, verzoekID),
      ),
    ).toBe('BELEMMERD');
    expect(await verzoekRow(verzoekID)).toMatchObject({
      status: 'GEACCEPTEERD',
      brug: null,
      belemmering: expect.stringContaining('OP182'),
    });
    expect(await brugOf(client.bemiddelingID)).toEqual([]);
    const sluiten = { verzoekID, versie: 2, akkoord: false };
    expect(await refusalOf(register.overbrugging.judgeVerzoek(kantoor(), sluiten))).toMatch(/ reden$/);
    await register.overbrugging.judgeVerzoek(kantoor(), { ...sluiten, reden: 'De cliënt is geplaatst.' });
    expect(await verzoekRow(verzoekID)).toMatchObject({ status: 'AFGEWEZEN', brug: null, belemmering: null });
  });
});
