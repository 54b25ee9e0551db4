import { Field, InputType, Int } from '@nestjs/graphql';
import { IsIn, IsOptional, Matches, Max, Min } from 'class-validator';
import { DateScalar, Reden, UuidScalar, RepeatableInput } from '../../../platform/graphql/index.js';
import type { OfferPlaats } from '../aanbod.service.js';
import type { AanbodAntwoord, RefuseAanbod, WithdrawAanbod } from '../antwoord.service.js';
import type { RecordGesprek } from '../gesprek.service.js';
import type { ConfirmPlaatsen, RecordPlaatsen } from '../plaatsen.service.js';
import { GespreksresultaatEnum, PlaatssectorEnum } from './plaats.enums.js';

const AANTAL = { message: 'Verwacht wordt een aantal plaatsen.' };
const VERSIE = { message: 'Een versie is ten minste 1.' };
const MOST = 100_000;

@InputType({ description: 'Hoeveel plaatsen er zijn; daarmee zijn ze ook bevestigd.' })
export class RecordPlaatsenInput extends RepeatableInput implements RecordPlaatsen {
  @Field(() => UuidScalar)
  locatieID!: string;

  @Field(() => PlaatssectorEnum, {
    nullable: true,
    description: 'Weggelaten: alle sectoren van de zorgaanbieder.',
  })
  sector?: `${PlaatssectorEnum}` | null;

  @Field(() => String, {
    nullable: true,
    description: 'COD578: 4, 8 of 5 (geclusterd vpt). Weggelaten: verblijf en deeltijdverblijf.',
  })
  @IsOptional()
  @IsIn(['4', '5', '8'], { message: 'Voor deze leveringsvorm zijn er geen plaatsen.' })
  leveringsvorm?: string | null;

  @Field(() => Int, { description: 'Aantal plaatsen in totaal.' })
  @Min(0, AANTAL)
  @Max(MOST, AANTAL)
  capaciteit!: number;

  @Field(() => Int, { description: 'Bewoond door wie zijn plaats niet via een aanbod hier kreeg.' })
  @Min(0, AANTAL)
  @Max(MOST, AANTAL)
  overigBezet!: number;

  @Field(() => Int, { nullable: true, description: 'De versie die u zag; weggelaten bij een eerste opgave.' })
  @IsOptional()
  @Min(1, VERSIE)
  versie?: number | null;
}

@InputType({ description: 'De opgave klopt nog.' })
export class ConfirmPlaatsenInput extends RepeatableInput implements ConfirmPlaatsen {
  @Field(() => UuidScalar)
  plaatsgroepID!: string;

  @Field(() => Int, { description: 'De versie die u zag.' })
  @Min(1, VERSIE)
  versie!: number;
}

@InputType()
export class OfferPlaatsInput extends RepeatableInput implements OfferPlaats {
  @Field(() => UuidScalar)
  locatieID!: string;

  @Field(() => UuidScalar, { description: 'De toewijzing waarop de cliënt wacht.' })
  bemiddelingspecificatieID!: string;

  @Reden({
    optional: true,
    description: 'Waarom iemand die niet de eerste is de plaats krijgt; dan verplicht, en bewaard.',
  })
  redenAfwijking?: string | null;
}

@InputType({ isAbstract: true })
abstract class AntwoordInput extends RepeatableInput implements AanbodAntwoord {
  @Field(() => UuidScalar)
  aanbodID!: string;

  @Field(() => Int, { description: 'De versie van het aanbod die u zag.' })
  @Min(1, VERSIE)
  versie!: number;
}

@InputType()
export class AcceptAanbodInput extends AntwoordInput {}

@InputType()
export class RefuseAanbodInput extends AntwoordInput implements RefuseAanbod {
  @Field(() => String, { description: 'Code uit weigeringsredenen.' })
  @Matches(/^[A-Z][A-Z_]{1,39}$/, { message: 'Dit is geen code.' })
  reden!: string;

  @Field(() => Boolean, { description: 'Of het aanbod was wat de cliënt wenste.' })
  conformWens!: boolean;

  @Reden({ optional: true, description: 'Waarom de weigering toch niet moet meetellen.' })
  zwaarwegendeReden?: string | null;
}

@InputType()
export class WithdrawAanbodInput extends AntwoordInput implements WithdrawAanbod {
  @Reden({ description: 'Waarom het aanbod wordt ingetrokken; wordt bewaard.' })
  reden!: string;
}

@InputType({ description: 'Wat het gesprek opleverde; er verandert verder niets vanzelf.' })
export class RecordGesprekInput extends RepeatableInput implements RecordGesprek {
  @Field(() => UuidScalar)
  gesprekstaakID!: string;

  @Field(() => Int, { description: 'De versie die u zag.' })
  @Min(1, VERSIE)
  versie!: number;

  @Field(() => DateScalar, { description: 'De dag van het gesprek.' })
  datum!: string;

  @Field(() => GespreksresultaatEnum)
  resultaat!: `${GespreksresultaatEnum}`;

  @Reden({ optional: true, naam: 'Een toelichting', most: 1000 })
  toelichting?: string | null;
}
