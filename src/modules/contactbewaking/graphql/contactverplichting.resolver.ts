import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { decodeCursor, toPage, type GraphqlContext, type Page } from '../../../platform/graphql/index.js';
import { Client, clientByID, type ClientRow } from '../../client/index.js';
import { Toegang } from '../../toegang/index.js';
import {
  countContactverplichtingen,
  findContactverplichtingen,
  KEYSET,
  keysetOf,
  type ContactverplichtingRow,
} from '../contactbewaking.queries.js';
import type { ContactmomentRow } from '../contactmoment.queries.js';
import { contactmomentByID } from './contactmoment.loaders.js';
import { Contactmoment } from './contactmoment.types.js';
import { stated } from './stated.js';
import {
  Contactverplichting,
  ContactverplichtingConnection,
  ContactverplichtingenArgs,
} from './contactverplichting.types.js';

@Resolver(() => Contactverplichting)
export class ContactverplichtingResolver {
  @Query(() => ContactverplichtingConnection, {
    description: 'Wie vandaag met wie contact moet hebben, wat het eerst moet voorop.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  async contactverplichtingen(
    @Args() args: ContactverplichtingenArgs,
    @Context() ctx: GraphqlContext,
  ): Promise<Page<ContactverplichtingRow>> {
    const filter = stated(args.filter ?? {});
    const after = args.after == null ? null : decodeCursor(args.after, KEYSET);
    const tx = await ctx.read();
    const rows = await findContactverplichtingen(ctx.request, tx, filter, args.first + 1, after);
    const page = toPage(rows, args, keysetOf, () => countContactverplichtingen(ctx.request, tx, filter));
    tx.searched({ ...filter });
    tx.shown(page.edges.map(({ node }) => node.clientID));
    return page;
  }

  @ResolveField(() => Client)
  client(plicht: ContactverplichtingRow, _args: unknown, ctx: GraphqlContext): Promise<ClientRow | null> {
    return ctx.load(clientByID, plicht.clientID);
  }

  @ResolveField(() => Contactmoment, { nullable: true, description: 'Het laatste contact dat telt.' })
  laatsteContact(
    plicht: ContactverplichtingRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<ContactmomentRow | null> | null {
    return plicht.laatsteContactID === null ? null : ctx.load(contactmomentByID, plicht.laatsteContactID);
  }
}
