import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/index.js';
import { SectorEnum, WachtstatusEnum } from '../../wachtlijst/index.js';

/** How many months of course an answer gives at most. */
export const MEESTE_MAANDEN = 60;

@ObjectType({
  description:
    'Hoeveel er wachten, en hoe dat zich verhoudt tot de norm. De drie delen zijn samen het aantal.',
})
export class Wachtlijstaantal {
  @Field(() => Int)
  aantal!: number;

  @Field(() => Int)
  binnenNorm!: number;

  @Field(() => Int)
  langerDanNorm!: number;

  @Field(() => Int, { description: 'Voor deze wachtenden is geen norm ingevuld.' })
  normNietIngevuld!: number;
}

@ObjectType({ description: 'Wachtenden met één wachtstatus.' })
export class WachtlijstStatusaantal extends Wachtlijstaantal {
  @Field(() => WachtstatusEnum)
  wachtstatus!: keyof typeof WachtstatusEnum;

  @Field(() => String, { description: 'COD167.' })
  wachtstatusCode!: string;
}

@ObjectType({ description: 'Wachtenden in één sector.' })
export class WachtlijstSectoraantal extends Wachtlijstaantal {
  @Field(() => SectorEnum, { nullable: true, description: 'Leeg als het profiel bij geen sector hoort.' })
  sector!: keyof typeof SectorEnum | null;
}

@ObjectType({ description: 'Wachtenden met één wachtstatus in één sector.' })
export class WachtlijstStatusSectoraantal extends WachtlijstStatusaantal {
  @Field(() => SectorEnum, { nullable: true, description: 'Leeg als het profiel bij geen sector hoort.' })
  sector!: keyof typeof SectorEnum | null;
}

@ObjectType({ description: 'Hoeveel er op een dag wachtten, naar wachtstatus.' })
export class WachtlijstMaandstand {
  @Field(() => DateScalar, { description: 'De laatste dag van de maand, of de gevraagde dag zelf.' })
  op!: string;

  @Field(() => Int)
  urgentPlaatsen!: number;

  @Field(() => Int)
  actiefPlaatsen!: number;

  @Field(() => Int)
  wachtOpVoorkeur!: number;

  @Field(() => Int, { description: 'Telt niet mee als wachtend.' })
  wachtUitVoorzorg!: number;
}

@ObjectType({
  description: 'De wachtlijst van een zorgkantoor in aantallen plaatsen, voor zover u die mag zien.',
})
export class WachtlijstAantallen extends Wachtlijstaantal {
  @Field(() => DateScalar)
  op!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  zoalsBekendOp!: string | null;

  @Field(() => Int, { description: 'Wie uit voorzorg wacht; in geen ander aantal meegeteld.' })
  uitVoorzorg!: number;

  @Field(() => [WachtlijstStatusaantal])
  perStatus!: readonly WachtlijstStatusaantal[];

  @Field(() => [WachtlijstSectoraantal])
  perSector!: readonly WachtlijstSectoraantal[];

  @Field(() => [WachtlijstStatusSectoraantal])
  perStatusEnSector!: readonly WachtlijstStatusSectoraantal[];
}

@ArgsType()
export class WachtlijstAantallenArgs {
  @Field(() => String, { description: 'Het verantwoordelijke zorgkantoor (COD001).' })
  @Matches(/^\d{4}$/, { message: 'Een zorgkantoor heeft een code van vier cijfers.' })
  zorgkantoor!: string;

  @Field(() => String, { nullable: true, description: 'AGB-code van de zorgaanbieder waarop gewacht wordt.' })
  @IsOptional()
  @Matches(/^\d{8}$/, { message: 'Een AGB-code heeft acht cijfers.' })
  instelling?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'De dag die telt; vandaag als u niets opgeeft.' })
  @IsOptional()
  op?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'De lijst zoals die toen bij ons bekend was; alles wat nu bekend is als u niets opgeeft.',
  })
  @IsOptional()
  zoalsBekendOp?: string | null;

  @Field(() => Int, { defaultValue: 12, description: 'Hoeveel maanden het verloop beslaat, van 1 tot 60.' })
  @IsInt({ message: 'Het aantal maanden is een heel getal.' })
  @Min(1, { message: 'Vraag ten minste één maand.' })
  @Max(MEESTE_MAANDEN, { message: `Vraag hoogstens ${MEESTE_MAANDEN} maanden.` })
  maanden!: number;
}
