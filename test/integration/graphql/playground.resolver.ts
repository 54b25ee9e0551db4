import {
  Args,
  Context,
  Field,
  InputType,
  InterfaceType,
  Int,
  Mutation,
  ObjectType,
  Parent,
  Query,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { Toegang } from '../../../src/modules/toegang/index.js';
import { NietGevonden, OngeldigeInvoer } from '../../../src/platform/errors/index.js';
import {
  Connection,
  DateScalar,
  decodeCursor,
  PageArgs,
  toPage,
  UuidScalar,
  type GraphqlContext,
  type Page,
} from '../../../src/platform/graphql/index.js';

export const BSN = '999990019';

enum Kleur {
  ROOD = 'ROOD',
  BLAUW = 'BLAUW',
}
registerEnumType(Kleur, { name: 'Kleur' });

@ObjectType()
export class Knoop {
  @Field(() => Int)
  nummer!: number;

  /** Nested for as long as one asks. */
  readonly volgende?: Knoop;
}

@InterfaceType({ resolveType: () => Ding })
abstract class Benoemd {
  @Field(() => String)
  naam!: string;
}

@ObjectType({ implements: () => Benoemd })
class Ding extends Benoemd {}

@ObjectType()
class KnoopConnection extends Connection(Knoop) {}

@InputType()
class TelInput {
  @Field(() => DateScalar, { nullable: true })
  datum?: string | null;

  @Field(() => UuidScalar, { nullable: true })
  id?: string | null;

  @Field(() => Kleur, { nullable: true })
  kleur?: Kleur | null;

  @Field(() => Int, { nullable: true })
  aantal?: number | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(10, { message: 'Deze tekst is te lang.' })
  tekst?: string | null;
}

const EVERYBODY = ['ZORGKANTOOR', 'ZORGAANBIEDER'] as const;

/** Fields that do the things an edge must cope with. */
@Resolver(() => Knoop)
export class PlaygroundResolver {
  static geteld = 0;
  static counted = 0;

  @Query(() => Knoop)
  @Toegang(...EVERYBODY)
  knoop(): Pick<Knoop, 'nummer'> {
    return { nummer: 1 };
  }

  @Query(() => KnoopConnection)
  @Toegang(...EVERYBODY)
  knopen(@Args() args: PageArgs): Page<Pick<Knoop, 'nummer'>> {
    const after = typeof args.after === 'string' ? decodeCursor(args.after, ['int'])[0] : 0;
    const rows = Array.from({ length: args.first + 1 }, (_, i) => ({ nummer: after + i + 1 }));
    return toPage(
      rows,
      args,
      ({ nummer }) => [nummer],
      () => {
        PlaygroundResolver.counted += 1;
        return Promise.resolve(500);
      },
    );
  }

  @Query(() => Boolean)
  @Toegang('ZORGAANBIEDER')
  alleenAanbieder(): boolean {
    return true;
  }

  @Query(() => Boolean)
  @Toegang(...EVERYBODY)
  mislukt(): boolean {
    throw new Error(`cannot do this to ${BSN}`);
  }

  @Query(() => Boolean)
  @Toegang(...EVERYBODY)
  onbekend(): boolean {
    throw new NietGevonden('Deze cliënt');
  }

  @Query(() => Boolean)
  @Toegang(...EVERYBODY)
  onjuist(): boolean {
    throw new OngeldigeInvoer('Dit kan niet.', { regel: 'P1', bron: 'CS002', pad: ['bsn'] });
  }

  @Query(() => String)
  @Toegang(...EVERYBODY)
  async sql(
    @Args('tekst', { type: () => String }) tekst: string,
    @Context() ctx: GraphqlContext,
  ): Promise<string> {
    const tx = await ctx.read();
    const [row] = await tx.query<{ id: string }>('select $1::uuid as id', [tekst]);
    return row?.id ?? '';
  }

  @Query(() => Boolean)
  @Toegang(...EVERYBODY)
  async slaap(
    @Args('seconden', { type: () => Int }) seconden: number,
    @Context() ctx: GraphqlContext,
  ): Promise<boolean> {
    const tx = await ctx.read();
    await tx.query('select pg_sleep($1), $2::text as merk', [seconden, 'wlz-slaap']);
    return true;
  }

  @Query(() => Benoemd)
  @Toegang(...EVERYBODY)
  benoemd(): Benoemd {
    return { naam: 'ding' };
  }

  @Mutation(() => Int)
  @Toegang(...EVERYBODY)
  tel(@Args('input', { type: () => TelInput, nullable: true }) _input?: TelInput): number {
    return ++PlaygroundResolver.geteld;
  }

  @Query(() => Int)
  @Toegang(...EVERYBODY)
  stand(): number {
    return PlaygroundResolver.geteld;
  }

  @ResolveField(() => Knoop)
  volgende(@Parent() knoop: Pick<Knoop, 'nummer'>): Pick<Knoop, 'nummer'> {
    return { nummer: knoop.nummer + 1 };
  }

  @ResolveField(() => [Knoop])
  buren(@Parent() knoop: Pick<Knoop, 'nummer'>): Pick<Knoop, 'nummer'>[] {
    return [{ nummer: knoop.nummer + 1 }];
  }
}
