import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Tx } from '../../../platform/database/index.js';
import { NietGevonden } from '../../../platform/errors/index.js';
import {
  answer,
  decodeCursor,
  PageArgs,
  resultUnion,
  toPage,
  type GraphqlContext,
  type Page,
} from '../../../platform/graphql/index.js';
import { Toegang } from '../../toegang/index.js';
import { receiverOf } from '../taakbeheer.policy.js';
import {
  countOnbestelbaar,
  findBericht,
  findOnbestelbaar,
  findWebhooks,
  KEYSET,
  keysetOf,
  type OnbestelbaarBerichtRow,
  type WebhookRow,
} from '../webhook.queries.js';
import { WebhookService, type WebhookGewijzigd as Gewijzigd } from '../webhook.service.js';
import {
  OnbestelbaarBericht,
  OnbestelbaarBerichtConnection,
  RegisterWebhookInput,
  RetryBerichtInput,
  Webhook,
  WebhookGewijzigd,
  WebhookversieInput,
} from './webhook.types.js';

const RegisterWebhookResultaat = resultUnion('RegisterWebhookResultaat', () => WebhookGewijzigd);
const RotateWebhookgeheimResultaat = resultUnion('RotateWebhookgeheimResultaat', () => WebhookGewijzigd);
const StopWebhookResultaat = resultUnion('StopWebhookResultaat', () => WebhookGewijzigd);
const RetryBerichtResultaat = resultUnion('RetryBerichtResultaat', () => OnbestelbaarBericht);

@Resolver()
export class WebhookResolver {
  constructor(@Inject(WebhookService) private readonly service: WebhookService) {}

  @Query(() => [Webhook], { description: 'Uw eigen webhook; voor de beheerder alle webhooks.' })
  @Toegang('ZORGAANBIEDER', 'BEHEERDER')
  async webhooks(@Context() ctx: GraphqlContext): Promise<WebhookRow[]> {
    return findWebhooks(await ctx.read(), receiverOf(ctx.request.actor));
  }

  @Query(() => OnbestelbaarBerichtConnection, {
    description: 'Berichten die na alle pogingen niet bezorgd zijn, de oudste eerst.',
  })
  @Toegang('ZORGAANBIEDER', 'BEHEERDER')
  async onbestelbareBerichten(
    @Args() args: PageArgs,
    @Context() ctx: GraphqlContext,
  ): Promise<Page<OnbestelbaarBerichtRow>> {
    const ontvanger = receiverOf(ctx.request.actor);
    const after = args.after == null ? null : decodeCursor(args.after, KEYSET);
    const tx = await ctx.read();
    const rows = await findOnbestelbaar(tx, ontvanger, args.first + 1, after);
    return toPage(rows, args, keysetOf, () => countOnbestelbaar(tx, ontvanger));
  }

  @Mutation(() => RegisterWebhookResultaat, { description: 'Meldt uw webhook aan, of wijzigt het adres.' })
  @Toegang('ZORGAANBIEDER')
  registerWebhook(@Args('input') input: RegisterWebhookInput, @Context() ctx: GraphqlContext) {
    return answer(ctx, () => this.service.registerWebhook(ctx.request, input), shown);
  }

  @Mutation(() => RotateWebhookgeheimResultaat, {
    description: 'Geeft uw webhook een nieuw geheim; het oude ondertekent nog een dag mee.',
  })
  @Toegang('ZORGAANBIEDER')
  rotateWebhookgeheim(@Args('input') { versie }: WebhookversieInput, @Context() ctx: GraphqlContext) {
    return answer(ctx, () => this.service.rotateWebhookgeheim(ctx.request, versie), shown);
  }

  @Mutation(() => StopWebhookResultaat, { description: 'Stopt het bezorgen op uw webhook.' })
  @Toegang('ZORGAANBIEDER')
  stopWebhook(@Args('input') { versie }: WebhookversieInput, @Context() ctx: GraphqlContext) {
    return answer(ctx, () => this.service.stopWebhook(ctx.request, versie), shown);
  }

  @Mutation(() => RetryBerichtResultaat, { description: 'Biedt een onbestelbaar bericht opnieuw aan.' })
  @Toegang('ZORGAANBIEDER', 'BEHEERDER')
  retryBericht(@Args('input') { berichtID }: RetryBerichtInput, @Context() ctx: GraphqlContext) {
    return answer(
      ctx,
      () => this.service.retryBericht(ctx.request, berichtID),
      async (tx, id) => {
        const bericht = await findBericht(tx, id);
        if (bericht === null) throw new NietGevonden('Het bericht');
        return bericht;
      },
    );
  }
}

async function shown(tx: Tx, { agb, geheim }: Gewijzigd): Promise<WebhookGewijzigd> {
  const [webhook] = await findWebhooks(tx, agb);
  if (webhook === undefined) throw new NietGevonden('De webhook');
  return { webhook, geheim };
}
