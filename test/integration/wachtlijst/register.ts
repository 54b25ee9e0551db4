import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { entities } from '../../../src/entities.js';
import { BemiddelingModule } from '../../../src/modules/bemiddeling/index.js';
import { ClientModule } from '../../../src/modules/client/index.js';
import { CodelijstModule } from '../../../src/modules/codelijst/index.js';
import { IndicatieModule } from '../../../src/modules/indicatie/index.js';
import {
  LeveringService,
  WachtlijstModule,
  WachtstatusService,
} from '../../../src/modules/wachtlijst/index.js';
import { ZorgaanbiederModule } from '../../../src/modules/zorgaanbieder/index.js';
import type { Rol, RequestContext } from '../../../src/platform/context/index.js';
import { DatabaseModule, UnitOfWork, type Tx } from '../../../src/platform/database/index.js';
import { DomainError } from '../../../src/platform/errors/index.js';
import { EventsModule } from '../../../src/platform/events/index.js';
import { createTestDatabase } from '../../support/database.js';
import { Planter } from './planter.js';

export const TODAY = '2026-11-01';
const NOW = '2026-11-01T10:00:00.000Z';

/** A register of its own for one test file, with hands to plant in it and to look underneath. */
export interface TestRegister {
  readonly app: INestApplicationContext;
  readonly superuser: pg.Client;
  readonly plant: Planter;
  readonly wachtstatus: WachtstatusService;
  readonly levering: LeveringService;
  read<T>(ctx: RequestContext, work: (tx: Tx) => Promise<T>): Promise<T>;
  write<T>(ctx: RequestContext, work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

@Module({})
class TestModule {}

export async function openTestRegister(): Promise<TestRegister> {
  const database = await createTestDatabase();
  const app = await NestFactory.createApplicationContext(
    {
      module: TestModule,
      imports: [
        DatabaseModule.forUrl(database.url, entities),
        EventsModule,
        CodelijstModule,
        ZorgaanbiederModule,
        ClientModule,
        IndicatieModule,
        BemiddelingModule,
        WachtlijstModule,
      ],
    },
    { logger: false, abortOnError: false },
  );
  const superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  const unitOfWork = app.get(UnitOfWork, { strict: false });
  return {
    app,
    superuser,
    plant: new Planter(superuser),
    wachtstatus: app.get(WachtstatusService, { strict: false }),
    levering: app.get(LeveringService, { strict: false }),
    read: (ctx, work) => unitOfWork.read(ctx, work),
    write: (ctx, work) => unitOfWork.write(ctx, work),
    close: async () => {
      await app.close();
      await superuser.end();
      await database.drop();
    },
  };
}

function context(rol: Rol, uzovi: readonly string[], agb: string | null, today: string): RequestContext {
  return {
    actor: { sub: `test:${agb ?? uzovi.join('+')}`, rol, rollen: [rol], uzovi, agb },
    requestId: 'test',
    operatie: 'test',
    now: NOW,
    today,
  };
}

export function zorgkantoor(...uzovi: string[]): RequestContext {
  return context('ZORGKANTOOR', uzovi, null, TODAY);
}

export function zorgaanbieder(agb: string, today = TODAY): RequestContext {
  return context('ZORGAANBIEDER', [], agb, today);
}

export const proces = context('SYSTEEM', [], null, TODAY);

/** The refusal that this comes to; fails when it is accepted. */
export async function refusalOf(work: Promise<unknown>): Promise<DomainError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('It was accepted.');
}
