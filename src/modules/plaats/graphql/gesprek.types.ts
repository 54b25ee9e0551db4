import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar, UuidScalar } from '../../../platform/graphql/index.js';
import { GespreksresultaatEnum } from './plaats.enums.js';

@ObjectType({ description: 'Het gesprek waar een tweede weigering om vraagt (W8).' })
export class Gesprekstaak {
  @Field(() => UuidScalar)
  gesprekstaakID!: string;

  @Field(() => UuidScalar)
  bemiddelingID!: string;

  @Field(() => UuidScalar)
  bemiddelingspecificatieID!: string;

  @Field(() => UuidScalar, { description: 'Het geweigerde aanbod dat om het gesprek vroeg.' })
  aanbodID!: string;

  @Field(() => String, { nullable: true, description: 'AGB-code van de dossierhouder van vandaag.' })
  dossierhouder!: string | null;

  @Field(() => DateScalar)
  sinds!: string;

  @Field(() => DateScalar)
  uiterlijk!: string;

  @Field(() => String, { description: 'Waarom, en wat te bespreken; er verandert niets vanzelf.' })
  reden!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'De dag van het gesprek; leeg zolang het nog moet.',
  })
  gesprekOp!: string | null;

  @Field(() => GespreksresultaatEnum, { nullable: true })
  resultaat!: `${GespreksresultaatEnum}` | null;

  @Field(() => String, { nullable: true })
  toelichting!: string | null;

  @Field(() => Int)
  versie!: number;
}
