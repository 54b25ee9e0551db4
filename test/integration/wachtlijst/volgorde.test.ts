import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  BeleidService,
  findWachtlijst,
  keysetOf,
  normenOp,
  ordeningVan,
  toetsNorm,
  volgordeVan,
  wachtnormen,
  type Keyset,
  type Ordening,
  type WachtlijstRow,
} from '../../../src/modules/wachtlijst/index.js';
import type { Peiling } from '../../../src/modules/wachtlijst/wachtlijst.bron.js';
import { explainVolgorde } from '../../../src/modules/wachtlijst/verklaring.queries.js';
import type { RequestContext } from '../../../src/platform/context/index.js';
import { eenBeleid, STANDAARD } from '../../support/volgorde.js';
import type { PlantedAllocation } from './planter.js';
import {
  openTestRegister,
  proces,
  refusalOf,
  TODAY,
  zorgaanbieder,
  zorgkantoor,
  type TestRegister,
} from './register.js';
import { B, plantWachtenden } from './wachtenden.js';

const beheerder: RequestContext = {
  ...proces,
  actor: { sub: 'test:beheerder', rol: 'BEHEERDER', rollen: ['BEHEERDER'], uzovi: [], agb: null },
};
const NU: Peiling = { op: TODAY, zoalsBekendOp: null };
let register: TestRegister;
let beleid: BeleidService;
let at: readonly PlantedAllocation[];
let voorzorg: PlantedAllocation;
let inZorg: PlantedAllocation;

beforeAll(async () => {
  register = await openTestRegister();
  beleid = register.app.get(BeleidService, { strict: false });
  ({ wachtend: at, voorzorg, inZorg } = await plantWachtenden(register));
});
afterAll(() => register.close());

const list = (
  peiling: Peiling = NU,
  ordening?: Ordening,
  limit: number | null = null,
  after: Keyset | null = null,
) =>
  register.read(proces, (tx) =>
    findWachtlijst(proces, tx, { inclusiefVoorzorg: true }, limit, after, peiling, ordening),
  );
const explain = (ctx: RequestContext, a: string, b: string, peiling: Peiling = NU) =>
  register.read(ctx, (tx) => explainVolgorde(ctx, tx, { a, b }, peiling));
const id = (planted: PlantedAllocation | undefined): string => planted?.bemiddelingspecificatieID ?? '';
const ids = (rows: readonly WachtlijstRow[]) => rows.map((row) => row.bemiddelingspecificatieID);

describe('the list under any policy', () => {
  it('stands as the policy says, on one page and on many, with places within the whole', async () => {
    const normen = await register.read(proces, (tx) => wachtnormen(tx, TODAY));
    await fc.assert(
      fc.asyncProperty(eenBeleid, fc.integer({ min: 1, max: 4 }), async (random, size) => {
        const ordening = { beleid: random, dag: TODAY, normen };
        const all = await list(NU, ordening);
        expect(all).toHaveLength(9);
        expect([...all].reverse().sort(volgordeVan(random))).toEqual(all);
        const pages: WachtlijstRow[] = [];
        for (let after: Keyset | null = null; ;) {
          const rows: WachtlijstRow[] = await list(NU, ordening, size, after);
          pages.push(...rows);
          const last = rows.at(-1);
          if (last === undefined || rows.length < size) break;
          after = keysetOf(last);
        }
        expect(pages).toEqual(all);
        expect(pages.map(({ positie }) => positie)).toEqual(all.map((_row, index) => index + 1));
      }),
      { numRuns: 25 },
    );
  });

  it('judges the norm in SQL as the domain does', async () => {
    const kantoor = zorgkantoor('5516');
    const norm = { zorgkantoor: '5516', sector: null, leveringsstatus: '7', classificatie: null } as const;
    const geldig = { geldigVanaf: TODAY, bron: 'proef', versie: 0 };
    await beleid.setStreefnorm(kantoor, { ...norm, ...geldig, normDagen: 30 });
    const normen = await register.read(proces, (tx) => wachtnormen(tx, TODAY));
    const sleutels = [
      { naam: 'normOverschreden', richting: 'AF' },
      { naam: 'bemiddelingspecificatieID', richting: 'OP' },
    ] as const;
    for (const dag of [TODAY, '2026-12-20', '2027-06-01']) {
      const rows = await list(
        { op: dag, zoalsBekendOp: null },
        { beleid: { ...STANDAARD, sleutels }, dag, normen },
      );
      expect(rows.map((row) => row.normOverschreden)).toEqual(
        rows.map(
          (row) =>
            toetsNorm(normen, { ...row, leveringsstatus: row.wachtstatusCode }, dag).overschreden === true,
        ),
      );
      expect(new Set(rows.map((row) => row.normOverschreden)).size).toBe(2);
    }
    expect(normenOp(normen, TODAY)).toEqual(normen);
  });

  it('does not take a cursor of another policy', async () => {
    const [first] = await list();
    if (first === undefined) throw new Error('Nobody waits.');
    const after: Keyset = [2, ...keysetOf(first).slice(1)];
    expect(await refusalOf(list(NU, undefined, 3, after))).toMatchObject({ regel: 'VB5', pad: ['after'] });
  });
});

