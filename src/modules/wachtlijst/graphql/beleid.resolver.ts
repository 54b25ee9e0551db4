import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { answer, DateScalar, resultUnion, type GraphqlContext } from '../../../platform/graphql/index.js';
import { Toegang } from '../../toegang/index.js';
import { findVolgordebeleid, findWachtnormen } from '../beleid.queries.js';
import { BeleidService } from '../beleid.service.js';
import { beleidOp, geldigTot, type Volgordebeleid as Beleid } from '../domain/volgordebeleid.js';
import { SLEUTELS } from '../domain/volgordesleutel.js';
import { normenOp, normgebied, type Wachtnorm as Norm } from '../domain/wachtnorm.js';
import { codeVan, isWachtstatuscode, wachtstatusVan } from '../domain/wachtstatus.js';
import {
  RecordVolgordebeleidInput,
  SetStreefnormInput,
  Volgordebeleid,
  Wachtnorm,
  WachtnormenArgs,
} from './beleid.types.js';

const RecordVolgordebeleidResultaat = resultUnion('RecordVolgordebeleidResultaat', () => Volgordebeleid);
const SetStreefnormResultaat = resultUnion('SetStreefnormResultaat', () => Wachtnorm);

/** What the office decides about the list: its order and its norms. No client data in any of it. */
@Resolver()
export class BeleidResolver {
  constructor(@Inject(BeleidService) private readonly service: BeleidService) {}

  @Query(() => Volgordebeleid, {
    description: 'De volgorde die op een dag geldt; vandaag als u niets opgeeft.',
  })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER', 'BEHEERDER')
  async volgordebeleid(
    @Args('op', { type: () => DateScalar, nullable: true }) op: string | null | undefined,
    @Context() ctx: GraphqlContext,
  ): Promise<Volgordebeleid> {
    const beleid = await findVolgordebeleid(await ctx.read());
    return beleidNode(beleid, beleidOp(beleid, op ?? ctx.request.today));
  }

  @Query(() => [Volgordebeleid], { description: 'Alle versies van de volgorde, de nieuwste eerst.' })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER', 'BEHEERDER')
  async volgordebeleidVersies(@Context() ctx: GraphqlContext): Promise<Volgordebeleid[]> {
    const beleid = await findVolgordebeleid(await ctx.read());
    return beleid.map((one) => beleidNode(beleid, one)).reverse();
  }

  @Query(() => [Wachtnorm], { description: 'De normen voor wachten, die voorgaat het eerst.' })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER', 'BEHEERDER')
  async wachtnormen(
    @Args() { zorgkantoor, op }: WachtnormenArgs,
    @Context() ctx: GraphqlContext,
  ): Promise<Wachtnorm[]> {
    const normen = await findWachtnormen(await ctx.read(), zorgkantoor == null ? null : [zorgkantoor]);
    return (op == null ? normen : normenOp(normen, op)).map(normNode);
  }

  @Mutation(() => RecordVolgordebeleidResultaat, {
    description: 'Legt een nieuwe volgorde vast die vanaf een dag geldt, voor alle regio’s.',
  })
  @Toegang('BEHEERDER')
  recordVolgordebeleid(@Args('input') input: RecordVolgordebeleidInput, @Context() ctx: GraphqlContext) {
    const sleutels = input.sleutels.map(({ naam, richting }) => ({ naam, richting: richting ?? 'OP' }));
    return answer(
      ctx,
      () => this.service.recordVolgordebeleid(ctx.request, { ...input, sleutels }),
      async (tx, versie) => {
        const beleid = await findVolgordebeleid(tx);
        return beleidNode(beleid, found(beleid.find((one) => one.versie === versie)));
      },
    );
  }

  @Mutation(() => SetStreefnormResultaat, {
    description: 'Vult vanaf een dag een streefnorm van uw zorgkantoor in, of maakt die weer leeg.',
  })
  @Toegang('ZORGKANTOOR')
  setStreefnorm(@Args('input') input: SetStreefnormInput, @Context() ctx: GraphqlContext) {
    const gebied = {
      zorgkantoor: input.zorgkantoor,
      sector: input.sector ?? null,
      leveringsstatus: codeVan(input.wachtstatus),
      classificatie: input.classificatie ?? null,
    };
    const { versie, geldigVanaf, bron, dagen } = input;
    const opgave = { ...gebied, versie, geldigVanaf, bron, normDagen: dagen ?? null };
    return answer(
      ctx,
      () => this.service.setStreefnorm(ctx.request, opgave),
      async (tx, nieuw) => {
        const normen = await findWachtnormen(tx, [gebied.zorgkantoor]);
        const sleutel = normgebied({ ...gebied, soort: 'STREEFNORM' });
        return normNode(found(normen.find((norm) => norm.versie === nieuw && normgebied(norm) === sleutel)));
      },
    );
  }
}

function found<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('What was just stored is not there.');
  return row;
}

function beleidNode(alle: readonly Beleid[], beleid: Beleid): Volgordebeleid {
  const tot = geldigTot(alle, beleid);
  const vervallen = tot !== null && tot < beleid.geldigVanaf;
  const sleutels = beleid.sleutels.map(({ naam, richting }) => ({
    naam,
    richting,
    regel: SLEUTELS[naam].regel[richting],
  }));
  return Object.assign(new Volgordebeleid(), { ...beleid, sleutels, geldigTot: tot, vervallen });
}

function normNode(norm: Norm): Wachtnorm {
  const { leveringsstatus: code, normDagen } = norm;
  return Object.assign(new Wachtnorm(), {
    ...norm,
    wachtstatus: code !== null && isWachtstatuscode(code) ? wachtstatusVan(code).naam : null,
    dagen: normDagen,
  });
}
