import { Module } from '@nestjs/common';
import { ClientService } from './client.service.js';
import { ClientResolver } from './graphql/client.resolver.js';
import { ContactpersoonResolver } from './graphql/contactpersoon.resolver.js';

@Module({
  providers: [ClientService, ClientResolver, ContactpersoonResolver],
  exports: [ClientService],
})
export class ClientModule {}
