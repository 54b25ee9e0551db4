import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { peilingVan } from '../../../platform/context/index.js';
import { decodeCursor, toPage, type GraphqlContext, type Page } from '../../../platform/graphql/index.js';
import { Client, clientByID, type ClientRow } from '../../client/index.js';
import { Toegang } from '../../toegang/index.js';
import {
  countVerschil,
  findVerschil,
  KEYSET,
  keysetOf,
  sleutelsOf,
  type VerschilRow,
  type Vergelijking,
} from '../verschil.queries.js';
import { Sleutelwaarde } from './plaats.types.js';
import {
  WachtlijstVerschilArgs,
  WachtlijstVerschilConnection,
  Wachtlijstbeweging,
} from './verschil.types.js';

@Resolver(() => Wachtlijstbeweging)
export class VerschilResolver {
  @Query(() => WachtlijstVerschilConnection, {
    description: 'Wie tussen twee lijsten kwam, vertrok, steeg of daalde, en waardoor.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  async wachtlijstVerschil(
    @Args() args: WachtlijstVerschilArgs,
    @Context() ctx: GraphqlContext,
  ): Promise<Page<VerschilRow>> {
    const vergelijking: Vergelijking = {
      van: peilingVan(ctx.request, args.van, ['van']),
      naar: peilingVan(ctx.request, args.naar, ['naar']),
      filter: args.filter ?? {},
      bewegingen: args.bewegingen ?? [],
    };
    const after = args.after == null ? null : decodeCursor(args.after, KEYSET);
    const tx = await ctx.read();
    const rows = await findVerschil(ctx.request, tx, vergelijking, args.first + 1, after);
    const page = toPage(rows, args, keysetOf, () => countVerschil(ctx.request, tx, vergelijking));
    tx.searched({ ...vergelijking });
    tx.shown(page.edges.map(({ node }) => node.clientID));
    return page;
  }

  @ResolveField(() => Client)
  client(beweging: VerschilRow, _args: unknown, ctx: GraphqlContext): Promise<ClientRow | null> {
    return ctx.load(clientByID, beweging.clientID);
  }

  @ResolveField()
  bemiddelingspecificatieID(beweging: VerschilRow): string {
    return beweging.id;
  }

  @ResolveField(() => [Sleutelwaarde], { nullable: true })
  sleutelVan({ van }: VerschilRow): Sleutelwaarde[] | null {
    return van === null ? null : [...sleutelsOf(van)];
  }

  @ResolveField(() => [Sleutelwaarde], { nullable: true })
  sleutelNaar({ naar }: VerschilRow): Sleutelwaarde[] | null {
    return naar === null ? null : [...sleutelsOf(naar)];
  }
}
