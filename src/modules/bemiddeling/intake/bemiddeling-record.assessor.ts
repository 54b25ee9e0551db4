import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/index.js';
import { NietGevonden, OngeldigeInvoer } from '../../../platform/errors/index.js';
import { Codelijsten } from '../../codelijst/index.js';
import { findZorgaanbieders, type ZorgaanbiederRow } from '../../zorgaanbieder/index.js';
import type { BemiddelingSet } from '../bemiddeling.repository.js';
import type { Bemiddelingstaat, Regiehouder, Specificatie } from '../domain/bemiddeling.js';
import type { Waarschuwing } from '../domain/profiel.js';
import { assertBemiddeling } from '../domain/regels.js';
import type { Leveringen } from '../domain/samenloop.js';
import { isSame } from '../domain/verschil.js';
import { withPad } from '../pad.js';
import { SpecificatieAssessor } from '../specificatie.assessor.js';
import { findIndicatieFeiten, findLeveringen, type IndicatieFeiten } from '../toewijzing.feiten.js';
import { regiehouderOf, specificatieOf } from './bemiddelingen.mapping.js';
import type { BemiddelingRecord } from './bemiddelingen.schema.js';

/** What the records of a set are judged against. */
export interface Feiten {
  readonly indicaties: ReadonlyMap<string, IndicatieFeiten>;
  readonly zorgaanbieders: ReadonlyMap<string, ZorgaanbiederRow>;
  readonly leveringen: Leveringen;
}

/** A record that may come in. */
export interface Assessed {
  /** The state after it; what the record does not name stays. */
  readonly staat: Bemiddelingstaat;
  readonly waarschuwingen: ReadonlyMap<string, Waarschuwing[]>;
}

/** Judges a whole bemiddeling from a file by the same rules as the office's own changes. */
@Injectable()
export class BemiddelingRecordAssessor {
  constructor(
    private readonly specificaties: SpecificatieAssessor,
    private readonly codelijsten: Codelijsten,
  ) {}

  async findFeiten(tx: Tx, records: readonly BemiddelingRecord[]): Promise<Feiten> {
    const instellingen = records.flatMap((record) =>
      [...record.bemiddelingspecificatie, ...record.regiehouder].map(({ instelling }) => instelling),
    );
    return {
      indicaties: await findIndicatieFeiten(
        tx,
        records.map(({ wlzIndicatieID }) => wlzIndicatieID),
      ),
      zorgaanbieders: await findZorgaanbieders(
        tx,
        instellingen.filter((instelling) => instelling !== null),
      ),
      leveringen: await findLeveringen(
        tx,
        records.map(({ bemiddelingID }) => bemiddelingID),
      ),
    };
  }

  /** @throws DomainError with the path in the record */
  assess(record: BemiddelingRecord, set: BemiddelingSet, feiten: Feiten): Assessed {
    const indicatie = this.assertHoofd(record, set, feiten);
    const specificaties = record.bemiddelingspecificatie.map((one, index) =>
      specificatieOf(one, ['bemiddelingspecificatie', String(index)]),
    );
    const regiehouders = record.regiehouder.map(regiehouderOf);
    assertEigen(record.bemiddelingID, specificaties, regiehouders, set);
    const waarschuwingen = new Map<string, Waarschuwing[]>();
    specificaties.forEach((specificatie, index) => {
      const known = set.specificatie(specificatie.bemiddelingspecificatieID);
      if (known !== undefined && isSame(known, specificatie)) return;
      const found = withPad(
        (pad) => ['bemiddelingspecificatie', String(index), ...pad],
        () => this.specificaties.assess(specificatie, indicatie, feiten.zorgaanbieders),
      );
      waarschuwingen.set(specificatie.bemiddelingspecificatieID, found);
    });
    regiehouders.forEach((houder, index) =>
      this.specificaties.assessRegiehouder(houder, feiten.zorgaanbieders, ['regiehouder', String(index)]),
    );
    const staat = merged(set.staat(record.bemiddelingID), { specificaties, regiehouders });
    assertBemiddeling(staat, feiten.leveringen, new Set(waarschuwingen.keys()));
    return { staat, waarschuwingen };
  }

  private assertHoofd(record: BemiddelingRecord, set: BemiddelingSet, feiten: Feiten): IndicatieFeiten {
    const { client, wlzIndicatieID, verantwoordelijkheidIngangsdatum, verantwoordelijkheidEinddatum } =
      record;
    const indicatie = feiten.indicaties.get(wlzIndicatieID);
    if (indicatie === undefined) throw new NietGevonden('Deze indicatie', ['wlzIndicatieID']);
    if (indicatie.clientID !== client.clientID) {
      throw new OngeldigeInvoer('Deze indicatie is van een andere cliënt.', { pad: ['client', 'clientID'] });
    }
    if (indicatie.bsn !== client.bsn) {
      throw new OngeldigeInvoer('Onder dit clientID staat een ander BSN.', {
        regel: 'P1',
        bron: 'CS002',
        pad: ['client', 'bsn'],
      });
    }
    const known = set.get(record.bemiddelingID);
    if (known !== undefined && known.wlzIndicatieID !== wlzIndicatieID) {
      throw new OngeldigeInvoer('Deze bemiddeling hoort bij een andere indicatie.', {
        pad: ['wlzIndicatieID'],
      });
    }
    const { verantwoordelijkZorgkantoor } = record;
    this.codelijsten.assertCode('COD001', verantwoordelijkZorgkantoor, verantwoordelijkheidIngangsdatum, [
      'verantwoordelijkZorgkantoor',
    ]);
    if (
      verantwoordelijkheidEinddatum !== null &&
      verantwoordelijkheidEinddatum < verantwoordelijkheidIngangsdatum
    ) {
      throw new OngeldigeInvoer('De einddatum ligt voor de ingangsdatum.', {
        pad: ['verantwoordelijkheidEinddatum'],
      });
    }
    return indicatie;
  }
}

/** Every id in a record is its own: not used twice in it, and not of another bemiddeling. */
function assertEigen(
  bemiddelingID: string,
  specificaties: readonly Specificatie[],
  regiehouders: readonly Regiehouder[],
  set: BemiddelingSet,
): void {
  const check = (ids: readonly string[], ownerOf: (id: string) => string | undefined, veld: string): void => {
    ids.forEach((id, index) => {
      const owner = ownerOf(id) ?? bemiddelingID;
      if (owner === bemiddelingID && ids.indexOf(id) === index) return;
      throw new OngeldigeInvoer('Deze identificatie is al in gebruik.', { pad: [veld, String(index)] });
    });
  };
  check(
    specificaties.map((specificatie) => specificatie.bemiddelingspecificatieID),
    (id) => set.specificatie(id)?.bemiddelingID,
    'bemiddelingspecificatie',
  );
  check(
    regiehouders.map((houder) => houder.regiehouderID),
    (id) => set.regiehouder(id)?.bemiddelingID,
    'regiehouder',
  );
}

function merged(known: Bemiddelingstaat, brought: Bemiddelingstaat): Bemiddelingstaat {
  const named = new Set(brought.specificaties.map((specificatie) => specificatie.bemiddelingspecificatieID));
  const holders = new Set(brought.regiehouders.map((houder) => houder.regiehouderID));
  return {
    specificaties: [
      ...known.specificaties.filter((specificatie) => !named.has(specificatie.bemiddelingspecificatieID)),
      ...brought.specificaties,
    ],
    regiehouders: [
      ...known.regiehouders.filter((houder) => !holders.has(houder.regiehouderID)),
      ...brought.regiehouders,
    ],
  };
}
