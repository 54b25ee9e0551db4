import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CONFIG, type Config } from './config/index.js';
import { entities } from './entities.js';
import { BemiddelingModule } from './modules/bemiddeling/index.js';
import { ClientModule } from './modules/client/index.js';
import { CodelijstModule } from './modules/codelijst/index.js';
import { ContactbewakingModule } from './modules/contactbewaking/index.js';
import { OverbruggingModule } from './modules/overbrugging/index.js';
import { IndicatieModule } from './modules/indicatie/index.js';
import { LogboekModule } from './modules/logboek/index.js';
import { PlaatsModule } from './modules/plaats/index.js';
import { TaakbeheerModule } from './modules/taakbeheer/index.js';
import { RapportageModule } from './modules/rapportage/index.js';
import { TermijnModule } from './modules/termijn/index.js';
import { Herleiding, WachtlijstModule } from './modules/wachtlijst/index.js';
import { ZorgaanbiederModule } from './modules/zorgaanbieder/index.js';
import { CLOCK, type Clock } from './platform/clock/index.js';
import { DatabaseModule } from './platform/database/index.js';
import { EventsModule } from './platform/events/index.js';
import { LOG, type Log } from './platform/logging/index.js';
import { OutboxModule } from './platform/outbox/index.js';

/** What the process around the register decides. */
export interface Surroundings {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly databaseUrl: string;
}

@Global()
@Module({})
class SurroundingsModule {
  static with({ config, clock, log }: Surroundings): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: CLOCK, useValue: clock },
      { provide: LOG, useValue: log },
    ];
    return { module: SurroundingsModule, providers, exports: providers };
  }
}

/** The register without a door: what imports, exports and jobs need, and what the server opens to the world. */
@Module({})
export class RegisterModule {
  static with(surroundings: Surroundings): DynamicModule {
    return {
      module: RegisterModule,
      imports: [
        SurroundingsModule.with(surroundings),
        DatabaseModule.forUrl(surroundings.databaseUrl, entities),
        EventsModule,
        OutboxModule,
        CodelijstModule,
        LogboekModule,
        ZorgaanbiederModule,
        ClientModule,
        IndicatieModule,
        BemiddelingModule,
        WachtlijstModule,
        OverbruggingModule,
        ContactbewakingModule,
        PlaatsModule,
        TermijnModule,
        RapportageModule,
        TaakbeheerModule,
      ],
      providers: [Herleiding],
    };
  }
}
