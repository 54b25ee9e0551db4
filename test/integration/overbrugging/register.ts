import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { loadConfig } from '../../../src/config/index.js';
import { SpecificatiesService } from '../../../src/modules/bemiddeling/index.js';
import {
  OverbruggingService,
  type RequestOverbruggingszorg,
} from '../../../src/modules/overbrugging/index.js';
import { LeveringService, WachtstatusService } from '../../../src/modules/wachtlijst/index.js';
import { FixedDayClock, type Day } from '../../../src/platform/clock/index.js';
import type { Rol, RequestContext } from '../../../src/platform/context/index.js';
import { UnitOfWork, type Tx } from '../../../src/platform/database/index.js';
import { DomainError } from '../../../src/platform/errors/index.js';
import { createLog } from '../../../src/platform/logging/index.js';
import { RegisterModule } from '../../../src/register.module.js';
import { createTestDatabase } from '../../support/database.js';
import { Planter, type PlantedAllocation, type Planting } from '../wachtlijst/planter.js';

/** A Monday. */
export const TODAY: Day = '2026-11-02';
export const LINDE = '99000001';
export const BEUK = '99000002';
export const THUIS = '99000004';
export const WIJK = '99000005';

/** The whole register for one test file, with hands to plant in it and to look underneath. */
export interface Register {
  readonly app: INestApplicationContext;
  readonly plant: Planter;
  readonly overbrugging: OverbruggingService;
  readonly specificaties: SpecificatiesService;
  readonly levering: LeveringService;
  readonly wachtstatus: WachtstatusService;
  readonly unitOfWork: UnitOfWork;
  /** As the owner of the tables, past every frame. */
  sql<Row>(text: string, params?: readonly unknown[]): Promise<Row[]>;
  /** An allocation that waits with a status (COD167) since a day. */
  wachtende(planting?: Planting, status?: readonly [status: string, since: Day]): Promise<PlantedAllocation>;
  read<T>(ctx: RequestContext, work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const CLASSIFICATIE: Readonly<Record<string, string>> = { 6: '03', 7: '11', 2: '13', 3: '15' };

export async function openRegister(): Promise<Register> {
  const database = await createTestDatabase();
  const owner = new pg.Client({ connectionString: database.superuserUrl });
  await owner.connect();
  const config = loadConfig({ NODE_ENV: 'test', DATABASE_URL: database.url, LOG_LEVEL: 'silent' });
  const app = await NestFactory.createApplicationContext(
    RegisterModule.with({
      config,
      clock: new FixedDayClock(TODAY),
      log: createLog('silent'),
      databaseUrl: database.url,
    }),
    { logger: false, abortOnError: false },
  );
  const plant = new Planter(owner);
  await plant.zorgaanbieders(LINDE, BEUK, THUIS, WIJK);
  await owner.query(`update zorgaanbieder set leveringsvormen = '{4,5,7,8}'`);
  const wachtstatus = app.get(WachtstatusService, { strict: false });
  const unitOfWork = app.get(UnitOfWork, { strict: false });
  return {
    app,
    plant,
    overbrugging: app.get(OverbruggingService, { strict: false }),
    specificaties: app.get(SpecificatiesService, { strict: false }),
    levering: app.get(LeveringService, { strict: false }),
    wachtstatus,
    unitOfWork,
    sql: async <Row>(text: string, params: readonly unknown[] = []) =>
      (await owner.query(text, [...params])).rows as Row[],
    wachtende: async (planting = {}, [status, since] = ['7', '2026-10-01']) => {
      const planted = await plant.allocation(planting);
      await wachtstatus.reportUitstelperiode(aanbieder(planting.instelling ?? LINDE), {
        bemiddelingspecificatieID: planted.bemiddelingspecificatieID,
        versie: 1,
        ingangsdatum: since,
        leveringsstatus: status,
        leveringsstatusClassificatie: CLASSIFICATIE[status] ?? '',
      });
      return planted;
    },
    read: (ctx, work) => unitOfWork.read(ctx, work),
    close: async () => {
      await app.close();
      await owner.end();
      await database.drop();
    },
  };
}

function context(rol: Rol, uzovi: readonly string[], agb: string | null, today: Day): RequestContext {
  return {
    actor: { sub: `proef:${agb ?? uzovi.join('+')}`, rol, rollen: [rol], uzovi, agb },
    requestId: randomUUID(),
    operatie: 'proef',
    now: `${today}T09:00:00.000Z`,
    today,
  };
}

export const kantoor = (today = TODAY, ...uzovi: string[]): RequestContext =>
  context('ZORGKANTOOR', uzovi.length === 0 ? ['5517'] : uzovi, null, today);
export const aanbieder = (agb: string, today = TODAY): RequestContext =>
  context('ZORGAANBIEDER', [], agb, today);
export const proces = (today = TODAY): RequestContext => context('SYSTEEM', [], null, today);

/** Mpt by the home care provider from tomorrow on. */
export function mpt(
  { bemiddelingspecificatieID }: PlantedAllocation,
  over: Partial<RequestOverbruggingszorg> = {},
): RequestOverbruggingszorg {
  return {
    bemiddelingspecificatieID,
    leveringsvorm: '7',
    aanbieder: THUIS,
    toewijzingIngangsdatum: '2026-11-03',
    verantwoord: '1',
    doelmatig: '1',
    ...over,
  };
}

/** Verblijf in another institution from tomorrow on. */
export function elders(
  planted: PlantedAllocation,
  over: Partial<RequestOverbruggingszorg> = {},
): RequestOverbruggingszorg {
  return mpt(planted, { leveringsvorm: '4', aanbieder: BEUK, verantwoord: null, doelmatig: null, ...over });
}

/** What a refused use case says: code, rule, source and field; null when it was not refused. */
export async function refusalOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return `${error.code} ${error.regel ?? '-'} ${error.bron ?? '-'} ${error.pad.join('.')}`;
  }
}
