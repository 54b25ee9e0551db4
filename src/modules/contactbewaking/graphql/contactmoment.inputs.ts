import { Field, InputType } from '@nestjs/graphql';
import { DateScalar, UuidScalar, RepeatableInput } from '../../../platform/graphql/index.js';
import type { CorrectContactmoment, RecordContactmoment } from '../contactmoment.service.js';
import { RegierolEnum } from '../../bemiddeling/index.js';
import { ContactpartijEnum, ContactvormEnum } from './contact.enums.js';

@InputType({ description: 'Een contact dat u zelf had, in een regierol die u op die dag had.' })
export class RecordContactmomentInput extends RepeatableInput implements RecordContactmoment {
  @Field(() => UuidScalar)
  bemiddelingID!: string;

  @Field(() => DateScalar, { description: 'Niet na vandaag.' })
  datum!: string;

  @Field(() => RegierolEnum, { description: 'De rol waarin u het contact had.' })
  regierol!: `${RegierolEnum}`;

  @Field(() => ContactpartijEnum)
  met!: `${ContactpartijEnum}`;

  @Field(() => ContactvormEnum)
  vorm!: `${ContactvormEnum}`;

  @Field(() => Boolean, { description: 'Nee bij een poging: die wordt bewaard en telt niet mee.' })
  gesproken!: boolean;
}

@InputType({ description: 'Wat u weglaat blijft zoals het is. Met intrekken neemt u het contact terug.' })
export class CorrectContactmomentInput extends RepeatableInput implements CorrectContactmoment {
  @Field(() => UuidScalar)
  contactmomentID!: string;

  @Field(() => DateScalar, { nullable: true })
  datum?: string | null;

  @Field(() => ContactpartijEnum, { nullable: true })
  met?: `${ContactpartijEnum}` | null;

  @Field(() => ContactvormEnum, { nullable: true })
  vorm?: `${ContactvormEnum}` | null;

  @Field(() => Boolean, { nullable: true })
  gesproken?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  intrekken?: boolean | null;
}
