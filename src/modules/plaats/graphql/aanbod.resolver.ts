import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Tx } from '../../../platform/database/index.js';
import { NietGevonden } from '../../../platform/errors/index.js';
import {
  answer,
  decodeCursor,
  resultUnion,
  toPage,
  type GraphqlContext,
  type Page,
} from '../../../platform/graphql/index.js';
import { Client, clientByID, type ClientRow } from '../../client/index.js';
import { Toegang } from '../../toegang/index.js';
import { Zorgaanbieder, zorgaanbiederByAgb, type ZorgaanbiederRow } from '../../zorgaanbieder/index.js';
import {
  AANBIEDINGEN_KEYSET,
  countAanbiedingen,
  findAanbiedingen,
  findAanbiedingenPage,
  type AanbodRow,
} from '../aanbod.queries.js';
import { AanbodService } from '../aanbod.service.js';
import { AntwoordService } from '../antwoord.service.js';
import { AanbiedingenArgs, Aanbod, AanbodConnection } from './aanbod.types.js';
import {
  AcceptAanbodInput,
  OfferPlaatsInput,
  RefuseAanbodInput,
  WithdrawAanbodInput,
} from './plaats.inputs.js';

const OfferPlaatsResultaat = resultUnion('OfferPlaatsResultaat', () => Aanbod);
const AcceptAanbodResultaat = resultUnion('AcceptAanbodResultaat', () => Aanbod);
const RefuseAanbodResultaat = resultUnion('RefuseAanbodResultaat', () => Aanbod);
const WithdrawAanbodResultaat = resultUnion('WithdrawAanbodResultaat', () => Aanbod);

/** Offers of a place, and their answers. */
@Resolver(() => Aanbod)
export class AanbodResolver {
  constructor(
    @Inject(AanbodService) private readonly aanbod: AanbodService,
    @Inject(AntwoordService) private readonly antwoord: AntwoordService,
  ) {}

  @Query(() => AanbodConnection, {
    description: 'Aangeboden plaatsen en wat ervan kwam, het nieuwste eerst.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  async aanbiedingen(
    @Args() args: AanbiedingenArgs,
    @Context() ctx: GraphqlContext,
  ): Promise<Page<AanbodRow>> {
    const filter = args.filter ?? {};
    const after = args.after == null ? null : decodeCursor(args.after, AANBIEDINGEN_KEYSET);
    const tx = await ctx.read();
    const rows = await findAanbiedingenPage(ctx.request, tx, filter, args.first + 1, after);
    const page = toPage(
      rows,
      args,
      ({ aangebodenOp, aanbodID }) => [aangebodenOp, aanbodID],
      () => countAanbiedingen(ctx.request, tx, filter),
    );
    tx.searched({ ...filter });
    tx.shown(page.edges.map(({ node }) => node.clientID));
    return page;
  }

  @Mutation(() => OfferPlaatsResultaat, {
    description:
      'Biedt een wachtende een plaats aan en houdt die vast. Wie niet de eerste is vraagt een reden.',
  })
  @Toegang('ZORGAANBIEDER', 'ZORGKANTOOR')
  offerPlaats(@Args('input') input: OfferPlaatsInput, @Context() ctx: GraphqlContext) {
    return this.answer(ctx, () => this.aanbod.offerPlaats(ctx.request, input));
  }

  @Mutation(() => AcceptAanbodResultaat, {
    description: 'De cliënt neemt de plaats aan; zij blijft toegezegd tot de zorg begint.',
  })
  @Toegang('ZORGAANBIEDER', 'ZORGKANTOOR')
  acceptAanbod(@Args('input') input: AcceptAanbodInput, @Context() ctx: GraphqlContext) {
    return this.answer(ctx, () => this.antwoord.acceptAanbod(ctx.request, input));
  }

  @Mutation(() => RefuseAanbodResultaat, {
    description: 'De cliënt weigert. Niemand verandert daardoor van status of gaat van de lijst.',
  })
  @Toegang('ZORGAANBIEDER', 'ZORGKANTOOR')
  refuseAanbod(@Args('input') input: RefuseAanbodInput, @Context() ctx: GraphqlContext) {
    return this.answer(ctx, () => this.antwoord.refuseAanbod(ctx.request, input));
  }

  @Mutation(() => WithdrawAanbodResultaat, {
    description: 'Trekt een open of aangenomen aanbod in; de plaats is weer vrij.',
  })
  @Toegang('ZORGAANBIEDER', 'ZORGKANTOOR')
  withdrawAanbod(@Args('input') input: WithdrawAanbodInput, @Context() ctx: GraphqlContext) {
    return this.answer(ctx, () => this.antwoord.withdrawAanbod(ctx.request, input));
  }

  @ResolveField(() => Client)
  client({ clientID }: AanbodRow, _args: unknown, ctx: GraphqlContext): Promise<ClientRow | null> {
    return ctx.load(clientByID, clientID);
  }

  @ResolveField(() => Zorgaanbieder)
  zorgaanbieder(
    { instelling }: AanbodRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<ZorgaanbiederRow | null> {
    return ctx.load(zorgaanbiederByAgb, instelling);
  }

  private answer(ctx: GraphqlContext, useCase: () => Promise<string>) {
    return answer(ctx, useCase, (tx, id) => shown(ctx, tx, id));
  }
}

async function shown(ctx: GraphqlContext, tx: Tx, id: string): Promise<AanbodRow> {
  const aanbod = (await findAanbiedingen(ctx.request, tx, [id])).get(id);
  if (aanbod === undefined) throw new NietGevonden('Het aanbod');
  return aanbod;
}
