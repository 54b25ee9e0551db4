import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { holdsOn } from '../../../platform/clock/index.js';
import { answer, DateScalar, resultUnion, type GraphqlContext } from '../../../platform/graphql/index.js';
import { Toegang } from '../../toegang/index.js';
import {
  findPlaatsnormen,
  findRedenversies,
  type Plaatsnormrij,
  type Redenrij,
} from '../instellingen.queries.js';
import { PlaatsbeleidService } from '../plaatsbeleid.service.js';
import {
  Plaatsnorm,
  RecordPlaatsnormInput,
  RecordWeigeringsredenInput,
  Weigeringsreden,
} from './plaatsbeleid.types.js';

const RecordPlaatsnormResultaat = resultUnion('RecordPlaatsnormResultaat', () => Plaatsnorm);
const RecordWeigeringsredenResultaat = resultUnion('RecordWeigeringsredenResultaat', () => Weigeringsreden);

/** What the office decides about places: its terms and the reasons of refusal. No client data in any of it. */
@Resolver()
export class PlaatsbeleidResolver {
  constructor(@Inject(PlaatsbeleidService) private readonly service: PlaatsbeleidService) {}

  @Query(() => [Plaatsnorm], {
    description: 'De termijnen rond plaatsen: die op een dag gelden, of alle, de nieuwste eerst.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER', 'BEHEERDER')
  async plaatsnormen(
    @Args('op', { type: () => DateScalar, nullable: true }) op: string | null | undefined,
    @Context() ctx: GraphqlContext,
  ): Promise<Plaatsnormrij[]> {
    const normen = await findPlaatsnormen(await ctx.read());
    return op == null ? normen : normen.filter((norm) => holdsOn(op, norm.geldigVanaf, norm.geldigTot));
  }

  @Query(() => [Weigeringsreden], {
    description: 'De redenen van weigering die op een dag gelden; vandaag als u niets opgeeft.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER', 'BEHEERDER')
  async weigeringsredenen(
    @Args('op', { type: () => DateScalar, nullable: true }) op: string | null | undefined,
    @Context() ctx: GraphqlContext,
  ): Promise<Redenrij[]> {
    const dag = op ?? ctx.request.today;
    const redenen = await findRedenversies(await ctx.read());
    return redenen.filter((reden) => holdsOn(dag, reden.geldigVanaf, reden.geldigTot));
  }

  @Query(() => [Weigeringsreden], {
    description: 'Alles wat over de redenen van weigering is vastgelegd, de nieuwste van elke code eerst.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER', 'BEHEERDER')
  async weigeringsredenVersies(@Context() ctx: GraphqlContext): Promise<Redenrij[]> {
    return findRedenversies(await ctx.read());
  }

  @Mutation(() => RecordPlaatsnormResultaat, {
    description:
      'Legt vanaf een dag een termijn vast, voor alle regio’s. Wat al was aangeboden of gevraagd houdt de zijne.',
  })
  @Toegang('BEHEERDER')
  recordPlaatsnorm(@Args('input') input: RecordPlaatsnormInput, @Context() ctx: GraphqlContext) {
    return answer(
      ctx,
      () => this.service.recordPlaatsnorm(ctx.request, input),
      async (tx, soort) => {
        const normen = await findPlaatsnormen(tx);
        return node(
          Plaatsnorm,
          normen.find((norm) => norm.soort === soort && norm.geldigVanaf === input.geldigVanaf),
        );
      },
    );
  }

  @Mutation(() => RecordWeigeringsredenResultaat, {
    description: 'Legt vanaf een dag een reden van weigering en haar gevolg vast, voor alle regio’s.',
  })
  @Toegang('BEHEERDER')
  recordWeigeringsreden(@Args('input') input: RecordWeigeringsredenInput, @Context() ctx: GraphqlContext) {
    const reden = { ...input, geldigTot: input.geldigTot ?? null };
    return answer(
      ctx,
      () => this.service.recordWeigeringsreden(ctx.request, reden),
      async (tx, code) => {
        const redenen = await findRedenversies(tx);
        return node(
          Weigeringsreden,
          redenen.find((one) => one.code === code && one.geldigVanaf === input.geldigVanaf),
        );
      },
    );
  }
}

function node<Node extends object>(type: new () => Node, row: object | undefined): Node {
  if (row === undefined) throw new Error('What was just stored is not there.');
  return Object.assign(new type(), row);
}
