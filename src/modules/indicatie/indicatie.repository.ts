import type { Day } from '../../platform/clock/index.js';
import { RowSet, type Put, type Tx } from '../../platform/database/index.js';
import { OngeldigeInvoer } from '../../platform/errors/index.js';
import type { Herkomsten } from '../client/index.js';
import type { Indicatiedossier } from './domain/indicatiedossier.js';
import { GeindiceerdZorgzwaartepakketEntity } from './entities/geindiceerd-zorgzwaartepakket.entity.js';
import { GrondslagEntity } from './entities/grondslag.entity.js';
import { IndicatieEntity } from './entities/indicatie.entity.js';
import { WzdEntity } from './entities/wzd.entity.js';

/** What a set of records is about. */
export interface IndicatieKeys {
  readonly wlzIndicatieIDs: readonly string[];
  readonly clientIDs: readonly string[];
  readonly grondslagIDs: readonly string[];
  readonly zorgzwaartepakketIDs: readonly string[];
  readonly wzdIDs: readonly string[];
}

/** The keys under which everything these dossiers touch can be loaded. */
export function indicatieKeysOf(dossiers: readonly Indicatiedossier[]): IndicatieKeys {
  return {
    wlzIndicatieIDs: dossiers.map(({ indicatie }) => indicatie.wlzIndicatieID),
    clientIDs: dossiers.map(({ indicatie }) => indicatie.clientID),
    grondslagIDs: dossiers.flatMap((dossier) => dossier.grondslagen.map(({ grondslagID }) => grondslagID)),
    zorgzwaartepakketIDs: dossiers.flatMap((dossier) =>
      dossier.zorgzwaartepakketten.map((zzp) => zzp.geindiceerdZorgzwaartepakketID),
    ),
    wzdIDs: dossiers.flatMap(({ wzd }) => (wzd === null ? [] : [wzd.wzdID])),
  };
}

/** The indications a set of records is about, and all others of the same clients. */
export class IndicatieSet {
  private constructor(
    private readonly indicaties: RowSet<IndicatieEntity>,
    private readonly grondslagen: RowSet<GrondslagEntity>,
    private readonly zorgzwaartepakketten: RowSet<GeindiceerdZorgzwaartepakketEntity>,
    private readonly wzd: RowSet<WzdEntity>,
  ) {}

  static async load(tx: Tx, keys: IndicatieKeys): Promise<IndicatieSet> {
    const indicaties = await RowSet.load(
      tx,
      IndicatieEntity,
      { wlzIndicatieID: keys.wlzIndicatieIDs, clientID: keys.clientIDs },
      { lock: true },
    );
    const wlzIndicatieID = indicaties.all().map((indicatie) => indicatie.wlzIndicatieID);
    return new IndicatieSet(
      indicaties,
      await RowSet.load(tx, GrondslagEntity, { wlzIndicatieID, grondslagID: keys.grondslagIDs }),
      await RowSet.load(
        tx,
        GeindiceerdZorgzwaartepakketEntity,
        { wlzIndicatieID, geindiceerdZorgzwaartepakketID: keys.zorgzwaartepakketIDs },
        { replaces: true },
      ),
      await RowSet.load(tx, WzdEntity, { wlzIndicatieID, wzdID: keys.wzdIDs }),
    );
  }

  get(wlzIndicatieID: string): IndicatieEntity | undefined {
    return this.indicaties.get(wlzIndicatieID);
  }

  /** Everything known of an indication, as a register would hand it on. */
  dossier(wlzIndicatieID: string): Indicatiedossier | undefined {
    const indicatie = this.indicaties.get(wlzIndicatieID);
    if (indicatie === undefined) return undefined;
    const isOfThis = (row: { readonly wlzIndicatieID: string }): boolean =>
      row.wlzIndicatieID === wlzIndicatieID;
    return {
      indicatie,
      grondslagen: this.grondslagen.where(isOfThis).toSorted((a, b) => a.volgorde - b.volgorde),
      zorgzwaartepakketten: this.zorgzwaartepakketten
        .where(isOfThis)
        .toSorted((a, b) => (a.ingangsdatum < b.ingangsdatum ? -1 : 1)),
      wzd: this.wzd.where(isOfThis)[0] ?? null,
    };
  }

  /** The other indications of the same client. */
  andere({
    wlzIndicatieID,
    clientID,
  }: Pick<IndicatieEntity, 'wlzIndicatieID' | 'clientID'>): IndicatieEntity[] {
    return this.indicaties.where(
      (ander) => ander.clientID === clientID && ander.wlzIndicatieID !== wlzIndicatieID,
    );
  }

