import { ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../../platform/graphql/index.js';
import type { ContactgegevensRow, ContactpersoonRow } from '../client.queries.js';
import { naamOf } from '../domain/naam.js';
import { contactgegevensByContactpersoon } from './client.loaders.js';
import { Contactgegevens, Contactpersoon } from './client.types.js';

@Resolver(() => Contactpersoon)
export class ContactpersoonResolver {
  @ResolveField(() => String, { description: 'De naam waarmee de contactpersoon wordt aangesproken.' })
  naam(persoon: ContactpersoonRow): string {
    return naamOf(persoon);
  }

  @ResolveField(() => [Contactgegevens])
  async contactgegevens(
    persoon: ContactpersoonRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<readonly ContactgegevensRow[]> {
    return (await ctx.load(contactgegevensByContactpersoon, persoon.contactpersoonID)) ?? [];
  }
}
