import { registerEnumType } from '@nestjs/graphql';

export enum ContactpartijEnum {
  CLIENT = 'CLIENT',
  CONTACTPERSOON = 'CONTACTPERSOON',
  DOSSIERHOUDER = 'DOSSIERHOUDER',
}

registerEnumType(ContactpartijEnum, { name: 'Contactpartij', description: 'Met wie er contact was.' });

export enum ContactvormEnum {
  HUISBEZOEK = 'HUISBEZOEK',
  TELEFOON = 'TELEFOON',
  BEELDBELLEN = 'BEELDBELLEN',
  EMAIL = 'EMAIL',
}

registerEnumType(ContactvormEnum, { name: 'Contactvorm', description: 'Hoe er contact was.' });

export enum ContactverplichtingsoortEnum {
  COORDINATOR_DOSSIERHOUDER = 'COORDINATOR_DOSSIERHOUDER',
  DOSSIERHOUDER_CLIENT = 'DOSSIERHOUDER_CLIENT',
}

registerEnumType(ContactverplichtingsoortEnum, {
  name: 'Contactverplichtingsoort',
  description: 'Wie met wie contact moet hebben.',
  valuesMap: {
    COORDINATOR_DOSSIERHOUDER: {
      description:
        'De coördinator zorg thuis met de dossierhouder, zolang de cliënt wacht met status 6, 7 of 2.',
    },
    DOSSIERHOUDER_CLIENT: {
      description:
        'De dossierhouder met de cliënt of contactpersoon, zolang de cliënt op de wachtlijst staat.',
    },
  },
});

export enum ContactverplichtingstatusEnum {
  OPEN = 'OPEN',
  TE_LAAT = 'TE_LAAT',
}

registerEnumType(ContactverplichtingstatusEnum, {
  name: 'Contactverplichtingstatus',
  description: 'Of de uiterlijke datum voorbij is.',
  valuesMap: {
    OPEN: { description: 'De uiterlijke datum is nog niet voorbij.' },
    TE_LAAT: { description: 'De uiterlijke datum is voorbij.' },
  },
});
