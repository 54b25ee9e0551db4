import type { Day } from '../../../platform/clock/index.js';
import { grouped } from '../../../platform/collections/index.js';
import type { Zorglijn } from '../domain/gelijktijdig.js';
import { isPgb, type Leveringperiode } from '../domain/traject.js';
import type { Clientzorg, Toewijzing } from '../toewijzing.queries.js';

/**
 * The care of the clients of a set of records, as the register has it and as the accepted records make it. A file may
 * name the new care before the end of the old: ends that come later in the file count already.
 */
export class Clientzorgbeeld {
  private readonly byClient: Map<string, Clientzorg[]>;
  private readonly einden: ReadonlyMap<string, Day>;

  constructor(zorg: readonly Clientzorg[], gemeld: readonly Leveringperiode[]) {
    this.byClient = grouped(zorg, ({ clientID }) => clientID);
    this.einden = new Map(
      gemeld.flatMap(({ leveringperiodeID, einddatum }) =>
        einddatum === null ? [] : [[leveringperiodeID, einddatum]],
      ),
    );
  }

  /** Care of the same client under other allocations. */
  naast({ clientID, bemiddelingspecificatieID }: Toewijzing): Zorglijn[] {
    return (this.byClient.get(clientID) ?? [])
      .filter((lijn) => lijn.bemiddelingspecificatieID !== bemiddelingspecificatieID)
      .map((lijn) => ({ ...lijn, tot: lijn.tot ?? this.einden.get(lijn.leveringperiodeID ?? '') ?? null }));
  }

  /** Takes over what an accepted record says of one allocation; a pgb keeps running as allocated. */
  replace(toewijzing: Toewijzing, perioden: readonly Leveringperiode[]): void {
    if (isPgb(toewijzing)) return;
    const { clientID, bemiddelingspecificatieID } = toewijzing;
    const others = (this.byClient.get(clientID) ?? []).filter(
      (lijn) => lijn.bemiddelingspecificatieID !== bemiddelingspecificatieID,
    );
    const own = perioden.map(({ leveringperiodeID, ingangsdatum, einddatum }) => ({
      ...toewijzing,
      leveringperiodeID,
      van: ingangsdatum,
      tot: einddatum ?? toewijzing.toewijzingEinddatum,
    }));
    this.byClient.set(clientID, [...others, ...own]);
  }
}
