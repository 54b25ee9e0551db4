import type { Instant } from '../../platform/clock/index.js';
import { grouped } from '../../platform/collections/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import { RowSet, type Herkomst, type Put, type Tx } from '../../platform/database/index.js';
import type { Traject } from './domain/traject.js';
import { AfstelEntity } from './entities/afstel.entity.js';
import { LeveringEntity } from './entities/levering.entity.js';
import { LeveringperiodeEntity } from './entities/leveringperiode.entity.js';
import { UitstelperiodeEntity } from './entities/uitstelperiode.entity.js';
import { findToewijzingen, type Toewijzing } from './toewijzing.queries.js';

/** An allocation with what was reported on it, each period with since when we know it. */
export interface BekendTraject extends Traject {
  readonly specificatie: Toewijzing;
  readonly uitstelperioden: readonly UitstelperiodeEntity[];
  readonly leveringperioden: readonly LeveringperiodeEntity[];
  readonly afstel: AfstelEntity | null;
}

/** Ids that come with a report and may be known already, also under another allocation. */
export interface GemeldeIDs {
  readonly leveringen: readonly string[];
  readonly uitstelperioden: readonly string[];
  readonly leveringperioden: readonly string[];
  readonly afstellen: readonly string[];
}

interface Rows {
  readonly leveringen: RowSet<LeveringEntity>;
  readonly uitstelperioden: RowSet<UitstelperiodeEntity>;
  readonly leveringperioden: RowSet<LeveringperiodeEntity>;
  readonly afstellen: RowSet<AfstelEntity>;
}

/** Since when a version is known, given whether it is the first one and when the provider decided it. */
export type HerkomstVan = (isNew: boolean, vaststellingMoment: Instant | null) => Herkomst;

/** Known since now, by whoever acts. */
export function herkomstNu(ctx: RequestContext): HerkomstVan {
  return () => ({ geregistreerdOp: ctx.now, geregistreerdDoor: ctx.actor.sub });
}

/**
 * A set of allocations with all that was reported on them: loaded with a handful of statements however large the set,
 * changed in memory, written back as a set. What a later report in the set sees includes what an earlier one did.
 */
export class Trajecten {
  private readonly changed = new Set<string>();

  private constructor(
    private readonly byID: Map<string, BekendTraject>,
    private readonly rows: Rows,
  ) {}

  /**
   * @param options.lock holds the allocations until the end of the transaction, in order of id
   * @param options.gemeld loads what is known under these ids as well
   */
  static async load(
    tx: Tx,
    bemiddelingspecificatieIDs: readonly string[],
    { lock = false, gemeld }: { readonly lock?: boolean; readonly gemeld?: GemeldeIDs } = {},
  ): Promise<Trajecten> {
    const toewijzingen = await findToewijzingen(tx, bemiddelingspecificatieIDs, lock);
    const leveringen = await RowSet.load(tx, LeveringEntity, {
      bemiddelingspecificatieID: bemiddelingspecificatieIDs,
      leveringID: gemeld?.leveringen ?? [],
    });
    const leveringID = leveringen.all().map((row) => row.leveringID);
    const rows: Rows = {
      leveringen,
      uitstelperioden: await RowSet.load(tx, UitstelperiodeEntity, {
        leveringID,
        uitstelperiodeID: gemeld?.uitstelperioden ?? [],
      }),
      leveringperioden: await RowSet.load(tx, LeveringperiodeEntity, {
        leveringID,
        leveringperiodeID: gemeld?.leveringperioden ?? [],
      }),
      afstellen: await RowSet.load(tx, AfstelEntity, { leveringID, afstelID: gemeld?.afstellen ?? [] }),
    };
    return new Trajecten(assembled([...toewijzingen.values()], rows), rows);
  }

  /** The allocation as it now stands, or null when it does not exist. */
  find(bemiddelingspecificatieID: string): BekendTraject | null {
    return this.byID.get(bemiddelingspecificatieID) ?? null;
  }

  all(): BekendTraject[] {
    return [...this.byID.values()];
  }

  /** Under which allocation this Levering is known; absent for a new one. */
  specificatieVan(leveringID: string): string | undefined {
    return this.rows.leveringen.get(leveringID)?.bemiddelingspecificatieID;
  }

  /** Under which Levering a period or afstel is known; absent for a new one. */
  leveringVan(soort: 'uitstelperioden' | 'leveringperioden' | 'afstellen', id: string): string | undefined {
    return this.rows[soort].get(id)?.leveringID;
  }

