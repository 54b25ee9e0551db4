import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar, UuidScalar } from '../../../platform/graphql/index.js';
import { RegierolEnum } from '../../bemiddeling/index.js';

export enum VerzoekstatusEnum {
  INGEDIEND = 'INGEDIEND',
  GEACCEPTEERD = 'GEACCEPTEERD',
  AFGEWEZEN = 'AFGEWEZEN',
  NIET_NODIG = 'NIET_NODIG',
}

registerEnumType(VerzoekstatusEnum, {
  name: 'Verzoekstatus',
  description: 'Waar een verzoek staat.',
  valuesMap: {
    INGEDIEND: { description: 'Wacht op het oordeel van het zorgkantoor.' },
    GEACCEPTEERD: { description: 'Geaccepteerd, door een besluit of door zwijgen.' },
    AFGEWEZEN: { description: 'Afgewezen, met een reden.' },
    NIET_NODIG: { description: 'De dossierhouder zegt dat overbruggingszorg niet nodig is.' },
  },
});

export enum BeoordelingswijzeEnum {
  BESLUIT = 'BESLUIT',
  STILTE = 'STILTE',
}

registerEnumType(BeoordelingswijzeEnum, {
  name: 'Beoordelingswijze',
  description: 'Hoe een verzoek is afgehandeld.',
  valuesMap: {
    BESLUIT: { description: 'Het zorgkantoor besloot.' },
    STILTE: { description: 'De termijn verstreek; zwijgen is toestemmen (OP037).' },
  },
});

@ObjectType({ isAbstract: true })
abstract class Verzoekvelden {
  @Field(() => UuidScalar)
  verzoekID!: string;

  @Field(() => UuidScalar)
  bemiddelingID!: string;

  @Field(() => UuidScalar, { description: 'De reguliere toewijzing die wordt overbrugd.' })
  bemiddelingspecificatieID!: string;

  @Field(() => String, { description: 'AGB-code van wie het vroeg.' })
  instelling!: string;

  @Field(() => RegierolEnum, { description: 'De rol waarin het werd gevraagd.' })
  regierol!: `${RegierolEnum}`;

  @Field(() => DateScalar)
  verzoekdatum!: string;

  @Field(() => VerzoekstatusEnum)
  status!: `${VerzoekstatusEnum}`;

  @Field(() => String, { nullable: true, description: 'COD578.' })
  leveringsvorm!: string | null;

  @Field(() => String, { nullable: true, description: 'AGB-code van wie de overbruggingszorg zou leveren.' })
  aanbieder!: string | null;

  @Field(() => DateScalar, { nullable: true })
  toewijzingIngangsdatum!: string | null;

  @Field(() => DateScalar, { nullable: true })
  toewijzingEinddatum!: string | null;

  @Field(() => Int, { nullable: true, description: 'In honderdsten van procenten.' })
  percentage!: number | null;

  @Field(() => String, { nullable: true, description: 'COD260; bij mpt.' })
  verantwoord!: string | null;

  @Field(() => String, { nullable: true, description: 'COD260; bij mpt.' })
  doelmatig!: string | null;

  @Field(() => Boolean, { description: 'Of extra overbruggingszorg is gevraagd (COD983 code 1).' })
  extraOverbruggingszorg!: boolean;

  @Field(() => DateScalar, { description: 'De laatste dag waarop het zorgkantoor kan afwijzen.' })
  uiterlijk!: string;

  @Field(() => BeoordelingswijzeEnum, { nullable: true })
  wijze!: `${BeoordelingswijzeEnum}` | null;

  @Field(() => DateScalar, { nullable: true })
  beoordeeldOp!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'De reden van de afwijzing, of waarom het niet nodig is.',
  })
  reden!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Wat in de weg stond toen een verzoek door zwijgen werd geaccepteerd.',
  })
  belemmering!: string | null;

  @Field(() => Int, { description: 'Loopt op met elke wijziging; geef deze mee bij een oordeel.' })
  versie!: number;

  @Field(() => DateTimeScalar, { description: 'Sinds wanneer dit hier bekend is.' })
  geregistreerdOp!: string;
}

@ObjectType({ description: 'Een verzoek om overbruggingszorg, en wat ermee gebeurde.' })
export class Verzoek extends Verzoekvelden {}

@ObjectType({ description: 'Wat een verzoek eerder zei.' })
export class VerzoekVersie extends Verzoekvelden {
  @Field(() => DateTimeScalar)
  vervangenOp!: string;
}
