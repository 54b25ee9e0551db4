import { Global, Module } from '@nestjs/common';
import { Codelijsten } from './codelijsten.service.js';

/** Global: every module that takes codes in checks them here. */
@Global()
@Module({ providers: [Codelijsten], exports: [Codelijsten] })
export class CodelijstModule {}
