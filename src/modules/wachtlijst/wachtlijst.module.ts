import { Module, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../platform/events/index.js';
import { BeleidService } from './beleid.service.js';
import { BeleidResolver } from './graphql/beleid.resolver.js';
import {
  AfstelResolver,
  LeveringperiodeResolver,
  UitstelperiodeResolver,
} from './graphql/levering.resolver.js';
import { MeldingenResolver } from './graphql/meldingen.resolver.js';
import { PlaatsResolver, WachtlijstConnectionResolver } from './graphql/plaats.resolver.js';
import { SpecificatieLeveringResolver } from './graphql/specificatie-levering.resolver.js';
import { VerklaringResolver } from './graphql/verklaring.resolver.js';
import { VerschilResolver } from './graphql/verschil.resolver.js';
import { WachtlijstResolver } from './graphql/wachtlijst.resolver.js';
import { LeveringenIntake } from './intake/leveringen.intake.js';
import { LeveringService } from './levering.service.js';
import { Reports } from './reports.js';
import { Wachtlijstplaatsen } from './wachtlijstplaatsen.js';
import { WachtstatusService } from './wachtstatus.service.js';

@Module({
  providers: [
    Wachtlijstplaatsen,
    Reports,
    WachtstatusService,
    LeveringService,
    LeveringenIntake,
    BeleidService,
    WachtlijstResolver,
    WachtlijstConnectionResolver,
    PlaatsResolver,
    VerklaringResolver,
    VerschilResolver,
    BeleidResolver,
    MeldingenResolver,
    SpecificatieLeveringResolver,
    UitstelperiodeResolver,
    LeveringperiodeResolver,
    AfstelResolver,
  ],
  exports: [Wachtlijstplaatsen, LeveringenIntake, WachtstatusService, LeveringService],
})
export class WachtlijstModule implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly plaatsen: Wachtlijstplaatsen,
  ) {}

  /** The list follows what it rests on, in the transaction that changes it. */
  onModuleInit(): void {
    this.events.on('SpecificatiesGewijzigd', (ctx, tx, { bemiddelingspecificatieIDs }) =>
      this.plaatsen.recomputeFor(ctx, tx, bemiddelingspecificatieIDs),
    );
    this.events.on('IndicatieGewijzigd', (_ctx, tx, { wlzIndicatieIDs }) =>
      this.plaatsen.followIndicaties(tx, wlzIndicatieIDs),
    );
  }
}
