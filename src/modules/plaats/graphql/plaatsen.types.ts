import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, Matches, ValidateNested } from 'class-validator';
import { Connection, DateScalar, PageArgs, UuidScalar } from '../../../platform/graphql/index.js';
import { Locatie } from '../../zorgaanbieder/index.js';
import type { LocatiesFilter } from '../plaatsgroep.queries.js';
import { BevestigingEnum, PlaatssectorEnum } from './plaats.enums.js';

@ObjectType({ description: 'Plaatsen van één soort op een locatie, zoals de zorgaanbieder ze opgaf.' })
export class Plaatsgroep {
  @Field(() => UuidScalar)
  plaatsgroepID!: string;

  @Field(() => UuidScalar)
  locatieID!: string;

  @Field(() => PlaatssectorEnum, { nullable: true, description: 'Leeg: alle sectoren van de zorgaanbieder.' })
  sector!: `${PlaatssectorEnum}` | null;

  @Field(() => String, { nullable: true, description: 'COD578; leeg: verblijf en deeltijdverblijf.' })
  leveringsvorm!: string | null;

  @Field(() => Int, { description: 'Aantal plaatsen in totaal.' })
  capaciteit!: number;

  @Field(() => Int, { description: 'Bewoond door wie zijn plaats niet via een aanbod hier kreeg.' })
  overigBezet!: number;

  @Field(() => Int, { description: 'Vastgehouden door een aanbod dat op antwoord wacht.' })
  aangeboden!: number;

  @Field(() => Int, { description: 'Toegezegd: aangenomen, de zorg begint nog.' })
  gereserveerd!: number;

  @Field(() => Int, { description: 'Bewoond door wie hier via een aanbod kwam.' })
  inZorg!: number;

  @Field(() => Int, { description: 'Wat er vandaag aangeboden kan worden.' })
  vrij!: number;

  @Field(() => DateScalar, { description: 'De dag van de opgave of van de laatste bevestiging.' })
  bevestigdOp!: string;

  @Field(() => BevestigingEnum)
  bevestiging!: `${BevestigingEnum}`;

  @Field(() => Int)
  versie!: number;
}

@ObjectType()
export class LocatieConnection extends Connection(Locatie) {}

@InputType({ description: 'Alle opgegeven delen moeten gelden.' })
export class LocatiesFilterInput implements LocatiesFilter {
  @Field(() => String, { nullable: true, description: 'AGB-code van de zorgaanbieder.' })
  @IsOptional()
  @Matches(/^\d{8}$/, { message: 'Een AGB-code heeft acht cijfers.' })
  instelling?: string | null;

  @Field(() => BevestigingEnum, {
    nullable: true,
    description: 'TE_BEVESTIGEN: met een opgave ouder dan de norm.',
  })
  bevestiging?: `${BevestigingEnum}` | null;

  @Field(() => Boolean, { nullable: true, description: 'Alleen waar vandaag een plaats vrij is.' })
  alleenVrij?: boolean | null;
}

@ArgsType()
export class LocatiesArgs extends PageArgs {
  @Field(() => LocatiesFilterInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => LocatiesFilterInput)
  filter?: LocatiesFilterInput | null;
}
