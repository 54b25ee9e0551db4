import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { SchedulingModule, Taakregister } from '../../platform/scheduling/index.js';
import { bewaartermijnenTaak } from './bewaartermijnen.task.js';
import { TaakResolver } from './graphql/taak.resolver.js';
import { WebhookResolver } from './graphql/webhook.resolver.js';
import { TaakbeheerService } from './taakbeheer.service.js';
import { WebhookService } from './webhook.service.js';

/** What runs by itself and what is sent by itself, for who keeps the system and who receives. */
@Module({
  imports: [SchedulingModule],
  providers: [TaakbeheerService, WebhookService, TaakResolver, WebhookResolver],
})
export class TaakbeheerModule implements OnModuleInit {
  constructor(@Inject(Taakregister) private readonly taken: Taakregister) {}

  onModuleInit(): void {
    this.taken.add(bewaartermijnenTaak);
  }
}
