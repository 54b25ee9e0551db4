import { Module, type DynamicModule } from '@nestjs/common';
import { wachtlijstgrafiekRoute, contactprestatieRoute } from './modules/rapportage/index.js';
import { ToegangModule } from './modules/toegang/index.js';
import { GraphqlModule } from './platform/graphql/index.js';
import { HealthModule } from './platform/health/index.js';
import { RegisterModule, type Surroundings } from './register.module.js';

/** The register with its doors open: GraphQL over HTTP, and whether it is healthy. */
@Module({})
export class AppModule {
  static with(surroundings: Surroundings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        RegisterModule.with(surroundings),
        ToegangModule,
        GraphqlModule.register({
          development: !surroundings.config.production,
          schemaFile: null,
          imports: [ToegangModule],
          routes: [wachtlijstgrafiekRoute, contactprestatieRoute],
        }),
        HealthModule,
      ],
    };
  }
}