describe('a new order', () => {
  const voorstel = {
    versie: 1,
    geldigVanaf: '2026-11-15',
    sleutels: [
      { naam: 'rang', richting: 'AF' },
      { naam: 'statusIngangsdatum', richting: 'OP' },
      { naam: 'bemiddelingspecificatieID', richting: 'OP' },
    ],
    bron: 'Regionaal overleg',
  } as const;

  it.each(['ZORGKANTOOR', 'ZORGAANBIEDER', 'SYSTEEM'] as const)('is not for a %s to decide', async (rol) => {
    const ctx = { ...proces, actor: { ...proces.actor, rol } };
    expect(await refusalOf(beleid.recordVolgordebeleid(ctx, voorstel))).toMatchObject({
      code: 'NIET_TOEGESTAAN',
    });
  });

  it('without a total order is refused, and nothing is stored', async () => {
    const sleutels = [{ naam: 'rang', richting: 'OP' }] as const;
    expect(await refusalOf(beleid.recordVolgordebeleid(beheerder, { ...voorstel, sleutels }))).toMatchObject({
      regel: 'VB1',
    });
    const { rows } = await register.superuser.query('select versie from volgordebeleid');
    expect(rows).toEqual([{ versie: 1 }]);
  });

  it.each([
    ['volgordebeleid_volledig_check', `'{rang}', '{OP}'`],
    ['volgordebeleid_volledig_check', `'{}', '{}'`],
    ['volgordebeleid_sleutels_check', `'{leeftijd,bemiddelingspecificatieID}', '{OP,OP}'`],
    ['volgordebeleid_dubbel_check', `'{rang,rang,bemiddelingspecificatieID}', '{OP,OP,OP}'`],
    ['volgordebeleid_richtingen_check', `'{rang,bemiddelingspecificatieID}', '{OP}'`],
  ])('that goes around the program meets %s', async (constraint, keys) => {
    await expect(
      register.superuser.query(
        `insert into volgordebeleid values (9, ${keys}, 'proef', '2026-11-01', now(), 'proef')`,
      ),
    ).rejects.toMatchObject({ constraint });
  });

  it('decided twice at the same moment is decided once', async () => {
    const both = await Promise.allSettled([
      beleid.recordVolgordebeleid(beheerder, voorstel),
      beleid.recordVolgordebeleid(beheerder, voorstel),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'VERSIE_VEROUDERD' },
    });
  });

  it('orders the list from its day on, not before, and not as it was known before', async () => {
    const ordering = async (peiling: Peiling) => {
      const rows = await list(peiling);
      return [rows[0]?.beleid, ids(rows)[0] === id(voorzorg)];
    };
    expect(await ordering(NU)).toEqual([1, false]);
    expect(await ordering({ op: '2026-11-14', zoalsBekendOp: null })).toEqual([1, false]);
    expect(await ordering({ op: '2026-11-15', zoalsBekendOp: null })).toEqual([2, true]);
    const vroeger: Peiling = { op: '2026-11-15', zoalsBekendOp: '2026-11-01T09:59:59.000Z' };
    const known = await register.read(proces, (tx) => ordeningVan(tx, vroeger));
    expect(known.beleid.versie).toBe(1);
    await expect(register.read(proces, (tx) => tx.query(`delete from volgordebeleid`))).rejects.toThrow();
    await expect(
      register.write(proces, (tx) => tx.query(`update volgordebeleid set bron = 'anders'`)),
    ).rejects.toThrow();
  });
});

describe('why one comes before another', () => {
  it('is told for every pair of the list as it stands, today and on another day', async () => {
    for (const peiling of [NU, { op: '2026-11-20', zoalsBekendOp: null }]) {
      const rows = await list(peiling);
      for (const [index, boven] of rows.entries()) {
        for (const onder of rows.slice(index + 1)) {
          const [a, b] = [boven.bemiddelingspecificatieID, onder.bemiddelingspecificatieID];
          const heen = await explain(proces, a, b, peiling);
          expect(heen.eerst).toBe(a);
          expect(await explain(proces, b, a, peiling)).toMatchObject({ eerst: a, sleutel: heen.sleutel });
        }
      }
    }
  });

  it('is refused for what one does not know or may not see, and these two look the same', async () => {
    const own = id(at[0]);
    const unknown = '00000000-0000-4000-8000-000000000000';
    const ctx = zorgkantoor('5517');
    const answers = [
      await refusalOf(explain(ctx, own, unknown)),
      await refusalOf(explain(ctx, own, id(at[3]))),
    ];
    expect(answers.map(({ code, melding, regel, pad }) => [code, melding, regel, pad])).toEqual(
      Array.from({ length: 2 }, () => [
        'NIET_GEVONDEN',
        'De plaats op de wachtlijst is niet gevonden.',
        null,
        ['b'],
      ]),
    );
    expect(await refusalOf(explain(zorgaanbieder(B), own, id(at[4])))).toMatchObject({ pad: ['a'] });
    await expect(explain({ ...beheerder }, own, id(at[1]))).rejects.toThrow('permission denied');
  });

  it('is refused for who does not wait on that day, and for one place twice', async () => {
    const ctx = zorgkantoor('5517');
    expect(await refusalOf(explain(ctx, id(at[0]), id(inZorg)))).toMatchObject({ regel: 'VB6', pad: ['b'] });
    expect(
      await refusalOf(explain(ctx, id(at[0]), id(at[1]), { op: '2026-08-15', zoalsBekendOp: null })),
    ).toMatchObject({ regel: 'VB6', pad: ['a'] });
    expect(await refusalOf(explain(ctx, id(at[0]), id(at[0])))).toMatchObject({ code: 'ONGELDIGE_INVOER' });
  });
});
