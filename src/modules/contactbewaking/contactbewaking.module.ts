import { Inject, Module, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../platform/events/index.js';
import { OutboxModule } from '../../platform/outbox/index.js';
import { SchedulingModule, Taakregister } from '../../platform/scheduling/index.js';
import { Boekachterstand } from './boekachterstand.js';
import { Contactbewaking } from './contactbewaking.task.js';
import { ContactnormService } from './contactnorm.service.js';
import { ContactmomentService } from './contactmoment.service.js';
import { Contactoverzicht } from './contactoverzicht.js';
import { ClientContactenResolver, WachtlijstContactenResolver } from './graphql/client-contacten.resolver.js';
import { ContactboekResolver } from './graphql/contactboek.resolver.js';
import { ContactmomentResolver } from './graphql/contactmoment.resolver.js';
import { ContactnormResolver } from './graphql/contactnorm.resolver.js';
import { ContactverplichtingResolver } from './graphql/contactverplichting.resolver.js';
import { SignaalResolver } from './graphql/signaal.resolver.js';
import { ContactmomentenIntake } from './intake/contactmomenten.intake.js';
import { SignaalService } from './signaal.service.js';
import { Verplichtingenboek } from './verplichtingenboek.js';

/** Contacts, the duty to have them, and the task that watches it. */
@Module({
  imports: [SchedulingModule, OutboxModule],
  providers: [
    Verplichtingenboek,
    Boekachterstand,
    Contactoverzicht,
    Contactbewaking,
    ContactmomentService,
    ContactnormService,
    SignaalService,
    ContactmomentenIntake,
    ContactmomentResolver,
    ContactverplichtingResolver,
    ContactboekResolver,
    ContactnormResolver,
    SignaalResolver,
    ClientContactenResolver,
    WachtlijstContactenResolver,
  ],
  exports: [ContactmomentService, ContactmomentenIntake, Verplichtingenboek],
})
export class ContactbewakingModule implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    @Inject(Taakregister) private readonly taken: Taakregister,
    @Inject(DomainEvents) private readonly events: DomainEvents,
    @Inject(Verplichtingenboek) private readonly boek: Verplichtingenboek,
    @Inject(Contactbewaking) private readonly bewaking: Contactbewaking,
    @Inject(Boekachterstand) private readonly achterstand: Boekachterstand,
  ) {}

  /** The ledger follows what it rests on, in the transaction that changes it. */
  onModuleInit(): void {
    this.taken.add(this.bewaking.taak);
    for (const name of ['BemiddelingenGewijzigd', 'WachtlijstGewijzigd'] as const) {
      this.events.on(name, async (ctx, tx, { bemiddelingIDs }) => {
        await this.boek.bijwerken(ctx, tx, bemiddelingIDs);
      });
    }
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.achterstand.inhalen();
  }
}
