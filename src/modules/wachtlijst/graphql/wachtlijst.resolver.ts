import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { decodeCursor, toPage, type GraphqlContext, type Page } from '../../../platform/graphql/index.js';
import {
  currentCoordinator,
  currentDossierhouder,
  Regiehouder,
  type RegiehouderRow,
} from '../../bemiddeling/index.js';
import { Client, clientByID, type ClientRow } from '../../client/index.js';
import { Toegang } from '../../toegang/index.js';
import { Zorgaanbieder, zorgaanbiederByAgb, type ZorgaanbiederRow } from '../../zorgaanbieder/index.js';
import { isNu, peilingVan } from '../wachtlijst.bron.js';
import {
  countWachtlijst,
  findWachtlijst,
  KEYSET,
  keysetOf,
  type WachtlijstFilter,
  type WachtlijstRow,
} from '../wachtlijst.queries.js';
import { WachtlijstArgs, WachtlijstConnection, Wachtlijstregel } from './wachtlijst.types.js';

@Resolver(() => Wachtlijstregel)
export class WachtlijstResolver {
  @Query(() => WachtlijstConnection, {
    description:
      'Wie waarop wacht, in de volgorde die het beleid adviseert: vandaag, of op een andere dag en zoals toen bekend.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  async wachtlijst(
    @Args() args: WachtlijstArgs,
    @Context() ctx: GraphqlContext,
  ): Promise<Page<WachtlijstRow>> {
    const filter: WachtlijstFilter = args.filter ?? {};
    const after = args.after == null ? null : decodeCursor(args.after, KEYSET);
    const peiling = peilingVan(ctx.request, args);
    const tx = await ctx.read();
    const rows = await findWachtlijst(ctx.request, tx, filter, args.first + 1, after, peiling);
    const page = toPage(rows, args, keysetOf, () => countWachtlijst(ctx.request, tx, filter, peiling));
    tx.searched({ ...filter, ...(isNu(ctx.request, peiling) ? {} : peiling) });
    tx.shown(page.edges.map(({ node }) => node.clientID));
    return page;
  }

  @ResolveField(() => Client)
  client(regel: WachtlijstRow, _args: unknown, ctx: GraphqlContext): Promise<ClientRow | null> {
    return ctx.load(clientByID, regel.clientID);
  }

  @ResolveField(() => Zorgaanbieder, { description: 'De zorgaanbieder waarop gewacht wordt.' })
  zorgaanbieder(regel: WachtlijstRow, _args: unknown, ctx: GraphqlContext): Promise<ZorgaanbiederRow | null> {
    return ctx.load(zorgaanbiederByAgb, regel.instelling);
  }

  @ResolveField(() => Regiehouder, { nullable: true, description: 'De dossierhouder van vandaag.' })
  dossierhouder(regel: WachtlijstRow, _args: unknown, ctx: GraphqlContext): Promise<RegiehouderRow | null> {
    return ctx.load(currentDossierhouder, regel.bemiddelingID);
  }

  @ResolveField(() => Regiehouder, { nullable: true, description: 'De coördinator zorg thuis van vandaag.' })
  coordinatorZorgThuis(
    regel: WachtlijstRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<RegiehouderRow | null> {
    return ctx.load(currentCoordinator, regel.bemiddelingID);
  }
}
