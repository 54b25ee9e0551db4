import type { Clientdossier } from '../../client/index.js';
import type { Indicatiedossier } from '../domain/indicatiedossier.js';
import type { Registratie } from '../indicatie.register.js';
import { clientFromRegister, clientToRegister } from './client.mapper.js';
import type { WlzIndicatieRecord } from './indicaties.schema.js';

/** A record of the Indicatieregister under our names. */
export function indicatieFromRegister(record: WlzIndicatieRecord): Registratie {
  const { wlzindicatieID: wlzIndicatieID } = record;
  return {
    client: clientFromRegister(record.client, record.ingangsdatum),
    indicatie: {
      indicatie: {
        wlzIndicatieID,
        clientID: record.client.clientID,
        besluitnummer: record.besluitnummer,
        soortWlzindicatie: record.soortWlzindicatie,
        afgiftedatum: record.afgiftedatum,
        ingangsdatum: record.ingangsdatum,
        einddatum: record.einddatum,
        meerzorg: record.meerzorg,
        initieelVerantwoordelijkZorgkantoor: record.initieelVerantwoordelijkZorgkantoor,
        vervaldatum: record.vervaldatum,
        commentaar: record.commentaar,
        beperking: record.beperking,
        stoornis: record.stoornis,
        stoornisScore: record.stoornisScore,
      },
      grondslagen: record.grondslag.map((grondslag) => ({ ...grondslag, wlzIndicatieID })),
      zorgzwaartepakketten: record.geindiceerdZorgzwaartepakket.map((zzp) => ({ ...zzp, wlzIndicatieID })),
      wzd: record.wzd === null ? null : { ...record.wzd, wlzIndicatieID },
    },
  };
}

/** The way back: an indication and its client as the Indicatieregister writes them. */
export function indicatieToRegister(
  { indicatie, grondslagen, zorgzwaartepakketten, wzd }: Indicatiedossier,
  client: Clientdossier,
): WlzIndicatieRecord {
  return {
    wlzindicatieID: indicatie.wlzIndicatieID,
    bsn: client.client.bsn,
    besluitnummer: indicatie.besluitnummer,
    soortWlzindicatie: indicatie.soortWlzindicatie,
    afgiftedatum: indicatie.afgiftedatum,
    ingangsdatum: indicatie.ingangsdatum,
    einddatum: indicatie.einddatum,
    meerzorg: indicatie.meerzorg,
    initieelVerantwoordelijkZorgkantoor: indicatie.initieelVerantwoordelijkZorgkantoor,
    vervaldatum: indicatie.vervaldatum,
    commentaar: indicatie.commentaar,
    grondslag: grondslagen.map(({ grondslagID, grondslag, volgorde }) => ({
      grondslagID,
      grondslag,
      volgorde,
    })),
    geindiceerdZorgzwaartepakket: zorgzwaartepakketten.map((zzp) => ({
      geindiceerdZorgzwaartepakketID: zzp.geindiceerdZorgzwaartepakketID,
      zzpCode: zzp.zzpCode,
      ingangsdatum: zzp.ingangsdatum,
      einddatum: zzp.einddatum,
      voorkeurClient: zzp.voorkeurClient,
      instellingVoorkeur: zzp.instellingVoorkeur,
      financiering: zzp.financiering,
      commentaar: zzp.commentaar,
    })),
    beperking: [...indicatie.beperking],
    stoornis: [...indicatie.stoornis],
    stoornisScore: [...indicatie.stoornisScore],
    wzd:
      wzd === null
        ? null
        : {
            wzdID: wzd.wzdID,
            wzdVerklaring: wzd.wzdVerklaring,
            ingangsdatum: wzd.ingangsdatum,
            einddatum: wzd.einddatum,
          },
    client: clientToRegister(client),
  };
}
