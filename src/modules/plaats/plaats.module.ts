import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../platform/events/index.js';
import { SchedulingModule, Taakregister } from '../../platform/scheduling/index.js';
import { AanbodService } from './aanbod.service.js';
import { Aanbodverloop } from './aanbodverloop.js';
import { aanbodverloopTaak } from './aanbodverloop.task.js';
import { AntwoordService } from './antwoord.service.js';
import { Beurten } from './beurten.js';
import { GesprekService } from './gesprek.service.js';
import { AanbodResolver } from './graphql/aanbod.resolver.js';
import {
  BemiddelingGesprekkenResolver,
  GesprekResolver,
  SpecificatieAanbiedingenResolver,
} from './graphql/gesprek.resolver.js';
import { KandidatenResolver } from './graphql/kandidaten.resolver.js';
import { PlaatsenResolver } from './graphql/plaatsen.resolver.js';
import { PlaatsbeleidResolver } from './graphql/plaatsbeleid.resolver.js';
import { PlaatsbeleidService } from './plaatsbeleid.service.js';
import { PlaatsenService } from './plaatsen.service.js';

/** Places of a location, offers of them, and what a refusal asks for. */
@Module({
  imports: [SchedulingModule],
  providers: [
    Beurten,
    Aanbodverloop,
    PlaatsenService,
    AanbodService,
    AntwoordService,
    GesprekService,
    PlaatsbeleidService,
    PlaatsbeleidResolver,
    PlaatsenResolver,
    KandidatenResolver,
    AanbodResolver,
    GesprekResolver,
    SpecificatieAanbiedingenResolver,
    BemiddelingGesprekkenResolver,
  ],
  exports: [PlaatsenService, AanbodService, AntwoordService, GesprekService],
})
export class PlaatsModule implements OnModuleInit {
  constructor(
    @Inject(Taakregister) private readonly taken: Taakregister,
    @Inject(DomainEvents) private readonly events: DomainEvents,
    @Inject(Aanbodverloop) private readonly verloop: Aanbodverloop,
  ) {}

  /** An offer follows the care and the allocation it is about, in the transaction that changes them. */
  onModuleInit(): void {
    this.taken.add(aanbodverloopTaak(this.verloop));
    this.events.on('WachtlijstGewijzigd', async (ctx, tx, { bemiddelingIDs }) => {
      await this.verloop.settle(ctx, tx, { bemiddelingIDs });
    });
    this.events.on('SpecificatiesGewijzigd', async (ctx, tx, { bemiddelingspecificatieIDs }) => {
      await this.verloop.settle(ctx, tx, { bemiddelingspecificatieIDs });
    });
  }
}
