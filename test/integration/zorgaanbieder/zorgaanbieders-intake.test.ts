import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { entities } from '../../../src/entities.js';
import { CodelijstModule } from '../../../src/modules/codelijst/index.js';
import { ZorgaanbiederModule, ZorgaanbiedersIntake } from '../../../src/modules/zorgaanbieder/index.js';
import {
  findLocaties,
  findZorgaanbieders,
} from '../../../src/modules/zorgaanbieder/zorgaanbieder.queries.js';
import type { RequestContext } from '../../../src/platform/context/index.js';
import { DatabaseModule, UnitOfWork } from '../../../src/platform/database/index.js';
import { runIntake, type IntakeReport } from '../../../src/platform/intake/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

const ctx: RequestContext = {
  actor: { sub: 'proces:import', rol: 'SYSTEEM', rollen: ['SYSTEEM'], uzovi: [], agb: null },
  requestId: 'proef',
  operatie: 'import zorgaanbieders',
  now: '2026-11-01T08:00:00.000Z',
  today: '2026-11-01',
};

let database: TestDatabase;
let app: INestApplicationContext;

beforeAll(async () => {
  database = await createTestDatabase();
  const imports = [DatabaseModule.forUrl(database.url, entities), CodelijstModule, ZorgaanbiederModule];
  app = await (await Test.createTestingModule({ imports }).compile()).init();
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

interface Taken extends IntakeReport {
  readonly refusals: readonly string[];
}

async function takeIn(content: unknown, dryRun = false): Promise<Taken> {
  const refusals: string[] = [];
  const report = await runIntake(
    app.get(UnitOfWork),
    ctx,
    app.get(ZorgaanbiedersIntake),
    JSON.stringify(content),
    {
      dryRun,
      bekendOp: 'NU',
      onRefusal: (label, { regel, pad }) => refusals.push([label, regel ?? '-', pad.join('.')].join(' ')),
      onProgress: () => undefined,
    },
  );
  return { ...report, refusals };
}

const counts = ({ nieuw, gewijzigd, ongewijzigd, geweigerd }: Taken) => [
  nieuw,
  gewijzigd,
  ongewijzigd,
  geweigerd,
];
const read = <T>(work: Parameters<UnitOfWork['read']>[1]) =>
  app.get(UnitOfWork).read(ctx, work) as Promise<T>;

let next = 10;
function aanbieder(over: Record<string, unknown> = {}) {
  next += 1;
  return {
    agbCode: `990000${next}`,
    naam: 'Verzonnen Zorg',
    sectoren: ['VV', 'VG'],
    leveringsvormen: ['4', '5'],
    zorgkantoor: '5517',
    locaties: [
      { locatieID: randomUUID(), naam: 'Hof', plaatsnaam: 'Leiden', postcode: '2311AA', capaciteit: 12 },
    ],
    ...over,
  };
}

describe('the file of providers', () => {
  it('comes in, and in again without a change', async () => {
    const file = [aanbieder(), aanbieder({ telefoonnummer: '071-0000000', locaties: [] })];
    expect(counts(await takeIn(file))).toEqual([2, 0, 0, 0]);
    expect(counts(await takeIn(file))).toEqual([0, 0, 2, 0]);
    const agb = file.map(({ agbCode }) => agbCode);
    const stored = await read<Map<string, unknown>>((tx) => findZorgaanbieders(tx, agb));
    const { locaties, ...eerste } = file[0] ?? aanbieder();
    expect(stored.get(agb[0] ?? '')).toEqual({ ...eerste, telefoonnummer: null, emailadres: null });
    expect(await read((tx) => findLocaties(tx, agb))).toEqual(new Map([[agb[0], locaties]]));
  });

  it('corrects what is known and keeps what was there before; a location it no longer names stays', async () => {
    const een = aanbieder();
    await takeIn([een]);
    const nieuweLocatie = { ...een.locaties[0], locatieID: randomUUID(), naam: 'Tuin' };
    const taken = await takeIn([{ ...een, naam: 'Andere Naam', locaties: [nieuweLocatie] }]);
    expect(counts(taken)).toEqual([0, 1, 0, 0]);
    const history = await read((tx) =>
      tx.query(`select naam from zorgaanbieder_historie where agb = $1`, [een.agbCode]),
    );
    expect(history).toEqual([{ naam: 'Verzonnen Zorg' }]);
    const locaties = await read<Map<string, { naam: string }[]>>((tx) => findLocaties(tx, [een.agbCode]));
    expect(locaties.get(een.agbCode)?.map(({ naam }) => naam)).toEqual(['Hof', 'Tuin']);
  });

  it('lets a record see the one before it in the same file', async () => {
    const een = aanbieder();
    expect(counts(await takeIn([een, een, { ...een, naam: 'Later' }]))).toEqual([1, 1, 1, 0]);
  });

  it('refuses a record by its rule, and takes the others in', async () => {
    const goed = aanbieder();
    const eigen = goed.locaties[0]?.locatieID;
    const file = [
      aanbieder({ agbCode: '9900001' }),
      aanbieder({ zorgkantoor: '5599' }),
      aanbieder({ zorgkantoor: '5522' }),
      aanbieder({ leveringsvormen: ['4', '99'] }),
      goed,
      aanbieder({ locaties: [{ ...goed.locaties[0], locatieID: eigen }] }),
      aanbieder({ naam: 'a\u0000b' }),
      aanbieder({ onbekend: 'iets' }),
      'geen record',
    ];
    const taken = await takeIn(file);
    expect(counts(taken)).toEqual([1, 0, 0, 8]);
    expect(taken.refusals.map((line) => line.split(' ').slice(-2).join(' '))).toEqual([
      '- naam',
      '- onbekend',
      '- ',
      'P1 agbCode',
      'P1 zorgkantoor',
      'P1 zorgkantoor',
      'COD578 leveringsvormen.1',
      '- locaties.0.locatieID',
    ]);
  });

  it('stores nothing in a rehearsal', async () => {
    const een = aanbieder();
    expect(counts(await takeIn([een], true))).toEqual([1, 0, 0, 0]);
    expect(counts(await takeIn([een]))).toEqual([1, 0, 0, 0]);
  });

  it.each(['{', '{"zorgaanbieders": []}'])('is not this: %s', (text) => {
    expect(() => app.get(ZorgaanbiedersIntake).records(text)).toThrow();
  });
});
