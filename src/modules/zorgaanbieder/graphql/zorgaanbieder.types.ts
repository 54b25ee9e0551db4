import { Field, Int, ObjectType } from '@nestjs/graphql';
import { UuidScalar } from '../../../platform/graphql/index.js';

@ObjectType({ description: 'Een gebouw of kantoor van een zorgaanbieder.' })
export class Locatie {
  @Field(() => UuidScalar)
  locatieID!: string;

  @Field(() => String)
  naam!: string;

  @Field(() => String)
  plaatsnaam!: string;

  @Field(() => String)
  postcode!: string;

  @Field(() => Int, {
    description: 'Aantal plaatsen; 0 voor een kantoor van waaruit zorg thuis wordt geleverd.',
  })
  capaciteit!: number;
}

@ObjectType({ description: 'Een zorgaanbieder, bekend onder zijn AGB-code.' })
export class Zorgaanbieder {
  @Field(() => String, { description: 'AGB-code, acht cijfers.' })
  agbCode!: string;

  @Field(() => String)
  naam!: string;

  @Field(() => [String], { description: 'Sectoren waarin de zorgaanbieder zorg levert.' })
  sectoren!: readonly string[];

  @Field(() => [String], { description: 'Leveringsvormen die de zorgaanbieder biedt (COD578).' })
  leveringsvormen!: readonly string[];

  @Field(() => String, { description: 'Zorgkantoorregio (COD001).' })
  zorgkantoor!: string;

  @Field(() => String, { nullable: true })
  telefoonnummer!: string | null;

  @Field(() => String, { nullable: true })
  emailadres!: string | null;
}
