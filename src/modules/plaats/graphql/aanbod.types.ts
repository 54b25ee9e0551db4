import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, Matches, ValidateNested } from 'class-validator';
import {
  Connection,
  DateScalar,
  DateTimeScalar,
  PageArgs,
  UuidScalar,
} from '../../../platform/graphql/index.js';
import type { AanbiedingenFilter } from '../aanbod.queries.js';
import { AanbodstatusEnum, PlaatstoestandEnum } from './plaats.enums.js';

@ObjectType({ description: 'Een plaats die aan een cliënt is aangeboden, en wat daarvan kwam.' })
export class Aanbod {
  @Field(() => UuidScalar)
  aanbodID!: string;

  @Field(() => UuidScalar)
  plaatsgroepID!: string;

  @Field(() => UuidScalar)
  locatieID!: string;

  @Field(() => String, { description: 'AGB-code van de zorgaanbieder van de locatie.' })
  instelling!: string;

  @Field(() => UuidScalar)
  bemiddelingID!: string;

  @Field(() => UuidScalar)
  bemiddelingspecificatieID!: string;

  @Field(() => AanbodstatusEnum)
  status!: `${AanbodstatusEnum}`;

  @Field(() => PlaatstoestandEnum)
  plaats!: `${PlaatstoestandEnum}`;

  @Field(() => String, { description: 'COD167 bij het aanbod, of bij de weigering.' })
  wachtstatusCode!: string;

  @Field(() => DateScalar)
  aangebodenOp!: string;

  @Field(() => DateScalar, { description: 'Laatste dag waarop het aangenomen kan worden.' })
  uiterlijk!: string;

  @Field(() => Int, { description: 'Plaats onder wie deze plaats had kunnen krijgen; 1 was de eerste.' })
  positie!: number;

  @Field(() => String, { nullable: true, description: 'Waarom anderen werden overgeslagen.' })
  redenAfwijking!: string | null;

  @Field(() => DateScalar, { nullable: true })
  beantwoordOp!: string | null;

  @Field(() => String, { nullable: true, description: 'Code van de reden van weigering.' })
  weigeringsreden!: string | null;

  @Field(() => String, { nullable: true })
  weigeringOmschrijving!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Of het aanbod was wat de cliënt wenste.' })
  conformWens!: boolean | null;

  @Field(() => String, { nullable: true })
  zwaarwegendeReden!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Of deze weigering telt voor regel W8.' })
  teltMee!: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Waarom het aanbod werd ingetrokken of de plaats vrijkwam.',
  })
  redenEinde!: string | null;

  @Field(() => UuidScalar, { nullable: true, description: 'De zorg die hier begon.' })
  leveringperiodeID!: string | null;

  @Field(() => Int)
  versie!: number;

  @Field(() => DateTimeScalar, { description: 'Sinds wanneer dit hier zo bekend is.' })
  geregistreerdOp!: string;
}

@ObjectType()
export class AanbodConnection extends Connection(Aanbod) {}

@InputType({ description: 'Alle opgegeven delen moeten gelden.' })
export class AanbiedingenFilterInput implements AanbiedingenFilter {
  @Field(() => String, { nullable: true, description: 'AGB-code van de zorgaanbieder van de locatie.' })
  @IsOptional()
  @Matches(/^\d{8}$/, { message: 'Een AGB-code heeft acht cijfers.' })
  instelling?: string | null;

  @Field(() => UuidScalar, { nullable: true })
  locatieID?: string | null;

  @Field(() => [AanbodstatusEnum], { nullable: true })
  status?: `${AanbodstatusEnum}`[] | null;
}

@ArgsType()
export class AanbiedingenArgs extends PageArgs {
  @Field(() => AanbiedingenFilterInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => AanbiedingenFilterInput)
  filter?: AanbiedingenFilterInput | null;
}
