import { inDutchTime } from '../../../platform/clock/index.js';
import type { Bemiddelinggegevens } from '../bemiddeling.repository.js';
import type { Bemiddelingstaat, Regiehouder, Specificatie } from '../domain/bemiddeling.js';
import { toLeveringsvorm } from '../specificatie.assessor.js';
import type { BemiddelingRecord, SpecificatieRecord } from './bemiddelingen.schema.js';

export function gegevensOf(record: BemiddelingRecord): Bemiddelinggegevens {
  const { bemiddelingID, wlzIndicatieID, client } = record;
  return {
    bemiddelingID,
    clientID: client.clientID,
    wlzIndicatieID,
    verantwoordelijkZorgkantoor: record.verantwoordelijkZorgkantoor,
    verantwoordelijkheidIngangsdatum: record.verantwoordelijkheidIngangsdatum,
    verantwoordelijkheidEinddatum: record.verantwoordelijkheidEinddatum,
  };
}

/**
 * The allocation of a record.
 * @param pad where it stands in the record
 * @throws OngeldigeInvoer for a form that cannot be allocated
 */
export function specificatieOf(record: SpecificatieRecord, pad: readonly string[]): Specificatie {
  return {
    bemiddelingspecificatieID: record.bemiddelingspecificatieID,
    leveringsvorm: toLeveringsvorm(record.leveringsvorm, [...pad, 'leveringsvorm']),
    zzpCode: record.zzpCode,
    toewijzingIngangsdatum: record.toewijzingIngangsdatum,
    toewijzingEinddatum: record.toewijzingEinddatum,
    instelling: record.instelling,
    uitvoerendZorgkantoor: record.uitvoerendZorgkantoor,
    vaststellingMoment: record.vaststellingMoment,
    percentage: record.percentage,
    pgbPercentage: record.pgbPercentage,
    opname: record.opname,
    redenIntrekking: record.redenIntrekking,
    etmalen: record.etmalen,
    instellingBestemming: record.instellingBestemming,
    soortToewijzing: record.soortToewijzing,
  };
}

export function regiehouderOf(record: Regiehouder): Regiehouder {
  const { regiehouderID, instelling, ingangsdatum, einddatum, regierol } = record;
  return { regiehouderID, instelling, ingangsdatum, einddatum, regierol };
}

/** A bemiddeling as the Bemiddelingsregister hands it on: the way back of this mapping. */
export function recordOf(
  gegevens: Bemiddelinggegevens,
  bsn: string,
  staat: Bemiddelingstaat,
): BemiddelingRecord {
  const { bemiddelingID, clientID, wlzIndicatieID } = gegevens;
  return {
    bemiddelingID,
    wlzIndicatieID,
    verantwoordelijkZorgkantoor: gegevens.verantwoordelijkZorgkantoor,
    verantwoordelijkheidIngangsdatum: gegevens.verantwoordelijkheidIngangsdatum,
    verantwoordelijkheidEinddatum: gegevens.verantwoordelijkheidEinddatum,
    client: { clientID, bsn },
    bemiddelingspecificatie: staat.specificaties.map((specificatie) => ({
      ...specificatieOf(specificatie, []),
      vaststellingMoment: inDutchTime(specificatie.vaststellingMoment),
    })),
    regiehouder: staat.regiehouders.map(regiehouderOf),
  };
}
