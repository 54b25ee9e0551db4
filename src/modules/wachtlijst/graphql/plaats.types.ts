import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateScalar } from '../../../platform/graphql/index.js';
import type { Normtoets } from '../domain/wachtnorm.js';
import type { Klok as KlokRow } from '../klok.queries.js';
import type { Weglating } from '../weglatingen.queries.js';

export enum NormsoortEnum {
  TREEKNORM = 'TREEKNORM',
  STREEFNORM = 'STREEFNORM',
}

registerEnumType(NormsoortEnum, {
  name: 'Normsoort',
  description: 'Waar een norm voor wachten op berust.',
  valuesMap: {
    TREEKNORM: { description: 'Landelijk afgesproken, per sector.' },
    STREEFNORM: { description: 'Sinds 2021, per wachtstatus en classificatie; het zorgkantoor vult die in.' },
  },
});

export enum WeglatingsgrondEnum {
  WACHT_UIT_VOORZORG = 'WACHT_UIT_VOORZORG',
  PGB = 'PGB',
  IN_ZORG = 'IN_ZORG',
}

registerEnumType(WeglatingsgrondEnum, {
  name: 'Weglatingsgrond',
  description: 'Waarom een toewijzing niet op de lijst staat.',
  valuesMap: {
    WACHT_UIT_VOORZORG: { description: 'Wil nog niet opgenomen worden; telt niet als wachtend.' },
    PGB: { description: 'Koopt de zorg zelf in en wacht niet op een zorgaanbieder.' },
    IN_ZORG: { description: 'De zorg onder deze toewijzing loopt.' },
  },
});

@ObjectType({ description: 'Sinds wanneer iets loopt, en hoeveel dagen dat is op de dag van de lijst.' })
export class Klok implements KlokRow {
  @Field(() => DateScalar)
  datum!: string;

  @Field(() => Int, { description: 'Op de eerste dag 0.' })
  dagen!: number;
}

@ObjectType({ description: 'De norm waaraan het wachten is getoetst, en de uitkomst.' })
export class Wachtnormtoets implements Normtoets {
  @Field(() => NormsoortEnum, { nullable: true, description: 'Leeg als geen norm is ingevuld of loopt.' })
  soort!: keyof typeof NormsoortEnum | null;

  @Field(() => Int, { nullable: true, description: 'Hoeveel dagen iemand ten hoogste wacht.' })
  dagen!: number | null;

  @Field(() => String, { description: '“niet ingevuld” als er geen norm is.' })
  bron!: string;

  @Field(() => Boolean, { nullable: true })
  overschreden!: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Dagen boven de norm; 0 daarbinnen.' })
  dagenOver!: number | null;

  @Field(() => String)
  toelichting!: string;
}

@ObjectType({ description: 'Hoeveel toewijzingen de lijst weglaat, en waarom.' })
export class Weggelaten implements Weglating {
  @Field(() => WeglatingsgrondEnum)
  waarom!: keyof typeof WeglatingsgrondEnum;

  @Field(() => Int)
  aantal!: number;
}

@ObjectType({ description: 'Een sleutel van de volgorde met de waarde van deze plaats.' })
export class Sleutelwaarde {
  @Field(() => String, { description: 'Naam van de sleutel, zoals in het volgordebeleid.' })
  naam!: string;

  @Field(() => String)
  waarde!: string;
}
