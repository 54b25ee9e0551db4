import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, Matches, ValidateNested } from 'class-validator';
import { Connection, DateScalar, PageArgs, UuidScalar } from '../../../platform/graphql/index.js';
import type { ContactverplichtingenFilter } from '../contactbewaking.queries.js';
import { ContactverplichtingsoortEnum, ContactverplichtingstatusEnum } from './contact.enums.js';

@ObjectType({ description: 'Dat een regiehouder contact moet hebben, zoals het vandaag is.' })
export class Contactverplichting {
  @Field(() => ContactverplichtingsoortEnum)
  soort!: `${ContactverplichtingsoortEnum}`;

  @Field(() => UuidScalar)
  bemiddelingID!: string;

  @Field(() => String, { description: 'AGB-code van de zorgaanbieder die het contact moet hebben.' })
  instelling!: string;

  @Field(() => DateScalar, { description: 'De laatste dag waarop het contact op tijd is.' })
  uiterlijk!: string;

  @Field(() => ContactverplichtingstatusEnum)
  status!: `${ContactverplichtingstatusEnum}`;

  @Field(() => Int, { description: '0 zolang het nog kan.' })
  dagenTeLaat!: number;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Twee tellende contacten in de laatste 366 dagen; leeg zolang de verplichting jonger is.',
  })
  jaarnormGehaald!: boolean | null;
}

@ObjectType()
export class ContactverplichtingConnection extends Connection(Contactverplichting) {}

@InputType({ description: 'Alle opgegeven delen moeten gelden.' })
export class ContactverplichtingenFilterInput implements ContactverplichtingenFilter {
  @Field(() => ContactverplichtingsoortEnum, { nullable: true })
  soort?: `${ContactverplichtingsoortEnum}` | null;

  @Field(() => [ContactverplichtingstatusEnum], { nullable: true, description: 'Weggelaten: beide.' })
  status?: `${ContactverplichtingstatusEnum}`[] | null;

  @Field(() => String, { nullable: true, description: 'Het verantwoordelijke zorgkantoor (COD001).' })
  @IsOptional()
  @Matches(/^\d{4}$/, { message: 'Een zorgkantoor heeft een code van vier cijfers.' })
  zorgkantoor?: string | null;

  @Field(() => String, { nullable: true, description: 'AGB-code van wie het contact moet hebben.' })
  @IsOptional()
  @Matches(/^\d{8}$/, { message: 'Een AGB-code heeft acht cijfers.' })
  instelling?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Alleen wat vóór deze dag moet.' })
  uiterlijkVoor?: string | null;
}

@ArgsType()
export class ContactverplichtingenArgs extends PageArgs {
  @Field(() => ContactverplichtingenFilterInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ContactverplichtingenFilterInput)
  filter?: ContactverplichtingenFilterInput | null;
}
