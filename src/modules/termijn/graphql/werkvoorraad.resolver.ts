import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { decodeCursor, toPage, type GraphqlContext, type Page } from '../../../platform/graphql/index.js';
import { Bemiddelingspecificatie, specificatieByID, type SpecificatieRow } from '../../bemiddeling/index.js';
import { Client, clientByID, type ClientRow } from '../../client/index.js';
import { Toegang } from '../../toegang/index.js';
import {
  countWerkvoorraad,
  findWerkvoorraad,
  KEYSET,
  keysetOf,
  type WerkregelRow,
  type WerkvoorraadFilter,
} from '../werkvoorraad.queries.js';
import { Werkregel, WerkvoorraadArgs, WerkvoorraadConnection } from './werkvoorraad.types.js';

@Resolver(() => Werkregel)
export class WerkvoorraadResolver {
  @Query(() => WerkvoorraadConnection, {
    description:
      'Wat er vandaag te doen is, wat het eerst moet voorop. Een zorgaanbieder ziet het eigen werk.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  async werkvoorraad(
    @Args() args: WerkvoorraadArgs,
    @Context() ctx: GraphqlContext,
  ): Promise<Page<WerkregelRow>> {
    const filter = stated(args.filter ?? {});
    const after = args.after == null ? null : decodeCursor(args.after, KEYSET);
    const tx = await ctx.read();
    const rows = await findWerkvoorraad(ctx.request, tx, filter, args.first + 1, after);
    const page = toPage(rows, args, keysetOf, () => countWerkvoorraad(ctx.request, tx, filter));
    tx.searched({ ...filter });
    tx.shown(page.edges.map(({ node }) => node.clientID));
    return page;
  }

  @ResolveField(() => Client, { nullable: true })
  client(regel: WerkregelRow, _args: unknown, ctx: GraphqlContext): Promise<ClientRow | null> {
    return ctx.load(clientByID, regel.clientID);
  }

  @ResolveField(() => Bemiddelingspecificatie, { nullable: true })
  async bemiddelingspecificatie(
    regel: WerkregelRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<SpecificatieRow | null> {
    const { bemiddelingspecificatieID: id } = regel;
    return id === null ? null : ctx.load(specificatieByID, id);
  }
}

/** The filter without what was left out, as the log keeps it. */
function stated(filter: WerkvoorraadFilter): WerkvoorraadFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== null && value !== undefined),
  );
}
