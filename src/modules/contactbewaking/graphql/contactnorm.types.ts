import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, ValidateNested } from 'class-validator';
import { DateScalar, Reden } from '../../../platform/graphql/index.js';
import { WachtstatusEnum } from '../../wachtlijst/index.js';
import { ContactverplichtingsoortEnum } from './contact.enums.js';

@ObjectType({ description: 'Hoeveel dagen er ten hoogste tussen twee contacten mogen liggen.' })
export class Contactnorm {
  @Field(() => Int)
  contactnormID!: number;

  @Field(() => Int, {
    description: 'De hoeveelste norm van dit zorgkantoor voor deze verplichting en wachtstatus.',
  })
  versie!: number;

  @Field(() => String, { nullable: true, description: 'Leeg: de norm geldt overal.' })
  zorgkantoor!: string | null;

  @Field(() => ContactverplichtingsoortEnum)
  soort!: `${ContactverplichtingsoortEnum}`;

  @Field(() => WachtstatusEnum)
  wachtstatus!: `${WachtstatusEnum}`;

  @Field(() => String, { nullable: true, description: 'Leeg: elke classificatie (COD168).' })
  classificatie!: string | null;

  @Field(() => Int)
  maxDagen!: number;

  @Field(() => DateScalar)
  geldigVanaf!: string;

  @Field(() => DateScalar, { nullable: true })
  geldigTot!: string | null;
}

@InputType({ description: 'Een strengere norm dan die nu geldt, voor de cliënten van uw zorgkantoor.' })
export class ContactnormInput {
  @Field(() => String)
  @Matches(/^\d{4}$/, { message: 'Een zorgkantoor heeft een code van vier cijfers.' })
  zorgkantoor!: string;

  @Field(() => ContactverplichtingsoortEnum)
  soort!: `${ContactverplichtingsoortEnum}`;

  @Field(() => WachtstatusEnum)
  wachtstatus!: `${WachtstatusEnum}`;

  @Field(() => String, { nullable: true, description: 'COD168; weggelaten: elke.' })
  @IsOptional()
  @Matches(/^\d{2}$/, { message: 'Een classificatie heeft twee cijfers.' })
  classificatie?: string | null;

  @Field(() => Int, { description: 'Nooit ruimer dan twee keer per jaar (183 dagen).' })
  @IsInt({ message: 'Verwacht wordt een geheel getal.' })
  maxDagen!: number;

  @Field(() => DateScalar, { description: 'Op zijn vroegst morgen.' })
  geldigVanaf!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'De laatste dag; daarna telt de vorige norm weer.',
  })
  geldigTot?: string | null;
}

@InputType({ description: 'Een strengere norm, met waar staat waarom.' })
export class RegisterContactnormInput extends ContactnormInput {
  @Reden({ naam: 'Een bron', most: 300, description: 'Waar staat waarom.' })
  bron!: string;
}

@ArgsType()
export class SimuleerContactnormArgs {
  @Field(() => ContactnormInput)
  @ValidateNested()
  @Type(() => ContactnormInput)
  norm!: ContactnormInput;
}

@ObjectType({ description: 'Het deel van één zorgaanbieder.' })
export class ContactnormgevolgPerZorgaanbieder {
  @Field(() => String, { description: 'AGB-code.' })
  instelling!: string;

  @Field(() => Int)
  teLaat!: number;
}

@ObjectType({ description: 'Wat een norm op zijn eerste dag zou doen. Er wordt niets vastgelegd.' })
export class Contactnormgevolg {
  @Field(() => DateScalar)
  peildag!: string;

  @Field(() => Int, { description: 'Verplichtingen die door de norm te laat zijn en het anders niet waren.' })
  teLaat!: number;

  @Field(() => [ContactnormgevolgPerZorgaanbieder])
  perZorgaanbieder!: ContactnormgevolgPerZorgaanbieder[];
}
