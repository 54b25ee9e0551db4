/** The two regions of the demo data: Amstelland en De Meerlanden, and Zuid-Holland Noord (COD001). */
export type Zorgkantoor = '5516' | '5517';

export interface Plaats {
  readonly naam: string;
  /** Four-digit postal areas that really lie there; streets and letters are invented. */
  readonly postcodegebied: number;
}

/** Places of each region. */
export const PLAATSEN: Readonly<Record<Zorgkantoor, readonly Plaats[]>> = {
  '5516': [
    { naam: 'Amstelveen', postcodegebied: 1181 },
    { naam: 'Hoofddorp', postcodegebied: 2131 },
    { naam: 'Uithoorn', postcodegebied: 1421 },
    { naam: 'Aalsmeer', postcodegebied: 1431 },
    { naam: 'Nieuw-Vennep', postcodegebied: 2151 },
    { naam: 'Diemen', postcodegebied: 1111 },
  ],
  '5517': [
    { naam: 'Leiden', postcodegebied: 2311 },
    { naam: 'Katwijk', postcodegebied: 2221 },
    { naam: 'Alphen aan den Rijn', postcodegebied: 2401 },
    { naam: 'Lisse', postcodegebied: 2161 },
    { naam: 'Leiderdorp', postcodegebied: 2351 },
    { naam: 'Noordwijk', postcodegebied: 2201 },
    { naam: 'Hillegom', postcodegebied: 2181 },
    { naam: 'Oegstgeest', postcodegebied: 2341 },
  ],
};
