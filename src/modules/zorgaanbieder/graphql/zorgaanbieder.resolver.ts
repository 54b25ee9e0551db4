import { ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../../platform/graphql/index.js';
import type { Locatie as LocatieRow } from '../domain/zorgaanbieder.js';
import type { ZorgaanbiederRow } from '../zorgaanbieder.queries.js';
import { locatiesByAgb } from './zorgaanbieder.loaders.js';
import { Locatie, Zorgaanbieder } from './zorgaanbieder.types.js';

@Resolver(() => Zorgaanbieder)
export class ZorgaanbiederResolver {
  @ResolveField(() => [Locatie])
  async locaties(
    zorgaanbieder: ZorgaanbiederRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<readonly LocatieRow[]> {
    return (await ctx.load(locatiesByAgb, zorgaanbieder.agbCode)) ?? [];
  }
}
