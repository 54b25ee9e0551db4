import { Global, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { Scheduler } from './scheduler.js';
import { Taakregister } from './taakregister.js';
import { Taakrunner } from './taakrunner.js';

/** Global: every module may register tasks. The server calls `Scheduler.start()` once it is ready. */
@Global()
@Module({
  imports: [ScheduleModule.forRoot()],
  providers: [Taakregister, Taakrunner, Scheduler],
  exports: [Taakregister, Taakrunner, Scheduler],
})
export class SchedulingModule {}
