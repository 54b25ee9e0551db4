import type { Bemiddelingstaat, Regiehouder, Specificatie } from './bemiddeling.js';

/** What has to be stored to come from one state to the next. */
export interface Verschil {
  readonly nieuweSpecificaties: readonly Specificatie[];
  readonly gewijzigdeSpecificaties: readonly Specificatie[];
  readonly nieuweRegiehouders: readonly Regiehouder[];
  readonly gewijzigdeRegiehouders: readonly Regiehouder[];
}

export function verschil(oud: Bemiddelingstaat, nieuw: Bemiddelingstaat): Verschil {
  const specificaties = diff(oud.specificaties, nieuw.specificaties, (s) => s.bemiddelingspecificatieID);
  const regiehouders = diff(oud.regiehouders, nieuw.regiehouders, (r) => r.regiehouderID);
  return {
    nieuweSpecificaties: specificaties.nieuw,
    gewijzigdeSpecificaties: specificaties.gewijzigd,
    nieuweRegiehouders: regiehouders.nieuw,
    gewijzigdeRegiehouders: regiehouders.gewijzigd,
  };
}

export function isLeeg(verschil: Verschil): boolean {
  return Object.values(verschil).every((rows: readonly unknown[]) => rows.length === 0);
}

function diff<T extends object>(
  oud: readonly T[],
  nieuw: readonly T[],
  id: (row: T) => string,
): { nieuw: T[]; gewijzigd: T[] } {
  const known = new Map(oud.map((row) => [id(row), row]));
  const result: { nieuw: T[]; gewijzigd: T[] } = { nieuw: [], gewijzigd: [] };
  for (const row of nieuw) {
    const before = known.get(id(row));
    if (before === undefined) result.nieuw.push(row);
    else if (!isSame(before, row)) result.gewijzigd.push(row);
  }
  return result;
}

/** True when every field of `nieuw` says what `oud` said; what else `oud` holds does not count. */
export function isSame<T extends object>(oud: T, nieuw: T): boolean {
  return (Object.keys(nieuw) as (keyof T)[]).every((key) => oud[key] === nieuw[key]);
}
