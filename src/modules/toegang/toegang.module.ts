import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { CONFIG, type Config } from '../../config/index.js';
import { CLOCK, type Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Authenticator, DevelopmentUsers } from '../../platform/graphql/index.js';
import { BlokkadeService } from './blokkade/blokkade.service.js';
import { LOG, type Log } from '../../platform/logging/index.js';
import { DeclaredAccess } from './declared-access.js';
import { BlokkadeResolver } from './graphql/blokkade.resolver.js';
import { IkResolver } from './graphql/ik.resolver.js';
import { DemoUsers } from './tokens/demo-users.js';
import { LoginRecorder } from './tokens/login-recorder.js';
import { TokenVerifier } from './tokens/token-verifier.js';
import { ToegangGuard } from './toegang.guard.js';

/** Who is asking and what may they: tokens, the guard that denies by default, and the check that nothing was forgotten. */
@Module({
  imports: [DiscoveryModule],
  providers: [
    DeclaredAccess,
    IkResolver,
    BlokkadeResolver,
    BlokkadeService,
    { provide: APP_GUARD, useClass: ToegangGuard },
    {
      provide: Authenticator,
      useFactory: async (config: Config, unitOfWork: UnitOfWork, clock: Clock, log: Log) =>
        new LoginRecorder(await TokenVerifier.create(config), unitOfWork, clock, log),
      inject: [CONFIG, UnitOfWork, CLOCK, LOG],
    },
    {
      provide: DevelopmentUsers,
      useFactory: (config: Config, clock: Clock, unitOfWork: UnitOfWork) =>
        new DemoUsers(config, clock, unitOfWork),
      inject: [CONFIG, CLOCK, UnitOfWork],
    },
  ],
  exports: [Authenticator, DevelopmentUsers],
})
export class ToegangModule {}
