import { Field, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, MaxLength, Min } from 'class-validator';
import { DateScalar, Reden, UuidScalar, RepeatableInput } from '../../../platform/graphql/index.js';
import type {
  DeclineOverbruggingszorg,
  JudgeVerzoek,
  RequestOverbruggingszorg,
} from '../overbrugging.service.js';

const CODE = { message: 'Dit is geen code.' };
const GETAL = { message: 'Verwacht wordt een geheel getal.' };

@InputType({ description: 'Zorg die een wachtende cliënt krijgt tot zijn plaats er is.' })
export class RequestOverbruggingszorgInput extends RepeatableInput implements RequestOverbruggingszorg {
  @Field(() => UuidScalar, { description: 'De reguliere toewijzing waarop de cliënt wacht.' })
  bemiddelingspecificatieID!: string;

  @Field(() => String, { description: 'COD578: 7 (mpt), 5 (vpt) of 4 (verblijf elders).' })
  @MaxLength(20, CODE)
  leveringsvorm!: string;

  @Field(() => String, {
    description: 'AGB-code van wie de zorg levert; bij het eerste mpt ook coördinator zorg thuis.',
  })
  @MaxLength(20, CODE)
  aanbieder!: string;

  @Field(() => DateScalar)
  toewijzingIngangsdatum!: string;

  @Field(() => DateScalar, { nullable: true })
  toewijzingEinddatum?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'In honderdsten van procenten; alles, tenzij anders opgegeven.',
  })
  @IsOptional()
  @IsInt(GETAL)
  percentage?: number | null;

  @Field(() => String, { nullable: true, description: 'COD260; bij mpt.' })
  @IsOptional()
  @MaxLength(20, CODE)
  verantwoord?: string | null;

  @Field(() => String, { nullable: true, description: 'COD260; bij mpt.' })
  @IsOptional()
  @MaxLength(20, CODE)
  doelmatig?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'COD983 code 1; bij urgent of actief plaatsen.' })
  extraOverbruggingszorg?: boolean | null;
}

@InputType({ description: 'Deze cliënt heeft geen overbruggingszorg nodig.' })
export class DeclineOverbruggingszorgInput extends RepeatableInput implements DeclineOverbruggingszorg {
  @Field(() => UuidScalar)
  bemiddelingspecificatieID!: string;

  @Reden()
  reden!: string;
}

@InputType({ description: 'Het oordeel van het zorgkantoor; afwijzen vraagt een reden.' })
export class JudgeVerzoekInput extends RepeatableInput implements JudgeVerzoek {
  @Field(() => UuidScalar)
  verzoekID!: string;

  @Field(() => Int, { description: 'De versie van het verzoek die u zag.' })
  @IsInt(GETAL)
  @Min(1, { message: 'Een versie is ten minste 1.' })
  versie!: number;

  @Field(() => Boolean)
  akkoord!: boolean;

  @Reden({ optional: true })
  reden?: string | null;
}
