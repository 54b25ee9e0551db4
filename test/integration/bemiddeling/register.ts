import { randomUUID } from 'node:crypto';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import pg from 'pg';
import { entities } from '../../../src/entities.js';
import {
  BeeindigingService,
  BemiddelingModule,
  RegiehoudersService,
  SpecificatiesService,
  type CreateBemiddelingspecificatie,
} from '../../../src/modules/bemiddeling/index.js';
import { ClientModule } from '../../../src/modules/client/index.js';
import { CodelijstModule } from '../../../src/modules/codelijst/index.js';
import { IndicatieModule } from '../../../src/modules/indicatie/index.js';
import { ZorgaanbiederModule } from '../../../src/modules/zorgaanbieder/index.js';
import type { Actor, RequestContext } from '../../../src/platform/context/index.js';
import { DatabaseModule, UnitOfWork } from '../../../src/platform/database/index.js';
import { DomainError } from '../../../src/platform/errors/index.js';
import { DomainEvents, EventsModule } from '../../../src/platform/events/index.js';
import { runIntake, type Intake } from '../../../src/platform/intake/index.js';
import { createTestDatabase } from '../../support/database.js';

export const TODAY = '2026-11-01';

/** Providers that every register of these tests knows: two for places, two for care at home. */
export const LINDE = '99000001';
export const BEUK = '99000002';
export const THUIS = '99000004';
export const WIJK = '99000005';

const NOBODY: Actor = { sub: 'proef', rol: 'SYSTEEM', rollen: ['SYSTEEM'], uzovi: [], agb: null };

export function context(actor: Partial<Actor> = {}): RequestContext {
  const acting = { ...NOBODY, ...actor };
  return {
    actor: { ...acting, rollen: [acting.rol] },
    requestId: randomUUID(),
    operatie: 'proef',
    now: '2026-11-01T08:00:00.000Z',
    today: TODAY,
  };
}

export const zorgkantoor = (...uzovi: string[]): RequestContext =>
  context({ sub: 'medewerker', rol: 'ZORGKANTOOR', uzovi });
export const zorgaanbieder = (agb: string): RequestContext =>
  context({ sub: `user-${agb}`, rol: 'ZORGAANBIEDER', agb });
export const systeem = context();

/** A client with an indication, as they stand in the register. */
export interface Geindiceerde {
  readonly clientID: string;
  readonly wlzIndicatieID: string;
  readonly bsn: string;
}

export interface Register {
  readonly app: INestApplicationContext;
  readonly unitOfWork: UnitOfWork;
  readonly specificaties: SpecificatiesService;
  readonly regiehouders: RegiehoudersService;
  readonly beeindiging: BeeindigingService;
  /** Ids of allocations that were announced as changed, one array per announcement. */
  readonly announced: (readonly string[])[];
  /** As the owner of the tables, past every frame: to plant and to inspect. */
  sql<Row>(text: string, params?: readonly unknown[]): Promise<Row[]>;
  /** Plants a client with an indication in region 5517, valid from 1 January 2025. */
  indiceer(changes?: {
    zzpCode?: string;
    einddatum?: string | null;
    geboortedatum?: string;
  }): Promise<Geindiceerde>;
  /** Takes a file in, as `npm run import` does. */
  takeIn(intake: Type<Intake<unknown>>, content: unknown, options?: TakeInOptions): Promise<Taken>;
  close(): Promise<void>;
}

interface TakeInOptions {
  readonly dryRun?: boolean;
  readonly bekendOp?: 'NU' | 'VASTSTELLING';
}

/** What a file brought: new, changed, unchanged, refused; and of each refusal its rule and field. */
export interface Taken {
  readonly counts: readonly [number, number, number, number];
  readonly refusals: readonly string[];
}

