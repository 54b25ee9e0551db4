import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClientModule } from '../client/index.js';
import { GeindiceerdZorgzwaartepakketEntity } from './entities/geindiceerd-zorgzwaartepakket.entity.js';
import { GrondslagEntity } from './entities/grondslag.entity.js';
import { IndicatieEntity } from './entities/indicatie.entity.js';
import { WzdEntity } from './entities/wzd.entity.js';
import { ClientIndicatiesResolver } from './graphql/client-indicaties.resolver.js';
import { IndicatieResolver } from './graphql/indicatie.resolver.js';
import { IndicatieRegister } from './indicatie.register.js';
import { IndicatieService } from './indicatie.service.js';
import { IndicatiesIntake } from './intake/indicaties.intake.js';

@Module({
  imports: [
    ClientModule,
    TypeOrmModule.forFeature([
      IndicatieEntity,
      GrondslagEntity,
      GeindiceerdZorgzwaartepakketEntity,
      WzdEntity,
    ]),
  ],
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
