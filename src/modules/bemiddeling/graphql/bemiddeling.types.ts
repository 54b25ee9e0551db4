import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar, UuidScalar } from '../../../platform/graphql/index.js';
import { RegierolEnum } from './regierol.enum.js';

/** COD578 by name, as far as it is allocated. */
export enum LeveringsvormNaam {
  PGB = 'PGB',
  VERBLIJF = 'VERBLIJF',
  VPT = 'VPT',
  MPT = 'MPT',
  DTV = 'DTV',
}

registerEnumType(LeveringsvormNaam, {
  name: 'LeveringsvormNaam',
  description: 'De leveringsvorm bij naam (COD578).',
});

@ObjectType({ description: 'Iets om naar te kijken; het stond de toewijzing niet in de weg.' })
export class Waarschuwing {
  @Field(() => String, { description: 'Vaste code voor programma’s.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'De regel waar het om gaat, zoals T8.' })
  regel!: string | null;

  @Field(() => String)
  melding!: string;
}

@ObjectType({ description: 'Wat een zorgkantoor voor een cliënt regelt onder één indicatie.' })
export class Bemiddeling {
  @Field(() => UuidScalar)
  bemiddelingID!: string;

  @Field(() => UuidScalar)
  clientID!: string;

  @Field(() => UuidScalar)
  wlzIndicatieID!: string;

  @Field(() => String, { description: 'COD001.' })
  verantwoordelijkZorgkantoor!: string;

  @Field(() => DateScalar)
  verantwoordelijkheidIngangsdatum!: string;

  @Field(() => DateScalar, { nullable: true })
  verantwoordelijkheidEinddatum!: string | null;

  @Field(() => Int, {
    description: 'Loopt op met elke wijziging van de rollen; geef deze mee bij een wijziging.',
  })
  versie!: number;

  @Field(() => DateTimeScalar)
  geregistreerdOp!: string;
}

@ObjectType({ isAbstract: true })
abstract class Specificatievelden {
  @Field(() => UuidScalar)
  bemiddelingspecificatieID!: string;

  @Field(() => UuidScalar)
  bemiddelingID!: string;

  @Field(() => String, { description: 'COD578.' })
  leveringsvorm!: string;

  @Field(() => LeveringsvormNaam)
  leveringsvormNaam!: string;

  @Field(() => String, { description: 'COD163.' })
  zzpCode!: string;

  @Field(() => DateScalar)
  toewijzingIngangsdatum!: string;

  @Field(() => DateScalar, { nullable: true })
  toewijzingEinddatum!: string | null;

  @Field(() => String, { nullable: true, description: 'AGB-code; leeg bij een pgb.' })
  instelling!: string | null;

  @Field(() => String, { description: 'COD001.' })
  uitvoerendZorgkantoor!: string;

  @Field(() => DateTimeScalar, { description: 'Wanneer dit is besloten.' })
  vaststellingMoment!: string;

  @Field(() => Int, { nullable: true, description: 'Aandeel in het budget, in honderdsten van procenten.' })
  percentage!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Aandeel als pgb, in honderdsten van procenten. Voor een zorgaanbieder altijd leeg.',
  })
  pgbPercentage!: number | null;

  @Field(() => String, { nullable: true, description: 'COD260: neemt deze zorgaanbieder de cliënt op?' })
  opname!: string | null;

  @Field(() => String, { nullable: true, description: 'COD172.' })
  redenIntrekking!: string | null;

  @Field(() => String, { nullable: true, description: 'COD755: etmalen per week bij deeltijdverblijf.' })
  etmalen!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'AGB-code van de zorgaanbieder waar de cliënt heen gaat.',
  })
  instellingBestemming!: string | null;

  @Field(() => String, { description: 'COD165.' })
  soortToewijzing!: string;

  @Field(() => [Waarschuwing])
  waarschuwingen!: readonly Waarschuwing[];

  @Field(() => DateTimeScalar, { description: 'Sinds wanneer het register dit weet.' })
  geregistreerdOp!: string;
}

@ObjectType({ description: 'Een toewijzing van zorg: een leveringsvorm bij een zorgaanbieder.' })
export class Bemiddelingspecificatie extends Specificatievelden {
  @Field(() => Int, {
    description:
      'Loopt op met elke wijziging van toewijzing, status of zorg; geef deze mee bij een wijziging.',
  })
  versie!: number;
}

@ObjectType({ description: 'Wat een toewijzing eerder zei.' })
export class BemiddelingspecificatieVersie extends Specificatievelden {
  @Field(() => DateTimeScalar, { description: 'Tot wanneer het register dit wist.' })
  vervangenOp!: string;
}

@ObjectType({ isAbstract: true })
abstract class Regiehoudervelden {
  @Field(() => UuidScalar)
  regiehouderID!: string;

  @Field(() => UuidScalar)
  bemiddelingID!: string;

  @Field(() => String, { description: 'AGB-code.' })
  instelling!: string;

  @Field(() => RegierolEnum)
  regierol!: `${RegierolEnum}`;

  @Field(() => DateScalar)
  ingangsdatum!: string;

  @Field(() => DateScalar, { nullable: true })
  einddatum!: string | null;

  @Field(() => DateTimeScalar, { description: 'Wanneer dit is besloten.' })
  vaststellingMoment!: string;

  @Field(() => DateTimeScalar, { description: 'Sinds wanneer het register dit weet.' })
  geregistreerdOp!: string;
}

@ObjectType({ description: 'Een zorgaanbieder die de regie voert.' })
export class Regiehouder extends Regiehoudervelden {}

@ObjectType({ description: 'Wat er eerder over een regiehouder stond.' })
export class RegiehouderVersie extends Regiehoudervelden {
  @Field(() => DateTimeScalar, { description: 'Tot wanneer het register dit wist.' })
  vervangenOp!: string;
}
