import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { holdsOn } from '../../../platform/clock/index.js';
import { NietGevonden } from '../../../platform/errors/index.js';
import { answer, resultUnion, UuidScalar, type GraphqlContext } from '../../../platform/graphql/index.js';
import { Client, clientByID, type ClientRow } from '../../client/index.js';
import { Codelijsten } from '../../codelijst/index.js';
import { Toegang } from '../../toegang/index.js';
import type {
  Grondslaggegevens,
  Wzdgegevens,
  Zorgzwaartepakketgegevens,
} from '../domain/indicatiedossier.js';
import { findIndicaties, type IndicatieRow } from '../indicatie.queries.js';
import { IndicatieService } from '../indicatie.service.js';
import { RegisterIndicatieInput } from './indicatie.inputs.js';
import {
  grondslagenByIndicatie,
  indicatieByID,
  wzdByIndicatie,
  zorgzwaartepakkettenByIndicatie,
} from './indicatie.loaders.js';
import { GeindiceerdZorgzwaartepakket, Grondslag, Indicatie, Wzd } from './indicatie.types.js';

const RegisterIndicatieResultaat = resultUnion('RegisterIndicatieResultaat', () => Indicatie);

@Resolver(() => Indicatie)
export class IndicatieResolver {
  constructor(
    @Inject(IndicatieService) private readonly indicaties: IndicatieService,
    @Inject(Codelijsten) private readonly codelijsten: Codelijsten,
  ) {}

  @Query(() => Indicatie, { description: 'Eén indicatie.' })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  async indicatie(
    @Args('id', { type: () => UuidScalar }) id: string,
    @Context() ctx: GraphqlContext,
  ): Promise<IndicatieRow> {
    const indicatie = await ctx.load(indicatieByID, id);
    if (indicatie === null) throw new NietGevonden('De indicatie', ['id']);
    return indicatie;
  }

  @Mutation(() => RegisterIndicatieResultaat, {
    description: 'Een indicatie van het CIZ registreren. Een latere indicatie beëindigt de lopende.',
  })
  @Toegang('ZORGKANTOOR')
  registerIndicatie(@Args('input') input: RegisterIndicatieInput, @Context() ctx: GraphqlContext) {
    return answer(
      ctx,
      () => this.indicaties.registerIndicatie(ctx.request, input),
      async (tx, wlzIndicatieID) => {
        const indicatie = (await findIndicaties(ctx.request, tx, [wlzIndicatieID])).get(wlzIndicatieID);
        if (indicatie === undefined) throw new NietGevonden('De indicatie');
        return indicatie;
      },
    );
  }

  @ResolveField(() => Client)
  async client(indicatie: IndicatieRow, _args: unknown, ctx: GraphqlContext): Promise<ClientRow> {
    const client = await ctx.load(clientByID, indicatie.clientID);
    if (client === null) throw new NietGevonden('De cliënt');
    return client;
  }

  @ResolveField(() => [Grondslag])
  async grondslagen(
    { wlzIndicatieID }: IndicatieRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<readonly Grondslaggegevens[]> {
    return (await ctx.load(grondslagenByIndicatie, wlzIndicatieID)) ?? [];
  }

  @ResolveField(() => [GeindiceerdZorgzwaartepakket])
  async geindiceerdeZorgzwaartepakketten(
    { wlzIndicatieID }: IndicatieRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<readonly Zorgzwaartepakketgegevens[]> {
    return (await ctx.load(zorgzwaartepakkettenByIndicatie, wlzIndicatieID)) ?? [];
  }

  @ResolveField(() => Wzd, { nullable: true })
  wzd({ wlzIndicatieID }: IndicatieRow, _args: unknown, ctx: GraphqlContext): Promise<Wzdgegevens | null> {
    return ctx.load(wzdByIndicatie, wlzIndicatieID);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'VV, GHZ of GGZ: de sector van het zorgprofiel van vandaag, of anders het laatste.',
  })
  async sector(
    { wlzIndicatieID }: IndicatieRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<string | null> {
    const { today } = ctx.request;
    const pakketten = (await ctx.load(zorgzwaartepakkettenByIndicatie, wlzIndicatieID)) ?? [];
    const zzp =
      pakketten.find(({ ingangsdatum, einddatum }) => holdsOn(today, ingangsdatum, einddatum)) ??
      pakketten.at(-1);
    return zzp === undefined
      ? null
      : (this.codelijsten.zorgprofiel(zzp.zzpCode, zzp.ingangsdatum)?.sector ?? null);
  }
}
