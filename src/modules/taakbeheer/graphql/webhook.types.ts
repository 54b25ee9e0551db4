import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsInt, Length, Min } from 'class-validator';
import { Connection, DateTimeScalar, UuidScalar } from '../../../platform/graphql/index.js';
import type { RegisterWebhook } from '../webhook.service.js';

@ObjectType({ description: 'Het adres waar een zorgaanbieder berichten ontvangt.' })
export class Webhook {
  @Field(() => String, { description: 'AGB van de zorgaanbieder.' })
  instelling!: string;

  @Field(() => String)
  url!: string;

  @Field(() => Boolean)
  actief!: boolean;

  @Field(() => Int)
  versie!: number;

  @Field(() => Int, { description: 'Mislukte pogingen op rij; 0 als het adres werkt.' })
  foutenOpRij!: number;

  @Field(() => String, { nullable: true })
  laatsteFout!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Tot dan proberen we het niet.' })
  pauzeTot!: string | null;

  @Field(() => Int)
  wachtendeBerichten!: number;
}

@ObjectType({ description: 'Een webhook na een wijziging.' })
export class WebhookGewijzigd {
  @Field(() => Webhook)
  webhook!: Webhook;

  @Field(() => String, {
    nullable: true,
    description:
      'Het geheim waarmee berichten ondertekend zijn (standardwebhooks.com). U ziet het alleen nu.',
  })
  geheim!: string | null;
}

@InputType({ description: 'Waar u berichten ontvangt: een https-adres op het openbare internet.' })
export class RegisterWebhookInput implements RegisterWebhook {
  @Field(() => String)
  @Length(1, 500, { message: 'Een adres heeft 1 tot en met 500 tekens.' })
  url!: string;

  @Field(() => Int, { description: '0 voor de eerste keer.' })
  @IsInt({ message: 'Verwacht wordt een geheel getal.' })
  @Min(0, { message: 'Een versie is niet negatief.' })
  versie!: number;
}

@InputType({ description: 'Welke stand van uw webhook u wijzigt.' })
export class WebhookversieInput {
  @Field(() => Int)
  @IsInt({ message: 'Verwacht wordt een geheel getal.' })
  @Min(1, { message: 'Een versie begint bij 1.' })
  versie!: number;
}

export enum BerichtstatusEnum {
  WACHT = 'WACHT',
  VERZONDEN = 'VERZONDEN',
  ONBESTELBAAR = 'ONBESTELBAAR',
  VERVALLEN = 'VERVALLEN',
}
registerEnumType(BerichtstatusEnum, {
  name: 'Berichtstatus',
  description: 'Hoe het met een bericht staat; verzonden is het pas na een bevestiging van de ontvanger.',
});

@ObjectType({ description: 'Een bericht dat niet bezorgd kon worden, zonder zijn inhoud.' })
export class OnbestelbaarBericht {
  @Field(() => UuidScalar)
  berichtID!: string;

  @Field(() => String)
  soort!: string;

  @Field(() => String, { description: 'AGB van de zorgaanbieder.' })
  ontvanger!: string;

  @Field(() => BerichtstatusEnum)
  status!: `${BerichtstatusEnum}`;

  @Field(() => DateTimeScalar)
  aangemaakt!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  opgegeven!: string | null;

  @Field(() => Int)
  pogingen!: number;

  @Field(() => String, { nullable: true })
  laatsteFout!: string | null;
}

@ObjectType()
export class OnbestelbaarBerichtConnection extends Connection(OnbestelbaarBericht) {}

@InputType({ description: 'Biedt een onbestelbaar bericht opnieuw aan.' })
export class RetryBerichtInput {
  @Field(() => UuidScalar)
  berichtID!: string;
}
