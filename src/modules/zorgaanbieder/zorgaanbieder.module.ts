import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LocatieEntity } from './entities/locatie.entity.js';
import { ZorgaanbiederEntity } from './entities/zorgaanbieder.entity.js';
import { ZorgaanbiederResolver } from './graphql/zorgaanbieder.resolver.js';
import { ZorgaanbiedersIntake } from './intake/zorgaanbieders.intake.js';

@Module({
  imports: [TypeOrmModule.forFeature([ZorgaanbiederEntity, LocatieEntity])],
  providers: [ZorgaanbiederResolver, ZorgaanbiedersIntake],
  exports: [ZorgaanbiedersIntake],
})
export class ZorgaanbiederModule {}
