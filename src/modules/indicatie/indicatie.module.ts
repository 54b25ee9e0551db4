import { Module } from '@nestjs/common';
import { ClientModule } from '../client/index.js';
import { ClientIndicatiesResolver } from './graphql/client-indicaties.resolver.js';
import { IndicatieResolver } from './graphql/indicatie.resolver.js';
import { IndicatieRegister } from './indicatie.register.js';
import { IndicatieService } from './indicatie.service.js';
import { IndicatiesIntake } from './intake/indicaties.intake.js';

@Module({
  imports: [ClientModule],
  providers: [
    IndicatieRegister,
    IndicatieService,
    IndicatiesIntake,
    IndicatieResolver,
    ClientIndicatiesResolver,
  ],
  exports: [IndicatieService, IndicatiesIntake],
})
export class IndicatieModule {}
