import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createClock, loadConfig, type Config } from './config/index.js';
import { openRegister } from './open-register.js';
import type { Clock } from './platform/clock/index.js';
import { createLog, nestLogger } from './platform/logging/index.js';
import { RegisterModule } from './register.module.js';

/** A register opened by a command, beside a running server or without one. */
export interface RegisterProcess {
  readonly config: Config;
  readonly clock: Clock;
  readonly app: INestApplicationContext;
}

/** Opens the register for a command, does its work and lets go of everything, whatever happens. */
export async function withRegister<T>(
  onProgress: (text: string) => void,
  work: (process: RegisterProcess) => Promise<T>,
): Promise<T> {
  const config = loadConfig();
  const clock = createClock(config);
  const log = createLog(config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL);
  const database = await openRegister(config, onProgress);
  try {
    const app = await NestFactory.createApplicationContext(
      RegisterModule.with({ config, clock, log, databaseUrl: database.url }),
      { logger: nestLogger(log), abortOnError: false },
    );
    try {
      return await work({ config, clock, app });
    } finally {
      await app.close();
    }
  } finally {
    await database.close();
  }
}
