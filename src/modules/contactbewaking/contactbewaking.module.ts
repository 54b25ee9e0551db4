import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { SchedulingModule, Taakregister } from '../../platform/scheduling/index.js';
import { contactbewakingTaak } from './contactbewaking.task.js';
import { ContactmomentService } from './contactmoment.service.js';
import { ClientContactenResolver, WachtlijstContactenResolver } from './graphql/client-contacten.resolver.js';
import { ContactmomentResolver } from './graphql/contactmoment.resolver.js';
import { ContactverplichtingResolver } from './graphql/contactverplichting.resolver.js';
import { ContactmomentenIntake } from './intake/contactmomenten.intake.js';

/** Contacts, the duty to have them, and the task that watches it. */
@Module({
  imports: [SchedulingModule],
  providers: [
    ContactmomentService,
    ContactmomentenIntake,
    ContactmomentResolver,
    ContactverplichtingResolver,
    ClientContactenResolver,
    WachtlijstContactenResolver,
  ],
  exports: [ContactmomentService, ContactmomentenIntake],
})
export class ContactbewakingModule implements OnModuleInit {
  constructor(@Inject(Taakregister) private readonly taken: Taakregister) {}

  onModuleInit(): void {
    this.taken.add(contactbewakingTaak);
  }
}
