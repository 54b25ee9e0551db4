/** COD1004: who keeps the direction. */
export type Regierol = '1' | '2';

export const COORDINATOR_ZORG_THUIS = '1' satisfies Regierol;
export const DOSSIERHOUDER = '2' satisfies Regierol;

/** COD165, as far as new allocations may carry it; 2 and 4 expired in 2018. */
export const REGULIER = '1';
export const OVERBRUGGING = '3';

interface Kenmerken {
  /** How people write it. */
  readonly naam: 'PGB' | 'VERBLIJF' | 'VPT' | 'MPT' | 'DTV';
  /** The role that must be there during the whole allocation (CD073, CD050); null when none belongs to it. */
  readonly regierol: Regierol | null;
  /** Carries the number of nights per week (CD072). */
  readonly etmalen: boolean;
  /** Carries whether this provider admits the client (CD052). */
  readonly opname: boolean;
  /** Is delivered by a provider for a share of the budget (CD040). */
  readonly instelling: boolean;
  /** Which side of the profile's admissibility it needs (T8); null when every profile may have it. */
  readonly toelating: 'pgb' | 'thuis' | null;
}

/**
 * COD578 as facts §3.1 describes it: what each form carries and calls for. 9 (verkeerde bed) exists only in messages to
 * the CAK and is never allocated here (OP352).
 */
export const LEVERINGSVORMEN = {
  '2': { naam: 'PGB', regierol: null, etmalen: false, opname: false, instelling: false, toelating: 'pgb' },
  '4': { naam: 'VERBLIJF', regierol: '2', etmalen: false, opname: true, instelling: true, toelating: null },
  '5': { naam: 'VPT', regierol: '2', etmalen: false, opname: false, instelling: true, toelating: 'thuis' },
  '7': { naam: 'MPT', regierol: '1', etmalen: false, opname: false, instelling: true, toelating: 'thuis' },
  '8': { naam: 'DTV', regierol: '2', etmalen: true, opname: true, instelling: true, toelating: 'thuis' },
} as const satisfies Readonly<Record<string, Kenmerken>>;

export type Leveringsvorm = keyof typeof LEVERINGSVORMEN;

export const PGB = '2' satisfies Leveringsvorm;
export const MPT = '7' satisfies Leveringsvorm;

export function isLeveringsvorm(code: string): code is Leveringsvorm {
  return Object.hasOwn(LEVERINGSVORMEN, code);
}

export function kenmerken(vorm: Leveringsvorm): Kenmerken {
  return LEVERINGSVORMEN[vorm];
}

/** How a refusal names a role. */
export const ROLNAAM: Readonly<Record<Regierol, string>> = {
  [COORDINATOR_ZORG_THUIS]: 'coördinator zorg thuis',
  [DOSSIERHOUDER]: 'dossierhouder',
};
