import { daysBetween, type Day, type Instant } from '../../../platform/clock/index.js';
import { VOORZORG } from './wachtstatus.js';

/** TREEKNORM: agreed nationally, by sector. STREEFNORM: since 2021 by waiting status and classificatie, per office. */
export type Normsoort = 'TREEKNORM' | 'STREEFNORM';

/** A norm from a day on. Rows are only added: a later version of the same norm takes over from its first day. */
export interface Wachtnorm {
  readonly soort: Normsoort;
  /** UZOVI; null for everybody. */
  readonly zorgkantoor: string | null;
  /** VV, GHZ or GGZ; null for every sector. */
  readonly sector: string | null;
  /** COD167; null for every waiting status that runs a norm. */
  readonly leveringsstatus: string | null;
  /** COD168; null for every classificatie. */
  readonly classificatie: string | null;
  readonly versie: number;
  /** How many days one waits at most; null while nobody filled it in. */
  readonly normDagen: number | null;
  readonly geldigVanaf: Day;
  readonly bron: string;
  /** How sure the source is: A official to D derived, P proposal; null for what an office decided itself. */
  readonly zekerheid: string | null;
  readonly geregistreerdOp: Instant;
}

/** What a norm is chosen by. */
export interface Normplaats {
  readonly zorgkantoor: string;
  readonly sector: string | null;
  readonly leveringsstatus: string;
  readonly classificatie: string;
}

/** How a wait compares with its norm. */
export interface Normtoets {
  /** Null when no norm is filled in, or none runs. */
  readonly soort: Normsoort | null;
  readonly dagen: number | null;
  readonly bron: string;
  readonly overschreden: boolean | null;
  /** Days beyond the norm, 0 within it. */
  readonly dagenOver: number | null;
  readonly toelichting: string;
}

export const NIET_INGEVULD = 'niet ingevuld';

type Normgebied = Pick<Wachtnorm, 'soort' | 'zorgkantoor' | 'sector' | 'leveringsstatus' | 'classificatie'>;

/** What two versions of one norm have in common. */
export function normgebied({
  soort,
  zorgkantoor,
  sector,
  leveringsstatus,
  classificatie,
}: Normgebied): string {
  return JSON.stringify([soort, zorgkantoor, sector, leveringsstatus, classificatie]);
}

/**
 * The norms that hold on a day, the one that goes first at the front: a streefnorm before the Treeknorm, the office's
 * own before everybody's, then the one that names the classificatie, the status, the sector.
 */
export function normenOp(normen: readonly Wachtnorm[], day: Day): Wachtnorm[] {
  const geldend = new Map<string, Wachtnorm>();
  for (const norm of normen) {
    if (norm.geldigVanaf > day) continue;
    const gebied = normgebied(norm);
    const eerder = geldend.get(gebied);
    if (eerder === undefined || eerder.versie < norm.versie) geldend.set(gebied, norm);
  }
  return [...geldend.values()].sort(
    (a, b) => voorrang(b) - voorrang(a) || (normgebied(a) < normgebied(b) ? -1 : 1),
  );
}

function voorrang({ soort, zorgkantoor, classificatie, leveringsstatus, sector }: Wachtnorm): number {
  return [
    soort === 'STREEFNORM',
    zorgkantoor !== null,
    classificatie !== null,
    leveringsstatus !== null,
    sector !== null,
  ].reduce((weight, names) => weight * 2 + Number(names), 0);
}

/** The norm a wait is judged by: the first of `normenOp` that covers it and is filled in; none uit voorzorg (W7). */
export function normVoor(geldend: readonly Wachtnorm[], plaats: Normplaats): Wachtnorm | null {
  if (plaats.leveringsstatus === VOORZORG) return null;
  return geldend.find((norm) => norm.normDagen !== null && geldtVoor(norm, plaats)) ?? null;
}

/** Judges a wait on a day. The day the norm clock starts is day 0: after `normDagen` days one still waits within it. */
export function toetsNorm(
  geldend: readonly Wachtnorm[],
  plaats: Normplaats & { readonly normklokVan: Day },
  day: Day,
): Normtoets {
  const norm = normVoor(geldend, plaats);
  if (norm === null || norm.normDagen === null) {
    const voorzorg = plaats.leveringsstatus === VOORZORG;
    return {
      soort: null,
      dagen: null,
      bron: voorzorg ? 'W7' : NIET_INGEVULD,
      overschreden: null,
      dagenOver: null,
      toelichting: voorzorg
        ? 'Voor wie uit voorzorg wacht loopt geen norm.'
        : 'Voor deze wachtstatus en sector is geen norm ingevuld.',
    };
  }
  const over = daysBetween(plaats.normklokVan, day) - norm.normDagen;
  return {
    soort: norm.soort,
    dagen: norm.normDagen,
    bron: norm.bron,
    overschreden: over > 0,
    dagenOver: Math.max(0, over),
    toelichting:
      norm.soort === 'STREEFNORM'
        ? 'Getoetst aan de streefnorm voor deze wachtstatus en classificatie.'
        : 'De streefnorm voor deze wachtstatus en classificatie is niet ingevuld; getoetst aan de Treeknorm van de sector.',
  };
}

function geldtVoor(norm: Wachtnorm, plaats: Normplaats): boolean {
  return (['zorgkantoor', 'sector', 'leveringsstatus', 'classificatie'] as const).every(
    (deel) => norm[deel] === null || norm[deel] === plaats[deel],
  );
}
