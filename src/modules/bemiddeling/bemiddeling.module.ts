import { Module } from '@nestjs/common';
import { BeeindigingService } from './beeindiging.service.js';
import { BemiddelingChanger } from './bemiddeling.changer.js';
import {
  BemiddelingResolver,
  ClientBemiddelingenResolver,
  IndicatieBemiddelingenResolver,
} from './graphql/bemiddeling.resolver.js';
import { OverlijdenResolver } from './graphql/overlijden.resolver.js';
import { RegiehouderResolver } from './graphql/regiehouder.resolver.js';
import { SpecificatieResolver } from './graphql/specificatie.resolver.js';
import { BemiddelingRecordAssessor } from './intake/bemiddeling-record.assessor.js';
import { BemiddelingenIntake } from './intake/bemiddelingen.intake.js';
import { RegiehoudersService } from './regiehouders.service.js';
import { SpecificatieAssessor } from './specificatie.assessor.js';
import { SpecificatiesService } from './specificaties.service.js';

@Module({
  providers: [
    BemiddelingChanger,
    SpecificatieAssessor,
    SpecificatiesService,
    RegiehoudersService,
    BeeindigingService,
    BemiddelingRecordAssessor,
    BemiddelingenIntake,
    BemiddelingResolver,
    ClientBemiddelingenResolver,
    IndicatieBemiddelingenResolver,
    SpecificatieResolver,
    RegiehouderResolver,
    OverlijdenResolver,
  ],
  exports: [SpecificatiesService, RegiehoudersService, BeeindigingService, BemiddelingenIntake],
})
export class BemiddelingModule {}
