import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RequestOverbruggingszorg } from '../../../src/modules/overbrugging/index.js';
import type { RequestContext } from '../../../src/platform/context/index.js';
import {
  aanbieder,
  BEUK,
  elders,
  kantoor,
  LINDE,
  mpt,
  openRegister,
  refusalOf,
  THUIS,
  TODAY,
  type Register,
} from './register.js';

let register: Register;

beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.close());

const ask = (input: RequestOverbruggingszorg, ctx: RequestContext = aanbieder(LINDE)) =>
  refusalOf(register.overbrugging.requestOverbruggingszorg(ctx, input));

const verzoeken = async (): Promise<number> =>
  (await register.sql<{ n: number }>('select count(*)::int as n from verzoek'))[0]?.n ?? -1;

describe('a request that is refused stores nothing', () => {
  it('of who holds no role, or may not see the client', async () => {
    const client = await register.wachtende();
    const before = await verzoeken();
    expect(await ask(mpt(client), kantoor())).toBe('NIET_TOEGESTAAN - - ');
    expect(await ask(mpt(client), aanbieder(BEUK))).toBe('NIET_GEVONDEN - - bemiddelingspecificatieID');
    expect(await verzoeken()).toBe(before);
  });

  it('for who is in care, or whose allocation ended', async () => {
    const inZorg = await register.wachtende();
    await register.levering.reportLeveringperiode(aanbieder(LINDE), {
      bemiddelingspecificatieID: inZorg.bemiddelingspecificatieID,
      versie: 2,
      ingangsdatum: TODAY,
    });
    expect(await ask(mpt(inZorg))).toBe('REGEL_GESCHONDEN T7 OP182 bemiddelingspecificatieID');
    const afgezien = await register.wachtende();
    await register.levering.reportAfstel(aanbieder(LINDE), {
      bemiddelingspecificatieID: afgezien.bemiddelingspecificatieID,
      versie: 2,
      afsteldatum: TODAY,
    });
    expect(await ask(mpt(afgezien))).toBe('REGEL_GESCHONDEN T7 OP182 bemiddelingspecificatieID');
  });

  it('while nothing was reported yet it may be made', async () => {
    expect(await ask(mpt(await register.plant.allocation()))).toBeNull();
  });

  it('TR070: outside the allocation it bridges to', async () => {
    const client = await register.wachtende({
      tot: '2026-12-31',
      rollen: [['2', LINDE, '2026-01-01', '2026-12-31']],
    });
    expect(await ask(elders(client))).toBe('REGEL_GESCHONDEN T9 TR070 toewijzingEinddatum');
    expect(
      await ask(elders(client, { toewijzingIngangsdatum: '2025-12-31', toewijzingEinddatum: TODAY })),
    ).toBe('REGEL_GESCHONDEN T9 TR070 toewijzingIngangsdatum');
    expect(await ask(elders(client, { toewijzingEinddatum: '2026-12-31' }))).toBeNull();
  });

  it('T5: extra bridging care under wacht op voorkeur', async () => {
    const client = await register.wachtende({}, ['2', '2026-10-01']);
    const extra = { doelmatig: '2', extraOverbruggingszorg: true };
    expect(await ask(mpt(client, extra))).toBe('REGEL_GESCHONDEN T5 S3 extraOverbruggingszorg');
    const urgent = await register.wachtende({}, ['6', '2026-10-01']);
    expect(await ask(mpt(urgent, extra))).toBeNull();
  });

  it('T7: beside care with which it cannot go, seen when it is asked and not only when it is accepted', async () => {
    const client = await register.wachtende();
    const first = await register.overbrugging.requestOverbruggingszorg(aanbieder(LINDE), mpt(client));
    await register.overbrugging.judgeVerzoek(kantoor(), { verzoekID: first, versie: 1, akkoord: true });
    expect(await ask(elders(client))).toBe('REGEL_GESCHONDEN T7 OP318 leveringsvorm');
  });

  it('at a provider that nobody knows, or with a code that does not exist', async () => {
    const client = await register.wachtende();
    expect(await ask(mpt(client, { aanbieder: '99009999' }))).toBe('REGEL_GESCHONDEN P1 TR042 instelling');
    expect(await ask(mpt(client, { aanbieder: '9' }))).toContain('aanbieder');
    expect(await ask(mpt(client, { leveringsvorm: '0' }))).toContain('leveringsvorm');
    expect(await ask(mpt(client, { verantwoord: '7' }))).toContain('verantwoord');
    expect(await ask(mpt(client, { percentage: 1 }))).toBe('REGEL_GESCHONDEN T2 CS129 percentage');
  });
});

describe('no need for bridging care', () => {
  const decline = (
    bemiddelingspecificatieID: string,
    reden = 'Mantelzorg volstaat.',
    ctx = aanbieder(LINDE),
  ) => refusalOf(register.overbrugging.declineOverbruggingszorg(ctx, { bemiddelingspecificatieID, reden }));

  it('is said by the dossierhouder, with a reason', async () => {
    const { bemiddelingspecificatieID: id } = await register.wachtende();
    expect(await decline(id, '  ')).toBe('ONGELDIGE_INVOER - OP182 reden');
    expect(await decline(id, undefined, kantoor())).toBe('NIET_TOEGESTAAN - - ');
    expect(await decline(id, undefined, aanbieder(THUIS))).toBe(
      'NIET_GEVONDEN - - bemiddelingspecificatieID',
    );
    expect(await decline(id)).toBeNull();
    const rows = await register.sql(
      `select status, reden from verzoek where bemiddelingspecificatie_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ status: 'NIET_NODIG', reden: 'Mantelzorg volstaat.' }]);
  });
});
