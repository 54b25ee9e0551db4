import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { peilingVan } from '../../../platform/context/index.js';
import { NietGevonden } from '../../../platform/errors/index.js';
import { PeilingArgs, UuidScalar, type GraphqlContext } from '../../../platform/graphql/index.js';
import { Client, clientByID, type ClientRow } from '../../client/index.js';
import { Indicatie, indicatieByID, type IndicatieRow } from '../../indicatie/index.js';
import { Toegang } from '../../toegang/index.js';
import {
  findRegiehoudersAsKnown,
  type BemiddelingRow,
  type RegiehouderRow,
  type SpecificatieRow,
} from '../bemiddeling.queries.js';
import {
  bemiddelingByID,
  bemiddelingenByClient,
  bemiddelingenByIndicatie,
  currentCoordinator,
  currentDossierhouder,
  regiehoudersByBemiddeling,
  specificatiesByBemiddeling,
} from './bemiddeling.loaders.js';
import { Bemiddeling, Bemiddelingspecificatie, Regiehouder } from './bemiddeling.types.js';

@Resolver(() => Bemiddeling)
export class BemiddelingResolver {
  @Query(() => Bemiddeling, { description: 'Eén bemiddeling, met haar toewijzingen en rollen.' })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  async bemiddeling(
    @Args('id', { type: () => UuidScalar }) id: string,
    @Context() ctx: GraphqlContext,
  ): Promise<BemiddelingRow> {
    const bemiddeling = await ctx.load(bemiddelingByID, id);
    if (bemiddeling === null) throw new NietGevonden('Deze bemiddeling', ['id']);
    return bemiddeling;
  }

  @ResolveField(() => Client)
  client(bemiddeling: BemiddelingRow, _args: unknown, ctx: GraphqlContext): Promise<ClientRow | null> {
    return ctx.load(clientByID, bemiddeling.clientID);
  }

  @ResolveField(() => Indicatie)
  indicatie(bemiddeling: BemiddelingRow, _args: unknown, ctx: GraphqlContext): Promise<IndicatieRow | null> {
    return ctx.load(indicatieByID, bemiddeling.wlzIndicatieID);
  }

  @ResolveField(() => [Bemiddelingspecificatie], { description: 'Alle toewijzingen, de nieuwste eerst.' })
  async bemiddelingspecificaties(
    bemiddeling: BemiddelingRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<readonly SpecificatieRow[]> {
    return (await ctx.load(specificatiesByBemiddeling, bemiddeling.bemiddelingID)) ?? [];
  }

  @ResolveField(() => [Regiehouder], {
    description:
      'De houders van een rol, de nieuwste eerst: allen, of die van een dag, ook zoals toen bekend.',
  })
  async regiehouders(
    @Parent() bemiddeling: BemiddelingRow,
    @Args() args: PeilingArgs,
    @Context() ctx: GraphqlContext,
  ): Promise<readonly RegiehouderRow[]> {
    const { zoalsBekendOp } = peilingVan(ctx.request, args);
    if (args.op != null || zoalsBekendOp !== null) {
      const tx = await ctx.read();
      return findRegiehoudersAsKnown(
        ctx.request,
        tx,
        bemiddeling.bemiddelingID,
        args.op ?? null,
        zoalsBekendOp,
      );
    }
    return (await ctx.load(regiehoudersByBemiddeling, bemiddeling.bemiddelingID)) ?? [];
  }

  @ResolveField(() => Regiehouder, { nullable: true, description: 'De dossierhouder van vandaag.' })
  dossierhouder(
    bemiddeling: BemiddelingRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<RegiehouderRow | null> {
    return ctx.load(currentDossierhouder, bemiddeling.bemiddelingID);
  }

  @ResolveField(() => Regiehouder, { nullable: true, description: 'De coördinator zorg thuis van vandaag.' })
  coordinatorZorgThuis(
    bemiddeling: BemiddelingRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<RegiehouderRow | null> {
    return ctx.load(currentCoordinator, bemiddeling.bemiddelingID);
  }
}

@Resolver(() => Client)
export class ClientBemiddelingenResolver {
  @ResolveField(() => [Bemiddeling], { description: 'De bemiddelingen die u mag zien, de nieuwste eerst.' })
  async bemiddelingen(
    client: ClientRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<readonly BemiddelingRow[]> {
    return (await ctx.load(bemiddelingenByClient, client.clientID)) ?? [];
  }
}

@Resolver(() => Indicatie)
export class IndicatieBemiddelingenResolver {
  @ResolveField(() => [Bemiddeling], { description: 'De bemiddelingen die u mag zien, de nieuwste eerst.' })
  async bemiddelingen(
    indicatie: IndicatieRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<readonly BemiddelingRow[]> {
    return (await ctx.load(bemiddelingenByIndicatie, indicatie.wlzIndicatieID)) ?? [];
  }
}
