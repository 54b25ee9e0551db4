import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, Matches, Max, Min } from 'class-validator';
import { DateScalar, DateTimeScalar, Reden } from '../../../platform/graphql/index.js';

export enum PlaatsnormsoortEnum {
  BEVESTIGING = 'BEVESTIGING',
  AANBOD = 'AANBOD',
  GESPREK = 'GESPREK',
  ZORGBEGIN = 'ZORGBEGIN',
}

registerEnumType(PlaatsnormsoortEnum, {
  name: 'Plaatsnormsoort',
  description: 'Waarvoor een termijn in dagen geldt.',
  valuesMap: {
    BEVESTIGING: { description: 'Hoe lang een opgave van plaatsen als vers geldt.' },
    AANBOD: { description: 'Hoe lang een aanbod op antwoord wacht.' },
    GESPREK: { description: 'Binnen hoeveel dagen het gesprek na een tweede weigering is.' },
    ZORGBEGIN: { description: 'Binnen hoeveel dagen de zorg begint nadat de plaats is aangenomen.' },
  },
});

/** Never empty; nullable as the `bron` of a refusal is, so that a document can ask both beside each other. */
const BRON = { nullable: true, description: 'Waar dit op berust.' };
const TOT = { nullable: true, description: 'De laatste dag; leeg zolang niets het overneemt.' };
const DAGEN = { message: 'Een termijn is 0 tot en met 366 dagen.' };

@ObjectType({ isAbstract: true })
abstract class Vastgelegd {
  @Field(() => DateScalar)
  geldigVanaf!: string;

  @Field(() => DateScalar, TOT)
  geldigTot!: string | null;

  @Field(() => String, BRON)
  bron!: string;

  @Field(() => DateTimeScalar)
  geregistreerdOp!: string;
}

@ObjectType({ description: 'Een termijn in dagen, zoals die vanaf een dag geldt voor alle regio’s.' })
export class Plaatsnorm extends Vastgelegd {
  @Field(() => PlaatsnormsoortEnum)
  soort!: `${PlaatsnormsoortEnum}`;

  @Field(() => Int)
  dagen!: number;
}

@ObjectType({ description: 'Een reden waarom iemand een plaats weigert, zoals die vanaf een dag geldt.' })
export class Weigeringsreden extends Vastgelegd {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  omschrijving!: string;

  @Field(() => Boolean, {
    description: 'Of zo’n weigering kan meetellen als weigering van een passend aanbod (W8).',
  })
  teltMee!: boolean;
}

@InputType({ description: 'Een nieuwe termijn; die van daarvoor eindigt de dag ervoor.' })
export class RecordPlaatsnormInput {
  @Field(() => PlaatsnormsoortEnum)
  soort!: `${PlaatsnormsoortEnum}`;

  @Field(() => Int)
  @Min(0, DAGEN)
  @Max(366, DAGEN)
  dagen!: number;

  @Field(() => DateScalar, { description: 'Op zijn vroegst vandaag, en na wat al is vastgelegd.' })
  geldigVanaf!: string;

  @Reden({ naam: 'Een bron', most: 300, description: 'Wie het besloot, en waar dat staat.' })
  bron!: string;
}

@InputType({ description: 'Een nieuwe reden, of wat een reden vanaf een dag betekent.' })
export class RecordWeigeringsredenInput {
  @Field(() => String, { description: 'Hoofdletters, zoals KAMER_BEVALT_NIET.' })
  @Matches(/^[A-Z][A-Z_]{1,39}$/, { message: 'Dit is geen code.' })
  code!: string;

  @Reden({ naam: 'Een omschrijving', most: 200 })
  omschrijving!: string;

  @Field(() => Boolean, { description: 'Of zo’n weigering kan meetellen (W8).' })
  teltMee!: boolean;

  @Field(() => DateScalar, { description: 'Op zijn vroegst vandaag, en na wat al is vastgelegd.' })
  geldigVanaf!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'De laatste dag, om een reden te laten eindigen; weggelaten: zij blijft.',
  })
  @IsOptional()
  geldigTot?: string | null;

  @Reden({ naam: 'Een bron', most: 300, description: 'Wie het besloot, en waar dat staat.' })
  bron!: string;
}
