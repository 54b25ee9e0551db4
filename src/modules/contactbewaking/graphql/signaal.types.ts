import { ArgsType, Field, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, Matches, ValidateNested } from 'class-validator';
import {
  Connection,
  DateScalar,
  PageArgs,
  Reden,
  UuidScalar,
  RepeatableInput,
} from '../../../platform/graphql/index.js';
import type { SignalenFilter } from '../signaal.queries.js';
import type { SnoozeSignaal } from '../signaal.service.js';
import { ContactsignaalsoortEnum, ContactverplichtingsoortEnum } from './contact.enums.js';

@ObjectType({ description: 'Dat een contactverplichting aandacht vraagt; per oorzaak één.' })
export class Contactsignaal {
  @Field(() => UuidScalar)
  signaalID!: string;

  @Field(() => ContactsignaalsoortEnum)
  soort!: `${ContactsignaalsoortEnum}`;

  @Field(() => ContactverplichtingsoortEnum)
  verplichting!: `${ContactverplichtingsoortEnum}`;

  @Field(() => UuidScalar)
  bemiddelingID!: string;

  @Field(() => String, { description: 'AGB-code van de zorgaanbieder die het contact moet hebben.' })
  instelling!: string;

  @Field(() => String, { description: 'Het verantwoordelijke zorgkantoor.' })
  zorgkantoor!: string;

  @Field(() => DateScalar, {
    description:
      'De uiterlijke datum waar het om gaat; bij de jaarnorm de eerste dag waarop die niet gehaald was.',
  })
  aanleiding!: string;

  @Field(() => DateScalar, { description: 'De dag waarop de oorzaak werd vastgesteld.' })
  vastgesteldOp!: string;

  @Field(() => Boolean, { description: 'Ja als de oorzaak er nu nog is.' })
  levend!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Sinds wanneer de oorzaak, die terecht was, weg is.',
  })
  beeindigdOp!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Sinds wanneer bekend is dat het signaal onterecht was.',
  })
  ingetrokkenOp!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Tot en met deze dag heeft iemand het uitgesteld.',
  })
  sluimertTot!: string | null;

  @Field(() => String, { nullable: true })
  sluimerreden!: string | null;
}

@ObjectType()
export class ContactsignaalConnection extends Connection(Contactsignaal) {}

@InputType({ description: 'Alle opgegeven delen moeten gelden.' })
export class SignalenFilterInput implements SignalenFilter {
  @Field(() => [ContactsignaalsoortEnum], { nullable: true, description: 'Weggelaten: alle.' })
  soort?: `${ContactsignaalsoortEnum}`[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Ja: alleen waarvan de oorzaak er nog is.' })
  levend?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Nee: zonder wat iemand heeft uitgesteld.' })
  sluimerend?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Het verantwoordelijke zorgkantoor (COD001).' })
  @IsOptional()
  @Matches(/^\d{4}$/, { message: 'Een zorgkantoor heeft een code van vier cijfers.' })
  zorgkantoor?: string | null;

  @Field(() => String, { nullable: true, description: 'AGB-code van wie het contact moet hebben.' })
  @IsOptional()
  @Matches(/^\d{8}$/, { message: 'Een AGB-code heeft acht cijfers.' })
  instelling?: string | null;
}

@ArgsType()
export class SignalenArgs extends PageArgs {
  @Field(() => SignalenFilterInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => SignalenFilterInput)
  filter?: SignalenFilterInput | null;
}

@InputType({ description: 'Stelt een signaal uit; de oorzaak blijft.' })
export class SnoozeSignaalInput extends RepeatableInput implements SnoozeSignaal {
  @Field(() => UuidScalar)
  signaalID!: string;

  @Field(() => DateScalar, { description: 'Tot en met deze dag hoeft niemand ernaar te kijken.' })
  tot!: string;

  @Reden()
  reden!: string;
}
