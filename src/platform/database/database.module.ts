import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import pg from 'pg';
import { dataSourceOptions, type DataSourceSettings } from './data-source.js';
import { CONFIG, type Config } from '../../config/index.js';
import { Idempotency } from './idempotency.js';
import { createLogbron, LOGBRON } from './logbron.js';
import { Mutations } from './mutations.js';
import { UnitOfWork } from './unit-of-work.js';

/** A database that did not answer in time is asked again; one that answered that we may not come in is not. */
const PATIENCE = {
  retryAttempts: 4,
  retryDelay: 500,
  toRetry: (error: unknown): boolean => !(error instanceof pg.DatabaseError),
};

/** The connection pool, and the frames that every operation runs in. */
@Global()
@Module({})
export class DatabaseModule {
  static forUrl(url: string, entities: DataSourceSettings['entities']): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...dataSourceOptions({ url, entities }), ...PATIENCE }),
        }),
      ],
      providers: [
        {
          provide: LOGBRON,
          inject: [{ token: CONFIG, optional: true }],
          useFactory: (config?: Config) => createLogbron(config?.WLZ_VERANTWOORDELIJKE),
        },
        UnitOfWork,
        Idempotency,
        Mutations,
      ],
      exports: [UnitOfWork, Mutations, LOGBRON],
    };
  }
}
