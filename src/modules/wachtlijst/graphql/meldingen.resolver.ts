import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { Tx } from '../../../platform/database/index.js';
import { NietGevonden } from '../../../platform/errors/index.js';
import { answer, resultUnion, type GraphqlContext } from '../../../platform/graphql/index.js';
import { Toegang } from '../../toegang/index.js';
import { findSpecificatieVan, findTrajecten } from '../levering.queries.js';
import { LeveringService } from '../levering.service.js';
import type { BekendTraject } from '../traject.repository.js';
import { WachtstatusService } from '../wachtstatus.service.js';
import { afstelNode, leveringperiodeNode, uitstelperiodeNode } from './levering.nodes.js';
import { Afstel, Leveringperiode, Uitstelperiode } from './levering.types.js';
import {
  CorrectUitstelperiodeInput,
  ReportAfstelInput,
  ReportLeveringperiodeInput,
  ReportUitstelperiodeInput,
  ReportUitstelperiodenInput,
} from './meldingen.inputs.js';

const ReportUitstelperiodeResultaat = resultUnion('ReportUitstelperiodeResultaat', () => Uitstelperiode);
const CorrectUitstelperiodeResultaat = resultUnion('CorrectUitstelperiodeResultaat', () => Uitstelperiode);
const ReportLeveringperiodeResultaat = resultUnion('ReportLeveringperiodeResultaat', () => Leveringperiode);
const ReportAfstelResultaat = resultUnion('ReportAfstelResultaat', () => Afstel);

/** Reports of waiting and care. */
@Resolver()
export class MeldingenResolver {
  constructor(
    @Inject(WachtstatusService) private readonly wachtstatus: WachtstatusService,
    @Inject(LeveringService) private readonly leveringen: LeveringService,
  ) {}

  @Mutation(() => ReportUitstelperiodeResultaat, { description: 'Meldt hoe een cliënt wacht.' })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  reportUitstelperiode(@Args('input') input: ReportUitstelperiodeInput, @Context() ctx: GraphqlContext) {
    return answer(
      ctx,
      () => this.wachtstatus.reportUitstelperiode(ctx.request, input),
      (tx, id) => read(ctx, tx, 'uitstelperiode', id, uitstelperiodeNode),
    );
  }

  @Mutation(() => [ReportUitstelperiodeResultaat], {
    description:
      'Meldt van meer cliënten hoe zij wachten; elke melding staat op zichzelf en heeft een eigen antwoord.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  async reportUitstelperioden(
    @Args('input') input: ReportUitstelperiodenInput,
    @Context() ctx: GraphqlContext,
  ) {
    const results = await this.wachtstatus.reportUitstelperioden(ctx.request, input.meldingen);
    const answers: Awaited<ReturnType<MeldingenResolver['reportUitstelperiode']>>[] = [];
    for (const result of results) {
      answers.push(
        await answer(
          ctx,
          async () => {
            if (typeof result !== 'string') throw result;
            return result;
          },
          (tx, id) => read(ctx, tx, 'uitstelperiode', id, uitstelperiodeNode),
        ),
      );
    }
    return answers;
  }

  @Mutation(() => CorrectUitstelperiodeResultaat, {
    description: 'Verbetert een gemelde uitstelperiode; wat zij eerder zei blijft bewaard.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  correctUitstelperiode(@Args('input') input: CorrectUitstelperiodeInput, @Context() ctx: GraphqlContext) {
    return answer(
      ctx,
      () => this.wachtstatus.correctUitstelperiode(ctx.request, input),
      (tx, id) => read(ctx, tx, 'uitstelperiode', id, uitstelperiodeNode),
    );
  }

  @Mutation(() => ReportLeveringperiodeResultaat, { description: 'Meldt dat de zorg begint of eindigt.' })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  reportLeveringperiode(@Args('input') input: ReportLeveringperiodeInput, @Context() ctx: GraphqlContext) {
    return answer(
      ctx,
      () => this.leveringen.reportLeveringperiode(ctx.request, input),
      (tx, id) => read(ctx, tx, 'leveringperiode', id, leveringperiodeNode),
    );
  }

  @Mutation(() => ReportAfstelResultaat, {
    description: 'Meldt dat de toegewezen zorg nooit geleverd wordt.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  reportAfstel(@Args('input') input: ReportAfstelInput, @Context() ctx: GraphqlContext) {
    return answer(
      ctx,
      () => this.leveringen.reportAfstel(ctx.request, input),
      (tx, id) => read(ctx, tx, 'afstel', id, afstelNode),
    );
  }
}

/** Reads what was reported back, within the rights of the reporter. */
async function read<Node>(
  ctx: GraphqlContext,
  tx: Tx,
  soort: 'uitstelperiode' | 'leveringperiode' | 'afstel',
  id: string,
  node: (traject: BekendTraject, id: string) => Node | null,
): Promise<Node> {
  const specificatieID = await findSpecificatieVan(tx, soort, id);
  const trajecten = await findTrajecten(ctx.request, tx, specificatieID === null ? [] : [specificatieID]);
  const traject = specificatieID === null ? undefined : trajecten.get(specificatieID);
  const found = traject === undefined ? null : node(traject, id);
  if (found === null) throw new NietGevonden('De melding');
  return found;
}
