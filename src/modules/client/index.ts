export { ClientModule } from './client.module.js';
export { ClientService, type UpdateClientgegevens } from './client.service.js';
export { assertClientCodes } from './client.codes.js';
export { mayChangeClient } from './client.policy.js';
export { findClienten, findVerantwoordelijken, type ClientRow } from './client.queries.js';
export { ClientSet, herkomstOf, keysOf, type Herkomsten } from './client.repository.js';
export { assertBsn, isBsn } from './domain/bsn.js';
export type {
  Clientdossier,
  Clientgegevens,
  Contactgegevensrij,
  Contactpersoongegevens,
} from './domain/clientdossier.js';
export type { Clientopgave } from './domain/clientopgave.js';
export { takenIn as clientdossierTakenIn } from './domain/clientregels.js';
export { dossierOf } from './domain/dossier-uit-opgave.js';
export { naamOf } from './domain/naam.js';
export { lineOf, proseOf } from './domain/schrijfwijze.js';
export { ClientEntity } from './entities/client.entity.js';
export { ContactgegevensEntity } from './entities/contactgegevens.entity.js';
export { ContactpersoonEntity } from './entities/contactpersoon.entity.js';
export { ClientInput } from './graphql/client.inputs.js';
export { clientByID } from './graphql/client.loaders.js';
export { Client } from './graphql/client.types.js';
