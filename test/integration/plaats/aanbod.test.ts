import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { A, B, openPlaatsregister, TODAY, type Answer, type Plaatsregister } from './plaatsregister.js';

jest.setTimeout(60_000);
let register: Plaatsregister;
let aanbieder: string;
let ander: string;

beforeAll(async () => {
  register = await openPlaatsregister();
  aanbieder = await register.token(A);
  ander = await register.token(B);
});

afterAll(() => register.close());

const refused = (answer: Answer): unknown => [answer.__typename, answer.regel];

describe('offering a place', () => {
  it('holds it for the first of the list until its last day', async () => {
    const locatieID = await register.plaatsen(1);
    const eerste = await register.wachtende('6', '2026-09-01');
    const answer = await register.run(aanbieder, 'offerPlaats', {
      locatieID,
      bemiddelingspecificatieID: eerste.bemiddelingspecificatieID,
    });
    expect(answer).toMatchObject({
      __typename: 'Aanbod',
      status: 'AANGEBODEN',
      plaats: 'AANGEBODEN',
      positie: 1,
      uiterlijk: '2026-11-08',
      redenAfwijking: null,
    });
  });

  it('asks why for who is not first, and keeps the answer', async () => {
    const locatieID = await register.plaatsen(2);
    await register.wachtende('6', '2026-08-01');
    const tweede = await register.wachtende('7', '2026-08-01');
    const input = { locatieID, bemiddelingspecificatieID: tweede.bemiddelingspecificatieID };
    expect(refused(await register.run(aanbieder, 'offerPlaats', input))).toEqual(['RegelGeschonden', 'PL9']);
    await expect(
      register.run(aanbieder, 'offerPlaats', { ...input, redenAfwijking: '\u200b' }),
    ).rejects.toThrow('BAD_USER_INPUT');
    const answer = await register.run(aanbieder, 'offerPlaats', {
      ...input,
      redenAfwijking: 'Partner woont er',
    });
    expect(answer).toMatchObject({ __typename: 'Aanbod', redenAfwijking: 'Partner woont er' });
    expect(answer.positie).toBeGreaterThan(1);
  });

  it('refuses a full place, a location without places and who does not wait; nothing is stored', async () => {
    const vol = await register.plaatsen(1);
    await register.aanbod(aanbieder, vol, await register.wachtende());
    const at = await register.wachtende();
    const nergens = await register.plant.allocation();
    const [before] = await register.sql('select count(*) from aanbod');
    const offer = (locatieID: string, one = at): Promise<Answer> =>
      register.run(aanbieder, 'offerPlaats', {
        locatieID,
        bemiddelingspecificatieID: one.bemiddelingspecificatieID,
        redenAfwijking: 'In overleg',
      });
    expect(refused(await offer(vol))).toEqual(['RegelGeschonden', 'PL8']);
    expect(refused(await offer(await register.locatie()))).toEqual(['RegelGeschonden', 'PL13']);
    expect(refused(await offer(await register.plaatsen(1), nergens))).toEqual(['RegelGeschonden', 'PL7']);
    expect(await register.sql('select count(*) from aanbod')).toEqual([before]);
  });

  it('refuses who is not eligible, with the rule', async () => {
    const locatieID = await register.plaatsen(9);
    const cases: [string, Awaited<ReturnType<Plaatsregister['wachtende']>>][] = [
      ['PL2', await register.wachtende('3')],
      ['PL3', await register.wachtende('7', '2026-10-01', { leveringsvorm: '5' })],
      ['PL4', await register.wachtende('7', '2026-10-01', { zzpCode: '766' })],
    ];
    for (const [regel, at] of cases) {
      const answer = await register.run(aanbieder, 'offerPlaats', {
        locatieID,
        bemiddelingspecificatieID: at.bemiddelingspecificatieID,
        redenAfwijking: 'In overleg',
      });
      expect(refused(answer)).toEqual(['RegelGeschonden', regel]);
    }
  });

  it('holds one place per client at a time, also over providers, and twice at once gives one', async () => {
    const hier = await register.plaatsen(3);
    const daar = await register.plaatsen(3, B);
    const at = await register.wachtende();
    const ook = await register.plant.allocation({ beside: at, instelling: B });
    await register.meld(ook, '7', '2026-10-01', B);
    const offers = await Promise.all(
      [hier, hier, daar].map((locatieID, index) =>
        register.run(index === 2 ? ander : aanbieder, 'offerPlaats', {
          locatieID,
          bemiddelingspecificatieID: (index === 2 ? ook : at).bemiddelingspecificatieID,
          redenAfwijking: 'In overleg',
        }),
      ),
    );
    expect(offers.filter(({ __typename }) => __typename === 'Aanbod')).toHaveLength(1);
    expect(offers.filter(({ regel }) => regel === 'PL5')).toHaveLength(2);
  });

  it('does a repeated order once', async () => {
    const locatieID = await register.plaatsen(2);
    const { bemiddelingspecificatieID } = await register.wachtende();
    const input = {
      locatieID,
      bemiddelingspecificatieID,
      redenAfwijking: 'In overleg',
      idempotencySleutel: randomUUID(),
    };
    const [first, again] = [
      await register.run(aanbieder, 'offerPlaats', input),
      await register.run(aanbieder, 'offerPlaats', input),
    ];
    expect(again).toEqual(first);
    expect(
      refused(await register.run(aanbieder, 'offerPlaats', { ...input, redenAfwijking: 'Toch niet' })),
    ).toEqual(['SleutelHergebruikt', null]);
  });
});

