/** Kinds of actor that policies are written for. */
export type Wie = 'zorgkantoor' | 'zorgaanbieder' | 'systeem' | 'bewaker' | 'logbeheerder' | 'iedereen';

/** `L`: an update policy by which somebody may hold rows until the end of the transaction, and change nothing. */
export type Letter = 'S' | 'I' | 'U' | 'L' | 'D';

export interface Tabelbeleid {
  /** Column that says whose row it is. */
  readonly sleutel: string;
  /** Per kind of actor, the commands it has a policy for; who is not named sees and does nothing. */
  readonly wie: Readonly<Partial<Record<Wie, string>>>;
}

const SYSTEEM = { systeem: 'SIUD' } as const;
const LEEST = { zorgkantoor: 'S', zorgaanbieder: 'S', ...SYSTEEM } as const;
const SAMEN = { zorgkantoor: 'SIU', zorgaanbieder: 'SIU', ...SYSTEEM } as const;
const AFGELEID = { zorgkantoor: 'SIUD', zorgaanbieder: 'SIUD', ...SYSTEEM } as const;
const HISTORIE = { ...LEEST, bewaker: 'I' } as const;

const vanBemiddeling = (wie: Tabelbeleid['wie']): Tabelbeleid => ({ sleutel: 'bemiddeling_id', wie });
const vanClient = (wie: Tabelbeleid['wie']): Tabelbeleid => ({ sleutel: 'client_id', wie });
const vanDossier = (wie: Tabelbeleid['wie']): Tabelbeleid => ({ sleutel: 'dossier_client_id', wie });

/** The policies of the register, by table; a policy is called `<wie>_<opdracht>`. */
export const BELEID: Readonly<Record<string, Tabelbeleid>> = {
  aanbod: vanBemiddeling(SAMEN),
  aanbod_historie: vanBemiddeling(HISTORIE),
  afstel: vanBemiddeling(SAMEN),
  afstel_historie: vanBemiddeling(HISTORIE),
  bemiddeling: vanBemiddeling({ zorgkantoor: 'SIU', zorgaanbieder: 'SL', ...SYSTEEM, bewaker: 'S' }),
  bemiddeling_historie: vanBemiddeling(HISTORIE),
  bemiddelingspecificatie: vanBemiddeling({
    zorgkantoor: 'SIU',
    zorgaanbieder: 'SU',
    ...SYSTEEM,
    bewaker: 'S',
  }),
  bemiddelingspecificatie_historie: vanBemiddeling(HISTORIE),
  bewaarstop: vanClient({ ...SYSTEEM, bewaker: 'S' }),
  bewaarstop_historie: vanClient({ ...SYSTEEM, bewaker: 'I' }),
  client: vanClient({ zorgkantoor: 'SIU', zorgaanbieder: 'SL', ...SYSTEEM }),
  client_historie: vanClient(HISTORIE),
  contactboek_achterstand: vanBemiddeling(AFGELEID),
  contactgegevens: vanDossier({ zorgkantoor: 'SIUD', zorgaanbieder: 'S', ...SYSTEEM }),
  contactgegevens_historie: vanDossier(HISTORIE),
  contactmoment: vanBemiddeling({ zorgkantoor: 'S', zorgaanbieder: 'SIU', ...SYSTEEM }),
  contactmoment_historie: vanBemiddeling(HISTORIE),
  contactpersoon: vanClient({ zorgkantoor: 'SIUD', zorgaanbieder: 'S', ...SYSTEEM }),
  contactpersoon_historie: vanClient(HISTORIE),
  contactsignaal: vanBemiddeling({ zorgkantoor: 'SU', zorgaanbieder: 'SU', ...SYSTEEM }),
  contactsignaal_historie: vanBemiddeling(HISTORIE),
  contactverplichting: vanBemiddeling(AFGELEID),
  contactverplichting_historie: vanBemiddeling(HISTORIE),
  geindiceerd_zorgzwaartepakket: vanClient(LEEST),
  geindiceerd_zorgzwaartepakket_historie: vanClient(HISTORIE),
  gesprekstaak: vanBemiddeling(SAMEN),
  gesprekstaak_historie: vanBemiddeling(HISTORIE),
  grondslag: vanClient(LEEST),
  grondslag_historie: vanClient(HISTORIE),
  idempotentie: { sleutel: 'organisatie', wie: AFGELEID },
  indicatie: vanClient({ zorgkantoor: 'SL', zorgaanbieder: 'S', ...SYSTEEM, bewaker: 'S' }),
  indicatie_historie: vanClient(HISTORIE),
  levering: vanBemiddeling({ ...SAMEN, bewaker: 'S' }),
  levering_historie: vanBemiddeling(HISTORIE),
  leveringperiode: vanBemiddeling(SAMEN),
  leveringperiode_historie: vanBemiddeling(HISTORIE),
  logregel: vanClient({ zorgkantoor: 'S', logbeheerder: 'S', bewaker: 'SD', iedereen: 'I' }),
  regiehouder: vanBemiddeling({ zorgkantoor: 'SIU', zorgaanbieder: 'S', ...SYSTEEM, bewaker: 'S' }),
  regiehouder_historie: vanBemiddeling(HISTORIE),
  registratieklok: vanClient({ ...SYSTEEM, bewaker: 'SIUD' }),
  toegangsrecht: vanBemiddeling({ zorgaanbieder: 'S', systeem: 'S', bewaker: 'SIUD' }),
  toegangsrecht_zorgkantoor: vanBemiddeling({ zorgkantoor: 'S', systeem: 'S', bewaker: 'SIUD' }),
  uitstelperiode: vanBemiddeling(SAMEN),
  uitstelperiode_historie: vanBemiddeling(HISTORIE),
  verzoek: vanBemiddeling(SAMEN),
  verzoek_historie: vanBemiddeling(HISTORIE),
  wachtlijstplaats: vanBemiddeling(AFGELEID),
  wachtlijstplaats_historie: vanBemiddeling({ ...AFGELEID, bewaker: 'SIUD' }),
  wzd: vanClient(LEEST),
  wzd_historie: vanClient(HISTORIE),
};

/** Roles other than the reading and the writing one of the kind of actor, by policy. */
const ANDERE_ROLLEN: Readonly<Record<string, readonly string[]>> = {
  'idempotentie zorgkantoor S': ['wlz_zorgkantoor_schrijver'],
  'idempotentie zorgaanbieder S': ['wlz_zorgaanbieder_schrijver'],
  'logregel zorgkantoor S': ['wlz_zorgkantoor_lezer'],
};

const IEDEREEN = ['systeem', 'zorgaanbieder', 'zorgkantoor'].flatMap((wie) => [
  `wlz_${wie}_lezer`,
  `wlz_${wie}_schrijver`,
]);

/** The database roles that a policy is for, in order. */
export function rollenVan(tabel: string, wie: Wie, letter: Letter): readonly string[] {
  if (wie === 'bewaker' || wie === 'logbeheerder') return [`wlz_${wie}`];
  if (wie === 'iedereen') return ['wlz_beheerder', 'wlz_logbeheerder', ...IEDEREEN];
  const anders = ANDERE_ROLLEN[`${tabel} ${wie} ${letter}`];
  if (anders !== undefined) return anders;
  return letter === 'S' ? [`wlz_${wie}_lezer`, `wlz_${wie}_schrijver`] : [`wlz_${wie}_schrijver`];
}
