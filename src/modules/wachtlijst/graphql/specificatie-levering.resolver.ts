import { ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../../platform/graphql/index.js';
import { Bemiddelingspecificatie, type SpecificatieRow } from '../../bemiddeling/index.js';
import { initieleStatus } from '../domain/actuele-status.js';
import { signalenBySpecificatie, trajectBySpecificatie } from './levering.loaders.js';
import { leveringNode, statusNode } from './levering.nodes.js';
import { Levering, Leveringsstatus } from './levering.types.js';
import { SignaalEnum } from './wachtstatus.enums.js';

/** What an allocation says about waiting and care. */
@Resolver(() => Bemiddelingspecificatie)
export class SpecificatieLeveringResolver {
  @ResolveField(() => Levering, { nullable: true, description: 'Leeg zolang er niets is gemeld.' })
  async levering(
    { bemiddelingspecificatieID }: SpecificatieRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<Levering | null> {
    const traject = await ctx.load(trajectBySpecificatie, bemiddelingspecificatieID);
    return traject === null ? null : leveringNode(traject, ctx.request.today);
  }

  @ResolveField(() => Leveringsstatus, {
    nullable: true,
    description:
      'De status die geldt zolang niemand iets heeft gemeld (W5). Alleen voor rapportage: wie zo staat, is niet op de wachtlijst.',
  })
  async wachtstatusInitieel(
    { bemiddelingspecificatieID }: SpecificatieRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<Leveringsstatus | null> {
    const traject = await ctx.load(trajectBySpecificatie, bemiddelingspecificatieID);
    const status = traject === null ? null : initieleStatus(traject, ctx.request.today);
    return status === null ? null : statusNode(status);
  }

  @ResolveField(() => [SignaalEnum], { description: 'Wat op deze toewijzing aandacht vraagt.' })
  async signalen(
    { bemiddelingspecificatieID }: SpecificatieRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<readonly (keyof typeof SignaalEnum)[]> {
    return (await ctx.load(signalenBySpecificatie, bemiddelingspecificatieID)) ?? [];
  }
}
