import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsInt, Matches, Min } from 'class-validator';
import { Connection, DateTimeScalar, UuidScalar, Vastlegger } from '../../../platform/graphql/index.js';
import { SUB_PATTERN } from '../tokens/claims.js';

export enum RolEnum {
  ZORGKANTOOR = 'ZORGKANTOOR',
  ZORGAANBIEDER = 'ZORGAANBIEDER',
  BEHEERDER = 'BEHEERDER',
  LOGBEHEERDER = 'LOGBEHEERDER',
}
registerEnumType(RolEnum, { name: 'Rol', description: 'Waaronder iemand vraagt en doet.' });

export enum BlokkaderedenEnum {
  UIT_DIENST = 'UIT_DIENST',
  ROL_BEEINDIGD = 'ROL_BEEINDIGD',
  INLOGMIDDEL_GELEKT = 'INLOGMIDDEL_GELEKT',
  VERMOEDEN_VAN_MISBRUIK = 'VERMOEDEN_VAN_MISBRUIK',
}
registerEnumType(BlokkaderedenEnum, {
  name: 'Blokkadereden',
  description: 'Waarom iemand er niet meer in mag.',
});

@ObjectType({ description: 'Iemand die er niet in mag of mocht, al is zijn token goed.' })
export class GeblokkeerdeGebruiker {
  @Field(() => UuidScalar)
  geblokkeerdeGebruikerID!: string;

  @Field(() => String, { description: 'Identificatie van de persoon bij de uitgever van de tokens.' })
  sub!: string;

  @Field(() => RolEnum, { nullable: true, description: 'Alleen in deze rol; leeg is in elke rol.' })
  rol!: `${RolEnum}` | null;

  @Field(() => BlokkaderedenEnum)
  reden!: `${BlokkaderedenEnum}`;

  @Field(() => DateTimeScalar)
  van!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Leeg zolang de blokkade geldt.' })
  tot!: string | null;

  @Vastlegger('Wie dit het laatst vastlegde.', false)
  geregistreerdDoor!: string;

  @Field(() => Int)
  versie!: number;
}

@ObjectType()
export class GeblokkeerdeGebruikerConnection extends Connection(GeblokkeerdeGebruiker) {}

@InputType({ description: 'Wie er niet meer in mag, en waarom.' })
export class BlokkeerGebruikerInput {
  @Field(() => String, { description: 'De claim sub van de tokens van deze persoon.' })
  @Matches(SUB_PATTERN, {
    message: 'Een sub heeft 1 tot en met 200 leesbare tekens, zonder spatie aan het begin of eind.',
  })
  sub!: string;

  @Field(() => RolEnum, { nullable: true, description: 'Alleen in deze rol; leeg is in elke rol.' })
  rol?: `${RolEnum}` | null;

  @Field(() => BlokkaderedenEnum)
  reden!: `${BlokkaderedenEnum}`;
}

@InputType({ description: 'Welke blokkade wordt opgeheven.' })
export class DeblokkeerGebruikerInput {
  @Field(() => UuidScalar)
  geblokkeerdeGebruikerID!: string;

  @Field(() => Int)
  @IsInt({ message: 'Verwacht wordt een geheel getal.' })
  @Min(1, { message: 'Een versie begint bij 1.' })
  versie!: number;
}
