import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { peilsleutel, toPage, type GraphqlContext } from '../../../platform/graphql/index.js';
import { coordinatorAt, dossierhouderAt, Regiehouder, type RegiehouderRow } from '../../bemiddeling/index.js';
import { Client, clientByID, type ClientRow } from '../../client/index.js';
import { Toegang } from '../../toegang/index.js';
import { Zorgaanbieder, zorgaanbiederByAgb, type ZorgaanbiederRow } from '../../zorgaanbieder/index.js';
import { ordeningVan } from '../beleid.queries.js';
import { keysetOf } from '../volgorde.sql.js';
import { isNu, peilingVan } from '../wachtlijst.bron.js';
import {
  countWachtlijst,
  findWachtlijst,
  type WachtlijstFilter,
  type WachtlijstRow,
} from '../wachtlijst.queries.js';
import { findWeglatingen } from '../weglatingen.queries.js';
import { readKeyset } from './volgorde.cursor.js';
import type { WachtlijstPage } from './plaats.resolver.js';
import { WachtlijstArgs, WachtlijstConnection, Wachtlijstregel } from './wachtlijst.types.js';

@Resolver(() => Wachtlijstregel)
export class WachtlijstResolver {
  @Query(() => WachtlijstConnection, {
    description:
      'Wie waarop wacht, in de volgorde die het beleid adviseert: vandaag, of op een andere dag en zoals toen bekend.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  async wachtlijst(@Args() args: WachtlijstArgs, @Context() ctx: GraphqlContext): Promise<WachtlijstPage> {
    const { request } = ctx;
    const filter: WachtlijstFilter = args.filter ?? {};
    const peiling = peilingVan(request, args);
    const tx = await ctx.read();
    const ordening = await ordeningVan(tx, peiling);
    const after = args.after == null ? null : readKeyset(args.after, ordening);
    const rows = await findWachtlijst(request, tx, filter, args.first + 1, after, peiling, ordening);
    const page = toPage(rows, args, keysetOf, () => countWachtlijst(request, tx, filter, peiling));
    tx.searched({ ...filter, ...(isNu(request, peiling) ? {} : peiling) });
    tx.shown(page.edges.map(({ node }) => node.clientID));
    return {
      ...page,
      beleid: ordening.beleid.versie,
      volledigBerekendOp: peiling.zoalsBekendOp ?? request.now,
      weglatingen: () => findWeglatingen(request, tx, filter, peiling),
    };
  }

  @ResolveField(() => Client)
  client(regel: WachtlijstRow, _args: unknown, ctx: GraphqlContext): Promise<ClientRow | null> {
    return ctx.load(clientByID, regel.clientID);
  }

  @ResolveField(() => Zorgaanbieder, { description: 'De zorgaanbieder waarop gewacht wordt.' })
  zorgaanbieder(regel: WachtlijstRow, _args: unknown, ctx: GraphqlContext): Promise<ZorgaanbiederRow | null> {
    return ctx.load(zorgaanbiederByAgb, regel.instelling);
  }

  @ResolveField(() => Regiehouder, {
    nullable: true,
    description: 'De dossierhouder op de dag van de lijst.',
  })
  dossierhouder(regel: WachtlijstRow, _args: unknown, ctx: GraphqlContext): Promise<RegiehouderRow | null> {
    return ctx.load(dossierhouderAt, peilsleutel(regel.bemiddelingID, regel.peiling));
  }

  @ResolveField(() => Regiehouder, {
    nullable: true,
    description: 'De coördinator zorg thuis op de dag van de lijst.',
  })
  coordinatorZorgThuis(
    regel: WachtlijstRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<RegiehouderRow | null> {
    return ctx.load(coordinatorAt, peilsleutel(regel.bemiddelingID, regel.peiling));
  }
}
