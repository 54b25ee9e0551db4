import type { Day, Instant } from '../../platform/clock/index.js';
import { RowSet, type Herkomst, type Tx } from '../../platform/database/index.js';
import type { Bemiddelingstaat } from './domain/bemiddeling.js';
import type { Waarschuwing } from './domain/profiel.js';
import { verschil, type Verschil } from './domain/verschil.js';
import { BemiddelingEntity } from './entities/bemiddeling.entity.js';
import { BemiddelingspecificatieEntity } from './entities/bemiddelingspecificatie.entity.js';
import { RegiehouderEntity } from './entities/regiehouder.entity.js';

/** Which bemiddelingen a use case is about, and ids that must not belong to another one. */
export interface BemiddelingKeys {
  readonly bemiddelingIDs: readonly string[];
  readonly bemiddelingspecificatieIDs?: readonly string[];
  readonly regiehouderIDs?: readonly string[];
}

/** A bemiddeling on its own. */
export interface Bemiddelinggegevens {
  readonly bemiddelingID: string;
  readonly clientID: string;
  readonly wlzIndicatieID: string;
  readonly verantwoordelijkZorgkantoor: string;
  readonly verantwoordelijkheidIngangsdatum: Day;
  readonly verantwoordelijkheidEinddatum: Day | null;
}

/** Since when the register knows what is stored now, and by whom. */
export interface Registratie {
  /** For something new, decided at this moment. */
  nieuw(vaststellingMoment: Instant): Herkomst;
  readonly gewijzigd: Herkomst;
  /** When the roles that are new were decided, by their first day. */
  rolVastgesteld(ingangsdatum: Day): Instant;
}

/** The bemiddelingen a use case is about, locked, with their allocations and roles; changed in memory, then written. */
export class BemiddelingSet {
  private constructor(
    private readonly bemiddelingen: RowSet<BemiddelingEntity>,
    private readonly specificaties: RowSet<BemiddelingspecificatieEntity>,
    private readonly regiehouders: RowSet<RegiehouderEntity>,
  ) {}

  static async load(tx: Tx, keys: BemiddelingKeys): Promise<BemiddelingSet> {
    const { bemiddelingIDs: bemiddelingID, bemiddelingspecificatieIDs = [], regiehouderIDs = [] } = keys;
    const lock = { lock: true };
    return new BemiddelingSet(
      await RowSet.load(tx, BemiddelingEntity, { bemiddelingID }, lock),
      await RowSet.load(
        tx,
        BemiddelingspecificatieEntity,
        { bemiddelingID, bemiddelingspecificatieID: bemiddelingspecificatieIDs },
        lock,
      ),
      await RowSet.load(tx, RegiehouderEntity, { bemiddelingID, regiehouderID: regiehouderIDs }, lock),
    );
  }

  get(bemiddelingID: string): BemiddelingEntity | undefined {
    return this.bemiddelingen.get(bemiddelingID);
  }

  all(): BemiddelingEntity[] {
    return this.bemiddelingen.all();
  }

  specificatie(id: string): BemiddelingspecificatieEntity | undefined {
    return this.specificaties.get(id);
  }

  regiehouder(id: string): RegiehouderEntity | undefined {
    return this.regiehouders.get(id);
  }

  staat(bemiddelingID: string): Bemiddelingstaat {
    return {
      specificaties: this.specificaties.where((row) => row.bemiddelingID === bemiddelingID),
      regiehouders: this.regiehouders.where((row) => row.bemiddelingID === bemiddelingID),
    };
  }

  /** Takes in the data of a bemiddeling itself. */
  put(
    gegevens: Bemiddelinggegevens,
    registratie: Registratie,
    moment: Instant,
  ): 'nieuw' | 'gewijzigd' | 'ongewijzigd' {
    const known = this.bemiddelingen.get(gegevens.bemiddelingID);
    const herkomst = known === undefined ? registratie.nieuw(moment) : registratie.gewijzigd;
    return this.bemiddelingen.put({ ...gegevens, versie: known?.versie ?? 1, ...herkomst });
  }

  /**
   * Takes the next state of a bemiddeling in. Every allocation that changes gets its next version; the bemiddeling
   * gets one when its roles change.
   * @param waarschuwingen of the allocations that were judged anew, by id
   * @returns what is different now
   */
  apply(
    bemiddelingID: string,
    staat: Bemiddelingstaat,
    waarschuwingen: ReadonlyMap<string, Waarschuwing[]>,
    registratie: Registratie,
  ): Verschil {
    const result = verschil(this.staat(bemiddelingID), staat);
    for (const specificatie of [...result.gewijzigdeSpecificaties, ...result.nieuweSpecificaties]) {
      const id = specificatie.bemiddelingspecificatieID;
      const known = this.specificaties.get(id);
      this.specificaties.put({
        ...specificatie,
        bemiddelingID,
        waarschuwingen: waarschuwingen.get(id) ?? known?.waarschuwingen ?? [],
        versie: (known?.versie ?? 0) + 1,
        ...(known === undefined ? registratie.nieuw(specificatie.vaststellingMoment) : registratie.gewijzigd),
      });
    }
    for (const houder of [...result.gewijzigdeRegiehouders, ...result.nieuweRegiehouders]) {
      const known = this.regiehouders.get(houder.regiehouderID);
      const vaststellingMoment = known?.vaststellingMoment ?? registratie.rolVastgesteld(houder.ingangsdatum);
      const herkomst = known === undefined ? registratie.nieuw(vaststellingMoment) : registratie.gewijzigd;
      this.regiehouders.put({ ...houder, bemiddelingID, vaststellingMoment, ...herkomst });
    }
    if (result.nieuweRegiehouders.length + result.gewijzigdeRegiehouders.length > 0) {
      this.nextVersie(bemiddelingID, registratie.gewijzigd);
    }
    return result;
  }

  async flush(tx: Tx): Promise<void> {
    await this.bemiddelingen.flush(tx);
    await this.specificaties.flush(tx);
    await this.regiehouders.flush(tx);
  }

  /** A bemiddeling that begins in this set is at its first version, with the roles it begins with. */
  private nextVersie(bemiddelingID: string, herkomst: Herkomst): void {
    if (!this.bemiddelingen.isStored(bemiddelingID)) return;
    const bemiddeling = this.bemiddelingen.get(bemiddelingID);
    if (bemiddeling === undefined) throw new Error('roles changed of a bemiddeling that is not in the set');
    this.bemiddelingen.put({ ...bemiddeling, versie: bemiddeling.versie + 1, ...herkomst });
  }
}
