import { registerEnumType } from '@nestjs/graphql';

export enum WachtstatusEnum {
  URGENT_PLAATSEN = 'URGENT_PLAATSEN',
  ACTIEF_PLAATSEN = 'ACTIEF_PLAATSEN',
  WACHT_OP_VOORKEUR = 'WACHT_OP_VOORKEUR',
  WACHT_UIT_VOORZORG = 'WACHT_UIT_VOORZORG',
}

registerEnumType(WachtstatusEnum, {
  name: 'Wachtstatus',
  description: 'Hoe iemand wacht (COD167).',
  valuesMap: {
    URGENT_PLAATSEN: { description: 'Code 6: opname is op zeer korte termijn noodzakelijk.' },
    ACTIEF_PLAATSEN: { description: 'Code 7: opname is binnen een of enkele maanden noodzakelijk.' },
    WACHT_OP_VOORKEUR: { description: 'Code 2: wil opgenomen worden waar en zoals het de voorkeur heeft.' },
    WACHT_UIT_VOORZORG: { description: 'Code 3: wil nog niet opgenomen worden; telt niet als wachtend.' },
  },
});

export enum StatusbronEnum {
  DOSSIERHOUDER = 'DOSSIERHOUDER',
  ZORGAANBIEDER = 'ZORGAANBIEDER',
  HANDMATIG = 'HANDMATIG',
  SYSTEEM = 'SYSTEEM',
}

registerEnumType(StatusbronEnum, {
  name: 'Statusbron',
  description: 'Wie een status meldde.',
  valuesMap: {
    DOSSIERHOUDER: { description: 'De dossierhouder; zijn woord gaat voor op dezelfde dag.' },
    ZORGAANBIEDER: { description: 'De zorgaanbieder van de toewijzing.' },
    HANDMATIG: { description: 'Het zorgkantoor zelf, bij uitzondering en met een reden.' },
    SYSTEEM: { description: 'Niemand: de status volgt uit de toewijzing.' },
  },
});

export enum SignaalEnum {
  OVERBRUGGING_LOOPT_DOOR = 'OVERBRUGGING_LOOPT_DOOR',
  STATUS_VERVROEGD = 'STATUS_VERVROEGD',
}

registerEnumType(SignaalEnum, {
  name: 'Signaal',
  description: 'Wat op een toewijzing aandacht vraagt.',
  valuesMap: {
    OVERBRUGGING_LOOPT_DOOR: {
      description: 'De overbruggingszorg staat nog open terwijl de cliënt geplaatst is.',
    },
    STATUS_VERVROEGD: {
      description:
        'Het begin van de wachtstatus is met een correctie verder naar voren gehaald dan de termijn waarbinnen laat mag worden gemeld (OP181).',
    },
  },
});

export enum SectorEnum {
  VV = 'VV',
  GHZ = 'GHZ',
  GGZ = 'GGZ',
}

registerEnumType(SectorEnum, {
  name: 'Sector',
  description: 'De sector van een zorgprofiel (COD163).',
  valuesMap: {
    VV: { description: 'Verpleging en verzorging.' },
    GHZ: { description: 'Gehandicaptenzorg.' },
    GGZ: { description: 'Geestelijke gezondheidszorg.' },
  },
});
