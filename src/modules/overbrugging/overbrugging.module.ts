import { Module } from '@nestjs/common';
import { BemiddelingModule } from '../bemiddeling/index.js';
import { OverbruggingResolver, SpecificatieVerzoekenResolver } from './graphql/overbrugging.resolver.js';
import { OverbruggingEinde } from './overbrugging.einde.js';
import { OverbruggingService } from './overbrugging.service.js';

/** Care that bridges to a place: asking for it, judging that, and ending it when the place begins. */
@Module({
  imports: [BemiddelingModule],
  providers: [OverbruggingService, OverbruggingEinde, OverbruggingResolver, SpecificatieVerzoekenResolver],
  exports: [OverbruggingService],
})
export class OverbruggingModule {}
