import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';

export { HealthController };

@Module({ controllers: [HealthController] })
export class HealthModule {}
