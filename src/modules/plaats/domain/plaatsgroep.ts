import { daysBetween, type Day } from '../../../platform/clock/index.js';
import { OngeldigeInvoer, RegelGeschonden } from '../../../platform/errors/index.js';

/** Places of one kind at a location. Null means: whatever the provider offers there. */
export interface Plaatsgroep {
  readonly plaatsgroepID: string;
  readonly sector: Plaatssector | null;
  /** COD578: 4 verblijf, 8 deeltijdverblijf, 5 vpt with a place of its own (geclusterd). */
  readonly leveringsvorm: string | null;
  readonly capaciteit: number;
  /** Places lived in by people whose place was not given through this register. */
  readonly overigBezet: number;
  /** Places that an offer holds, keeps or filled. */
  readonly inGebruik: number;
  readonly bevestigdOp: Day;
}

export type Plaatssector = 'VV' | 'GHZ' | 'GGZ';

/** What a provider records of its places. */
export interface Opgave {
  readonly capaciteit: number;
  readonly overigBezet: number;
}

/** Whether the numbers of a plaatsgroep are fresh. */
export type Bevestiging = 'BEVESTIGD' | 'TE_BEVESTIGEN';

const MOST = 100_000;
/** Forms of delivery in which somebody lives at the location without its being named. */
const VERBLIJF: readonly string[] = ['4', '8'];

export function vrij({ capaciteit, overigBezet, inGebruik }: Plaatsgroep): number {
  return Math.max(0, capaciteit - overigBezet - inGebruik);
}

/** Older than the norm of the day asks for a new confirmation; without a norm nothing is too old. */
export function bevestiging(bevestigdOp: Day, normdagen: number | null, today: Day): Bevestiging {
  if (normdagen === null) return 'BEVESTIGD';
  return daysBetween(bevestigdOp, today) > normdagen ? 'TE_BEVESTIGEN' : 'BEVESTIGD';
}

/**
 * Rule PL12: the capacity is never less than what is lived in, kept or held.
 * @param inGebruik places taken by offers
 * @throws OngeldigeInvoer, RegelGeschonden
 */
export function assertOpgave({ capaciteit, overigBezet }: Opgave, inGebruik: number): void {
  for (const [veld, aantal] of Object.entries({ capaciteit, overigBezet })) {
    if (!Number.isInteger(aantal) || aantal < 0 || aantal > MOST) {
      throw new OngeldigeInvoer('Verwacht wordt een aantal plaatsen.', { pad: [veld] });
    }
  }
  if (overigBezet + inGebruik > capaciteit) {
    throw new RegelGeschonden(
      'PL12',
      null,
      'Er zijn meer plaatsen bezet, toegezegd of aangeboden dan deze capaciteit.',
      ['capaciteit'],
    );
  }
}

/**
 * Rule PL18: the kinds together are no more places than the location has by its own entry in the register of providers.
 * A location that says nothing of its size (0) bounds nothing.
 * @param anderen the other kinds at the location
 */
export function assertPastInLocatie(
  capaciteit: number,
  anderen: readonly Pick<Plaatsgroep, 'capaciteit'>[],
  vanLocatie: number,
): void {
  const samen = anderen.reduce((som, groep) => som + groep.capaciteit, capaciteit);
  if (vanLocatie === 0 || samen <= vanLocatie) return;
  throw new RegelGeschonden(
    'PL18',
    'ADR 0010',
    `Deze locatie heeft ${vanLocatie} plaatsen; samen worden het er meer.`,
    ['capaciteit'],
  );
}

/** Vpt takes a place only where places for it are named; verblijf also where none are. */
export function heeftVorm(groep: Pick<Plaatsgroep, 'leveringsvorm'>, leveringsvorm: string): boolean {
  return groep.leveringsvorm === null
    ? VERBLIJF.includes(leveringsvorm)
    : groep.leveringsvorm === leveringsvorm;
}

/** A group without a sector takes those of the provider; who has no sector fits only there. */
export function heeftSector(
  groep: Pick<Plaatsgroep, 'sector'>,
  sector: string | null,
  sectorenAanbieder: readonly Plaatssector[],
): boolean {
  if (groep.sector !== null) return groep.sector === sector;
  return sector === null || sectorenAanbieder.length === 0 || sectorenAanbieder.some((own) => own === sector);
}

/** The group whose place is given: a free one, the most specific first. Null when all are full. */
export function kiesGroep<Groep extends Plaatsgroep>(passend: readonly Groep[]): Groep | null {
  const specifiek = ({ sector, leveringsvorm }: Plaatsgroep): number =>
    Number(sector !== null) + Number(leveringsvorm !== null);
  const [best] = passend
    .filter((groep) => vrij(groep) > 0)
    .sort((a, b) => specifiek(b) - specifiek(a) || (a.plaatsgroepID < b.plaatsgroepID ? -1 : 1));
  return best ?? null;
}

/** Names under which files of providers list a sector, by the sector of a zorgprofiel (COD163). */
const SECTORNAMEN: Readonly<Record<string, Plaatssector>> = {
  VV: 'VV',
  GHZ: 'GHZ',
  VG: 'GHZ',
  LG: 'GHZ',
  LVG: 'GHZ',
  SGLVG: 'GHZ',
  ZG: 'GHZ',
  ZGAUD: 'GHZ',
  ZGVIS: 'GHZ',
  GGZ: 'GGZ',
  'GGZ-B': 'GGZ',
  'GGZ-W': 'GGZ',
};

/** The sectors of a provider that we know the meaning of; a provider of none of them limits nobody by sector. */
export function sectorenVan(namen: readonly string[]): Plaatssector[] {
  return [...new Set(namen.flatMap((naam) => SECTORNAMEN[naam.toUpperCase()] ?? []))];
}
