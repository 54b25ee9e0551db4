import { Field, ObjectType } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar, UuidScalar } from '../../../platform/graphql/index.js';
import { RegierolEnum } from '../../bemiddeling/index.js';
import { ContactpartijEnum, ContactvormEnum } from './contact.enums.js';

@ObjectType({ description: 'Een contact dat een regiehouder had of probeerde te krijgen.' })
export class Contactmoment {
  @Field(() => UuidScalar)
  contactmomentID!: string;

  @Field(() => UuidScalar)
  bemiddelingID!: string;

  @Field(() => DateScalar)
  datum!: string;

  @Field(() => String, { description: 'AGB-code van de zorgaanbieder die het contact had.' })
  instelling!: string;

  @Field(() => RegierolEnum, { description: 'De rol waarin het contact was.' })
  regierol!: `${RegierolEnum}`;

  @Field(() => ContactpartijEnum)
  met!: `${ContactpartijEnum}`;

  @Field(() => ContactvormEnum)
  vorm!: `${ContactvormEnum}`;

  @Field(() => Boolean, { description: 'Nee bij een poging: die telt niet mee.' })
  gesproken!: boolean;

  @Field(() => Boolean, { description: 'Ja als het contact achteraf is teruggenomen.' })
  ingetrokken!: boolean;

  @Field(() => DateTimeScalar, { description: 'Sinds wanneer dit hier bekend is.' })
  geregistreerdOp!: string;
}
