import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { addDays } from '../../../platform/clock/index.js';
import { OngeldigeInvoer } from '../../../platform/errors/index.js';
import { decodeCursor, toPage, type GraphqlContext, type Page } from '../../../platform/graphql/index.js';
import { Client, clientByID, type ClientRow } from '../../client/index.js';
import { Toegang } from '../../toegang/index.js';
import { assertMaySeePrestatie } from '../contactbewaking.policy.js';
import { BOEK_KEYSET, countBoek, findBoek, type BoekRow } from '../contactboek.queries.js';
import type { ContactmomentRow } from '../contactmoment.queries.js';
import { findContactprestatie } from '../contactprestatie.queries.js';
import { JAAR_DAGEN } from '../domain/contactplicht.js';
import {
  Boekverplichting,
  BoekverplichtingConnection,
  ContactboekArgs,
  Contactprestatie,
  ContactprestatieArgs,
} from './contactboek.types.js';
import { contactmomentByID, eerdereVersiesByID } from './contactmoment.loaders.js';
import { Contactmoment } from './contactmoment.types.js';
import { stated } from './stated.js';

@Resolver(() => Boekverplichting)
export class ContactboekResolver {
  @Query(() => BoekverplichtingConnection, {
    description:
      'Het boek van verplichtingen: wat open staat, wat voldaan werd en wat verviel, naar uiterlijke datum.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  async contactboek(@Args() args: ContactboekArgs, @Context() ctx: GraphqlContext): Promise<Page<BoekRow>> {
    const filter = stated(args.filter ?? {});
    const after = args.after == null ? null : decodeCursor(args.after, BOEK_KEYSET);
    const tx = await ctx.read();
    const rows = await findBoek(ctx.request, tx, filter, args.first + 1, after);
    const page = toPage(
      rows,
      args,
      ({ uiterlijk, bemiddelingID, soort, van }) => [uiterlijk, bemiddelingID, soort, van],
      () => countBoek(ctx.request, tx, filter),
    );
    tx.searched({ ...filter });
    tx.shown(page.edges.map(({ node }) => node.clientID));
    return page;
  }

  @Query(() => Contactprestatie, {
    description:
      'Hoe een zorgaanbieder zijn verplichtingen nakwam; voor een zorgkantoor bij zijn eigen cliënten.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  async contactprestatie(
    @Args() { instelling, van, tot }: ContactprestatieArgs,
    @Context() ctx: GraphqlContext,
  ): Promise<Contactprestatie> {
    assertMaySeePrestatie(ctx.request.actor, instelling);
    const laatste = tot ?? ctx.request.today;
    const eerste = van ?? addDays(laatste, 1 - JAAR_DAGEN);
    if (eerste > laatste)
      throw new OngeldigeInvoer('De periode eindigt voordat zij begint.', { pad: ['tot'] });
    const prestatie = await findContactprestatie(ctx.request, await ctx.read(), instelling, eerste, laatste);
    const { afgerond, opTijd } = prestatie;
    return { ...prestatie, aandeelOpTijd: afgerond === 0 ? null : opTijd / afgerond };
  }

  @ResolveField(() => Client)
  client(regel: BoekRow, _args: unknown, ctx: GraphqlContext): Promise<ClientRow | null> {
    return ctx.load(clientByID, regel.clientID);
  }

  @ResolveField(() => Contactmoment, {
    nullable: true,
    description: 'Het contact waarmee eraan voldaan werd.',
  })
  voldaanDoor(regel: BoekRow, _args: unknown, ctx: GraphqlContext): Promise<ContactmomentRow | null> | null {
    return regel.voldaanDoor === null ? null : ctx.load(contactmomentByID, regel.voldaanDoor);
  }

  @ResolveField(() => [Boekverplichting], {
    description: 'Wat hier eerder stond, het nieuwste voorop: het werd anders door wat later bekend werd.',
  })
  async eerdereVersies(regel: BoekRow, _args: unknown, ctx: GraphqlContext): Promise<readonly BoekRow[]> {
    return (await ctx.load(eerdereVersiesByID, regel.contactverplichtingID)) ?? [];
  }
}
