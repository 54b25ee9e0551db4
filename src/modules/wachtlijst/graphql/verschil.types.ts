import { ArgsType, Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import {
  Connection,
  DateScalar,
  DateTimeScalar,
  PageArgs,
  UuidScalar,
  Vastlegger,
} from '../../../platform/graphql/index.js';
import type { Gebeurtenis } from '../domain/oorzaken.js';
import type { Beweging, Bewegingsoorzaak } from '../verschil.queries.js';
import { Sleutelwaarde } from './plaats.types.js';
import { WachtlijstFilterInput } from './wachtlijst.types.js';

export const BewegingEnum = {
  GEKOMEN: 'GEKOMEN',
  VERTROKKEN: 'VERTROKKEN',
  GESTEGEN: 'GESTEGEN',
  GEDAALD: 'GEDAALD',
} as const satisfies Record<Beweging, Beweging>;

registerEnumType(BewegingEnum, {
  name: 'Beweging',
  description: 'Wat er met een plaats gebeurde tussen twee lijsten.',
  valuesMap: {
    GEKOMEN: { description: 'Staat alleen op de latere lijst (naar).' },
    VERTROKKEN: { description: 'Staat alleen op de eerdere lijst (van).' },
    GESTEGEN: { description: 'Staat hoger onder wie op beide lijsten staan.' },
    GEDAALD: { description: 'Staat lager onder wie op beide lijsten staan.' },
  },
});

export const GebeurtenisEnum = {
  WACHTSTATUS: 'WACHTSTATUS',
  WACHTSTATUS_BEEINDIGD: 'WACHTSTATUS_BEEINDIGD',
  ZORG_BEGONNEN: 'ZORG_BEGONNEN',
  ZORG_BEEINDIGD: 'ZORG_BEEINDIGD',
  AFSTEL: 'AFSTEL',
  TOEWIJZING: 'TOEWIJZING',
  TOEWIJZING_BEEINDIGD: 'TOEWIJZING_BEEINDIGD',
  TOEWIJZING_INGETROKKEN: 'TOEWIJZING_INGETROKKEN',
  OVERLIJDEN: 'OVERLIJDEN',
  INDICATIE: 'INDICATIE',
  ZORGKANTOOR: 'ZORGKANTOOR',
  CORRECTIE: 'CORRECTIE',
  NORM: 'NORM',
  BELEID: 'BELEID',
  ANDEREN: 'ANDEREN',
} as const satisfies Record<Gebeurtenis, Gebeurtenis>;

registerEnumType(GebeurtenisEnum, {
  name: 'Bewegingsgebeurtenis',
  description: 'Waardoor iemand van plaats veranderde.',
  valuesMap: {
    WACHTSTATUS: { description: 'Een wachtstatus is gemeld, of ging in.' },
    TOEWIJZING: { description: 'De toewijzing is bekend geworden, of ging in.' },
    INDICATIE: { description: 'De indicatie is bekend geworden, of de afgiftedatum is gewijzigd.' },
    ZORGKANTOOR: { description: 'Een ander zorgkantoor werd verantwoordelijk.' },
    CORRECTIE: { description: 'Iets dat al bekend was, is anders vastgelegd.' },
    NORM: { description: 'De wachttijd ging over een norm, of de norm veranderde.' },
    BELEID: { description: 'Op de ene dag gold een ander volgordebeleid dan op de andere.' },
    ANDEREN: { description: 'Anderen gingen voor, of vielen terug.' },
  },
});

@InputType({ description: 'Van welke dag, en zoals wanneer bekend.' })
export class PeilingInput {
  @Field(() => DateScalar, { nullable: true, description: 'Vandaag als u niets opgeeft.' })
  op?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Alles wat nu bekend is als u niets opgeeft.' })
  zoalsBekendOp?: string | null;
}

@ArgsType()
export class WachtlijstVerschilArgs extends PageArgs {
  @Field(() => PeilingInput, { description: 'De lijst waarmee vergeleken wordt.' })
  @ValidateNested()
  @Type(() => PeilingInput)
  van!: PeilingInput;

  @Field(() => PeilingInput, { description: 'De lijst die vergeleken wordt.' })
  @ValidateNested()
  @Type(() => PeilingInput)
  naar!: PeilingInput;

  @Field(() => WachtlijstFilterInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => WachtlijstFilterInput)
  filter?: WachtlijstFilterInput | null;

  @Field(() => [BewegingEnum], { nullable: true, description: 'Alleen deze; alle als u niets opgeeft.' })
  @IsOptional()
  @ArrayMaxSize(4)
  bewegingen?: Beweging[] | null;
}

@ObjectType({ description: 'Waarom een plaats veranderde: een vastlegging, of iets waar er geen van is.' })
export class Wachtlijstoorzaak implements Bewegingsoorzaak {
  @Field(() => GebeurtenisEnum)
  gebeurtenis!: Gebeurtenis;

  @Field(() => UuidScalar, { nullable: true, description: 'Wat is vastgelegd, zoals een uitstelperiodeID.' })
  registratieID!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Sinds wanneer wij het weten.' })
  geregistreerdOp!: string | null;

  @Vastlegger('Wie het vastlegde.')
  geregistreerdDoor!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'De dag waarop het ingaat.' })
  dag!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Ja als het voor beide lijsten al bekend was en alleen de dag kwam.',
  })
  doorVerloop!: boolean | null;

  @Field(() => [UuidScalar], {
    description: 'Bij ANDEREN: wie voorging of terugviel, ten hoogste vijf plaatsen.',
  })
  anderen!: string[];

  @Field(() => Int, { description: 'Bij ANDEREN: hoeveel dat er zijn.' })
  aantalAnderen!: number;
}

@ObjectType({ description: 'Een plaats die kwam, vertrok, steeg of daalde tussen twee lijsten.' })
export class Wachtlijstbeweging {
  @Field(() => BewegingEnum)
  soort!: Beweging;

  @Field(() => UuidScalar)
  bemiddelingspecificatieID!: string;

  @Field(() => UuidScalar)
  bemiddelingID!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Plaats op de lijst van; leeg als de plaats er niet op staat.',
  })
  positieVan!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Plaats op de lijst naar; leeg als de plaats er niet op staat.',
  })
  positieNaar!: number | null;

  @Field(() => Int, { nullable: true, description: 'Plaats op de lijst van, onder wie op beide staan.' })
  plaatsVan!: number | null;

  @Field(() => Int, { nullable: true, description: 'Plaats op de lijst naar, onder wie op beide staan.' })
  plaatsNaar!: number | null;

  @Field(() => [Sleutelwaarde], {
    nullable: true,
    description: 'Waar de plaats op de lijst van op berustte.',
  })
  sleutelVan!: Sleutelwaarde[] | null;

  @Field(() => [Sleutelwaarde], { nullable: true, description: 'Waar de plaats op de lijst naar op berust.' })
  sleutelNaar!: Sleutelwaarde[] | null;

  @Field(() => [Wachtlijstoorzaak], { description: 'In de volgorde waarin wij het te weten kwamen.' })
  oorzaken!: Wachtlijstoorzaak[];
}

@ObjectType()
export class WachtlijstVerschilConnection extends Connection(Wachtlijstbeweging) {}
