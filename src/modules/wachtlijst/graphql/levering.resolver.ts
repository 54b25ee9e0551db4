import { ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../../platform/graphql/index.js';
import { correctiesByUitstelperiode, trajectBySpecificatie } from './levering.loaders.js';
import { leveringNode, versieNode, type Onder } from './levering.nodes.js';
import { Afstel, Levering, Leveringperiode, Uitstelperiode, UitstelperiodeVersie } from './levering.types.js';

const VAN = { description: 'De levering waar dit onder valt.' };

/** The Levering above something that was reported. */
async function leveringOf(node: Onder<unknown>, ctx: GraphqlContext): Promise<Levering> {
  const traject = await ctx.load(trajectBySpecificatie, node.bemiddelingspecificatieID);
  const levering = traject === null ? null : leveringNode(traject, ctx.request.today);
  if (levering === null) throw new Error('A report without its Levering.');
  return levering;
}

@Resolver(() => Uitstelperiode)
export class UitstelperiodeResolver {
  @ResolveField(() => Levering, VAN)
  levering(periode: Onder<Uitstelperiode>, _args: unknown, ctx: GraphqlContext): Promise<Levering> {
    return leveringOf(periode, ctx);
  }

  @ResolveField(() => [UitstelperiodeVersie], { description: 'Wat hier eerder stond, het oudste eerst.' })
  async correcties(
    periode: Uitstelperiode,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<UitstelperiodeVersie[]> {
    return ((await ctx.load(correctiesByUitstelperiode, periode.uitstelperiodeID)) ?? []).map(versieNode);
  }
}

@Resolver(() => Leveringperiode)
export class LeveringperiodeResolver {
  @ResolveField(() => Levering, VAN)
  levering(periode: Onder<Leveringperiode>, _args: unknown, ctx: GraphqlContext): Promise<Levering> {
    return leveringOf(periode, ctx);
  }
}

@Resolver(() => Afstel)
export class AfstelResolver {
  @ResolveField(() => Levering, VAN)
  levering(afstel: Onder<Afstel>, _args: unknown, ctx: GraphqlContext): Promise<Levering> {
    return leveringOf(afstel, ctx);
  }
}
