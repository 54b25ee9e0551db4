import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { NietGevonden } from '../../../platform/errors/index.js';
import { answer, resultUnion, type GraphqlContext } from '../../../platform/graphql/index.js';
import { Toegang } from '../../toegang/index.js';
import { codeVan, WACHTSTATUSSEN } from '../../wachtlijst/index.js';
import { ContactnormService, type Normgevolg } from '../contactnorm.service.js';
import type { Normrij } from '../domain/contactnorm.js';
import type { Normvoorstel } from '../domain/normbesluit.js';
import { findNormen } from '../verplichtingenboek.repository.js';
import {
  Contactnorm,
  Contactnormgevolg,
  RegisterContactnormInput,
  SimuleerContactnormArgs,
  type ContactnormInput,
} from './contactnorm.types.js';

const RegisterContactnormResultaat = resultUnion('RegisterContactnormResultaat', () => Contactnorm);

/** The norms on contact: no client data in any of it. */
@Resolver(() => Contactnorm)
export class ContactnormResolver {
  constructor(@Inject(ContactnormService) private readonly service: ContactnormService) {}

  @Query(() => [Contactnorm], { description: 'Alle contactnormen, ook die nog ingaan of voorbij zijn.' })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER')
  async contactnormen(@Context() ctx: GraphqlContext): Promise<Contactnorm[]> {
    return (await findNormen(await ctx.read())).map(node);
  }

  @Query(() => Contactnormgevolg, {
    description: 'Hoeveel verplichtingen een norm te laat zou maken, per zorgaanbieder. Legt niets vast.',
  })
  @Toegang('ZORGKANTOOR')
  async simuleerContactnorm(
    @Args() { norm }: SimuleerContactnormArgs,
    @Context() ctx: GraphqlContext,
  ): Promise<Normgevolg> {
    return this.service.simuleerContactnorm(ctx.request, await ctx.read(), voorstel(norm));
  }

  @Mutation(() => RegisterContactnormResultaat, {
    description: 'Legt vanaf een dag een strengere norm vast; open verplichtingen volgen op die dag.',
  })
  @Toegang('ZORGKANTOOR')
  registerContactnorm(@Args('input') input: RegisterContactnormInput, @Context() ctx: GraphqlContext) {
    return answer(
      ctx,
      () => this.service.registerContactnorm(ctx.request, { ...voorstel(input), bron: input.bron }),
      async (tx, id) => {
        const norm = (await findNormen(tx)).find(({ contactnormID }) => contactnormID === id);
        if (norm === undefined) throw new NietGevonden('De contactnorm');
        return node(norm);
      },
    );
  }
}

function voorstel(input: ContactnormInput): Normvoorstel {
  const { zorgkantoor, soort, wachtstatus, classificatie, maxDagen, geldigVanaf, geldigTot } = input;
  return {
    zorgkantoor,
    soort,
    leveringsstatus: codeVan(wachtstatus),
    classificatie: classificatie ?? null,
    maxDagen,
    geldigVanaf,
    geldigTot: geldigTot ?? null,
  };
}

function node(norm: Normrij): Contactnorm {
  const status = WACHTSTATUSSEN.find(({ code }) => code === norm.leveringsstatus);
  if (status === undefined) throw new Error('a norm for a status under which nobody waits');
  return {
    ...norm,
    soort: norm.tegenpartij === 'CLIENT' ? 'DOSSIERHOUDER_CLIENT' : 'COORDINATOR_DOSSIERHOUDER',
    wachtstatus: status.naam,
  };
}
