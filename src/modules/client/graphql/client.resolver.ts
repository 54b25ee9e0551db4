import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { NietGevonden } from '../../../platform/errors/index.js';
import {
  answer,
  decodeCursor,
  resultUnion,
  toPage,
  UuidScalar,
  type GraphqlContext,
  type Page,
} from '../../../platform/graphql/index.js';
import { Toegang } from '../../toegang/index.js';
import {
  findClienten,
  type ClientRow,
  type ContactgegevensRow,
  type ContactpersoonRow,
} from '../client.queries.js';
import { ClientService } from '../client.service.js';
import { countClienten, searchClienten, type ClientenFilter } from '../clienten.queries.js';
import { assertBsn } from '../domain/bsn.js';
import { lineOf } from '../domain/schrijfwijze.js';
import { naamOf } from '../domain/naam.js';
import { UpdateClientgegevensInput } from './client.inputs.js';
import { clientByID, contactgegevensByClient, contactpersonenByClient } from './client.loaders.js';
import { Client, ClientConnection, Contactgegevens, Contactpersoon } from './client.types.js';
import { ClientenArgs } from './clienten.args.js';

const UpdateClientgegevensResultaat = resultUnion('UpdateClientgegevensResultaat', () => Client);

@Resolver(() => Client)
export class ClientResolver {
  constructor(@Inject(ClientService) private readonly clienten: ClientService) {}

  @Query(() => Client, { description: 'Eén cliënt, met alles wat u daarvan mag zien.' })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  async client(
    @Args('id', { type: () => UuidScalar }) id: string,
    @Context() ctx: GraphqlContext,
  ): Promise<ClientRow> {
    const client = await ctx.load(clientByID, id);
    if (client === null) throw new NietGevonden('De cliënt', ['id']);
    return client;
  }

  @Query(() => ClientConnection, { name: 'clienten', description: 'Cliënten zoeken, ook op BSN.' })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  async search(@Args() args: ClientenArgs, @Context() ctx: GraphqlContext): Promise<Page<ClientRow>> {
    const filter = normalized(args.filter ?? {});
    const [after] = args.after == null ? [null] : decodeCursor(args.after, ['uuid']);
    const tx = await ctx.read();
    const rows = await searchClienten(ctx.request, tx, filter, after, args.first + 1);
    const page = toPage(
      rows,
      args,
      ({ clientID }) => [clientID],
      () => countClienten(ctx.request, tx, filter),
    );
    tx.searched({ ...filter, ...(filter.bsn == null ? {} : { bsn: '*****' }) });
    tx.shown(page.edges.map(({ node }) => node.clientID));
    return page;
  }

  @Mutation(() => UpdateClientgegevensResultaat, {
    description: 'Hoe een cliënt woont en te bereiken is. Voor het verantwoordelijke zorgkantoor.',
  })
  @Toegang('ZORGKANTOOR')
  updateClientgegevens(@Args('input') input: UpdateClientgegevensInput, @Context() ctx: GraphqlContext) {
    return answer(
      ctx,
      () => this.clienten.updateClientgegevens(ctx.request, input),
      async (tx, clientID) => {
        const client = (await findClienten(ctx.request, tx, [clientID])).get(clientID);
        if (client === undefined) throw new NietGevonden('De cliënt');
        return client;
      },
    );
  }

  @ResolveField(() => String, {
    description: 'De naam waarmee de cliënt wordt aangesproken, volgens naamgebruik.',
  })
  naam(client: ClientRow): string {
    return naamOf(client);
  }

  @ResolveField(() => [Contactpersoon])
  async contactpersonen(
    client: ClientRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<readonly ContactpersoonRow[]> {
    return (await ctx.load(contactpersonenByClient, client.clientID)) ?? [];
  }

  @ResolveField(() => [Contactgegevens])
  async contactgegevens(
    client: ClientRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<readonly ContactgegevensRow[]> {
    return (await ctx.load(contactgegevensByClient, client.clientID)) ?? [];
  }
}

/** @throws DomainError on a BSN that cannot exist, and on text that no name holds */
function normalized({ bsn, naam, geboortedatum, zorgkantoor, zonder }: ClientenFilter): ClientenFilter {
  if (bsn != null) assertBsn(bsn, ['filter', 'bsn']);
  return {
    ...(bsn == null ? {} : { bsn }),
    ...(naam == null ? {} : { naam: lineOf(naam, ['filter', 'naam']) }),
    ...(geboortedatum == null ? {} : { geboortedatum }),
    ...(zorgkantoor == null ? {} : { zorgkantoor }),
    ...(zonder == null || zonder.length === 0 ? {} : { zonder }),
  };
}
