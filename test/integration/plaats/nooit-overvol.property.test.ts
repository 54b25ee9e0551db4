import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { AanbodService, AntwoordService, PlaatsenService } from '../../../src/modules/plaats/index.js';
import { Aanbodverloop } from '../../../src/modules/plaats/aanbodverloop.js';
import { addDays } from '../../../src/platform/clock/index.js';
import type { RequestContext } from '../../../src/platform/context/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { DomainError } from '../../../src/platform/errors/index.js';
import type { PlantedAllocation } from '../wachtlijst/planter.js';
import { A, openPlaatsregister, proces, provider, TODAY, type Plaatsregister } from './plaatsregister.js';

jest.setTimeout(180_000);
const CLIENTS = 6;
let register: Plaatsregister;
let wachtenden: PlantedAllocation[];

beforeAll(async () => {
  register = await openPlaatsregister();
  wachtenden = [];
  for (let index = 0; index < CLIENTS; index += 1) wachtenden.push(await register.wachtende());
});

afterAll(() => register.close());

/** One act of somebody, or of time. Several in one step happen at the same moment. */
type Act =
  | { readonly kind: 'offer' | 'accept' | 'refuse' | 'withdraw'; readonly client: number }
  | { readonly kind: 'record'; readonly capaciteit: number; readonly overigBezet: number }
  | { readonly kind: 'settle' };

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('offer' as const), client: fc.nat(CLIENTS - 1) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('accept' as const, 'refuse' as const, 'withdraw' as const),
      client: fc.nat(CLIENTS - 1),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('record' as const),
      capaciteit: fc.nat(4),
      overigBezet: fc.nat(2),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'settle' as const }) },
);

const step = fc.record({ passes: fc.nat(5), acts: fc.array(act, { minLength: 1, maxLength: 4 }) });

async function perform(ctx: RequestContext, locatieID: string, one: Act): Promise<void> {
  const app = register.app.app;
  const antwoord = app.get(AntwoordService, { strict: false });
  if (one.kind === 'settle') {
    const system = proces(ctx.today);
    const verloop = app.get(Aanbodverloop, { strict: false });
    await app
      .get(UnitOfWork, { strict: false })
      .write(system, (tx) => verloop.settle(system, tx, { locatieIDs: [locatieID] }));
    return;
  }
  if (one.kind === 'record') {
    const [groep] = await register.sql<{ versie: number }>(
      'select versie from plaatsgroep where locatie_id = $1',
      [locatieID],
    );
    const { capaciteit, overigBezet } = one;
    const versie = groep?.versie ?? null;
    await app
      .get(PlaatsenService, { strict: false })
      .recordPlaatsen(ctx, { locatieID, capaciteit, overigBezet, versie });
    return;
  }
  const at = wachtenden[one.client];
  if (at === undefined) throw new Error('no such client');
  const { bemiddelingspecificatieID } = at;
  if (one.kind === 'offer') {
    const order = { locatieID, bemiddelingspecificatieID, redenAfwijking: 'x' };
    await app.get(AanbodService, { strict: false }).offerPlaats(ctx, order);
    return;
  }
  const [open] = await register.sql<{ aanbodID: string; versie: number }>(
    `select aanbod_id as "aanbodID", versie from aanbod where client_id = $1 and status in ('AANGEBODEN','AANVAARD')`,
    [at.clientID],
  );
  if (open === undefined) return;
  if (one.kind === 'accept') await antwoord.acceptAanbod(ctx, open);
  if (one.kind === 'withdraw') await antwoord.withdrawAanbod(ctx, { ...open, reden: 'x' });
  if (one.kind === 'refuse') {
    await antwoord.refuseAanbod(ctx, { ...open, reden: 'PARTNER_NIET_MEE', conformWens: false });
  }
}

const BROKEN = `
  select g.locatie_id from plaatsgroep g
  left join lateral (select count(*)::int as aantal from aanbod a where a.plaatsgroep_id = g.plaatsgroep_id
    and a.status in ('AANGEBODEN','AANVAARD','IN_ZORG')) t on true
  where g.in_gebruik <> t.aantal or g.overig_bezet + t.aantal > g.capaciteit
  union all
  select client_id from aanbod where status in ('AANGEBODEN','AANVAARD') group by client_id having count(*) > 1`;

describe('whatever happens, and whatever happens at once', () => {
  it('no place is given twice, no client holds two, and every refusal has a name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
        const locatieID = await register.plaatsen(2);
        await register.sql(`update aanbod set status = 'INGETROKKEN', reden_einde = 'proef'
          where status in ('AANGEBODEN','AANVAARD')`);
        let today = TODAY;
        for (const { passes, acts } of steps) {
          today = addDays(today, passes);
          const ctx = provider(A, today);
          const results = await Promise.allSettled(acts.map((one) => perform(ctx, locatieID, one)));
          for (const result of results) {
            if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(DomainError);
          }
          expect(await register.sql(BROKEN)).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });
});
