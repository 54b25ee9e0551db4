import { Field, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsOptional,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  DateScalar,
  DateTimeScalar,
  Reden,
  UuidScalar,
  RepeatableInput,
} from '../../../platform/graphql/index.js';
import type { ReportAfstel, ReportLeveringperiode } from '../levering.service.js';
import type { Report } from '../reports.js';
import type { CorrectUitstelperiode, ReportUitstelperiode } from '../wachtstatus.service.js';

const MOST = 100;
const TOO_LONG = { message: 'Deze tekst is te lang.' };
const CODE = { message: 'Dit is geen code.' };

const VRIJ = { optional: true, most: 250 };
/** Providers give a code of one or two digits here, others say it in words. */
const OOK_EEN_CODE = { ...VRIJ, least: 1 };

/** An optional text of at most this length. */
function Tekst(longest: number, description: string): PropertyDecorator {
  return (target, name) => {
    Field(() => String, { nullable: true, description })(target, name);
    IsOptional()(target, name);
    MaxLength(longest, TOO_LONG)(target, name);
  };
}

@InputType({ isAbstract: true })
abstract class MeldingInput extends RepeatableInput implements Report {
  @Field(() => UuidScalar)
  bemiddelingspecificatieID!: string;

  @Field(() => Int, { description: 'De versie van de bemiddelingspecificatie die u zag.' })
  @Min(1, { message: 'Een versie is ten minste 1.' })
  versie!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Wanneer u dit vaststelde; weggelaten: nu.' })
  vaststellingMoment?: string | null;
}

@InputType({ description: 'Een wachtstatus gaat in. Wat liep eindigt op de dag ervoor.' })
export class ReportUitstelperiodeInput extends MeldingInput implements ReportUitstelperiode {
  @Field(() => DateScalar, { description: 'Niet na vandaag; mag voor de ingang van de toewijzing liggen.' })
  ingangsdatum!: string;

  @Field(() => DateScalar, { nullable: true })
  einddatum?: string | null;

  @Field(() => String, { description: 'COD167: 6, 7, 2 of 3.' })
  @Matches(/^\d$/, CODE)
  leveringsstatus!: string;

  @Field(() => String, { description: 'COD168, passend bij de leveringsstatus.' })
  @Matches(/^\d\d$/, CODE)
  leveringsstatusClassificatie!: string;

  @Reden({ ...OOK_EEN_CODE, description: 'Reden van het uitstel.' }) reden?: string | null;
  @Reden({
    ...VRIJ,
    description: 'Waarom het zorgkantoor dit zelf meldt; alleen en altijd voor een zorgkantoor.',
  })
  redenHandmatig?: string | null;
}

@InputType()
export class ReportUitstelperiodenInput {
  @Field(() => [ReportUitstelperiodeInput], { description: `Ten hoogste ${MOST}.` })
  @ArrayMinSize(1, { message: 'Geef ten minste één melding.' })
  @ArrayMaxSize(MOST, { message: `Geef er ten hoogste ${MOST} tegelijk op.` })
  @ValidateNested({ each: true })
  @Type(() => ReportUitstelperiodeInput)
  meldingen!: ReportUitstelperiodeInput[];
}

@InputType({
  description: 'Wat u weglaat blijft zoals het was; een lege einddatum maakt de periode weer open.',
})
export class CorrectUitstelperiodeInput extends MeldingInput implements CorrectUitstelperiode {
  @Field(() => UuidScalar)
  uitstelperiodeID!: string;

  @Field(() => DateScalar, { nullable: true })
  ingangsdatum?: string | null;

  @Field(() => DateScalar, { nullable: true })
  einddatum?: string | null;

  @Field(() => String, { nullable: true, description: 'COD167.' })
  @IsOptional()
  @Matches(/^\d$/, CODE)
  leveringsstatus?: string | null;

  @Field(() => String, { nullable: true, description: 'COD168.' })
  @IsOptional()
  @Matches(/^\d\d$/, CODE)
  leveringsstatusClassificatie?: string | null;

  @Reden({ ...OOK_EEN_CODE, description: 'Reden van het uitstel.' }) reden?: string | null;
  @Reden({
    ...VRIJ,
    description: 'Waarom het zorgkantoor dit zelf corrigeert; alleen en altijd voor een zorgkantoor.',
  })
  redenHandmatig?: string | null;
}

@InputType({
  description: 'De zorg begint (met ingangsdatum) of de lopende zorg eindigt (met alleen einddatum).',
})
export class ReportLeveringperiodeInput extends MeldingInput implements ReportLeveringperiode {
  @Field(() => DateScalar, { nullable: true, description: 'Niet na vandaag.' })
  ingangsdatum?: string | null;

  @Field(() => DateScalar, { nullable: true })
  einddatum?: string | null;

  @Field(() => DateScalar, { nullable: true })
  sleuteldatum?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Mutatiecode bij een einddatum: 17 overplaatsing, 19 sluiten, 20 aanhouden.',
  })
  @IsOptional()
  @Matches(/^\d\d$/, CODE)
  beeindigingReden?: string | null;

  @Tekst(20, 'AGB-code van de zorgaanbieder die overneemt; bij 17.') aanbiederBestemming?: string | null;
}

@InputType({ description: 'De toegewezen zorg wordt nooit geleverd; daarna is geen melding meer mogelijk.' })
export class ReportAfstelInput extends MeldingInput implements ReportAfstel {
  @Field(() => DateScalar, { description: 'Niet na vandaag.' })
  afsteldatum!: string;

  @Reden({ ...OOK_EEN_CODE, description: 'Verplicht voor een zorgkantoor.' }) reden?: string | null;
  @Tekst(20, 'AGB-code van de zorgaanbieder die overneemt.') aanbiederBestemming?: string | null;
}
