import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Rol } from '../../platform/context/index.js';
import { NietToegestaan } from '../../platform/errors/index.js';
import type { GraphqlContext } from '../../platform/graphql/index.js';
import { TOEGANG_METADATA } from './toegang.decorator.js';

/** Position of the context among the arguments of a GraphQL resolver. */
const CONTEXT = 2;

/** Lets a root field run only for the roles it declares. Nest runs guards on root fields, not on the fields below. */
@Injectable()
export class ToegangGuard implements CanActivate {
  constructor(@Inject(Reflector) private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    if (execution.getType<string>() !== 'graphql') return true;
    const rollen = this.reflector.get<readonly Rol[] | undefined>(TOEGANG_METADATA, execution.getHandler());
    const { request } = execution.getArgByIndex<GraphqlContext>(CONTEXT);
    if (rollen?.includes(request.actor.rol) === true) return true;
    throw new NietToegestaan('Met uw rol kunt u dit niet vragen of doen.');
  }
}
