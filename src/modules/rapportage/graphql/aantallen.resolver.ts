import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../../platform/graphql/index.js';
import { Toegang } from '../../toegang/index.js';
import { peilingVan } from '../../wachtlijst/index.js';
import type { Telling } from '../domain/aantallen.js';
import {
  countVerloop,
  countWachtenden,
  type Aantallenvraag,
  type Maandstand,
} from '../wachtlijstaantallen.queries.js';
import { WachtlijstAantallen, WachtlijstAantallenArgs, WachtlijstMaandstand } from './aantallen.types.js';

/** The answer with what was asked, which its course needs once more. */
interface Antwoord extends Telling {
  readonly op: string;
  readonly zoalsBekendOp: string | null;
  readonly vraag: Aantallenvraag;
  readonly maanden: number;
}

@Resolver(() => WachtlijstAantallen)
export class AantallenResolver {
  @Query(() => WachtlijstAantallen, {
    description: 'De wachtlijst in aantallen: naar wachtstatus, sector en norm, en het verloop over maanden.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  async wachtlijstAantallen(
    @Args() { zorgkantoor, instelling = null, maanden, ...moment }: WachtlijstAantallenArgs,
    @Context() ctx: GraphqlContext,
  ): Promise<Antwoord> {
    const peiling = peilingVan(ctx.request, moment);
    const vraag = { peiling, zorgkantoor, instelling };
    const tx = await ctx.read();
    tx.searched({ zorgkantoor, instelling, ...peiling });
    return { ...(await countWachtenden(ctx.request, tx, vraag)), ...peiling, vraag, maanden };
  }

  @ResolveField(() => [WachtlijstMaandstand], {
    description: 'Het einde van elke maand tot en met de gevraagde dag, de oudste eerst.',
  })
  async verloop({ vraag, maanden }: Antwoord, _args: unknown, ctx: GraphqlContext): Promise<Maandstand[]> {
    return countVerloop(ctx.request, await ctx.read(), vraag, maanden);
  }
}
