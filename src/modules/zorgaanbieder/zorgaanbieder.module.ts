import { Module } from '@nestjs/common';
import { ZorgaanbiederResolver } from './graphql/zorgaanbieder.resolver.js';
import { ZorgaanbiedersIntake } from './intake/zorgaanbieders.intake.js';

@Module({
  providers: [ZorgaanbiederResolver, ZorgaanbiedersIntake],
  exports: [ZorgaanbiedersIntake],
})
export class ZorgaanbiederModule {}
