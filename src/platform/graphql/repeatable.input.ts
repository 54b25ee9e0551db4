import { Field, InputType } from '@nestjs/graphql';
import { IsOptional, Length } from 'class-validator';

/** What a mutation takes that its sender may repeat safely (see `Mutations`). */
@InputType({ isAbstract: true })
export abstract class RepeatableInput {
  @Field(() => String, {
    nullable: true,
    description: 'Uw eigen sleutel, zodat herhalen veilig is (7 dagen).',
  })
  @IsOptional()
  @Length(1, 100, { message: 'Een sleutel heeft 1 tot en met 100 tekens.' })
  idempotencySleutel?: string | null;
}
