import type { Sector } from '../../codelijst/index.js';
import type { Wachtstatus, Wachtstatuscode } from '../../wachtlijst/index.js';

/** Places with the same status, sector and classificatie. */
export interface Groep {
  /** COD167. */
  readonly leveringsstatus: string;
  /** Null when the profile belongs to no sector we know. */
  readonly sector: Sector | null;
  /** COD168. */
  readonly classificatie: string;
  readonly aantal: number;
  /** How many of them wait longer than the norm; null when no norm is filled in for them. */
  readonly langerDanNorm: number | null;
}

/** How many wait, and how that compares with the norm. The three parts add up to `aantal`. */
export interface Aantal {
  readonly aantal: number;
  readonly binnenNorm: number;
  readonly langerDanNorm: number;
  readonly normNietIngevuld: number;
}

export interface Statusaantal extends Aantal {
  readonly wachtstatus: Wachtstatus;
  readonly wachtstatusCode: Wachtstatuscode;
}

export interface Sectoraantal extends Aantal {
  readonly sector: Sector | null;
}

export interface Statussectoraantal extends Statusaantal {
  readonly sector: Sector | null;
}

export interface Telling extends Aantal {
  /** Who waits uit voorzorg: in no other number here (W7). */
  readonly uitVoorzorg: number;
  readonly perStatus: readonly Statusaantal[];
  readonly perSector: readonly Sectoraantal[];
  readonly perStatusEnSector: readonly Statussectoraantal[];
}

export interface Status {
  readonly code: Wachtstatuscode;
  readonly naam: Wachtstatus;
}

const SECTOREN: readonly (Sector | null)[] = ['VV', 'GHZ', 'GGZ', null];

/**
 * Counts a list.
 * @param statussen the waiting statuses that count, the most urgent first
 * @param voorzorg the status of who is on the list and does not count as waiting (W7)
 */
export function telling(groepen: readonly Groep[], statussen: readonly Status[], voorzorg: string): Telling {
  const wachtend = groepen.filter(({ leveringsstatus }) => leveringsstatus !== voorzorg);
  const uitVoorzorg = groepen.filter(({ leveringsstatus }) => leveringsstatus === voorzorg);
  const tellend = statussen.filter(({ code }) => code !== voorzorg);
  const sectoren = SECTOREN.filter(
    (sector) => sector !== null || wachtend.some((groep) => groep.sector === null),
  );
  const met = (code: string): Groep[] => wachtend.filter(({ leveringsstatus }) => leveringsstatus === code);
  const van = (those: readonly Groep[], sector: Sector | null): Groep[] =>
    those.filter((groep) => groep.sector === sector);
  return {
    ...som(wachtend),
    uitVoorzorg: som(uitVoorzorg).aantal,
    perStatus: tellend.map(({ code, naam }) => ({
      wachtstatus: naam,
      wachtstatusCode: code,
      ...som(met(code)),
    })),
    perSector: sectoren.map((sector) => ({ sector, ...som(van(wachtend, sector)) })),
    perStatusEnSector: tellend.flatMap(({ code, naam }) =>
      sectoren.map((sector) => ({
        wachtstatus: naam,
        wachtstatusCode: code,
        sector,
        ...som(van(met(code), sector)),
      })),
    ),
  };
}

function som(groepen: readonly Groep[]): Aantal {
  const sum = (of: (groep: Groep) => number): number =>
    groepen.reduce((total, groep) => total + of(groep), 0);
  return {
    aantal: sum(({ aantal }) => aantal),
    binnenNorm: sum(({ aantal, langerDanNorm }) => (langerDanNorm === null ? 0 : aantal - langerDanNorm)),
    langerDanNorm: sum(({ langerDanNorm }) => langerDanNorm ?? 0),
    normNietIngevuld: sum(({ aantal, langerDanNorm }) => (langerDanNorm === null ? aantal : 0)),
  };
}
