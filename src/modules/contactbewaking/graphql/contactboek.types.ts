import { ArgsType, Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, Matches, ValidateNested } from 'class-validator';
import {
  Connection,
  DateScalar,
  DateTimeScalar,
  PageArgs,
  UuidScalar,
} from '../../../platform/graphql/index.js';
import { RegierolEnum } from '../../bemiddeling/index.js';
import type { ContactboekFilter } from '../contactboek.queries.js';
import {
  ContactpartijEnum,
  ContactuitkomstEnum,
  ContactverplichtingsoortEnum,
  VervalredenEnum,
} from './contact.enums.js';

@ObjectType({ description: 'Eén verplichting in het boek: van wie, op welke termijn, en wat ervan werd.' })
export class Boekverplichting {
  @Field(() => UuidScalar)
  contactverplichtingID!: string;

  @Field(() => ContactverplichtingsoortEnum)
  soort!: `${ContactverplichtingsoortEnum}`;

  @Field(() => UuidScalar)
  bemiddelingID!: string;

  @Field(() => String, { description: 'AGB-code van de zorgaanbieder die het contact moet hebben.' })
  instelling!: string;

  @Field(() => RegierolEnum)
  regierol!: `${RegierolEnum}`;

  @Field(() => ContactpartijEnum, { description: 'Met wie.' })
  tegenpartij!: `${ContactpartijEnum}`;

  @Field(() => DateScalar, { description: 'Sinds wanneer de verplichting ononderbroken bestaat.' })
  begin!: string;

  @Field(() => DateScalar, {
    description: 'Waar de termijn vanaf loopt: het laatste tellende contact of het begin.',
  })
  termijnVan!: string;

  @Field(() => DateScalar)
  uiterlijk!: string;

  @Field(() => Int)
  maxDagen!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'De norm waarmee gerekend is; leeg: tweemaal per jaar zonder meer.',
  })
  contactnormID!: number | null;

  @Field(() => Int, { nullable: true })
  normVersie!: number | null;

  @Field(() => DateScalar, { description: 'De eerste dag waarop dit de verplichting is.' })
  van!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'De laatste dag; leeg zolang niets haar einde aankondigt.',
  })
  tot!: string | null;

  @Field(() => ContactuitkomstEnum)
  uitkomst!: `${ContactuitkomstEnum}`;

  @Field(() => DateScalar, { nullable: true })
  teLaatSinds!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'De dag van het contact waarmee eraan voldaan werd.',
  })
  voldaanOp!: string | null;

  @Field(() => VervalredenEnum, { nullable: true })
  vervalreden!: `${VervalredenEnum}` | null;

  @Field(() => DateTimeScalar, { description: 'Sinds wanneer dit zo bekend is.' })
  geregistreerdOp!: string;
}

@ObjectType()
export class BoekverplichtingConnection extends Connection(Boekverplichting) {}

@InputType({ description: 'Alle opgegeven delen moeten gelden.' })
export class ContactboekFilterInput implements ContactboekFilter {
  @Field(() => UuidScalar, { nullable: true })
  bemiddelingID?: string | null;

  @Field(() => [ContactuitkomstEnum], { nullable: true, description: 'Weggelaten: alle.' })
  uitkomst?: `${ContactuitkomstEnum}`[] | null;

  @Field(() => String, { nullable: true, description: 'Het verantwoordelijke zorgkantoor (COD001).' })
  @IsOptional()
  @Matches(/^\d{4}$/, { message: 'Een zorgkantoor heeft een code van vier cijfers.' })
  zorgkantoor?: string | null;

  @Field(() => String, { nullable: true, description: 'AGB-code van wie het contact moest hebben.' })
  @IsOptional()
  @Matches(/^\d{8}$/, { message: 'Een AGB-code heeft acht cijfers.' })
  instelling?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Ja: alleen wat te laat was toen het werd overgedragen.',
  })
  schuld?: boolean | null;
}

@ArgsType()
export class ContactboekArgs extends PageArgs {
  @Field(() => ContactboekFilterInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ContactboekFilterInput)
  filter?: ContactboekFilterInput | null;
}

@ObjectType({ description: 'Hoe een zorgaanbieder zijn contactverplichtingen nakwam.' })
export class Contactprestatie {
  @Field(() => String, { description: 'AGB-code.' })
  instelling!: string;

  @Field(() => DateScalar)
  van!: string;

  @Field(() => DateScalar)
  tot!: string;

  @Field(() => Int, { description: 'Voldaan in deze periode, of te laat en zonder contact geëindigd.' })
  afgerond!: number;

  @Field(() => Int)
  opTijd!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Deel dat op tijd was, van 0 tot 1; leeg als er niets afgerond is.',
  })
  aandeelOpTijd!: number | null;

  @Field(() => Float, { nullable: true, description: 'Van wat te laat was; leeg als niets te laat was.' })
  mediaanDagenTeLaat!: number | null;

  @Field(() => Int, { description: 'Vandaag te laat.' })
  nuTeLaat!: number;
}

@ArgsType()
export class ContactprestatieArgs {
  @Field(() => String, { description: 'AGB-code.' })
  @Matches(/^\d{8}$/, { message: 'Een AGB-code heeft acht cijfers.' })
  instelling!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Weggelaten: een jaar tot en met vandaag.' })
  van?: string | null;

  @Field(() => DateScalar, { nullable: true })
  tot?: string | null;
}
