import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { Controller, Injectable, Module, type ExecutionContext } from '@nestjs/common';
import { DiscoveryModule, Reflector } from '@nestjs/core';
import { Mutation, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { Test } from '@nestjs/testing';
import { actor } from '../../../../test/support/actors.js';
import type { Rol } from '../../../platform/context/index.js';
import { NietToegestaan } from '../../../platform/errors/index.js';
import { DeclaredAccess } from '../declared-access.js';
import { Toegang } from '../toegang.decorator.js';
import { ToegangGuard } from '../toegang.guard.js';

@Resolver()
class Closed {
  @Toegang('ZORGKANTOOR', 'BEHEERDER')
  @Query(() => String)
  asked(): string {
    return '';
  }

  @ResolveField(() => String)
  fieldBelow(): string {
    return '';
  }

  helper(): string {
    return '';
  }
}

@Resolver()
class Open {
  @Query(() => String)
  vraag(): string {
    return '';
  }

  @Mutation(() => String)
  doe(): string {
    return '';
  }

  @Subscription(() => String)
  volg(): string {
    return '';
  }
}

@Injectable()
class NoResolver {
  asked(): string {
    return '';
  }
}

@Controller()
class Elsewhere {}

async function start(...resolvers: (new () => object)[]): Promise<void> {
  @Module({
    imports: [DiscoveryModule],
    controllers: [Elsewhere],
    providers: [DeclaredAccess, NoResolver, { provide: 'VALUE', useValue: { asked: 1 } }, ...resolvers],
  })
  class Program {}
  const program = await Test.createTestingModule({ imports: [Program] }).compile();
  await program.init();
  await program.close();
}

describe('the program', () => {
  it('starts when every operation says who may use it', async () => {
    await expect(start(Closed)).resolves.toBeUndefined();
  });

  it('does not start otherwise, and names what is open', async () => {
    await expect(start(Closed, Open)).rejects.toThrow(/: Open\.doe, Open\.volg, Open\.vraag$/);
  });
});

describe('an operation', () => {
  const guard = new ToegangGuard(new Reflector());
  const call = (handler: unknown, rol: Rol, kind = 'graphql'): boolean =>
    guard.canActivate({
      getType: () => kind,
      getHandler: () => handler,
      getArgByIndex: (index: number) => (index === 2 ? { request: { actor: actor(rol) } } : undefined),
    } as unknown as ExecutionContext);
  const asked: unknown = Reflect.get(Closed.prototype, 'asked');
  const vraag: unknown = Reflect.get(Open.prototype, 'vraag');

  it.each<Rol>(['ZORGKANTOOR', 'BEHEERDER'])('lets in the %s that it names', (rol) => {
    expect(call(asked, rol)).toBe(true);
  });

  it.each<Rol>(['ZORGAANBIEDER', 'LOGBEHEERDER', 'SYSTEEM'])('keeps out the %s', (rol) => {
    expect(() => call(asked, rol)).toThrow(NietToegestaan);
  });

  it('that names nobody is for nobody', () => {
    expect(() => call(vraag, 'BEHEERDER')).toThrow(NietToegestaan);
  });

  it('is what this guards; pages have guards of their own', () => {
    expect(call(vraag, 'BEHEERDER', 'http')).toBe(true);
  });
});
