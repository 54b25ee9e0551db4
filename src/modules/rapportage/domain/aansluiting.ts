import type { Day } from '../../../platform/clock/index.js';
import type { Clientbericht, Indicatiebericht } from './clientbericht.js';
import type { Wachtlijstpakket } from './toewijzing.js';

/** A place on the waiting list on the last day of the month. */
export interface Lijstplaats {
  readonly clientID: string;
  readonly bemiddelingspecificatieID: string;
  /** COD167. */
  readonly leveringsstatus: string;
}

/** Where the report and the list say something else; null where one of them has nobody waiting. */
export interface Verschil {
  readonly clientID: string;
  readonly bemiddelingspecificatieID: string;
  readonly bericht: string | null;
  readonly wachtlijst: string | null;
}

/** COD167 codes under which somebody waits. */
const WACHTEND = ['2', '3', '6', '7'];

/**
 * Counts who waits on the last day according to the report, and lays it beside the waiting list of that day. The report
 * is read as its receiver reads it: the last status counts, unless the allocation or its indication was over before that day.
 */
export class Aansluiting {
  private readonly aantallen = new Map(WACHTEND.map((status) => [status, 0]));
  private readonly gevonden: Verschil[] = [];

  constructor(private readonly laatsteDag: Day) {}

  /** Compares clients of the report with all their places on the list. */
  vergelijk(clienten: readonly Clientbericht[], lijst: readonly Lijstplaats[]): void {
    const opLijst = new Map(lijst.map((plaats) => [plaats.bemiddelingspecificatieID, plaats]));
    for (const { clientID, indicaties } of clienten) {
      const pakketten = indicaties.flatMap((indicatie) =>
        indicatie.wachtlijstpakketten.map((pakket) => ({ indicatie, pakket })),
      );
      for (const { indicatie, pakket } of pakketten) {
        const { bemiddelingspecificatieID } = pakket;
        const bericht = wachtstatusVolgensBericht(indicatie, pakket, this.laatsteDag);
        const wachtlijst = opLijst.get(bemiddelingspecificatieID)?.leveringsstatus ?? null;
        opLijst.delete(bemiddelingspecificatieID);
        if (bericht !== null) this.aantallen.set(bericht, (this.aantallen.get(bericht) ?? 0) + 1);
        if (bericht !== wachtlijst)
          this.gevonden.push({ clientID, bemiddelingspecificatieID, bericht, wachtlijst });
      }
    }
    for (const { clientID, bemiddelingspecificatieID, leveringsstatus } of opLijst.values())
      this.gevonden.push({ clientID, bemiddelingspecificatieID, bericht: null, wachtlijst: leveringsstatus });
  }

  /** Who waits by status (COD167), as the report says. */
  get perStatus(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.aantallen);
  }

  /** Every allocation about which the two differ, in order of client. */
  get verschil(): readonly Verschil[] {
    return [...this.gevonden].sort((a, b) =>
      a.clientID < b.clientID ? -1 : a.clientID > b.clientID ? 1 : 0,
    );
  }
}

/** The waiting status an allocation has on the last day, as the report says; null when nobody waits there. */
export function wachtstatusVolgensBericht(
  { einddatum }: Pick<Indicatiebericht, 'einddatum'>,
  { mutatiedatum, leveringsstatussen }: Pick<Wachtlijstpakket, 'mutatiedatum' | 'leveringsstatussen'>,
  laatsteDag: Day,
): string | null {
  if (einddatum !== null && einddatum < laatsteDag) return null;
  if (mutatiedatum !== null && mutatiedatum < laatsteDag) return null;
  const laatste = leveringsstatussen.at(-1)?.leveringsstatus ?? null;
  return laatste !== null && WACHTEND.includes(laatste) ? laatste : null;
}