export async function openRegister(): Promise<Register> {
  const database = await createTestDatabase();
  const owner = new pg.Client({ connectionString: database.superuserUrl });
  await owner.connect();
  const module = await Test.createTestingModule({
    imports: [
      DatabaseModule.forUrl(database.url, entities),
      EventsModule,
      CodelijstModule,
      ZorgaanbiederModule,
      ClientModule,
      IndicatieModule,
      BemiddelingModule,
    ],
  }).compile();
  const app = await module.init();
  const announced: (readonly string[])[] = [];
  app.get(DomainEvents).on('SpecificatiesGewijzigd', async (_ctx, _tx, { bemiddelingspecificatieIDs }) => {
    announced.push(bemiddelingspecificatieIDs);
  });
  const sql = async <Row>(text: string, params: readonly unknown[] = []): Promise<Row[]> =>
    (await owner.query(text, [...params])).rows as Row[];
  await plantZorgaanbieders(sql);
  let clients = 0;
  return {
    app,
    unitOfWork: app.get(UnitOfWork),
    specificaties: app.get(SpecificatiesService),
    regiehouders: app.get(RegiehoudersService),
    beeindiging: app.get(BeeindigingService),
    announced,
    sql,
    indiceer: async ({ zzpCode = '754', einddatum = null, geboortedatum = '1940-02-29' } = {}) => {
      clients += 1;
      const clientID = randomUUID();
      const wlzIndicatieID = randomUUID();
      const bsn = validBsn(clients);
      await sql(
        `insert into client (client_id, bsn, geboortedatum, geslacht, geregistreerd_op, geregistreerd_door)
         values ($1, $2, $3, '2', now(), 'proef')`,
        [clientID, bsn, geboortedatum],
      );
      await sql(
        `insert into indicatie (wlz_indicatie_id, client_id, besluitnummer, soort_wlzindicatie, afgiftedatum, ingangsdatum,
           einddatum, initieel_verantwoordelijk_zorgkantoor, geregistreerd_op, geregistreerd_door)
         values ($1, $2, 1, '1', '2025-01-01', '2025-01-01', $3, '5517', now(), 'proef')`,
        [wlzIndicatieID, clientID, einddatum],
      );
      await sql(
        `insert into geindiceerd_zorgzwaartepakket (geindiceerd_zorgzwaartepakket_id, wlz_indicatie_id, zzp_code,
           ingangsdatum, financiering, geregistreerd_op, geregistreerd_door)
         values ($1, $2, $3, '2025-01-01', '1', now(), 'proef')`,
        [randomUUID(), wlzIndicatieID, zzpCode],
      );
      return { clientID, wlzIndicatieID, bsn };
    },
    takeIn: async (type, content, { dryRun = false, bekendOp = 'NU' } = {}) => {
      const refusals: string[] = [];
      const report = await runIntake(app.get(UnitOfWork), systeem, app.get(type), JSON.stringify(content), {
        dryRun,
        bekendOp,
        onRefusal: (_label, { regel, pad }) => refusals.push(`${regel ?? '-'} ${pad.join('.')}`),
        onProgress: () => undefined,
      });
      return { counts: [report.nieuw, report.gewijzigd, report.ongewijzigd, report.geweigerd], refusals };
    },
    close: async () => {
      await app.close();
      await owner.end();
      await database.drop();
    },
  };
}

/** Verblijf at a provider with it as dossierhouder, from 1 March 2025. */
export function verblijf(over: Partial<CreateBemiddelingspecificatie>): CreateBemiddelingspecificatie {
  const instelling = over.instelling ?? LINDE;
  return {
    leveringsvorm: '4',
    zzpCode: '754',
    toewijzingIngangsdatum: '2025-03-01',
    instelling,
    percentage: 10000,
    opname: '1',
    regiehouder: { instelling },
    ...over,
  };
}

/** Care at home in modules with the provider as coördinator, from 1 March 2025. */
export function mpt(over: Partial<CreateBemiddelingspecificatie>): CreateBemiddelingspecificatie {
  return verblijf({ leveringsvorm: '7', opname: null, instelling: THUIS, ...over });
}

/** What a refused use case answers: its code, rule and field; null when it was not refused. */
export async function refusalOf(
  work: Promise<unknown>,
): Promise<{ code: string; regel: string | null; pad: string } | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, regel: error.regel, pad: error.pad.join('.') };
  }
}

async function plantZorgaanbieders(sql: Register['sql']): Promise<void> {
  const rows: readonly (readonly [string, string])[] = [
    [LINDE, '{4,5,8}'],
    [BEUK, '{4,5}'],
    [THUIS, '{7}'],
    [WIJK, '{7}'],
  ];
  for (const [agb, leveringsvormen] of rows) {
    await sql(
      `insert into zorgaanbieder (agb, naam, zorgkantoor, sectoren, leveringsvormen, geregistreerd_op, geregistreerd_door)
       values ($1, 'Verzonnen zorg', '5517', '{VV}', $2, now(), 'proef')`,
      [agb, leveringsvormen],
    );
  }
}

/** The nth number of nine digits from 999900000 on that passes the check of a BSN. */
function validBsn(nth: number): string {
  let found = 0;
  for (let number = 999_900_000; ; number += 1) {
    const digits = [...String(number)].map(Number);
    const sum = digits.reduce((total, digit, index) => total + digit * (index === 8 ? -1 : 9 - index), 0);
    if (sum % 11 === 0) found += 1;
    if (found === nth) return String(number);
  }
}