describe('the answer to an offer', () => {
  it('is acceptance: the place is kept', async () => {
    const locatieID = await register.plaatsen(1);
    const { aanbodID } = await register.aanbod(aanbieder, locatieID, await register.wachtende());
    expect(await register.run(aanbieder, 'acceptAanbod', { aanbodID, versie: 1 })).toMatchObject({
      status: 'AANVAARD',
      plaats: 'GERESERVEERD',
      versie: 2,
    });
    const next = await register.wachtende();
    expect(
      refused(
        await register.run(aanbieder, 'offerPlaats', {
          locatieID,
          bemiddelingspecificatieID: next.bemiddelingspecificatieID,
          redenAfwijking: 'In overleg',
        }),
      ),
    ).toEqual(['RegelGeschonden', 'PL8']);
  });

  it('comes too late after its last day, and nothing is stored', async () => {
    const locatieID = await register.plaatsen(1);
    const { aanbodID } = await register.aanbod(aanbieder, locatieID, await register.wachtende());
    await register.sql(
      `update aanbod set aangeboden_op = '2026-10-01', uiterlijk = '2026-10-31' where aanbod_id = $1`,
      [aanbodID],
    );
    const [before] = await register.sql('select * from aanbod where aanbod_id = $1', [aanbodID]);
    for (const [mutation, more] of [
      ['acceptAanbod', {}],
      ['refuseAanbod', { reden: 'ANDERS', conformWens: true }],
      ['withdrawAanbod', { reden: 'Vergissing' }],
    ] as const) {
      expect(refused(await register.run(aanbieder, mutation, { aanbodID, versie: 1, ...more }))).toEqual([
        'RegelGeschonden',
        'PL10',
      ]);
    }
    expect(await register.sql('select * from aanbod where aanbod_id = $1', [aanbodID])).toEqual([before]);
    expect(await register.aanbod(aanbieder, locatieID, await register.wachtende())).toMatchObject({
      status: 'AANGEBODEN',
    });
    expect(await register.sql('select status from aanbod where aanbod_id = $1', [aanbodID])).toEqual([
      { status: 'VERVALLEN' },
    ]);
  });

  it('is final, needs the version that was seen, and a withdrawal its reason', async () => {
    const locatieID = await register.plaatsen(1);
    const { aanbodID } = await register.aanbod(aanbieder, locatieID, await register.wachtende());
    expect(refused(await register.run(aanbieder, 'acceptAanbod', { aanbodID, versie: 7 }))).toEqual([
      'VersieVerouderd',
      null,
    ]);
    await expect(
      register.run(aanbieder, 'withdrawAanbod', { aanbodID, versie: 1, reden: ' ' }),
    ).rejects.toThrow('BAD_USER_INPUT');
    expect(
      await register.run(aanbieder, 'withdrawAanbod', { aanbodID, versie: 1, reden: 'Verbouwing' }),
    ).toMatchObject({ status: 'INGETROKKEN', plaats: 'VRIJ', redenEinde: 'Verbouwing' });
    expect(refused(await register.run(aanbieder, 'acceptAanbod', { aanbodID, versie: 2 }))).toEqual([
      'RegelGeschonden',
      'PL11',
    ]);
  });
});

describe('who may', () => {
  it('unknown and foreign are the same: another provider, another region', async () => {
    const locatieID = await register.plaatsen(2);
    const at = await register.wachtende();
    const input = {
      locatieID,
      bemiddelingspecificatieID: at.bemiddelingspecificatieID,
      redenAfwijking: 'In overleg',
    };
    const foreign = await register.run(ander, 'offerPlaats', input);
    const unknown = await register.run(ander, 'offerPlaats', {
      ...input,
      bemiddelingspecificatieID: randomUUID(),
    });
    expect(foreign).toEqual(unknown);
    expect(refused(foreign)).toEqual(['NietGevonden', null]);
    const elders = await register.medewerker('5516');
    expect(await register.run(elders, 'offerPlaats', input)).toEqual(unknown);
    const { aanbodID } = await register.aanbod(await register.medewerker(), locatieID, at);
    for (const [token, id] of [
      [ander, aanbodID],
      [elders, aanbodID],
      [aanbieder, randomUUID()],
    ]) {
      expect(await register.run(String(token), 'acceptAanbod', { aanbodID: id, versie: 1 })).toMatchObject({
        __typename: 'NietGevonden',
        melding: 'Het aanbod is niet gevonden.',
      });
    }
  });

  it('a dossierhouder records the answer of a client who is offered a place elsewhere, and withdraws nothing', async () => {
    const locatieID = await register.plaatsen(1);
    const at = await register.wachtende('7', '2026-10-01', { rollen: [['2', B, '2026-01-01', null]] });
    const { aanbodID } = await register.aanbod(aanbieder, locatieID, at);
    expect(
      refused(await register.run(ander, 'withdrawAanbod', { aanbodID, versie: 1, reden: 'Verbouwing' })),
    ).toEqual(['NietToegestaan', null]);
    expect(await register.run(ander, 'acceptAanbod', { aanbodID, versie: 1 })).toMatchObject({
      status: 'AANVAARD',
    });
  });

  it('every change of an offer is in the log of the client', async () => {
    const at = await register.wachtende();
    await register.aanbod(aanbieder, await register.plaatsen(1), at);
    const rows = await register.sql(`select to_jsonb(l)::text as regel from logregel l`);
    const own = rows.map((row) => JSON.stringify(row)).filter((row) => row.includes(at.clientID));
    expect(own.some((row) => row.includes('offerPlaats') || row.includes('\\"C\\"'))).toBe(true);
    expect(TODAY).toBe('2026-11-01');
  });
});
