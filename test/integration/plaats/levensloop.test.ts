import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { LeveringService } from '../../../src/modules/wachtlijst/index.js';
import { Taakregister, Taakrunner } from '../../../src/platform/scheduling/index.js';
import type { PlantedAllocation } from '../wachtlijst/planter.js';
import { A, B, openPlaatsregister, provider, type Answer, type Plaatsregister } from './plaatsregister.js';

jest.setTimeout(60_000);
let register: Plaatsregister;
let aanbieder: string;

beforeAll(async () => {
  register = await openPlaatsregister();
  aanbieder = await register.token(A);
});

afterAll(() => register.close());

async function zorg(at: PlantedAllocation, change: object, today?: string): Promise<void> {
  const { bemiddelingspecificatieID } = at;
  const [row] = await register.sql<{ versie: number }>(
    'select versie from bemiddelingspecificatie where bemiddelingspecificatie_id = $1',
    [bemiddelingspecificatieID],
  );
  await register.app.app.get(LeveringService, { strict: false }).reportLeveringperiode(provider(A, today), {
    bemiddelingspecificatieID,
    versie: row?.versie ?? 1,
    ...change,
  });
}

async function job(dag: string): Promise<Record<string, unknown>> {
  const taak = register.app.app.get(Taakregister, { strict: false }).find('aanbodverloop');
  if (taak === null) throw new Error('there is no such task');
  return register.app.app.get(Taakrunner, { strict: false }).runDag(taak, dag);
}

const statusOf = async ({ aanbodID }: Answer): Promise<unknown> => {
  const [row] = await register.sql<{ status: string }>('select status from aanbod where aanbod_id = $1', [
    aanbodID,
  ]);
  return row?.status;
};

const free = async (locatieID: string): Promise<number> => {
  const { data } = await register.app.graphql<{
    locaties: { edges: { node: { locatieID: string; plaatsen: { vrij: number }[] } }[] };
  }>(aanbieder, '{ locaties(first: 100) { edges { node { locatieID plaatsen { vrij } } } } }');
  const found = data.locaties.edges.find(({ node }) => node.locatieID === locatieID);
  return found?.node.plaatsen[0]?.vrij ?? -1;
};

describe('the life of a place', () => {
  it('is kept from acceptance until care begins, filled while it runs, and free on the day after', async () => {
    const locatieID = await register.plaatsen(1);
    const at = await register.wachtende();
    const aanbod = await register.aanbod(aanbieder, locatieID, at);
    await register.run(aanbieder, 'acceptAanbod', { aanbodID: aanbod.aanbodID, versie: 1 });
    expect(await free(locatieID)).toBe(0);
    await zorg(at, { ingangsdatum: '2026-11-01' });
    expect(await statusOf(aanbod)).toBe('IN_ZORG');
    await zorg(at, { einddatum: '2026-11-05', beeindigingReden: '19' });
    expect(await statusOf(aanbod)).toBe('IN_ZORG');
    expect(await job('2026-11-05')).toMatchObject({ beeindigd: 0 });
    expect(await job('2026-11-06')).toMatchObject({ beeindigd: 1 });
    expect(await statusOf(aanbod)).toBe('BEEINDIGD');
    expect(await free(locatieID)).toBe(1);
  });

  it('is filled when care begins although nobody recorded the acceptance', async () => {
    const locatieID = await register.plaatsen(1);
    const at = await register.wachtende();
    const aanbod = await register.aanbod(aanbieder, locatieID, at);
    await zorg(at, { ingangsdatum: '2026-11-01' });
    expect(await statusOf(aanbod)).toBe('IN_ZORG');
    expect(await free(locatieID)).toBe(0);
  });

  it('is free when the client gives up the care', async () => {
    const locatieID = await register.plaatsen(1);
    const at = await register.wachtende();
    const aanbod = await register.aanbod(aanbieder, locatieID, at);
    await register.app.app.get(LeveringService, { strict: false }).reportAfstel(provider(A), {
      bemiddelingspecificatieID: at.bemiddelingspecificatieID,
      versie: 2,
      afsteldatum: '2026-11-01',
    });
    expect(await statusOf(aanbod)).toBe('INGETROKKEN');
    expect(await free(locatieID)).toBe(1);
  });

  it('is free when the offer lapsed; the job records it once', async () => {
    const locatieID = await register.plaatsen(1);
    const aanbod = await register.aanbod(aanbieder, locatieID, await register.wachtende());
    expect(await job('2026-11-08')).toMatchObject({ vervallen: 0 });
    expect(await job('2026-11-09')).toMatchObject({ vervallen: 1 });
    expect(await job('2026-11-09')).toMatchObject({ vervallen: 0 });
    expect(await statusOf(aanbod)).toBe('VERVALLEN');
    expect(await free(locatieID)).toBe(1);
  });
});

