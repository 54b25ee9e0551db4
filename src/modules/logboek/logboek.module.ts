import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { SchedulingModule, Taakregister } from '../../platform/scheduling/index.js';
import { InzageResolver } from './graphql/inzage.resolver.js';
import { Verzegeling } from './keten/verzegeling.js';

/** The log: its seals, who may look in it, and how long it is kept. Writing it is the frame's (platform/database). */
@Module({
  imports: [SchedulingModule],
  providers: [Verzegeling, InzageResolver],
})
export class LogboekModule implements OnModuleInit {
  constructor(
    @Inject(Taakregister) private readonly taken: Taakregister,
    @Inject(Verzegeling) private readonly verzegeling: Verzegeling,
  ) {}

  onModuleInit(): void {
    this.taken.add(this.verzegeling.taak);
  }
}