  /**
   * Refuses ids that belong to another dossier, and a besluitnummer that the client already has (OP137).
   * @throws DomainError
   */
  assertOwnIdentity(
    { indicatie, grondslagen, zorgzwaartepakketten, wzd }: Indicatiedossier,
    pad: readonly string[],
  ): void {
    const { wlzIndicatieID, clientID, besluitnummer } = indicatie;
    const known = this.indicaties.get(wlzIndicatieID);
    const elsewhere = (row: { readonly wlzIndicatieID: string } | undefined): boolean =>
      row !== undefined && row.wlzIndicatieID !== wlzIndicatieID;
    const ids = idsOf({ indicatie, grondslagen, zorgzwaartepakketten, wzd });
    if (
      new Set(ids).size < ids.length ||
      (known !== undefined && known.clientID !== clientID) ||
      grondslagen.some(({ grondslagID }) => elsewhere(this.grondslagen.get(grondslagID))) ||
      zorgzwaartepakketten.some((zzp) =>
        elsewhere(this.zorgzwaartepakketten.get(zzp.geindiceerdZorgzwaartepakketID)),
      ) ||
      (wzd !== null && elsewhere(this.wzd.get(wzd.wzdID)))
    ) {
      throw new OngeldigeInvoer('Deze identificatie is al in gebruik bij een ander dossier.', {
        pad: [...pad, 'wlzIndicatieID'],
      });
    }
    if (this.andere(indicatie).some((ander) => ander.besluitnummer === besluitnummer)) {
      throw new OngeldigeInvoer('Dit besluitnummer bestaat al bij deze cliënt.', {
        regel: 'OP137',
        bron: 'OP137',
        pad: [...pad, 'besluitnummer'],
      });
    }
  }

  /** Takes a dossier in; what it no longer names of an indication is gone, and stays in the history. */
  put({ indicatie, grondslagen, zorgzwaartepakketten, wzd }: Indicatiedossier, herkomsten: Herkomsten): Put {
    const { wlzIndicatieID } = indicatie;
    const known = this.indicaties.get(wlzIndicatieID);
    const herkomst = known === undefined ? herkomsten.nieuw : herkomsten.gewijzigd;
    const before = [
      ...this.grondslagen.where((row) => row.wlzIndicatieID === wlzIndicatieID).map((row) => row.grondslagID),
      ...this.zorgzwaartepakketten
        .where((row) => row.wlzIndicatieID === wlzIndicatieID)
        .map((row) => row.geindiceerdZorgzwaartepakketID),
      ...this.wzd.where((row) => row.wlzIndicatieID === wlzIndicatieID).map((row) => row.wzdID),
    ];
    const after = new Set(idsOf({ indicatie, grondslagen, zorgzwaartepakketten, wzd }));
    const gone = before.filter((id) => !after.has(id));
    for (const id of gone) {
      this.grondslagen.remove(id);
      this.zorgzwaartepakketten.remove(id);
      this.wzd.remove(id);
    }
    const outcomes: Put[] = [
      this.indicaties.put({ ...indicatieRow(indicatie), ...herkomst }),
      ...grondslagen.map((row) => this.grondslagen.put({ ...row, ...herkomst })),
      ...zorgzwaartepakketten.map((row) => this.zorgzwaartepakketten.put({ ...row, ...herkomst })),
      ...(wzd === null ? [] : [this.wzd.put({ ...wzd, ...herkomst })]),
    ];
    if (known === undefined) return 'nieuw';
    return gone.length > 0 || outcomes.some((outcome) => outcome !== 'ongewijzigd')
      ? 'gewijzigd'
      : 'ongewijzigd';
  }

  /** Ends an indication earlier. One that came in with the same set keeps the moment since when we know it. */
  end(indicatie: IndicatieEntity, einddatum: Day, { gewijzigd }: Herkomsten): void {
    const herkomst = this.indicaties.isStored(indicatie.wlzIndicatieID) ? gewijzigd : {};
    this.indicaties.put({ ...indicatie, einddatum, ...herkomst });
  }

  async flush(tx: Tx): Promise<void> {
    await this.indicaties.flush(tx);
    await this.grondslagen.flush(tx);
    await this.zorgzwaartepakketten.flush(tx);
    await this.wzd.flush(tx);
  }
}

/** The ids of everything under an indication. */
function idsOf({ grondslagen, zorgzwaartepakketten, wzd }: Indicatiedossier): string[] {
  return [
    ...grondslagen.map(({ grondslagID }) => grondslagID),
    ...zorgzwaartepakketten.map((zzp) => zzp.geindiceerdZorgzwaartepakketID),
    ...(wzd === null ? [] : [wzd.wzdID]),
  ];
}

function indicatieRow(indicatie: Indicatiedossier['indicatie']) {
  return {
    ...indicatie,
    beperking: [...indicatie.beperking],
    stoornis: [...indicatie.stoornis],
    stoornisScore: [...indicatie.stoornisScore],
  };
}
