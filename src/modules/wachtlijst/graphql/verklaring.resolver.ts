import { Args, ArgsType, Context, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import {
  DateScalar,
  DateTimeScalar,
  UuidScalar,
  type GraphqlContext,
} from '../../../platform/graphql/index.js';
import { Toegang } from '../../toegang/index.js';
import type { Verklaring } from '../domain/volgorde.js';
import { explainVolgorde } from '../verklaring.queries.js';
import { peilingVan } from '../wachtlijst.bron.js';

@ArgsType()
export class VerklaarVolgordeArgs {
  @Field(() => UuidScalar, { description: 'Een bemiddelingspecificatieID.' })
  a!: string;

  @Field(() => UuidScalar, { description: 'Het bemiddelingspecificatieID van een andere plaats.' })
  b!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'De dag van de lijst; vandaag als u niets opgeeft.',
  })
  op?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'De lijst zoals die toen bij ons bekend was.' })
  zoalsBekendOp?: string | null;
}

@ObjectType({ description: 'Welke van twee plaatsen voorgaat, en waarom.' })
export class Volgordeverklaring implements Verklaring {
  @Field(() => UuidScalar, { description: 'Het bemiddelingspecificatieID van wie voorgaat.' })
  eerst!: string;

  @Field(() => String, { description: 'De sleutel die beslist.' })
  sleutel!: Verklaring['sleutel'];

  @Field(() => String)
  waardeA!: string;

  @Field(() => String)
  waardeB!: string;

  @Field(() => String, { description: 'De regel in woorden.' })
  regel!: string;

  @Field(() => String, { description: 'De versie van het beleid en waar dat op berust.' })
  bron!: string;

  @Field(() => String, { description: 'De verklaring in gewoon Nederlands.' })
  tekst!: string;
}

@Resolver()
export class VerklaringResolver {
  @Query(() => Volgordeverklaring, {
    description: 'Waarom staat de ene plaats boven de andere? Advies volgens het beleid van die dag.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  async verklaarVolgorde(
    @Args() args: VerklaarVolgordeArgs,
    @Context() ctx: GraphqlContext,
  ): Promise<Verklaring> {
    const peiling = peilingVan(ctx.request, args);
    return explainVolgorde(ctx.request, await ctx.read(), args, peiling);
  }
}
