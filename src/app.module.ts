import { readFileSync } from 'node:fs';
import { Module, type DynamicModule } from '@nestjs/common';
import { vraagbudget, type Config } from './config/index.js';
import { inzagelogRoute } from './modules/logboek/index.js';
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
          routes: [wachtlijstgrafiekRoute, contactprestatieRoute, inzagelogRoute],
          budget: vraagbudget(surroundings.config),
          operations: toegestaneOperaties(surroundings.config),
        }),
        HealthModule,
      ],
    };
  }
}

/** The list of the only operations that are run, when the settings name one. */
function toegestaneOperaties({ WLZ_OPERATIES: file }: Config): string | null {
  if (file === undefined) return null;
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Error('Het bestand van WLZ_OPERATIES kan niet worden gelezen.');
  }
}
