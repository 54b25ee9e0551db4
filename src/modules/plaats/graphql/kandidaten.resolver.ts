import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { NietGevonden } from '../../../platform/errors/index.js';
import { decodeCursor, toPage, type GraphqlContext, type Page } from '../../../platform/graphql/index.js';
import { Client, clientByID, type ClientRow } from '../../client/index.js';
import { Toegang } from '../../toegang/index.js';
import { kandidatenVoor, type KandidaatRow } from '../kandidaten.queries.js';
import { Kandidaat, KandidaatConnection, KandidatenArgs } from './kandidaten.types.js';

/** The row a page goes on after, and where it was: one that is gone meanwhile does not end the list. */
const KEYSET = ['int', 'uuid'] as const;

@Resolver(() => Kandidaat)
export class KandidatenResolver {
  @Query(() => KandidaatConnection, {
    description: 'Wie hier een plaats kan krijgen, in de volgorde van de lijst, en wie niet en waarom niet.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  async kandidaten(
    @Args() args: KandidatenArgs,
    @Context() ctx: GraphqlContext,
  ): Promise<Page<KandidaatRow>> {
    const after = args.after == null ? null : decodeCursor(args.after, KEYSET);
    const tx = await ctx.read();
    const all = await kandidatenVoor(ctx.request, tx, args.locatieID);
    if (all === null) throw new NietGevonden('De locatie');
    const begin = after === null ? 0 : positionAfter(all, after);
    const rows = all.slice(begin, begin + args.first + 1);
    const indexes = new Map(rows.map((row, index) => [row, begin + index]));
    const page = toPage(
      rows,
      args,
      (row) => [indexes.get(row) ?? 0, row.bemiddelingspecificatieID],
      () => Promise.resolve(all.length),
    );
    tx.searched({ locatieID: args.locatieID });
    tx.shown(page.edges.map(({ node }) => node.clientID));
    return page;
  }

  @ResolveField(() => Client)
  client({ clientID }: KandidaatRow, _args: unknown, ctx: GraphqlContext): Promise<ClientRow | null> {
    return ctx.load(clientByID, clientID);
  }
}

function positionAfter(all: readonly KandidaatRow[], [index, id]: [index: number, id: string]): number {
  const found = all.findIndex((row) => row.bemiddelingspecificatieID === id);
  return found < 0 ? Math.max(0, index) : found + 1;
}
