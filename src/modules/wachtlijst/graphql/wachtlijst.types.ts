import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, Matches, ValidateNested } from 'class-validator';
import {
  Connection,
  DateScalar,
  DateTimeScalar,
  PageArgs,
  UuidScalar,
} from '../../../platform/graphql/index.js';
import type { WachtlijstFilter } from '../wachtlijst.queries.js';
import { SectorEnum, WachtstatusEnum } from './wachtstatus.enums.js';

@ObjectType({ description: 'Een plaats op de wachtlijst: één per toewijzing waarop iemand wacht.' })
export class Wachtlijstregel {
  @Field(() => Int, { description: 'Plaats in de volgorde, vanaf 1, binnen het filter en wat u mag zien.' })
  positie!: number;

  @Field(() => UuidScalar)
  indicatieID!: string;

  @Field(() => UuidScalar)
  bemiddelingID!: string;

  @Field(() => UuidScalar)
  bemiddelingspecificatieID!: string;

  @Field(() => String, { description: 'AGB-code van de zorgaanbieder waarop gewacht wordt.' })
  instelling!: string;

  @Field(() => String, { description: 'Het verantwoordelijke zorgkantoor (COD001).' })
  zorgkantoor!: string;

  @Field(() => SectorEnum, { nullable: true })
  sector!: keyof typeof SectorEnum | null;

  @Field(() => String, { description: 'COD163.' })
  zzpCode!: string;

  @Field(() => WachtstatusEnum)
  wachtstatus!: keyof typeof WachtstatusEnum;

  @Field(() => String, { description: 'COD167.' })
  wachtstatusCode!: string;

  @Field(() => String, { description: 'COD168.' })
  classificatie!: string;

  @Field(() => DateScalar, { description: 'Sinds wanneer de wachtstatus geldt.' })
  statusIngangsdatum!: string;

  @Field(() => DateScalar)
  toewijzingIngangsdatum!: string;

  @Field(() => Int, { description: 'Versie van het volgordebeleid waarin deze plaats zo staat.' })
  beleid!: number;
}

@ObjectType()
export class WachtlijstConnection extends Connection(Wachtlijstregel) {
  @Field(() => Int, { description: 'Versie van het volgordebeleid van deze lijst.' })
  beleid!: number;

  @Field(() => DateTimeScalar, {
    description:
      'Alles wat tot dit moment is geregistreerd is in deze lijst verwerkt: de lijst volgt elke wijziging meteen.',
  })
  volledigBerekendOp!: string;
}

@InputType({ description: 'Alle opgegeven delen moeten gelden.' })
export class WachtlijstFilterInput implements WachtlijstFilter {
  @Field(() => String, { nullable: true, description: 'Het verantwoordelijke zorgkantoor (COD001).' })
  @IsOptional()
  @Matches(/^\d{4}$/, { message: 'Een zorgkantoor heeft een code van vier cijfers.' })
  zorgkantoor?: string | null;

  @Field(() => String, { nullable: true, description: 'AGB-code van de zorgaanbieder waarop gewacht wordt.' })
  @IsOptional()
  @Matches(/^\d{8}$/, { message: 'Een AGB-code heeft acht cijfers.' })
  instelling?: string | null;

  @Field(() => [WachtstatusEnum], { nullable: true })
  wachtstatus?: (keyof typeof WachtstatusEnum)[] | null;

  @Field(() => SectorEnum, { nullable: true })
  sector?: keyof typeof SectorEnum | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Ook wie uit voorzorg wacht; vanzelf ja als wachtstatus die noemt.',
  })
  inclusiefVoorzorg?: boolean | null;
}

@ArgsType()
export class WachtlijstArgs extends PageArgs {
  @Field(() => WachtlijstFilterInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => WachtlijstFilterInput)
  filter?: WachtlijstFilterInput | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'De dag waarvan u de lijst wilt zien; vandaag als u niets opgeeft. Mag ook nog komen.',
  })
  @IsOptional()
  op?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'De lijst zoals die toen bij ons bekend was; alles wat nu bekend is als u niets opgeeft.',
  })
  @IsOptional()
  zoalsBekendOp?: string | null;
}
