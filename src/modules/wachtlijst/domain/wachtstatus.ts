/** COD167 codes under which a client waits (legacy code 1 is not one of them any more, CS133). */
export type Wachtstatuscode = '6' | '7' | '2' | '3';

/** The waiting statuses by name, as the GraphQL enum shows them. */
export type Wachtstatus = 'URGENT_PLAATSEN' | 'ACTIEF_PLAATSEN' | 'WACHT_OP_VOORKEUR' | 'WACHT_UIT_VOORZORG';

export interface WachtstatusKenmerken {
  readonly code: Wachtstatuscode;
  readonly naam: Wachtstatus;
  /** Place of the status in the order of the list; 1 comes first. */
  readonly rang: number;
  /** Statuses whose unbroken run starts the norm clock of this one. */
  readonly normklok: readonly Wachtstatuscode[];
}

/** Most urgent first. Status 3 runs no norm (it is not counted as waiting); its clock only orders the list. */
export const WACHTSTATUSSEN: readonly WachtstatusKenmerken[] = [
  { code: '6', naam: 'URGENT_PLAATSEN', rang: 1, normklok: ['6', '7'] },
  { code: '7', naam: 'ACTIEF_PLAATSEN', rang: 2, normklok: ['6', '7'] },
  { code: '2', naam: 'WACHT_OP_VOORKEUR', rang: 3, normklok: ['6', '7', '2'] },
  { code: '3', naam: 'WACHT_UIT_VOORZORG', rang: 4, normklok: ['6', '7', '2', '3'] },
];

/** COD167 code 3: on the list of the preferred provider, but in no count of who waits (W7). */
export const VOORZORG: Wachtstatuscode = '3';

const byCode = new Map(WACHTSTATUSSEN.map((status) => [status.code as string, status]));
const byNaam = new Map(WACHTSTATUSSEN.map((status) => [status.naam, status]));

export function isWachtstatuscode(code: string): code is Wachtstatuscode {
  return byCode.has(code);
}

export function wachtstatusVan(code: Wachtstatuscode): WachtstatusKenmerken {
  return known(byCode.get(code));
}

export function codeVan(naam: Wachtstatus): Wachtstatuscode {
  return known(byNaam.get(naam)).code;
}

function known(status: WachtstatusKenmerken | undefined): WachtstatusKenmerken {
  if (status === undefined) throw new Error('Not a waiting status.');
  return status;
}
