import {
  Inject,
  Module,
  type DynamicModule,
  type FactoryProvider,
  type ModuleMetadata,
  type OnModuleInit,
} from '@nestjs/common';
import { APP_FILTER, APP_PIPE, HttpAdapterHost } from '@nestjs/core';
import { GraphQLModule as NestGraphQLModule } from '@nestjs/graphql';
import type { MercuriusDriverConfig } from '@nestjs/mercurius';
import type { FastifyInstance } from 'fastify';
import { CLOCK, type Clock } from '../clock/index.js';
import { UnitOfWork } from '../database/index.js';
import { LOG, type Log } from '../logging/index.js';
import { AllowList } from './document/index.js';
import { EdgeExceptionFilter } from './edge-exception.filter.js';
import { DevelopmentUsers, Graphiql } from './graphiql/index.js';
import { Authenticator } from './http/authenticator.js';
import { HttpDoor } from './http/http-door.js';
import type { ReadRoute } from './http/read-route.js';
import { inputPipe } from './input-pipe.js';
import { Budget, BudgetTable, Load, WaitingRoom, type WaitingRoomSettings } from './load/index.js';
import { mercuriusOptions } from './mercurius-options.js';

export interface GraphqlModuleOptions {
  /** Opens `__typename`, introspection and GraphiQL. */
  readonly development: boolean;
  /** Where the schema is written at start; null keeps it in memory. */
  readonly schemaFile: string | null;
  /** Modules that provide {@link Authenticator} and, in development, {@link DevelopmentUsers}. */
  readonly imports: NonNullable<ModuleMetadata['imports']>;
  /** What is read with a plain `GET` beside GraphQL; nothing when left out. */
  readonly routes?: readonly ReadRoute[];
  /** What one person may ask per minute, in objects; 0, or nothing, is without end. */
  readonly budget?: number;
  /** How many operations run at once and wait; as {@link WaitingRoom} has it when left out. */
  readonly waitingRoom?: WaitingRoomSettings;
  /** The only documents that are run, as {@link AllowList.read} reads them; null, or nothing, runs any. */
  readonly operations?: string | null;
}

const OPTIONS = Symbol('GraphqlModuleOptions');

/** GraphQL over HTTP: driver, door, error shape, input checks and GraphiQL. Needs `UnitOfWork`, `CLOCK` and `LOG`. */
@Module({})
export class GraphqlModule implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(HttpDoor) private readonly door: HttpDoor,
    @Inject(Graphiql) private readonly graphiql: Graphiql | null,
  ) {}

  static register(options: GraphqlModuleOptions): DynamicModule {
    return {
      module: GraphqlModule,
      imports: [
        ...options.imports,
        NestGraphQLModule.forRoot<MercuriusDriverConfig>(mercuriusOptions(options)),
      ],
      providers: [
        { provide: OPTIONS, useValue: options },
        graphiqlProvider,
        doorProvider,
        { provide: APP_FILTER, useFactory: (log: Log) => new EdgeExceptionFilter(log), inject: [LOG] },
        { provide: APP_PIPE, useFactory: inputPipe },
      ],
    };
  }

  async onModuleInit(): Promise<void> {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    await this.door.register(server);
    await this.graphiql?.register(server);
  }
}

const graphiqlProvider: FactoryProvider<Graphiql | null> = {
  provide: Graphiql,
  useFactory: ({ development }: GraphqlModuleOptions, users: DevelopmentUsers | undefined) =>
    development && users !== undefined ? new Graphiql(users) : null,
  inject: [OPTIONS, { token: DevelopmentUsers, optional: true }],
};

const doorProvider: FactoryProvider<HttpDoor> = {
  provide: HttpDoor,
  useFactory: (
    { development, routes = [], budget = 0, waitingRoom, operations = null }: GraphqlModuleOptions,
    authenticator: Authenticator,
    unitOfWork: UnitOfWork,
    clock: Clock,
    log: Log,
    graphiql: Graphiql | null,
  ) => {
    const page = graphiql === null ? null : graphiql.sendPage.bind(graphiql);
    const purse = new Budget(budget, new BudgetTable(unitOfWork, clock), clock);
    const load = new Load(purse, new WaitingRoom(waitingRoom));
    const allowList = operations === null ? null : AllowList.read(operations);
    return new HttpDoor({
      development,
      authenticator,
      unitOfWork,
      clock,
      log,
      load,
      allowList,
      page,
      routes,
    });
  },
  inject: [OPTIONS, Authenticator, UnitOfWork, CLOCK, LOG, Graphiql],
};
