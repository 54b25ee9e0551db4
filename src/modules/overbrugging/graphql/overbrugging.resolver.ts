import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { NietGevonden } from '../../../platform/errors/index.js';
import { answer, resultUnion, type GraphqlContext } from '../../../platform/graphql/index.js';
import { Bemiddelingspecificatie, specificatieByID, type SpecificatieRow } from '../../bemiddeling/index.js';
import { Client, clientByID, type ClientRow } from '../../client/index.js';
import { Toegang } from '../../toegang/index.js';
import { OverbruggingService } from '../overbrugging.service.js';
import type { VerzoekRow, VerzoekVersieRow } from '../verzoek.queries.js';
import {
  DeclineOverbruggingszorgInput,
  JudgeVerzoekInput,
  RequestOverbruggingszorgInput,
} from './overbrugging.inputs.js';
import { verzoekByID, verzoekenBySpecificatie, versiesByVerzoek } from './overbrugging.loaders.js';
import { Verzoek, VerzoekVersie } from './overbrugging.types.js';

const RequestOverbruggingszorgResultaat = resultUnion('RequestOverbruggingszorgResultaat', () => Verzoek);
const DeclineOverbruggingszorgResultaat = resultUnion('DeclineOverbruggingszorgResultaat', () => Verzoek);
const JudgeVerzoekResultaat = resultUnion('JudgeVerzoekResultaat', () => Verzoek);

@Resolver(() => Verzoek)
export class OverbruggingResolver {
  constructor(private readonly verzoeken: OverbruggingService) {}

  @Mutation(() => RequestOverbruggingszorgResultaat, {
    description:
      'Vraagt overbruggingszorg aan. Voor de dossierhouder; mpt vraagt de coördinator zorg thuis aan zodra die er is.',
  })
  @Toegang('ZORGAANBIEDER', 'ZORGKANTOOR')
  requestOverbruggingszorg(
    @Args('input') input: RequestOverbruggingszorgInput,
    @Context() ctx: GraphqlContext,
  ) {
    return answer(
      ctx,
      () => this.verzoeken.requestOverbruggingszorg(ctx.request, input),
      (_tx, id) => shown(ctx, id),
    );
  }

  @Mutation(() => DeclineOverbruggingszorgResultaat, {
    description:
      'Legt vast dat een wachtende cliënt geen overbruggingszorg nodig heeft. Voor de dossierhouder.',
  })
  @Toegang('ZORGAANBIEDER', 'ZORGKANTOOR')
  declineOverbruggingszorg(
    @Args('input') input: DeclineOverbruggingszorgInput,
    @Context() ctx: GraphqlContext,
  ) {
    return answer(
      ctx,
      () => this.verzoeken.declineOverbruggingszorg(ctx.request, input),
      (_tx, id) => shown(ctx, id),
    );
  }

  @Mutation(() => JudgeVerzoekResultaat, {
    description:
      'Accepteert een verzoek, en wijst daarmee de zorg toe, of wijst het af. Na de termijn geldt zwijgen als akkoord; wat dan niet kan, sluit u met een reden.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  judgeVerzoek(@Args('input') input: JudgeVerzoekInput, @Context() ctx: GraphqlContext) {
    return answer(
      ctx,
      () => this.verzoeken.judgeVerzoek(ctx.request, input),
      (_tx, id) => shown(ctx, id),
    );
  }

  @ResolveField(() => Client, { nullable: true })
  client(verzoek: VerzoekRow, _args: unknown, ctx: GraphqlContext): Promise<ClientRow | null> {
    return ctx.load(clientByID, verzoek.clientID);
  }

  @ResolveField(() => Bemiddelingspecificatie, {
    nullable: true,
    description: 'De toewijzing van de overbruggingszorg, zodra die er is.',
  })
  async overbrugging(
    verzoek: VerzoekRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<SpecificatieRow | null> {
    const { overbruggingspecificatieID: id } = verzoek;
    return id === null ? null : ctx.load(specificatieByID, id);
  }

  @ResolveField(() => [VerzoekVersie], { description: 'Wat er eerder stond, het oudste eerst.' })
  async historie(
    verzoek: VerzoekRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<readonly VerzoekVersieRow[]> {
    return (await ctx.load(versiesByVerzoek, verzoek.verzoekID)) ?? [];
  }
}

@Resolver(() => Bemiddelingspecificatie)
export class SpecificatieVerzoekenResolver {
  @ResolveField(() => [Verzoek], {
    description: 'Verzoeken om deze toewijzing te overbruggen, het nieuwste eerst.',
  })
  async verzoeken(
    specificatie: SpecificatieRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<readonly VerzoekRow[]> {
    return (await ctx.load(verzoekenBySpecificatie, specificatie.bemiddelingspecificatieID)) ?? [];
  }
}

async function shown(ctx: GraphqlContext, id: string): Promise<VerzoekRow> {
  const verzoek = await ctx.load(verzoekByID, id);
  if (verzoek === null) throw new NietGevonden('Dit verzoek');
  return verzoek;
}
