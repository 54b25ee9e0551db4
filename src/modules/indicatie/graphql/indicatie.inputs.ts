import { Field, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsOptional,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { DateScalar, UuidScalar } from '../../../platform/graphql/index.js';
import { ClientInput } from '../../client/index.js';
import type {
  Grondslagopgave,
  Indicatieopgave,
  Wzdopgave,
  Zorgzwaartepakketopgave,
} from '../domain/indicatieopgave.js';
import type { RegisterIndicatie } from '../indicatie.service.js';

const MOST = 20;
const TOO_MANY = { message: `Geef er ten hoogste ${MOST} tegelijk op.` };
const TOO_LONG = { message: 'Deze tekst is te lang.' };
const CODE = { message: 'Dit is geen code.' };
const BESLUITNUMMER = { message: 'Een besluitnummer is een getal van 1 tot en met 999999999.' };

@InputType()
export class GrondslagInput implements Grondslagopgave {
  @Field(() => UuidScalar, { nullable: true })
  grondslagID?: string | null;

  @Field(() => String, { description: 'COD736.' })
  @Length(1, 10, CODE)
  grondslag!: string;

  @Field(() => Int, { nullable: true, description: 'Volgt de volgorde van opgeven als u het weglaat.' })
  @IsOptional()
  @Min(1, { message: 'De volgorde begint bij 1.' })
  volgorde?: number | null;
}

@InputType()
export class GeindiceerdZorgzwaartepakketInput implements Zorgzwaartepakketopgave {
  @Field(() => UuidScalar, { nullable: true })
  geindiceerdZorgzwaartepakketID?: string | null;

  @Field(() => String, { description: 'COD163.' })
  @Length(1, 10, CODE)
  zzpCode!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'De ingangsdatum van de indicatie als u het weglaat.',
  })
  ingangsdatum?: string | null;

  @Field(() => DateScalar, { nullable: true })
  einddatum?: string | null;

  @Field(() => String, { nullable: true, description: 'COD999.' })
  @IsOptional()
  @MaxLength(10, CODE)
  voorkeurClient?: string | null;

  @Field(() => String, { nullable: true, description: 'AGB-code van de zorgaanbieder van voorkeur.' })
  @IsOptional()
  @Matches(/^\d{8}$/, { message: 'Een AGB-code bestaat uit acht cijfers.' })
  instellingVoorkeur?: string | null;

  @Field(() => String, { nullable: true, description: 'COD998; 1 (Wlz) als u het weglaat.' })
  @IsOptional()
  @MaxLength(10, CODE)
  financiering?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(4000, TOO_LONG)
  commentaar?: string | null;
}

@InputType()
export class WzdInput implements Wzdopgave {
  @Field(() => UuidScalar, { nullable: true })
  wzdID?: string | null;

  @Field(() => String, { description: 'COD127.' })
  @Length(1, 10, CODE)
  wzdVerklaring!: string;

  @Field(() => DateScalar, { nullable: true })
  ingangsdatum?: string | null;

  @Field(() => DateScalar, { nullable: true })
  einddatum?: string | null;
}

@InputType()
export class IndicatieInput implements Indicatieopgave {
  @Field(() => UuidScalar, { nullable: true, description: 'De identificatie in het Indicatieregister.' })
  wlzIndicatieID?: string | null;

  @Field(() => Int)
  @Min(1, BESLUITNUMMER)
  @Max(999_999_999, BESLUITNUMMER)
  besluitnummer!: number;

  @Field(() => String, { nullable: true, description: 'COD169; 1 (CIZ) als u het weglaat.' })
  @IsOptional()
  @MaxLength(10, CODE)
  soortWlzindicatie?: string | null;

  @Field(() => DateScalar)
  afgiftedatum!: string;

  @Field(() => DateScalar)
  ingangsdatum!: string;

  @Field(() => DateScalar, { nullable: true })
  einddatum?: string | null;

  @Field(() => String, { nullable: true, description: 'COD260.' })
  @IsOptional()
  @MaxLength(10, CODE)
  meerzorg?: string | null;

  @Field(() => String, { description: 'COD001.' })
  @Matches(/^\d{4}$/, { message: 'Een zorgkantoor heeft een code van vier cijfers.' })
  initieelVerantwoordelijkZorgkantoor!: string;

  @Field(() => DateScalar, { nullable: true })
  vervaldatum?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(4000, TOO_LONG)
  commentaar?: string | null;

  @Field(() => [GrondslagInput], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(MOST, TOO_MANY)
  @ValidateNested({ each: true })
  @Type(() => GrondslagInput)
  grondslagen?: GrondslagInput[] | null;

  @Field(() => [GeindiceerdZorgzwaartepakketInput])
  @ArrayMinSize(1, { message: 'Een indicatie heeft ten minste één zorgzwaartepakket.' })
  @ArrayMaxSize(MOST, TOO_MANY)
  @ValidateNested({ each: true })
  @Type(() => GeindiceerdZorgzwaartepakketInput)
  geindiceerdeZorgzwaartepakketten!: GeindiceerdZorgzwaartepakketInput[];

  @Field(() => WzdInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => WzdInput)
  wzd?: WzdInput | null;
}

@InputType({ description: 'Een indicatie met de cliënt op wiens naam zij staat.' })
export class RegisterIndicatieInput implements RegisterIndicatie {
  @Field(() => ClientInput)
  @ValidateNested()
  @Type(() => ClientInput)
  client!: ClientInput;

  @Field(() => IndicatieInput)
  @ValidateNested()
  @Type(() => IndicatieInput)
  indicatie!: IndicatieInput;
}
