import { ArgsType, Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsInt, IsOptional, Length, Max, Min } from 'class-validator';
import { DateScalar, DateTimeScalar, UuidScalar } from '../../../platform/graphql/index.js';
import type { RunTaak } from '../taakbeheer.service.js';

export enum TaakrunsoortEnum {
  GEPLAND = 'GEPLAND',
  HAND = 'HAND',
}
registerEnumType(TaakrunsoortEnum, {
  name: 'Taakrunsoort',
  description: 'Of een run volgens het schema begon, of omdat iemand erom vroeg.',
});

export enum TaakrunstatusEnum {
  WACHT = 'WACHT',
  LOOPT = 'LOOPT',
  GEDAAN = 'GEDAAN',
  MISLUKT = 'MISLUKT',
}
registerEnumType(TaakrunstatusEnum, {
  name: 'Taakrunstatus',
  description: 'WACHT: op de beurt of op een nieuwe poging. MISLUKT: met de hand gestart en niet gelukt.',
});

@ObjectType({ description: 'Een getal of woord uit het resultaat van een run.' })
export class Taakuitkomst {
  @Field(() => String)
  naam!: string;

  @Field(() => String)
  waarde!: string;
}

@ObjectType({ description: 'Eén keer dat een taak liep, of gaat lopen.' })
export class Taakrun {
  @Field(() => UuidScalar)
  taakrunID!: string;

  @Field(() => TaakrunsoortEnum)
  soort!: `${TaakrunsoortEnum}`;

  @Field(() => TaakrunstatusEnum)
  status!: `${TaakrunstatusEnum}`;

  @Field(() => DateTimeScalar, {
    description: 'Het geplande moment; met de hand: wanneer erom gevraagd werd.',
  })
  gepland!: string;

  @Field(() => DateScalar, { description: 'De dag die beoordeeld wordt.' })
  dag!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  begonnen!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  klaar!: string | null;

  @Field(() => Int, { description: 'Hoe vaak een server eraan begon; meer dan 1 na uitval of een fout.' })
  pogingen!: number;

  @Field(() => Int, { description: 'Hoeveel er gedaan is.' })
  gedaan!: number;

  @Field(() => Int, { nullable: true, description: 'Van hoeveel, voor zover bekend.' })
  totaal!: number | null;

  @Field(() => Int, { description: 'Tijd die eraan gewerkt is, in milliseconden.' })
  duurMs!: number;

  @Field(() => [Taakuitkomst])
  resultaat!: Taakuitkomst[];

  @Field(() => String, {
    nullable: true,
    description: 'Soort van de laatste fout; de logregels zeggen meer.',
  })
  fout!: string | null;
}

@ObjectType({ description: 'Werk op een schema.' })
export class Taak {
  @Field(() => String)
  id!: string;

  @Field(() => String)
  omschrijving!: string;

  @Field(() => String, { description: 'Het schema in vijf cron-velden, op de Nederlandse klok.' })
  cron!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Het volgende geplande moment; leeg als de kalenderdag vaststaat.',
  })
  volgende!: string | null;

  @Field(() => [Taakrun], { description: 'De laatste runs, de nieuwste eerst.' })
  runs!: Taakrun[];
}

@ArgsType()
export class TakenArgs {
  @Field(() => Int, { defaultValue: 5, description: 'Runs per taak, 1 tot en met 50.' })
  @IsInt({ message: 'Verwacht wordt een geheel getal.' })
  @Min(1, { message: 'Vraag ten minste 1 run.' })
  @Max(50, { message: 'Vraag ten hoogste 50 runs.' })
  runs: number = 5;
}

@InputType({ description: 'Start een taak met de hand.' })
export class RunTaakInput implements RunTaak {
  @Field(() => String, { description: 'Zoals taken { id } hem noemt.' })
  @Length(1, 50, { message: 'Een taak heeft een naam van 1 tot en met 50 tekens.' })
  taak!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'De dag die beoordeeld wordt; vandaag als u niets opgeeft.',
  })
  @IsOptional()
  datum?: string | null;
}
