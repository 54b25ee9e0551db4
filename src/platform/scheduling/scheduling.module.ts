import { Global, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Taakrun } from './entities/taakrun.entity.js';
import { Scheduler } from './scheduler.js';
import { Taakregister } from './taakregister.js';
import { Taakrunner } from './taakrunner.js';

/** Global: every module may register tasks. The server calls `Scheduler.start()` once it is ready. */
@Global()
@Module({
  imports: [ScheduleModule.forRoot(), TypeOrmModule.forFeature([Taakrun])],
  providers: [Taakregister, Taakrunner, Scheduler],
  exports: [Taakregister, Taakrunner, Scheduler],
})
export class SchedulingModule {}
