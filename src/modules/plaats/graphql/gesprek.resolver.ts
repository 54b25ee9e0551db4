import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Tx } from '../../../platform/database/index.js';
import { NietGevonden } from '../../../platform/errors/index.js';
import { answer, resultUnion, UuidScalar, type GraphqlContext } from '../../../platform/graphql/index.js';
import {
  Bemiddeling,
  Bemiddelingspecificatie,
  type BemiddelingRow,
  type SpecificatieRow,
} from '../../bemiddeling/index.js';
import { Client, clientByID, type ClientRow } from '../../client/index.js';
import { Toegang } from '../../toegang/index.js';
import type { AanbodRow } from '../aanbod.queries.js';
import { gespreksreden } from '../domain/weigering.js';
import { findGesprekstaken, type GesprekstaakRow } from '../gesprek.queries.js';
import { GesprekService } from '../gesprek.service.js';
import { Aanbod } from './aanbod.types.js';
import { Gesprekstaak } from './gesprek.types.js';
import { RecordGesprekInput } from './plaats.inputs.js';
import { aanbiedingenBySpecificatie, gesprekstakenByBemiddeling } from './plaats.loaders.js';

const RecordGesprekResultaat = resultUnion('RecordGesprekResultaat', () => Gesprekstaak);

/** The conversation after a second refusal. */
@Resolver(() => Gesprekstaak)
export class GesprekResolver {
  constructor(@Inject(GesprekService) private readonly gesprekken: GesprekService) {}

  @Query(() => Gesprekstaak, { description: 'Eén gesprek waar een tweede weigering om vroeg.' })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  async gesprekstaak(
    @Args('id', { type: () => UuidScalar }) id: string,
    @Context() ctx: GraphqlContext,
  ): Promise<GesprekstaakRow> {
    return shown(ctx, await ctx.read(), id);
  }

  @Mutation(() => RecordGesprekResultaat, {
    description: 'Legt vast wat het gesprek na een tweede weigering opleverde.',
  })
  @Toegang('ZORGAANBIEDER', 'ZORGKANTOOR')
  recordGesprek(@Args('input') input: RecordGesprekInput, @Context() ctx: GraphqlContext) {
    return answer(
      ctx,
      () => this.gesprekken.recordGesprek(ctx.request, input),
      (tx, id) => shown(ctx, tx, id),
    );
  }

  @ResolveField(() => String)
  reden({ sinds }: GesprekstaakRow): string {
    return gespreksreden(sinds);
  }

  @ResolveField(() => Client)
  client({ clientID }: GesprekstaakRow, _args: unknown, ctx: GraphqlContext): Promise<ClientRow | null> {
    return ctx.load(clientByID, clientID);
  }
}

@Resolver(() => Bemiddelingspecificatie)
export class SpecificatieAanbiedingenResolver {
  @ResolveField(() => [Aanbod], { description: 'Aangeboden plaatsen, het nieuwste aanbod eerst.' })
  async aanbiedingen(
    { bemiddelingspecificatieID }: SpecificatieRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<readonly AanbodRow[]> {
    return (await ctx.load(aanbiedingenBySpecificatie, bemiddelingspecificatieID)) ?? [];
  }
}

@Resolver(() => Bemiddeling)
export class BemiddelingGesprekkenResolver {
  @ResolveField(() => [Gesprekstaak], {
    description: 'Gesprekken na een tweede weigering, het nieuwste eerst.',
  })
  async gesprekstaken(
    { bemiddelingID }: BemiddelingRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<readonly GesprekstaakRow[]> {
    return (await ctx.load(gesprekstakenByBemiddeling, bemiddelingID)) ?? [];
  }
}

async function shown(ctx: GraphqlContext, tx: Tx, id: string): Promise<GesprekstaakRow> {
  const taak = (await findGesprekstaken(ctx.request, tx, [id])).get(id);
  if (taak === undefined) throw new NietGevonden('De gesprekstaak');
  return taak;
}
