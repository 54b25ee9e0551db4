import { Global, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { SchedulingModule, Taakregister } from '../scheduling/index.js';
import { Geheimen } from './geheimen.js';
import { Outbox } from './outbox.js';
import { Relay } from './relay.js';

/** Global: every module may post messages; the relay delivers them. */
@Global()
@Module({
  imports: [SchedulingModule],
  providers: [Outbox, Geheimen, Relay],
  exports: [Outbox, Geheimen],
})
export class OutboxModule implements OnModuleInit {
  constructor(
    @Inject(Taakregister) private readonly taken: Taakregister,
    @Inject(Relay) private readonly relay: Relay,
  ) {}

  onModuleInit(): void {
    this.taken.add(this.relay.taak);
  }
}
