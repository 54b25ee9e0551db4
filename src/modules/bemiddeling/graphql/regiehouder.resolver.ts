import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import type { Tx } from '../../../platform/database/index.js';
import { NietGevonden } from '../../../platform/errors/index.js';
import { answer, resultUnion, type GraphqlContext } from '../../../platform/graphql/index.js';
import { Codelijsten } from '../../codelijst/index.js';
import { Toegang } from '../../toegang/index.js';
import { Zorgaanbieder, zorgaanbiederByAgb, type ZorgaanbiederRow } from '../../zorgaanbieder/index.js';
import { findRegiehouders, type BemiddelingRow, type RegiehouderRow } from '../bemiddeling.queries.js';
import type { RegiehouderVersie as RegiehouderVersieRow } from '../historie.queries.js';
import { RegiehoudersService } from '../regiehouders.service.js';
import { AssignRegiehouderInput, EndRegiehouderInput } from './bemiddeling.inputs.js';
import { bemiddelingByID, versiesByRegiehouder } from './bemiddeling.loaders.js';
import { Bemiddeling, Regiehouder, RegiehouderVersie } from './bemiddeling.types.js';

const AssignRegiehouderResultaat = resultUnion('AssignRegiehouderResultaat', () => Regiehouder);
const EndRegiehouderResultaat = resultUnion('EndRegiehouderResultaat', () => Regiehouder);

@Resolver(() => Regiehouder)
export class RegiehouderResolver {
  constructor(
    private readonly regiehouders: RegiehoudersService,
    private readonly codelijsten: Codelijsten,
  ) {}

  @Mutation(() => AssignRegiehouderResultaat, {
    description:
      'Geeft een rol aan een zorgaanbieder; de vorige houder eindigt. Voor het verantwoordelijke zorgkantoor.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  assignRegiehouder(@Args('input') input: AssignRegiehouderInput, @Context() ctx: GraphqlContext) {
    return answer(
      ctx,
      () => this.regiehouders.assignRegiehouder(ctx.request, input),
      (tx, id) => shown(ctx, tx, id),
    );
  }

  @Mutation(() => EndRegiehouderResultaat, {
    description: 'Beëindigt een rol. Zolang een toewijzing erom vraagt, is een opvolger nodig.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  endRegiehouder(@Args('input') input: EndRegiehouderInput, @Context() ctx: GraphqlContext) {
    return answer(
      ctx,
      () => this.regiehouders.endRegiehouder(ctx.request, input),
      (tx, id) => shown(ctx, tx, id),
    );
  }

  @ResolveField(() => String, { description: 'De rol als code van COD1004.' })
  regierolCode(houder: RegiehouderRow): string {
    return houder.regierol;
  }

  @ResolveField(() => String, { description: 'De rol in woorden (COD1004).' })
  regierolOmschrijving(houder: RegiehouderRow): string {
    return this.codelijsten.omschrijving('COD1004', houder.regierol) ?? houder.regierol;
  }

  @ResolveField(() => Zorgaanbieder)
  zorgaanbieder(
    houder: RegiehouderRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<ZorgaanbiederRow | null> {
    return ctx.load(zorgaanbiederByAgb, houder.instelling);
  }

  @ResolveField(() => Bemiddeling)
  bemiddeling(houder: RegiehouderRow, _args: unknown, ctx: GraphqlContext): Promise<BemiddelingRow | null> {
    return ctx.load(bemiddelingByID, houder.bemiddelingID);
  }

  @ResolveField(() => [RegiehouderVersie], { description: 'Wat er eerder stond, het oudste eerst.' })
  async historie(
    houder: RegiehouderRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<readonly RegiehouderVersieRow[]> {
    return (await ctx.load(versiesByRegiehouder, houder.regiehouderID)) ?? [];
  }
}

async function shown(ctx: GraphqlContext, tx: Tx, id: string): Promise<RegiehouderRow> {
  const houder = (await findRegiehouders(ctx.request, tx, [id])).get(id);
  if (houder === undefined) throw new NietGevonden('Deze regiehouder');
  return houder;
}
