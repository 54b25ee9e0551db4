import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Taakregister, Taakrunner } from '../../../src/platform/scheduling/index.js';
import { findWerkvoorraad } from '../../../src/modules/termijn/index.js';
import {
  aanbieder,
  elders,
  kantoor,
  LINDE,
  mpt,
  openRegister,
  proces,
  TODAY,
  type Register,
} from '../overbrugging/register.js';

let register: Register;

beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.close());

function runDay(day: string): Promise<Readonly<Record<string, string | number>>> {
  const taak = register.app.get(Taakregister, { strict: false }).find('termijnbewaking');
  if (taak === null) throw new Error('there is no such task');
  return register.app.get(Taakrunner, { strict: false }).runDag(taak, day);
}

const verzoeken = () =>
  register.sql<{ status: string; wijze: string | null; brug: boolean }>(
    `select status, wijze, overbruggingspecificatie_id is not null as brug from verzoek order by status, wijze, brug`,
  );

describe('the task termijnbewaking', () => {
  it('does what silence means, once, and leaves the rest alone', async () => {
    const [stil, beoordeeld, geplaatst] = [
      await register.wachtende(),
      await register.wachtende(),
      await register.wachtende(),
    ];
    await register.overbrugging.requestOverbruggingszorg(aanbieder(LINDE), mpt(stil));
    await register.overbrugging.requestOverbruggingszorg(aanbieder(LINDE), elders(geplaatst));
    const afgewezen = await register.overbrugging.requestOverbruggingszorg(aanbieder(LINDE), mpt(beoordeeld));
    await register.overbrugging.judgeVerzoek(kantoor(), {
      verzoekID: afgewezen,
      versie: 1,
      akkoord: false,
      reden: 'Niet nodig.',
    });
    await register.levering.reportLeveringperiode(aanbieder(LINDE), {
      bemiddelingspecificatieID: geplaatst.bemiddelingspecificatieID,
      versie: 2,
      ingangsdatum: TODAY,
    });

    expect(await runDay('2026-11-04')).toMatchObject({ geaccepteerd: 0, belemmerd: 0 });
    expect(await runDay('2026-11-05')).toMatchObject({ geaccepteerd: 2, belemmerd: 1 });
    const after = await verzoeken();
    expect(after).toEqual([
      { status: 'AFGEWEZEN', wijze: 'BESLUIT', brug: false },
      { status: 'GEACCEPTEERD', wijze: 'STILTE', brug: false },
      { status: 'GEACCEPTEERD', wijze: 'STILTE', brug: true },
    ]);
    expect(await runDay('2026-11-05')).toMatchObject({ geaccepteerd: 0, belemmerd: 0 });
    expect(await verzoeken()).toEqual(after);
    // Who was placed meanwhile needs no bridge: that line of work closed itself.
    const ctx = proces('2026-11-05');
    const lines = await register.read(ctx, (tx) =>
      findWerkvoorraad(ctx, tx, { voor: 'ZORGKANTOOR' }, null, null),
    );
    expect(lines.filter(({ soort }) => soort.startsWith('VERZOEK'))).toEqual([]);
  });

  it('leaves what could not be allocated as work, which an acceptance carries out', async () => {
    const client = await register.wachtende();
    const verzoekID = await register.overbrugging.requestOverbruggingszorg(aanbieder(LINDE), elders(client));
    // A zorgkantoor that is in no code list: the care cannot be allocated.
    await register.sql(`update zorgaanbieder set zorgkantoor = '9999' where agb = '99000002'`);
    expect(await runDay('2026-11-05')).toMatchObject({ geaccepteerd: 1, belemmerd: 1 });
    const ctx = kantoor('2026-11-05');
    const work = () =>
      register.read(ctx, (tx) => findWerkvoorraad(ctx, tx, { soort: ['VERZOEK_UITVOEREN'] }, null, null));
    expect(await work()).toMatchObject([{ bronID: verzoekID, uiterlijk: '2026-11-06', regel: 'OP037' }]);
    await register.sql(`update zorgaanbieder set zorgkantoor = '5517' where agb = '99000002'`);
    const [{ versie } = { versie: 0 }] = await register.sql<{ versie: number }>(
      'select versie from verzoek where verzoek_id = $1',
      [verzoekID],
    );
    await register.overbrugging.judgeVerzoek(ctx, { verzoekID, versie, akkoord: true });
    expect(await work()).toEqual([]);
    expect(
      (await register.sql('select wijze, belemmering from verzoek where verzoek_id = $1', [verzoekID]))[0],
    ).toEqual({
      wijze: 'STILTE',
      belemmering: null,
    });
  });
});
