import { Module } from '@nestjs/common';
import { TaakResolver } from './graphql/taak.resolver.js';
import { WebhookResolver } from './graphql/webhook.resolver.js';
import { TaakbeheerService } from './taakbeheer.service.js';
import { WebhookService } from './webhook.service.js';

/** What runs by itself and what is sent by itself, for who keeps the system and who receives. */
@Module({ providers: [TaakbeheerService, WebhookService, TaakResolver, WebhookResolver] })
export class TaakbeheerModule {}
