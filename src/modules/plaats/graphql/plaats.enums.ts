import { registerEnumType } from '@nestjs/graphql';
import { SUGGESTIE } from '../domain/weigering.js';

export enum PlaatssectorEnum {
  VV = 'VV',
  GHZ = 'GHZ',
  GGZ = 'GGZ',
}

registerEnumType(PlaatssectorEnum, {
  name: 'Plaatssector',
  description: 'De sector waarvoor plaatsen bestemd zijn.',
  valuesMap: {
    VV: { description: 'Verpleging en verzorging.' },
    GHZ: { description: 'Gehandicaptenzorg.' },
    GGZ: { description: 'Geestelijke gezondheidszorg.' },
  },
});

export enum BevestigingEnum {
  BEVESTIGD = 'BEVESTIGD',
  TE_BEVESTIGEN = 'TE_BEVESTIGEN',
}

registerEnumType(BevestigingEnum, {
  name: 'Bevestiging',
  description: 'Of de opgave van plaatsen vers is.',
  valuesMap: {
    BEVESTIGD: { description: 'Opgegeven of bevestigd binnen de termijn van de norm.' },
    TE_BEVESTIGEN: { description: 'Langer geleden dan de norm: de zorgaanbieder bevestigt opnieuw.' },
  },
});

export enum AanbodstatusEnum {
  AANGEBODEN = 'AANGEBODEN',
  AANVAARD = 'AANVAARD',
  IN_ZORG = 'IN_ZORG',
  GEWEIGERD = 'GEWEIGERD',
  INGETROKKEN = 'INGETROKKEN',
  VERVALLEN = 'VERVALLEN',
  BEEINDIGD = 'BEEINDIGD',
}

registerEnumType(AanbodstatusEnum, {
  name: 'Aanbodstatus',
  description: 'Hoe het met een aanbod staat.',
  valuesMap: {
    AANGEBODEN: { description: 'Wacht op antwoord; de plaats wordt vastgehouden.' },
    AANVAARD: { description: 'Aangenomen; de plaats is toegezegd tot de zorg begint.' },
    IN_ZORG: { description: 'De zorg is begonnen; de plaats is bezet.' },
    GEWEIGERD: { description: 'Door de cliënt geweigerd.' },
    INGETROKKEN: { description: 'Ingetrokken, of het wachten hield op.' },
    VERVALLEN: { description: 'Niet op tijd beantwoord.' },
    BEEINDIGD: { description: 'De zorg is geëindigd; de plaats is weer vrij.' },
  },
});

export enum PlaatstoestandEnum {
  VRIJ = 'VRIJ',
  AANGEBODEN = 'AANGEBODEN',
  GERESERVEERD = 'GERESERVEERD',
  BEZET = 'BEZET',
}

registerEnumType(PlaatstoestandEnum, {
  name: 'Plaatstoestand',
  description: 'Wat een aanbod van zijn plaats maakt.',
  valuesMap: {
    VRIJ: { description: 'Vrij voor een ander.' },
    AANGEBODEN: { description: 'Vastgehouden tot er antwoord is.' },
    GERESERVEERD: { description: 'Toegezegd.' },
    BEZET: { description: 'Bewoond.' },
  },
});

export enum GespreksresultaatEnum {
  STATUS_BLIJFT = 'STATUS_BLIJFT',
  STATUS_AANPASSEN = 'STATUS_AANPASSEN',
  WENS_AANGEPAST = 'WENS_AANGEPAST',
  ZIET_AF = 'ZIET_AF',
}

registerEnumType(GespreksresultaatEnum, {
  name: 'Gespreksresultaat',
  description: SUGGESTIE,
  valuesMap: {
    STATUS_BLIJFT: { description: 'Actief plaatsen klopt nog.' },
    STATUS_AANPASSEN: { description: 'Een andere wachtstatus past beter; die wordt apart gemeld.' },
    WENS_AANGEPAST: { description: 'De cliënt wil voortaan iets anders aangeboden krijgen.' },
    ZIET_AF: { description: 'De cliënt ziet af van deze zorg; het afstel wordt apart gemeld.' },
  },
});
