import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { NietGevonden } from '../../../platform/errors/index.js';
import { answer, resultUnion, type GraphqlContext } from '../../../platform/graphql/index.js';
import { Client, clientByID } from '../../client/index.js';
import { Toegang } from '../../toegang/index.js';
import { BeeindigingService } from '../beeindiging.service.js';
import { RegisterOverlijdenInput } from './bemiddeling.inputs.js';

const RegisterOverlijdenResultaat = resultUnion('RegisterOverlijdenResultaat', () => Client);

@Resolver()
export class OverlijdenResolver {
  constructor(private readonly beeindiging: BeeindigingService) {}

  @Mutation(() => RegisterOverlijdenResultaat, {
    description: 'Legt een overlijden vast: toewijzingen, rollen en verplichtingen eindigen op die dag.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  registerOverlijden(@Args('input') input: RegisterOverlijdenInput, @Context() ctx: GraphqlContext) {
    return answer(
      ctx,
      () => this.beeindiging.registerOverlijden(ctx.request, input),
      async (_tx, clientID) => {
        const client = await ctx.load(clientByID, clientID);
        if (client === null) throw new NietGevonden('De cliënt');
        return client;
      },
    );
  }
}