describe('what a provider says of its places', () => {
  it('counts who lives there otherwise, and is never less than what is taken', async () => {
    const locatieID = await register.plaatsen(3);
    await register.aanbod(aanbieder, locatieID, await register.wachtende());
    const record = (capaciteit: number, overigBezet: number, versie: number): Promise<Answer> =>
      register.run(aanbieder, 'recordPlaatsen', { locatieID, capaciteit, overigBezet, versie });
    expect(await record(3, 2, 1)).toMatchObject({ vrij: 0, versie: 2 });
    expect(await record(2, 2, 2)).toMatchObject({ regel: 'PL12', pad: ['capaciteit'] });
    expect(await record(5, 2, 1)).toMatchObject({ code: 'VERSIE_VEROUDERD' });
    expect(await record(5, 2, 2)).toMatchObject({ vrij: 2, versie: 3 });
    expect(
      await register.sql(
        'select capaciteit from plaatsgroep_historie h where locatie_id = $1 order by vervangen_op',
        [locatieID],
      ),
    ).toEqual([{ capaciteit: 3 }, { capaciteit: 3 }]);
  });

  it('asks for a confirmation when it is older than the norm', async () => {
    const locatieID = await register.plaatsen(1);
    const set = (dag: string): Promise<unknown> =>
      register.sql('update plaatsgroep set bevestigd_op = $2 where locatie_id = $1', [locatieID, dag]);
    const shown = async (filter: string): Promise<unknown> => {
      const { data } = await register.app.graphql<{
        locaties: { edges: { node: { locatieID: string; plaatsen: object[] } }[] };
      }>(
        aanbieder,
        `{ locaties(first: 100, filter: { bevestiging: ${filter} }) { edges { node { locatieID plaatsen { plaatsgroepID versie bevestiging } } } } }`,
      );
      return data.locaties.edges.find(({ node }) => node.locatieID === locatieID)?.node.plaatsen[0];
    };
    await set('2026-10-18');
    expect(await shown('BEVESTIGD')).toMatchObject({ bevestiging: 'BEVESTIGD' });
    await set('2026-10-17');
    expect(await shown('BEVESTIGD')).toBeUndefined();
    const oud = await shown('TE_BEVESTIGEN');
    expect(oud).toMatchObject({ bevestiging: 'TE_BEVESTIGEN' });
    const { plaatsgroepID, versie } = oud as { plaatsgroepID: string; versie: number };
    const input = { plaatsgroepID, versie };
    expect(await register.run(await register.token(B), 'confirmPlaatsen', input)).toMatchObject({
      code: 'NIET_GEVONDEN',
    });
    expect(await register.run(await register.medewerker(), 'confirmPlaatsen', input)).toMatchObject({
      code: 'NIET_TOEGESTAAN',
    });
    expect(await register.run(aanbieder, 'confirmPlaatsen', input)).toMatchObject({
      bevestigdOp: '2026-11-01',
      bevestiging: 'BEVESTIGD',
    });
  });

  it('takes places per sector and form, the most specific first', async () => {
    const locatieID = await register.plaatsen(1);
    const vpt = { locatieID, leveringsvorm: '5', capaciteit: 1, overigBezet: 0 };
    expect(await register.run(aanbieder, 'recordPlaatsen', vpt)).toMatchObject({ vrij: 1 });
    const thuis = await register.wachtende('7', '2026-10-01', { leveringsvorm: '5' });
    await register.aanbod(aanbieder, locatieID, thuis);
    const verblijf = await register.wachtende();
    await register.aanbod(aanbieder, locatieID, verblijf);
    expect(
      await register.sql(
        `select g.leveringsvorm, g.in_gebruik from plaatsgroep g where g.locatie_id = $1 order by 1 nulls first`,
        [locatieID],
      ),
    ).toEqual([
      { leveringsvorm: null, in_gebruik: 1 },
      { leveringsvorm: '5', in_gebruik: 1 },
    ]);
  });
});
