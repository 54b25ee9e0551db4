import { registerEnumType } from '@nestjs/graphql';

/** The values inside are the codes of COD1004. */
export enum RegierolEnum {
  COORDINATOR_ZORG_THUIS = '1',
  DOSSIERHOUDER = '2',
}

registerEnumType(RegierolEnum, {
  name: 'Regierol',
  description: 'Wie de regie voert (COD1004).',
  valuesMap: {
    COORDINATOR_ZORG_THUIS: { description: 'Code 1: regelt de zorg thuis en bewaakt de urgentie.' },
    DOSSIERHOUDER: { description: 'Code 2: beheert de wachtlijst en houdt contact met de cliënt.' },
  },
});
