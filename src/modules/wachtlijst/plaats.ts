import type { Traject } from './domain/traject.js';
import { wachtverloop } from './domain/wachtverloop.js';
import type { Toewijzing } from './toewijzing.queries.js';

/** The columns of a place, without since when it is known. */
export const PLAATS_KOLOMMEN = [
  'bemiddelingspecificatie_id',
  'van',
  'tot',
  'uitstelperiode_id',
  'leveringsstatus',
  'classificatie',
  'status_ingangsdatum',
  'rang',
  'normklok_van',
  'bemiddeling_id',
  'client_id',
  'wlz_indicatie_id',
  'zorgkantoor',
  'instelling',
  'sector',
  'zzp_code',
  'toewijzing_ingangsdatum',
  'afgiftedatum',
] as const;

/** A row of wachtlijstplaats under its column names. */
export type Plaats = Readonly<Record<(typeof PLAATS_KOLOMMEN)[number], string | number | null>>;

/** An allocation with what was reported on it, as far as a place rests on it. */
export interface Plaatsgrond extends Traject {
  readonly specificatie: Omit<Toewijzing, 'bsn' | 'versie' | 'verantwoordelijkheidEinddatum'>;
}

/** The places of an allocation: all that the list shows and is ordered by, as it follows from the register. */
export function plaatsenVan(grond: Plaatsgrond, sector: string | null): Plaats[] {
  const { specificatie } = grond;
  return wachtverloop(grond).map((segment) => ({
    bemiddelingspecificatie_id: specificatie.bemiddelingspecificatieID,
    van: segment.van,
    tot: segment.tot,
    uitstelperiode_id: segment.uitstelperiodeID,
    leveringsstatus: segment.leveringsstatus,
    classificatie: segment.classificatie,
    status_ingangsdatum: segment.statusIngangsdatum,
    rang: segment.rang,
    normklok_van: segment.normklokVan,
    bemiddeling_id: specificatie.bemiddelingID,
    client_id: specificatie.clientID,
    wlz_indicatie_id: specificatie.wlzIndicatieID,
    zorgkantoor: specificatie.zorgkantoor,
    instelling: specificatie.instelling,
    sector,
    zzp_code: specificatie.zzpCode,
    toewijzing_ingangsdatum: specificatie.toewijzingIngangsdatum,
    afgiftedatum: specificatie.afgiftedatum,
  }));
}
