import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import type { Tx } from '../../../platform/database/index.js';
import { NietGevonden } from '../../../platform/errors/index.js';
import { answer, resultUnion, type GraphqlContext } from '../../../platform/graphql/index.js';
import { Toegang } from '../../toegang/index.js';
import { Zorgaanbieder, zorgaanbiederByAgb, type ZorgaanbiederRow } from '../../zorgaanbieder/index.js';
import { findContactmomenten, type ContactmomentRow } from '../contactmoment.queries.js';
import { ContactmomentService } from '../contactmoment.service.js';
import { CorrectContactmomentInput, RecordContactmomentInput } from './contactmoment.inputs.js';
import { Contactmoment } from './contactmoment.types.js';

const RecordContactmomentResultaat = resultUnion('RecordContactmomentResultaat', () => Contactmoment);
const CorrectContactmomentResultaat = resultUnion('CorrectContactmomentResultaat', () => Contactmoment);

@Resolver(() => Contactmoment)
export class ContactmomentResolver {
  constructor(@Inject(ContactmomentService) private readonly contacten: ContactmomentService) {}

  @Mutation(() => RecordContactmomentResultaat, {
    description: 'Legt een contact vast. Alleen voor de zorgaanbieder die het contact had, in zijn regierol.',
  })
  @Toegang('ZORGAANBIEDER', 'ZORGKANTOOR')
  recordContactmoment(@Args('input') input: RecordContactmomentInput, @Context() ctx: GraphqlContext) {
    return answer(
      ctx,
      () => this.contacten.recordContactmoment(ctx.request, input),
      (tx, id) => shown(ctx, tx, id),
    );
  }

  @Mutation(() => CorrectContactmomentResultaat, {
    description: 'Wijzigt een eigen contact of trekt het in; wat er stond blijft bewaard.',
  })
  @Toegang('ZORGAANBIEDER', 'ZORGKANTOOR')
  correctContactmoment(@Args('input') input: CorrectContactmomentInput, @Context() ctx: GraphqlContext) {
    return answer(
      ctx,
      () => this.contacten.correctContactmoment(ctx.request, input),
      (tx, id) => shown(ctx, tx, id),
    );
  }

  @ResolveField(() => Zorgaanbieder, { nullable: true })
  zorgaanbieder(
    contact: ContactmomentRow,
    _args: unknown,
    ctx: GraphqlContext,
  ): Promise<ZorgaanbiederRow | null> {
    return ctx.load(zorgaanbiederByAgb, contact.instelling);
  }
}

async function shown(ctx: GraphqlContext, tx: Tx, id: string): Promise<ContactmomentRow> {
  const contact = (await findContactmomenten(ctx.request, tx, [id])).get(id);
  if (contact === undefined) throw new NietGevonden('Het contactmoment');
  return contact;
}
