import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Tx } from '../../../platform/database/index.js';
import { NietGevonden } from '../../../platform/errors/index.js';
import {
  answer,
  decodeCursor,
  resultUnion,
  toPage,
  type GraphqlContext,
  type Page,
} from '../../../platform/graphql/index.js';
import { Toegang } from '../../toegang/index.js';
import { Locatie } from '../../zorgaanbieder/index.js';
import { PlaatsenService } from '../plaatsen.service.js';
import {
  countLocaties,
  findLocaties,
  findPlaatsgroep,
  LOCATIES_KEYSET,
  type LocatieRow,
  type PlaatsgroepRow,
} from '../plaatsgroep.queries.js';
import { ConfirmPlaatsenInput, RecordPlaatsenInput } from './plaats.inputs.js';
import { plaatsgroepenByLocatie } from './plaats.loaders.js';
import { LocatieConnection, LocatiesArgs, Plaatsgroep } from './plaatsen.types.js';

const RecordPlaatsenResultaat = resultUnion('RecordPlaatsenResultaat', () => Plaatsgroep);
const ConfirmPlaatsenResultaat = resultUnion('ConfirmPlaatsenResultaat', () => Plaatsgroep);

/** Locations and their places. */
@Resolver(() => Locatie)
export class PlaatsenResolver {
  constructor(@Inject(PlaatsenService) private readonly plaatsen: PlaatsenService) {}

  @Query(() => LocatieConnection, {
    description:
      'Locaties met hun plaatsen: een zorgaanbieder de eigen, een zorgkantoor die van zijn regio’s.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  async locaties(@Args() args: LocatiesArgs, @Context() ctx: GraphqlContext): Promise<Page<LocatieRow>> {
    const filter = args.filter ?? {};
    const after = args.after == null ? null : decodeCursor(args.after, LOCATIES_KEYSET);
    const tx = await ctx.read();
    const rows = await findLocaties(ctx.request, tx, filter, args.first + 1, after);
    return toPage(
      rows,
      args,
      ({ agb, naam, locatieID }) => [agb, naam, locatieID],
      () => countLocaties(ctx.request, tx, filter),
    );
  }

  @ResolveField(() => [Plaatsgroep], { name: 'plaatsen', description: 'Leeg zolang er niets is opgegeven.' })
  async plaatsenVan(
    { locatieID }: { locatieID: string },
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<readonly PlaatsgroepRow[]> {
    return (await ctx.load(plaatsgroepenByLocatie, locatieID)) ?? [];
  }

  @Mutation(() => RecordPlaatsenResultaat, {
    description:
      'Geeft op hoeveel plaatsen een eigen locatie heeft. Nooit minder dan er bezet of toegezegd zijn.',
  })
  @Toegang('ZORGAANBIEDER', 'ZORGKANTOOR')
  recordPlaatsen(@Args('input') input: RecordPlaatsenInput, @Context() ctx: GraphqlContext) {
    return answer(
      ctx,
      () => this.plaatsen.recordPlaatsen(ctx.request, input),
      (tx, id) => shown(ctx, tx, id),
    );
  }

  @Mutation(() => ConfirmPlaatsenResultaat, {
    description: 'Bevestigt dat de opgave van plaatsen nog klopt.',
  })
  @Toegang('ZORGAANBIEDER', 'ZORGKANTOOR')
  confirmPlaatsen(@Args('input') input: ConfirmPlaatsenInput, @Context() ctx: GraphqlContext) {
    return answer(
      ctx,
      () => this.plaatsen.confirmPlaatsen(ctx.request, input),
      (tx, id) => shown(ctx, tx, id),
    );
  }
}

async function shown(ctx: GraphqlContext, tx: Tx, id: string): Promise<PlaatsgroepRow> {
  const groep = await findPlaatsgroep(ctx.request, tx, id);
  if (groep === null) throw new NietGevonden('De plaatsen');
  return groep;
}
