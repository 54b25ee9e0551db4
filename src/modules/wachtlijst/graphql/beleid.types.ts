import { ArgsType, Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Matches, MaxLength, Min, ValidateNested } from 'class-validator';
import { DateScalar, DateTimeScalar, Reden } from '../../../platform/graphql/index.js';
import { NormsoortEnum } from './plaats.types.js';
import { SectorEnum, WachtstatusEnum } from './wachtstatus.enums.js';

export enum RichtingEnum {
  OP = 'OP',
  AF = 'AF',
}

registerEnumType(RichtingEnum, {
  name: 'Richting',
  description: 'Welke waarde van een sleutel voorgaat.',
  valuesMap: {
    OP: { description: 'De laagste of vroegste.' },
    AF: { description: 'De hoogste of laatste.' },
  },
});

/** Never empty; nullable as the `bron` of a refusal is, so that a document can ask both beside each other. */
const BRON = { nullable: true, description: 'Waar dit op berust.' };

@ObjectType({ description: 'Een sleutel van de volgorde.' })
export class Beleidssleutel {
  @Field(() => String)
  naam!: string;

  @Field(() => RichtingEnum)
  richting!: keyof typeof RichtingEnum;

  @Field(() => String, { description: 'De regel in woorden.' })
  regel!: string;
}

@ObjectType({
  description: 'De volgorde die vanaf een dag geadviseerd wordt; de eerste sleutel die verschilt beslist.',
})
export class Volgordebeleid {
  @Field(() => Int)
  versie!: number;

  @Field(() => DateScalar)
  geldigVanaf!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Leeg zolang geen latere versie is vastgelegd.' })
  geldigTot!: string | null;

  @Field(() => Boolean, { description: 'Ingehaald door een latere versie voordat zij inging.' })
  vervallen!: boolean;

  @Field(() => [Beleidssleutel])
  sleutels!: Beleidssleutel[];

  @Field(() => String, BRON)
  bron!: string;

  @Field(() => DateTimeScalar)
  geregistreerdOp!: string;
}

@ObjectType({ description: 'Een norm voor wachten vanaf een dag; een latere versie neemt het over.' })
export class Wachtnorm {
  @Field(() => NormsoortEnum)
  soort!: keyof typeof NormsoortEnum;

  @Field(() => String, { nullable: true, description: 'Leeg: voor elk zorgkantoor.' })
  zorgkantoor!: string | null;

  @Field(() => SectorEnum, { nullable: true, description: 'Leeg: voor elke sector.' })
  sector!: keyof typeof SectorEnum | null;

  @Field(() => WachtstatusEnum, { nullable: true, description: 'Leeg: voor elke wachtstatus met een norm.' })
  wachtstatus!: keyof typeof WachtstatusEnum | null;

  @Field(() => String, { nullable: true, description: 'COD168; leeg: voor elke classificatie.' })
  classificatie!: string | null;

  @Field(() => Int)
  versie!: number;

  @Field(() => Int, { nullable: true, description: 'Leeg: niet ingevuld.' })
  dagen!: number | null;

  @Field(() => DateScalar)
  geldigVanaf!: string;

  @Field(() => String, BRON)
  bron!: string;

  @Field(() => String, { nullable: true, description: 'Hoe zeker de bron is: A officieel tot D afgeleid.' })
  zekerheid!: string | null;
}

@InputType()
export class BeleidssleutelInput {
  @Field(() => String)
  @MaxLength(100, { message: 'Deze tekst is te lang.' })
  naam!: string;

  /** No default in the schema: the just-in-time compiler fails on one of an enum in a list of inputs. */
  @Field(() => RichtingEnum, { nullable: true, description: 'Weggelaten: OP.' })
  richting?: keyof typeof RichtingEnum | null;
}

@InputType({ description: 'Een nieuwe versie van de volgorde; de laatste sleutel maakt haar volledig.' })
export class RecordVolgordebeleidInput {
  @Field(() => Int, { description: 'De nieuwste versie die u zag.' })
  @Min(1, { message: 'Een versie is ten minste 1.' })
  versie!: number;

  @Field(() => DateScalar, { description: 'Niet voor vandaag.' })
  geldigVanaf!: string;

  @Field(() => [BeleidssleutelInput], { description: 'De belangrijkste eerst.' })
  @ArrayMaxSize(20, { message: 'Geef er ten hoogste 20 op.' })
  @ValidateNested({ each: true })
  @Type(() => BeleidssleutelInput)
  sleutels!: BeleidssleutelInput[];

  @Reden({ naam: 'Een bron', description: 'Wie dit besloot en waar dat staat.' })
  bron!: string;
}

@InputType({ description: 'Een streefnorm vanaf een dag, of zonder dagen: niet langer ingevuld.' })
export class SetStreefnormInput {
  @Field(() => Int, { description: 'De versie van deze norm die u zag; 0 als er nog geen was.' })
  @Min(0, { message: 'Een versie is ten minste 0.' })
  versie!: number;

  @Field(() => String, { description: 'Uw zorgkantoor (COD001).' })
  @Matches(/^55\d{2}$/, { message: 'Een zorgkantoor heeft een code van vier cijfers die met 55 begint.' })
  zorgkantoor!: string;

  @Field(() => SectorEnum, { nullable: true, description: 'Leeg: voor elke sector.' })
  sector?: keyof typeof SectorEnum | null;

  @Field(() => WachtstatusEnum)
  wachtstatus!: keyof typeof WachtstatusEnum;

  @Field(() => String, { nullable: true, description: 'COD168; leeg: voor elke classificatie.' })
  @IsOptional()
  @Matches(/^\d\d$/, { message: 'Dit is geen code.' })
  classificatie?: string | null;

  @Field(() => Int, { nullable: true, description: 'Leeg: niet ingevuld.' })
  dagen?: number | null;

  @Field(() => DateScalar, { description: 'Niet voor vandaag.' })
  geldigVanaf!: string;

  @Reden({ naam: 'Een bron', description: 'Wie dit besloot en waar dat staat.' })
  bron!: string;
}

@ArgsType()
export class WachtnormenArgs {
  @Field(() => String, { nullable: true, description: 'Alleen die van dit zorgkantoor en die van iedereen.' })
  @IsOptional()
  @Matches(/^\d{4}$/, { message: 'Een zorgkantoor heeft een code van vier cijfers.' })
  zorgkantoor?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Wat op deze dag geldt; zonder dag alle versies, ook wat nog ingaat.',
  })
  op?: string | null;
}
