import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { peilingVan } from '../../../platform/context/index.js';
import { PeilingArgs, peilsleutel, type GraphqlContext } from '../../../platform/graphql/index.js';
import { Client, type ClientRow } from '../../client/index.js';
import { Wachtlijstregel, type WachtlijstRow } from '../../wachtlijst/index.js';
import type { ContactverplichtingRow } from '../contactbewaking.queries.js';
import { findContactmomentenAsKnown, type ContactmomentRow } from '../contactmoment.queries.js';
import {
  contactmomentenByClient,
  contactverplichtingenByClient,
  laatsteContactAt,
} from './contactmoment.loaders.js';
import { Contactmoment } from './contactmoment.types.js';
import { Contactverplichting } from './contactverplichting.types.js';

@Resolver(() => Client)
export class ClientContactenResolver {
  @ResolveField(() => [Contactmoment], {
    description:
      'De contacten, het nieuwste eerst; tot en met een dag en zoals toen bekend, als u dat vraagt.',
  })
  async contactmomenten(
    @Parent() client: ClientRow,
    @Args() args: PeilingArgs,
    @Context() ctx: GraphqlContext,
  ): Promise<readonly ContactmomentRow[]> {
    const { zoalsBekendOp } = peilingVan(ctx.request, args);
    if (args.op != null || zoalsBekendOp !== null) {
      const tx = await ctx.read();
      return findContactmomentenAsKnown(ctx.request, tx, client.clientID, args.op ?? null, zoalsBekendOp);
    }
    return (await ctx.load(contactmomentenByClient, client.clientID)) ?? [];
  }

  @ResolveField(() => [Contactverplichting], {
    description: 'Welk contact er moet zijn, zoals het vandaag is.',
  })
  async contactverplichtingen(
    client: ClientRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<readonly ContactverplichtingRow[]> {
    return (await ctx.load(contactverplichtingenByClient, client.clientID)) ?? [];
  }
}

@Resolver(() => Wachtlijstregel)
export class WachtlijstContactenResolver {
  @ResolveField(() => Contactmoment, {
    nullable: true,
    description: 'Het laatste contact waarin de dossierhouder de cliënt of contactpersoon sprak.',
  })
  laatsteContact(
    regel: WachtlijstRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<ContactmomentRow | null> {
    return ctx.load(laatsteContactAt, peilsleutel(regel.bemiddelingID, regel.peiling));
  }
}
