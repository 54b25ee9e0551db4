import { Module } from '@nestjs/common';
import { AantallenResolver } from './graphql/aantallen.resolver.js';

/** Reports and counts over the register. It reads; nothing builds on it. */
@Module({ providers: [AantallenResolver] })
export class RapportageModule {}
