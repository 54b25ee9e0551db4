import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
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
  countSignalen,
  findSignalen,
  findSignalenByID,
  SIGNAAL_KEYSET,
  type SignaalRow,
} from '../signaal.queries.js';
import { SignaalService } from '../signaal.service.js';
import { stated } from './stated.js';
import {
  Contactsignaal,
  ContactsignaalConnection,
  SignalenArgs,
  SnoozeSignaalInput,
} from './signaal.types.js';

const SnoozeSignaalResultaat = resultUnion('SnoozeSignaalResultaat', () => Contactsignaal);

@Resolver(() => Contactsignaal)
export class SignaalResolver {
  constructor(@Inject(SignaalService) private readonly service: SignaalService) {}

  @Query(() => ContactsignaalConnection, {
    description:
      'Wat aandacht vraagt, de oudste aanleiding voorop: de werklijst van zorgaanbieder en zorgkantoor.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  async signalen(@Args() args: SignalenArgs, @Context() ctx: GraphqlContext): Promise<Page<SignaalRow>> {
    const filter = stated(args.filter ?? {});
    const after = args.after == null ? null : decodeCursor(args.after, SIGNAAL_KEYSET);
    const tx = await ctx.read();
    const rows = await findSignalen(ctx.request, tx, filter, args.first + 1, after);
    const page = toPage(
      rows,
      args,
      ({ aanleiding, signaalID }) => [aanleiding, signaalID],
      () => countSignalen(ctx.request, tx, filter),
    );
    tx.searched({ ...filter });
    tx.shown(page.edges.map(({ node }) => node.clientID));
    return page;
  }

  @Mutation(() => SnoozeSignaalResultaat, {
    description:
      'Stelt een signaal met een reden uit tot en met een dag. De verplichting blijft zoals zij is.',
  })
  @Toegang('ZORGAANBIEDER', 'ZORGKANTOOR')
  snoozeSignaal(@Args('input') input: SnoozeSignaalInput, @Context() ctx: GraphqlContext) {
    return answer(
      ctx,
      () => this.service.snoozeSignaal(ctx.request, input),
      async (tx, id) => {
        const signaal = (await findSignalenByID(ctx.request, tx, [id])).get(id);
        if (signaal === undefined) throw new NietGevonden('Het signaal');
        return signaal;
      },
    );
  }

  @ResolveField(() => Client)
  client(signaal: SignaalRow, _args: unknown, ctx: GraphqlContext): Promise<ClientRow | null> {
    return ctx.load(clientByID, signaal.clientID);
  }

  @ResolveField(() => Zorgaanbieder, { nullable: true })
  zorgaanbieder(signaal: SignaalRow, _args: unknown, ctx: GraphqlContext): Promise<ZorgaanbiederRow | null> {
    return ctx.load(zorgaanbiederByAgb, signaal.instelling);
  }
}
