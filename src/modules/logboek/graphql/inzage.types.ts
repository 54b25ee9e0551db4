import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, Max, Min } from 'class-validator';
import {
  Connection,
  DateScalar,
  DateTimeScalar,
  PageArgs,
  UuidScalar,
} from '../../../platform/graphql/index.js';

@ObjectType({ description: 'Eén regel van het logboek over een cliënt (NEN 7513).' })
export class Inzage {
  @Field(() => String)
  logregelID!: string;

  @Field(() => DateTimeScalar, { description: 'Het begin, op de klok van de database.' })
  tijdstip!: string;

  @Field(() => UuidScalar)
  clientID!: string;

  @Field(() => String, { description: 'Wat er gebeurde, als code: R10, U10.' })
  code!: string;

  @Field(() => String, { description: 'Wat er gebeurde, in woorden.' })
  omschrijving!: string;

  @Field(() => String, {
    description: 'C aangemaakt, R geraadpleegd, U gewijzigd, D verwijderd, E uitgevoerd.',
  })
  actie!: string;

  @Field(() => Int, { description: '1 gelukt, 2 geweigerd, 3 mislukt.' })
  resultaat!: number;

  @Field(() => String, {
    description: 'Wat is gecontroleerd, T of F: autorisatie, zorgrelatie, toestemming, noodknop.',
  })
  controles!: string;

  @Field(() => String, {
    description: 'De persoon of het proces, zoals de uitgever van het token die noemt.',
  })
  gebruiker!: string;

  @Field(() => String, {
    nullable: true,
    description: 'De uitgever van het token; een proces heeft er geen.',
  })
  uitgever!: string | null;

  @Field(() => String)
  rol!: string;

  @Field(() => String, { nullable: true, description: 'UZOVI of AGB van de organisatie.' })
  organisatie!: string | null;

  @Field(() => String, { nullable: true, description: 'Wie instaat voor een proces.' })
  verantwoordelijke!: string | null;

  @Field(() => String, { description: 'De vraag of opdracht.' })
  operatie!: string;

  @Field(() => String)
  autorisatieprotocol!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Het recht waarop de cliënt te zien was; leeg: geen gevonden.',
  })
  grond!: string | null;

  @Field(() => String, { description: 'Programma, versie en machine.' })
  bron!: string;
}

@ObjectType()
export class InzageConnection extends Connection(Inzage) {}

@ObjectType({ description: 'Hoe vaak iemand keek.' })
export class Kijker {
  @Field(() => String)
  gebruiker!: string;

  @Field(() => String, { nullable: true })
  uitgever!: string | null;

  @Field(() => String)
  rol!: string;

  @Field(() => String, { nullable: true })
  organisatie!: string | null;

  @Field(() => Int, { description: 'Regels in het logboek.' })
  inzagen!: number;

  @Field(() => Int, { description: 'Verschillende cliënten.' })
  clienten!: number;

  @Field(() => Int, { description: 'Inzagen waarbij geen recht werd gevonden.' })
  zonderRelatie!: number;

  @Field(() => DateTimeScalar)
  eerste!: string;

  @Field(() => DateTimeScalar)
  laatste!: string;
}

@ArgsType()
export class PeriodeArgs extends PageArgs {
  @Field(() => DateScalar, { description: 'De eerste dag.' })
  van!: string;

  @Field(() => DateScalar, { description: 'De laatste dag.' })
  tot!: string;
}

@ArgsType()
export class InzageLogArgs extends PeriodeArgs {
  @Field(() => UuidScalar)
  clientID!: string;
}

@ArgsType()
export class KijkersArgs {
  @Field(() => DateScalar, { description: 'De eerste dag.' })
  van!: string;

  @Field(() => DateScalar, { description: 'De laatste dag.' })
  tot!: string;

  @Field(() => Int, { defaultValue: 20, description: 'Hoeveel, 1 tot en met 100.' })
  @IsInt({ message: 'Verwacht wordt een geheel getal.' })
  @Min(1, { message: 'Vraag er ten minste 1.' })
  @Max(100, { message: 'Vraag er ten hoogste 100.' })
  first: number = 20;
}

@ArgsType()
export class WieZagClientArgs extends KijkersArgs {
  @Field(() => UuidScalar)
  clientID!: string;
}
