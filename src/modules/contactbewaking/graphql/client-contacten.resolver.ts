import { ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../../platform/graphql/index.js';
import { Client, type ClientRow } from '../../client/index.js';
import { Wachtlijstregel, type WachtlijstRow } from '../../wachtlijst/index.js';
import type { ContactverplichtingRow } from '../contactbewaking.queries.js';
import type { ContactmomentRow } from '../contactmoment.queries.js';
import {
  contactmomentenByClient,
  contactverplichtingenByClient,
  laatsteContactByBemiddeling,
} from './contactmoment.loaders.js';
import { Contactmoment } from './contactmoment.types.js';
import { Contactverplichting } from './contactverplichting.types.js';

@Resolver(() => Client)
export class ClientContactenResolver {
  @ResolveField(() => [Contactmoment], { description: 'De contacten, het nieuwste eerst.' })
  async contactmomenten(
    client: ClientRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<readonly ContactmomentRow[]> {
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
    return ctx.load(laatsteContactByBemiddeling, regel.bemiddelingID);
  }
}
