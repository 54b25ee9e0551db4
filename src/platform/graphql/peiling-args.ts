import { ArgsType, Field } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { DateScalar, DateTimeScalar } from './scalars.js';

/** Arguments of a field that can be asked as it was. */
@ArgsType()
export class PeilingArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Alleen wat op deze dag geldt; alles als u niets opgeeft.',
  })
  @IsOptional()
  op?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Zoals het toen bij ons bekend was; alles wat nu bekend is als u niets opgeeft.',
  })
  @IsOptional()
  zoalsBekendOp?: string | null;
}