  /** Takes an allocation as a report left it; what did not change keeps since when it is known. */
  put(specificatie: Toewijzing, leveringID: string, traject: Traject, herkomst: HerkomstVan): Put {
    const { leveringen, uitstelperioden, leveringperioden, afstellen } = this.rows;
    const { bemiddelingspecificatieID } = specificatie;
    const { afstel } = traject;
    const first = [
      ...traject.uitstelperioden,
      ...traject.leveringperioden,
      ...(afstel === null ? [] : [afstel]),
    ]
      .map(({ vaststellingMoment }) => vaststellingMoment)
      .sort()[0];
    const isNew = leveringen.get(leveringID) === undefined;
    const puts = [
      leveringen.put({ leveringID, bemiddelingspecificatieID, ...herkomst(isNew, first ?? null) }),
      ...traject.uitstelperioden.map((periode) =>
        uitstelperioden.put({
          ...periode,
          leveringID,
          ...herkomst(
            uitstelperioden.get(periode.uitstelperiodeID) === undefined,
            periode.vaststellingMoment,
          ),
        }),
      ),
      ...traject.leveringperioden.map((periode) =>
        leveringperioden.put({
          ...periode,
          leveringID,
          ...herkomst(
            leveringperioden.get(periode.leveringperiodeID) === undefined,
            periode.vaststellingMoment,
          ),
        }),
      ),
    ];
    if (afstel !== null) {
      const unknown = afstellen.get(afstel.afstelID) === undefined;
      puts.push(afstellen.put({ ...afstel, leveringID, ...herkomst(unknown, afstel.vaststellingMoment) }));
    }
    if (puts.every((put) => put === 'ongewijzigd')) return 'ongewijzigd';
    this.changed.add(bemiddelingspecificatieID);
    this.byID.set(bemiddelingspecificatieID, {
      specificatie,
      leveringID,
      uitstelperioden: present(
        traject.uitstelperioden.map((row) => uitstelperioden.get(row.uitstelperiodeID)),
      ),
      leveringperioden: present(
        traject.leveringperioden.map((row) => leveringperioden.get(row.leveringperiodeID)),
      ),
      afstel: (afstel === null ? undefined : afstellen.get(afstel.afstelID)) ?? null,
    });
    return isNew ? 'nieuw' : 'gewijzigd';
  }

  /**
   * Writes what changed.
   * @returns the allocations it concerns
   */
  async flush(tx: Tx): Promise<BekendTraject[]> {
    const { leveringen, uitstelperioden, leveringperioden, afstellen } = this.rows;
    for (const rows of [leveringen, uitstelperioden, leveringperioden, afstellen]) await rows.flush(tx);
    const written = present([...this.changed].map((id) => this.byID.get(id)));
    this.changed.clear();
    return written;
  }
}

function assembled(toewijzingen: readonly Toewijzing[], rows: Rows): Map<string, BekendTraject> {
  const leveringIDs = new Map(
    rows.leveringen.all().map((row) => [row.bemiddelingspecificatieID, row.leveringID]),
  );
  const uitstelperioden = grouped(rows.uitstelperioden.all(), (row) => row.leveringID);
  const leveringperioden = grouped(rows.leveringperioden.all(), (row) => row.leveringID);
  const afstellen = new Map(rows.afstellen.all().map((row) => [row.leveringID, row]));
  return new Map(
    toewijzingen.map((specificatie) => {
      const leveringID = leveringIDs.get(specificatie.bemiddelingspecificatieID) ?? null;
      const traject: BekendTraject = {
        specificatie,
        leveringID,
        uitstelperioden: byStart(uitstelperioden.get(leveringID ?? '') ?? []),
        leveringperioden: byStart(leveringperioden.get(leveringID ?? '') ?? []),
        afstel: afstellen.get(leveringID ?? '') ?? null,
      };
      return [specificatie.bemiddelingspecificatieID, traject];
    }),
  );
}

function byStart<Row extends { readonly ingangsdatum: string }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) =>
    a.ingangsdatum < b.ingangsdatum ? -1 : a.ingangsdatum > b.ingangsdatum ? 1 : 0,
  );
}

function present<Row>(rows: readonly (Row | undefined)[]): Row[] {
  return rows.filter((row) => row !== undefined);
}
