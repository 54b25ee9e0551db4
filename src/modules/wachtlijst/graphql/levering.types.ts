import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar, UuidScalar } from '../../../platform/graphql/index.js';
import { StatusbronEnum, WachtstatusEnum } from './wachtstatus.enums.js';

@ObjectType({ isAbstract: true })
abstract class Wachtmelding {
  @Field(() => DateScalar, { description: 'Sinds wanneer de status geldt.' })
  ingangsdatum!: string;

  @Field(() => DateScalar, { nullable: true })
  einddatum!: string | null;

  @Field(() => DateTimeScalar, { description: 'Wanneer de melder dit vaststelde.' })
  vaststellingMoment!: string;

  @Field(() => DateTimeScalar, { description: 'Sinds wanneer dit hier bekend is.' })
  geregistreerdOp!: string;

  @Field(() => String, { nullable: true })
  reden!: string | null;

  @Field(() => String, { description: 'COD167.' })
  leveringsstatus!: string;

  @Field(() => WachtstatusEnum)
  wachtstatus!: keyof typeof WachtstatusEnum;

  @Field(() => String, { description: 'COD168.' })
  leveringsstatusClassificatie!: string;

  /** Not `bron`: that is a field of a refusal, and the two stand side by side in a result. */
  @Field(() => StatusbronEnum)
  statusbron!: keyof typeof StatusbronEnum;

  @Field(() => String, { nullable: true, description: 'Waarom het zorgkantoor dit zelf meldde.' })
  redenHandmatig!: string | null;
}

@ObjectType({ description: 'Wat een uitstelperiode eerder zei, voordat zij werd gecorrigeerd of beëindigd.' })
export class UitstelperiodeVersie extends Wachtmelding {
  @Field(() => DateTimeScalar, { description: 'Tot wanneer dit hier bekend was.' })
  vervangenOp!: string;
}

@ObjectType({ description: 'Een periode waarin de levering is uitgesteld en de cliënt wacht.' })
export class Uitstelperiode extends Wachtmelding {
  @Field(() => UuidScalar)
  uitstelperiodeID!: string;
}

@ObjectType({ description: 'Een periode waarin de toegewezen zorg wordt geleverd.' })
export class Leveringperiode {
  @Field(() => UuidScalar)
  leveringperiodeID!: string;

  @Field(() => DateScalar)
  ingangsdatum!: string;

  @Field(() => DateScalar, { nullable: true })
  einddatum!: string | null;

  @Field(() => DateTimeScalar)
  vaststellingMoment!: string;

  @Field(() => DateTimeScalar)
  geregistreerdOp!: string;

  @Field(() => DateScalar, { nullable: true })
  sleuteldatum!: string | null;

  @Field(() => String, { nullable: true, description: 'Mutatiecode (COD588) waarmee de zorg eindigde.' })
  beeindigingReden!: string | null;

  @Field(() => String, { nullable: true, description: 'AGB-code van de zorgaanbieder die overneemt.' })
  aanbiederBestemming!: string | null;
}

@ObjectType({ description: 'De toegewezen zorg wordt nooit geleverd (leveringsstatus 5).' })
export class Afstel {
  @Field(() => UuidScalar)
  afstelID!: string;

  @Field(() => DateScalar)
  afsteldatum!: string;

  @Field(() => DateTimeScalar)
  vaststellingMoment!: string;

  @Field(() => DateTimeScalar)
  geregistreerdOp!: string;

  @Field(() => String, { nullable: true })
  reden!: string | null;

  @Field(() => String, { nullable: true, description: 'AGB-code van de zorgaanbieder die overneemt.' })
  aanbiederBestemming!: string | null;
}

@ObjectType({ description: 'De leveringsstatus van een toewijzing op een dag.' })
export class Leveringsstatus {
  @Field(() => String, { description: 'COD167.' })
  leveringsstatus!: string;

  @Field(() => String, { nullable: true, description: 'COD168.' })
  leveringsstatusClassificatie!: string | null;

  @Field(() => DateScalar)
  ingangsdatum!: string;

  @Field(() => StatusbronEnum)
  bron!: keyof typeof StatusbronEnum;
}

@ObjectType({ description: 'Alles wat over het wachten op en leveren van een toewijzing is gemeld.' })
export class Levering {
  @Field(() => UuidScalar)
  leveringID!: string;

  @Field(() => UuidScalar)
  bemiddelingspecificatieID!: string;

  @Field(() => Int, { description: 'Versie van de bemiddelingspecificatie, voor een volgende melding.' })
  versie!: number;

  @Field(() => [Uitstelperiode])
  uitstelperioden!: readonly Uitstelperiode[];

  @Field(() => [Leveringperiode])
  leveringperioden!: readonly Leveringperiode[];

  @Field(() => Afstel, { nullable: true })
  afstel!: Afstel | null;

  @Field(() => Leveringsstatus, { nullable: true, description: 'De status van vandaag.' })
  actueleStatus!: Leveringsstatus | null;
}
