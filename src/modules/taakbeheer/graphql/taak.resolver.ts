import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CLOCK, type Clock } from '../../../platform/clock/index.js';
import { NietGevonden } from '../../../platform/errors/index.js';
import { answer, resultUnion, type GraphqlContext } from '../../../platform/graphql/index.js';
import { Planning, Taakregister } from '../../../platform/scheduling/index.js';
import { Toegang } from '../../toegang/index.js';
import { findRun, findRuns, type TaakrunRow } from '../taak.queries.js';
import { TaakbeheerService } from '../taakbeheer.service.js';
import { RunTaakInput, Taak, Taakrun, TakenArgs } from './taak.types.js';

const RunTaakResultaat = resultUnion('RunTaakResultaat', () => Taakrun);

/** What runs by itself, and how it went. No client data in any of it. */
@Resolver()
export class TaakResolver {
  constructor(
    @Inject(TaakbeheerService) private readonly service: TaakbeheerService,
    @Inject(Taakregister) private readonly taken: Taakregister,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => [Taak], { description: 'De taken, hun laatste runs en wanneer ze weer lopen.', name: 'taken' })
  @Toegang('BEHEERDER', 'ZORGKANTOOR')
  async list(@Args() { runs }: TakenArgs, @Context() ctx: GraphqlContext): Promise<Taak[]> {
    const rows = await findRuns(await ctx.read(), runs);
    return this.taken.all().map(({ id, omschrijving, schema }) => ({
      id,
      omschrijving,
      cron: schema.cron,
      volgende: this.clock.dayIsFixed ? null : Planning.lees(schema).volgende(ctx.request.now),
      runs: rows.filter(({ taak }) => taak === id).map(runNode),
    }));
  }

  @Mutation(() => RunTaakResultaat, {
    description: 'Zet een taak klaar om nu te lopen. Hoe het gaat staat in taken.',
  })
  @Toegang('BEHEERDER')
  runTaak(@Args('input') input: RunTaakInput, @Context() ctx: GraphqlContext) {
    return answer(
      ctx,
      () => this.service.runTaak(ctx.request, input),
      async (tx, id) => {
        const run = await findRun(tx, id);
        if (run === null) throw new NietGevonden('De run');
        return runNode(run);
      },
    );
  }
}

function runNode({ resultaat, ...run }: TaakrunRow): Taakrun {
  const uitkomsten = Object.entries(resultaat ?? {});
  return { ...run, resultaat: uitkomsten.map(([naam, waarde]) => ({ naam, waarde: String(waarde) })) };
}
