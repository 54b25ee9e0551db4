import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClientService } from './client.service.js';
import { ClientEntity } from './entities/client.entity.js';
import { ContactgegevensEntity } from './entities/contactgegevens.entity.js';
import { ContactpersoonEntity } from './entities/contactpersoon.entity.js';
import { ClientResolver } from './graphql/client.resolver.js';
import { ContactpersoonResolver } from './graphql/contactpersoon.resolver.js';

@Module({
  imports: [TypeOrmModule.forFeature([ClientEntity, ContactpersoonEntity, ContactgegevensEntity])],
  providers: [ClientService, ClientResolver, ContactpersoonResolver],
  exports: [ClientService],
})
export class ClientModule {}
