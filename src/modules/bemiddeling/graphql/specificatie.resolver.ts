import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { NietGevonden } from '../../../platform/errors/index.js';
import { answer, resultUnion, type GraphqlContext } from '../../../platform/graphql/index.js';
import { Toegang } from '../../toegang/index.js';
import { Zorgaanbieder, zorgaanbiederByAgb, type ZorgaanbiederRow } from '../../zorgaanbieder/index.js';
import type { BemiddelingRow, SpecificatieRow } from '../bemiddeling.queries.js';
import type { SpecificatieVersie } from '../historie.queries.js';
import { SpecificatiesService } from '../specificaties.service.js';
import { CreateBemiddelingspecificatieInput, EndBemiddelingspecificatieInput } from './bemiddeling.inputs.js';
import { bemiddelingByID, specificatieByID, versiesBySpecificatie } from './bemiddeling.loaders.js';
import { Bemiddeling, Bemiddelingspecificatie, BemiddelingspecificatieVersie } from './bemiddeling.types.js';

const CreateBemiddelingspecificatieResultaat = resultUnion(
  'CreateBemiddelingspecificatieResultaat',
  () => Bemiddelingspecificatie,
);
const EndBemiddelingspecificatieResultaat = resultUnion(
  'EndBemiddelingspecificatieResultaat',
  () => Bemiddelingspecificatie,
);

@Resolver(() => Bemiddelingspecificatie)
export class SpecificatieResolver {
  constructor(private readonly specificaties: SpecificatiesService) {}

  @Mutation(() => CreateBemiddelingspecificatieResultaat, {
    description: 'Wijst zorg toe, zo nodig met de regiehouder erbij. Voor het verantwoordelijke zorgkantoor.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  createBemiddelingspecificatie(
    @Args('input') input: CreateBemiddelingspecificatieInput,
    @Context() ctx: GraphqlContext,
  ) {
    return answer(
      ctx,
      () => this.specificaties.createBemiddelingspecificatie(ctx.request, input),
      (_tx, id) => shown(ctx, id),
    );
  }

  @Mutation(() => EndBemiddelingspecificatieResultaat, {
    description: 'Beëindigt een toewijzing; een rol waar niets meer om vraagt eindigt mee.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  endBemiddelingspecificatie(
    @Args('input') input: EndBemiddelingspecificatieInput,
    @Context() ctx: GraphqlContext,
  ) {
    return answer(
      ctx,
      () => this.specificaties.endBemiddelingspecificatie(ctx.request, input),
      (_tx, id) => shown(ctx, id),
    );
  }

  @ResolveField(() => Bemiddeling)
  bemiddeling(
    specificatie: SpecificatieRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<BemiddelingRow | null> {
    return ctx.load(bemiddelingByID, specificatie.bemiddelingID);
  }

  @ResolveField(() => Zorgaanbieder, { nullable: true, description: 'Leeg bij een pgb.' })
  async zorgaanbieder(
    specificatie: SpecificatieRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<ZorgaanbiederRow | null> {
    return specificatie.instelling === null ? null : ctx.load(zorgaanbiederByAgb, specificatie.instelling);
  }

  @ResolveField(() => [BemiddelingspecificatieVersie], {
    description: 'Wat deze toewijzing eerder zei, het oudste eerst.',
  })
  async historie(
    specificatie: SpecificatieRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<readonly SpecificatieVersie[]> {
    return (await ctx.load(versiesBySpecificatie, specificatie.bemiddelingspecificatieID)) ?? [];
  }
}

async function shown(ctx: GraphqlContext, id: string): Promise<SpecificatieRow> {
  const specificatie = await ctx.load(specificatieByID, id);
  if (specificatie === null) throw new NietGevonden('Deze toewijzing');
  return specificatie;
}
