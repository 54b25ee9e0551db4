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

export enum ContactsignaalsoortEnum {
  NADERT = 'NADERT',
  TE_LAAT = 'TE_LAAT',
  JAARNORM_NIET_GEHAALD = 'JAARNORM_NIET_GEHAALD',
  ESCALATIE = 'ESCALATIE',
}

registerEnumType(ContactsignaalsoortEnum, {
  name: 'Contactsignaalsoort',
  description: 'Waarom een contactverplichting aandacht vraagt.',
  valuesMap: {
    NADERT: { description: 'De uiterlijke datum komt dichtbij.' },
    TE_LAAT: { description: 'De uiterlijke datum is voorbij.' },
    JAARNORM_NIET_GEHAALD: {
      description: 'In het afgelopen jaar waren er minder dan twee tellende contacten.',
    },
    ESCALATIE: { description: 'Al zo lang te laat dat het zorgkantoor moet handelen.' },
  },
});

export enum ContactuitkomstEnum {
  OPEN = 'OPEN',
  TE_LAAT = 'TE_LAAT',
  VOLDAAN = 'VOLDAAN',
  VERVALLEN = 'VERVALLEN',
}

registerEnumType(ContactuitkomstEnum, {
  name: 'Contactuitkomst',
  description: 'Wat er vandaag van een verplichting geworden is.',
  valuesMap: {
    OPEN: { description: 'De uiterlijke datum is nog niet voorbij.' },
    TE_LAAT: { description: 'De uiterlijke datum is voorbij en er was geen contact.' },
    VOLDAAN: { description: 'Er was een contact dat telt.' },
    VERVALLEN: { description: 'Er hoeft van deze zorgaanbieder op deze termijn geen contact meer te zijn.' },
  },
});

export enum VervalredenEnum {
  OVERLEDEN = 'OVERLEDEN',
  GEPLAATST = 'GEPLAATST',
  EINDE_ZORGVRAAG = 'EINDE_ZORGVRAAG',
  VERHUISD = 'VERHUISD',
  TOEWIJZING_BEEINDIGD = 'TOEWIJZING_BEEINDIGD',
  WACHTSTATUS_BEEINDIGD = 'WACHTSTATUS_BEEINDIGD',
  OPNAMEBEHOEFTE_VERVALLEN = 'OPNAMEBEHOEFTE_VERVALLEN',
  ROL_BEEINDIGD = 'ROL_BEEINDIGD',
  OVERGEDRAGEN = 'OVERGEDRAGEN',
  TERMIJN_HERZIEN = 'TERMIJN_HERZIEN',
}

registerEnumType(VervalredenEnum, {
  name: 'Contactvervalreden',
  description: 'Waarom een verplichting zonder contact eindigde.',
  valuesMap: {
    OVERLEDEN: { description: 'De cliënt is overleden.' },
    GEPLAATST: { description: 'De zorg is begonnen (leveringsstatus 4).' },
    EINDE_ZORGVRAAG: { description: 'Van de zorg is afgezien (leveringsstatus 5).' },
    VERHUISD: { description: 'De cliënt ging naar een ander zorgkantoor.' },
    TOEWIJZING_BEEINDIGD: { description: 'De toewijzing is om een andere reden beëindigd.' },
    WACHTSTATUS_BEEINDIGD: { description: 'De wachtstatus eindigde zonder opvolger.' },
    OPNAMEBEHOEFTE_VERVALLEN: { description: 'De cliënt wacht alleen nog uit voorzorg.' },
    ROL_BEEINDIGD: { description: 'Een rol van de verplichting wordt door niemand meer vervuld.' },
    OVERGEDRAGEN: { description: 'Een andere zorgaanbieder nam de rol en de lopende termijn over.' },
    TERMIJN_HERZIEN: { description: 'Een andere norm of wachtstatus gaf een andere termijn.' },
  },
});
