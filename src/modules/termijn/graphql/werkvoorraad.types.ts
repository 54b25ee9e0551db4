import { ArgsType, Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, Matches, ValidateNested } from 'class-validator';
import { Connection, DateScalar, PageArgs, UuidScalar } from '../../../platform/graphql/index.js';
import type { WerkvoorraadFilter } from '../werkvoorraad.queries.js';

export enum WerksoortEnum {
  TOEWIJZEN = 'TOEWIJZEN',
  EERSTE_STATUS = 'EERSTE_STATUS',
  ZONDER_STATUS = 'ZONDER_STATUS',
  OVERBRUGGING_AANVRAGEN = 'OVERBRUGGING_AANVRAGEN',
  VERZOEK_BEOORDELEN = 'VERZOEK_BEOORDELEN',
  VERZOEK_UITVOEREN = 'VERZOEK_UITVOEREN',
  GESPREK_NA_WEIGERING = 'GESPREK_NA_WEIGERING',
  ZORG_BEGINNEN = 'ZORG_BEGINNEN',
}

registerEnumType(WerksoortEnum, {
  name: 'Werksoort',
  description: 'Wat er te doen is.',
  valuesMap: {
    TOEWIJZEN: { description: 'Een indicatie waaronder nog niets is toegewezen (OP088).' },
    EERSTE_STATUS: { description: 'Een toewijzing waarover nog niets is gemeld (OP181).' },
    ZONDER_STATUS: { description: 'Een toewijzing waarvan de laatste melding eindigde zonder vervolg.' },
    OVERBRUGGING_AANVRAGEN: { description: 'Is overbruggingszorg nodig? (OP182)' },
    VERZOEK_BEOORDELEN: { description: 'Een verzoek dat op een oordeel wacht (OP037).' },
    VERZOEK_UITVOEREN: { description: 'Door zwijgen geaccepteerd, en niet toegewezen (OP037).' },
    GESPREK_NA_WEIGERING: { description: 'Een gesprek met de cliënt, na een tweede weigering.' },
    ZORG_BEGINNEN: { description: 'Een aangenomen plaats waarvan de zorg nog niet begon.' },
  },
});

export enum WerkpartijEnum {
  ZORGKANTOOR = 'ZORGKANTOOR',
  ZORGAANBIEDER = 'ZORGAANBIEDER',
}

registerEnumType(WerkpartijEnum, { name: 'Werkpartij', description: 'Wie het moet doen.' });

export enum WerkstatusEnum {
  LOPEND = 'LOPEND',
  TE_LAAT = 'TE_LAAT',
  VERLOPEN = 'VERLOPEN',
}

registerEnumType(WerkstatusEnum, {
  name: 'Werkstatus',
  description: 'Of de termijn voorbij is.',
  valuesMap: {
    LOPEND: { description: 'De uiterlijke datum is nog niet voorbij.' },
    TE_LAAT: { description: 'De uiterlijke datum is voorbij; het moet nog steeds.' },
    VERLOPEN: { description: 'Gemist: zo lang voorbij dat het geen werk van nu meer is (termijnnorm).' },
  },
});

@ObjectType({
  description: 'Iets dat iemand moet doen, zoals het vandaag is. Wat gedaan is, staat er niet meer op.',
})
export class Werkregel {
  @Field(() => WerksoortEnum)
  soort!: `${WerksoortEnum}`;

  @Field(() => WerkpartijEnum, { description: 'Wie het moet doen.' })
  voor!: `${WerkpartijEnum}`;

  @Field(() => String, { description: 'Het verantwoordelijke zorgkantoor (COD001).' })
  zorgkantoor!: string;

  @Field(() => String, {
    nullable: true,
    description: 'AGB-code van wie het moet doen, of over wie het gaat.',
  })
  instelling!: string | null;

  @Field(() => UuidScalar)
  clientID!: string;

  @Field(() => UuidScalar, { nullable: true })
  bemiddelingID!: string | null;

  @Field(() => UuidScalar, { nullable: true })
  bemiddelingspecificatieID!: string | null;

  @Field(() => UuidScalar, {
    description: 'Waar het over gaat: een indicatie, toewijzing, verzoek, gesprek of aanbod.',
  })
  bronID!: string;

  @Field(() => DateScalar, { description: 'De dag waarop de termijn begon.' })
  sinds!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'De dag waarop het liefst klaar is, als die er is.',
  })
  streefdatum!: string | null;

  @Field(() => DateScalar, { description: 'De laatste dag waarop het op tijd is.' })
  uiterlijk!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'De laatste dag waarop de regel om werk vraagt; leeg als dat zo blijft tot het gedaan is.',
  })
  vervalt!: string | null;

  @Field(() => WerkstatusEnum)
  status!: `${WerkstatusEnum}`;

  @Field(() => Int, { description: 'Kalenderdagen; 0 zolang het nog kan.' })
  dagenTeLaat!: number;

  @Field(() => String, { description: 'De regel, zoals OP181.' })
  regel!: string;

  @Field(() => String, { description: 'Waar de regel staat.' })
  bron!: string;

  @Field(() => String, { description: 'Wat er te doen is, en waarom.' })
  reden!: string;
}

@ObjectType()
export class WerkvoorraadConnection extends Connection(Werkregel) {}

@InputType({ description: 'Alle opgegeven delen moeten gelden.' })
export class WerkvoorraadFilterInput implements WerkvoorraadFilter {
  @Field(() => [WerksoortEnum], { nullable: true, description: 'Weggelaten: alle.' })
  soort?: `${WerksoortEnum}`[] | null;

  @Field(() => WerkpartijEnum, { nullable: true })
  voor?: `${WerkpartijEnum}` | null;

  @Field(() => String, { nullable: true, description: 'COD001.' })
  @IsOptional()
  @Matches(/^\d{4}$/, { message: 'Een zorgkantoor heeft een code van vier cijfers.' })
  zorgkantoor?: string | null;

  @Field(() => String, { nullable: true, description: 'AGB-code.' })
  @IsOptional()
  @Matches(/^\d{8}$/, { message: 'Een AGB-code heeft acht cijfers.' })
  instelling?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Alleen wat vóór deze dag moet.' })
  uiterlijkVoor?: string | null;

  @Field(() => [WerkstatusEnum], { nullable: true, description: 'Weggelaten: LOPEND en TE_LAAT.' })
  status?: `${WerkstatusEnum}`[] | null;
}

@ArgsType()
export class WerkvoorraadArgs extends PageArgs {
  @Field(() => WerkvoorraadFilterInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => WerkvoorraadFilterInput)
  filter?: WerkvoorraadFilterInput | null;
}
