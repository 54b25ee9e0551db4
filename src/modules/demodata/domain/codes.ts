/** Codes of the iStandaarden that the generator uses; the register itself checks against the dated code lists. */

/** COD578: 2 pgb, 4 verblijf, 5 vpt, 7 mpt, 8 dtv. */
export type Leveringsvorm = '2' | '4' | '5' | '7' | '8';

/** The sector that follows from the zorgzwaartepakket (COD163). */
export type Sector = 'VV' | 'GHZ' | 'GGZ';

/** COD1004. */
export type Regierol = '1' | '2';
export const COORDINATOR_ZORG_THUIS: Regierol = '1';
export const DOSSIERHOUDER: Regierol = '2';

/** COD165. */
export type SoortToewijzing = '1' | '3';
export const REGULIER: SoortToewijzing = '1';
export const OVERBRUGGING: SoortToewijzing = '3';

/** COD167, the four statuses of somebody who waits. */
export type Wachtstatus = '6' | '7' | '2' | '3';
export const URGENT_PLAATSEN: Wachtstatus = '6';
export const ACTIEF_PLAATSEN: Wachtstatus = '7';
export const WACHT_OP_VOORKEUR: Wachtstatus = '2';
export const WACHT_UIT_VOORZORG: Wachtstatus = '3';

/** COD588, the reasons that providers give in the older messages for stopping or handing over. */
export const CLIENT_WIL_ZORG_NIET = '12';
export const LEVERING_BEEINDIGD_AANHOUDEN = '20';
export const OVERDRACHT_TOEWIJZING = '21';

/** COD172. */
export const OVERPLAATSING = '4';
export const UITSTROOM = '6';

/** COD999, the wish that the indication passes on, by the form that was allocated. */
export const VOORKEUR: Readonly<Record<Leveringsvorm, string>> = {
  '2': '2',
  '4': '4',
  '5': '5',
  '7': '7',
  '8': '10',
};
export const VOORKEUR_PGB_MET_MPT = '6';
export const VOORKEUR_THUIS = '3';

/** COD755, nights per week of deeltijdverblijf. */
export const ETMALEN: readonly string[] = ['3,5', '4,0', '4,5'];

/** CS131: why somebody with this status waits. Code 20 is for clinical mental health care only and comes apart. */
export const CLASSIFICATIES: Readonly<Record<Wachtstatus, readonly string[]>> = {
  '6': ['01', '02', '03', '04', '05', '06', '07', '08'],
  '7': ['09', '10', '11', '12'],
  '2': ['13', '14', '15', '16', '17', '18', '19'],
  '3': ['13', '14', '15', '17', '18', '19'],
};
export const DOORSTROOM_KLINISCHE_GGZ = '20';
export const DOORSTROOM_GECLUSTERD_VPT = '18';
