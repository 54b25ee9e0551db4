import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { OngeldigeInvoer } from '../../../platform/errors/index.js';
import { decodeCursor, toPage, type GraphqlContext, type Page } from '../../../platform/graphql/index.js';
import { Toegang } from '../../toegang/index.js';
import { openInzage } from '../inzage/inzage.js';
import {
  countInzagen,
  countZonderRelatie,
  findInzagen,
  findKijkers,
  findZonderRelatie,
  type InzageRow,
  type KijkerRow,
  type Keyset,
} from '../inzage/inzage.queries.js';
import { assertPeriode, LANGSTE_BEOORDELING, LANGSTE_INZAGE } from '../inzage/periode.js';
import {
  InzageConnection,
  InzageLogArgs,
  Kijker,
  KijkersArgs,
  PeriodeArgs,
  WieZagClientArgs,
} from './inzage.types.js';

const keysetOf = ({ micros, logregelID }: InzageRow): Keyset => [micros, logregelID];

/** Who looked: for the client who asks, and for the keeper of the log. Looking here is in the log as well. */
@Resolver()
export class InzageResolver {
  @Query(() => InzageConnection, {
    description:
      'Wie de gegevens van een cliënt zag of wijzigde, het laatste eerst. Ook dit komt in het logboek.',
  })
  @Toegang('ZORGKANTOOR', 'LOGBEHEERDER')
  async inzageLog(@Args() args: InzageLogArgs, @Context() ctx: GraphqlContext): Promise<Page<InzageRow>> {
    const after = afterOf(args.after);
    const tx = await ctx.read();
    await openInzage(ctx.request, tx, args.clientID, args, 'clientID');
    const rows = await findInzagen(tx, args.clientID, args, args.first + 1, after);
    return toPage(rows, args, keysetOf, () => countInzagen(tx, args.clientID, args));
  }

  @Query(() => InzageConnection, {
    description: 'Inzagen waarbij geen recht op de cliënt werd gevonden. Dat hoort er geen te zijn.',
  })
  @Toegang('LOGBEHEERDER')
  async inzagenZonderRelatie(
    @Args() args: PeriodeArgs,
    @Context() ctx: GraphqlContext,
  ): Promise<Page<InzageRow>> {
    assertPeriode(args, LANGSTE_BEOORDELING);
    const after = afterOf(args.after);
    const tx = await ctx.read();
    tx.searched({ logboek: 'zonder relatie', van: args.van, tot: args.tot }, 'L20');
    const rows = await findZonderRelatie(tx, args, args.first + 1, after);
    tx.shown(
      rows.slice(0, args.first).map(({ clientID }) => clientID),
      'L10',
    );
    return toPage(rows, args, keysetOf, () => countZonderRelatie(tx, args));
  }

  @Query(() => [Kijker], { description: 'Wie een cliënt zag, en hoe vaak.' })
  @Toegang('LOGBEHEERDER')
  async wieZagClient(@Args() args: WieZagClientArgs, @Context() ctx: GraphqlContext): Promise<KijkerRow[]> {
    assertPeriode(args, LANGSTE_INZAGE);
    const tx = await ctx.read();
    tx.searched({ logboek: 'wie zag', clientID: args.clientID, van: args.van, tot: args.tot }, 'L20');
    tx.shown([args.clientID], 'L10');
    return findKijkers(tx, args.clientID, args, args.first);
  }

  @Query(() => [Kijker], { description: 'Wie de meeste cliënten zag.' })
  @Toegang('LOGBEHEERDER')
  async meesteInzagen(@Args() args: KijkersArgs, @Context() ctx: GraphqlContext): Promise<KijkerRow[]> {
    assertPeriode(args, LANGSTE_BEOORDELING);
    const tx = await ctx.read();
    tx.searched({ logboek: 'meeste inzagen', van: args.van, tot: args.tot }, 'L20');
    return findKijkers(tx, null, args, args.first);
  }
}

/** Numbers, whatever somebody made of a cursor of ours. */
function afterOf(after: string | null | undefined): Keyset | null {
  if (after == null) return null;
  const [micros, id] = decodeCursor(after, ['text', 'text']);
  if (!/^\d{1,17}$/.test(micros) || !/^\d{1,18}$/.test(id))
    throw new OngeldigeInvoer('Deze cursor is niet geldig. Begin opnieuw bij de eerste pagina.', {
      pad: ['after'],
    });
  return [micros, id];
}
