import { ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../../platform/graphql/index.js';
import { Client, type ClientRow } from '../../client/index.js';
import type { IndicatieRow } from '../indicatie.queries.js';
import { indicatiesByClient } from './indicatie.loaders.js';
import { Indicatie } from './indicatie.types.js';

/** What a client has by way of indications. */
@Resolver(() => Client)
export class ClientIndicatiesResolver {
  @ResolveField(() => [Indicatie], { description: 'De nieuwste eerst.' })
  async indicaties(client: ClientRow, _args: unknown, ctx: GraphqlContext): Promise<readonly IndicatieRow[]> {
    return (await ctx.load(indicatiesByClient, client.clientID)) ?? [];
  }
}
