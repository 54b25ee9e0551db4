import { Global, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { CONFIG, type Config } from '../../config/index.js';
import { Scheduler } from './scheduler.js';
import { Taakregister } from './taakregister.js';
import { LEASE_SECONDS, Taakrunner } from './taakrunner.js';

/** Global: every module may register tasks. The server calls `Scheduler.start()` once it is ready. */
@Global()
@Module({
  imports: [ScheduleModule.forRoot()],
  providers: [
    { provide: LEASE_SECONDS, inject: [CONFIG], useFactory: ({ WLZ_LEASE }: Config) => WLZ_LEASE },
    Taakregister,
    Taakrunner,
    Scheduler,
  ],
  exports: [Taakregister, Taakrunner, Scheduler],
})
export class SchedulingModule {}
