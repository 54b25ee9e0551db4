import { Module, type OnModuleInit } from '@nestjs/common';
import { SchedulingModule, Taakregister } from '../../platform/scheduling/index.js';
import { OverbruggingModule, OverbruggingService } from '../overbrugging/index.js';
import { WerkvoorraadResolver } from './graphql/werkvoorraad.resolver.js';
import { termijnbewakingTaak } from './termijnbewaking.task.js';

/** Terms in werkdagen: the list of what is to be done, and what silence does when one goes by. */
@Module({
  imports: [SchedulingModule, OverbruggingModule],
  providers: [WerkvoorraadResolver],
})
export class TermijnModule implements OnModuleInit {
  constructor(
    private readonly taken: Taakregister,
    private readonly overbrugging: OverbruggingService,
  ) {}

  onModuleInit(): void {
    this.taken.add(termijnbewakingTaak(this.overbrugging));
  }
}
