import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Tx } from '../../../platform/database/index.js';
import { NietGevonden } from '../../../platform/errors/index.js';
import {
  answer,
  decodeCursor,
  PageArgs,
  resultUnion,
  toPage,
  type GraphqlContext,
  type Page,
} from '../../../platform/graphql/index.js';
import {
  countBlokkades,
  findBlokkade,
  findBlokkades,
  KEYSET,
  keysetOf,
  type BlokkadeRow,
} from '../blokkade/blokkade.queries.js';
import { BlokkadeService } from '../blokkade/blokkade.service.js';
import { Toegang } from '../toegang.decorator.js';
import {
  BlokkeerGebruikerInput,
  DeblokkeerGebruikerInput,
  GeblokkeerdeGebruiker,
  GeblokkeerdeGebruikerConnection,
} from './blokkade.types.js';

const BlokkeerGebruikerResultaat = resultUnion('BlokkeerGebruikerResultaat', () => GeblokkeerdeGebruiker);
const DeblokkeerGebruikerResultaat = resultUnion('DeblokkeerGebruikerResultaat', () => GeblokkeerdeGebruiker);

@Resolver()
export class BlokkadeResolver {
  constructor(@Inject(BlokkadeService) private readonly service: BlokkadeService) {}

  @Query(() => GeblokkeerdeGebruikerConnection, {
    description: 'Wie er niet in mag of mocht, de laatste eerst.',
  })
  @Toegang('BEHEERDER', 'LOGBEHEERDER')
  async geblokkeerdeGebruikers(
    @Args() args: PageArgs,
    @Context() ctx: GraphqlContext,
  ): Promise<Page<BlokkadeRow>> {
    const after = args.after == null ? null : decodeCursor(args.after, KEYSET)[0];
    const tx = await ctx.read();
    const rows = await findBlokkades(tx, args.first + 1, after);
    return toPage(rows, args, keysetOf, () => countBlokkades(tx));
  }

  @Mutation(() => BlokkeerGebruikerResultaat, {
    description: 'Laat iemand er niet meer in, ook niet met een token dat nog geldig is. Werkt meteen.',
  })
  @Toegang('BEHEERDER')
  blokkeerGebruiker(@Args('input') input: BlokkeerGebruikerInput, @Context() ctx: GraphqlContext) {
    const { sub, rol = null, reden } = input;
    return answer(ctx, () => this.service.block(ctx.request, { sub, rol, reden }), read);
  }

  @Mutation(() => DeblokkeerGebruikerResultaat, { description: 'Laat iemand er weer in.' })
  @Toegang('BEHEERDER')
  deblokkeerGebruiker(@Args('input') input: DeblokkeerGebruikerInput, @Context() ctx: GraphqlContext) {
    const { geblokkeerdeGebruikerID, versie } = input;
    return answer(ctx, () => this.service.unblock(ctx.request, geblokkeerdeGebruikerID, versie), read);
  }
}

async function read(tx: Tx, id: string): Promise<BlokkadeRow> {
  const row = await findBlokkade(tx, id);
  if (row === null) throw new NietGevonden('De blokkade');
  return row;
}
