import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { dataSourceOptions } from './data-source.js';
import { Idempotency } from './idempotency.js';
import { UnitOfWork } from './unit-of-work.js';

/** The connection pool, and the frames that every operation runs in. */
@Global()
@Module({})
export class DatabaseModule {
  static forUrl(url: string): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...dataSourceOptions({ url }), autoLoadEntities: true, retryAttempts: 0 }),
        }),
      ],
      providers: [UnitOfWork, Idempotency],
      exports: [UnitOfWork, Idempotency],
    };
  }
}
