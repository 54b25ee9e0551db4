import type { BekendTraject } from '../traject.repository.js';
import type { LeveringRecord } from './leveringen.schema.js';

/**
 * The record of the Leveringsregister for an allocation, or null when nothing was reported on it. The other way round
 * from the intake: what came in goes out the same (moments in UTC).
 */
export function toLeveringRecord(traject: BekendTraject): LeveringRecord | null {
  const { leveringID, specificatie, uitstelperioden, leveringperioden, afstel } = traject;
  if (leveringID === null) return null;
  const { clientID, bsn, bemiddelingspecificatieID } = specificatie;
  return {
    leveringID,
    client: { clientID, bsn },
    bemiddelingspecificatieID,
    uitstelperiodes: uitstelperioden.map((periode) => ({
      uitstelperiodeID: periode.uitstelperiodeID,
      ingangsdatum: periode.ingangsdatum,
      einddatum: periode.einddatum,
      vaststellingMoment: periode.vaststellingMoment,
      reden: periode.reden,
      leveringsstatus: periode.leveringsstatus,
      leveringsstatusClassificatie: periode.leveringsstatusClassificatie,
    })),
    leveringperiodes: leveringperioden.map((periode) => ({
      leveringperiodeID: periode.leveringperiodeID,
      ingangsdatum: periode.ingangsdatum,
      einddatum: periode.einddatum,
      vaststellingMoment: periode.vaststellingMoment,
      sleuteldatum: periode.sleuteldatum,
      beeindigingReden: periode.beeindigingReden,
      aanbiederBestemming: periode.aanbiederBestemming,
    })),
    afstel:
      afstel === null
        ? null
        : {
            afstelID: afstel.afstelID,
            afsteldatum: afstel.afsteldatum,
            vaststellingMoment: afstel.vaststellingMoment,
            reden: afstel.reden,
            aanbiederBestemming: afstel.aanbiederBestemming,
          },
  };
}
