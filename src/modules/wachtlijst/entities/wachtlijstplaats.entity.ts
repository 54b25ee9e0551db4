import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Day, Instant } from '../../../platform/clock/index.js';

const KEY = { primaryKeyConstraintName: 'wachtlijstplaats_pkey' };
const ORDER = ['rang', 'normklokVan', 'toewijzingIngangsdatum', 'afgiftedatum', 'bemiddelingspecificatieID'];

/**
 * Days on which an allocation is on the waiting list, with all that the list shows and is ordered by. Derived: it can
 * be thrown away and computed again from the register (see wachtverloop).
 */
@Entity({ name: 'wachtlijstplaats' })
@Check('wachtlijstplaats_periode_check', `tot is null or tot >= van`)
@Exclusion(
  'wachtlijstplaats_een_tegelijk',
  `using gist (bemiddelingspecificatie_id with =, daterange(van, tot, '[]') with &&)`,
)
@Index('wachtlijstplaats_zorgkantoor_idx', ['zorgkantoor', ...ORDER])
@Index('wachtlijstplaats_instelling_idx', ['instelling', ...ORDER])
@Index('wachtlijstplaats_bemiddeling_id_idx', [
  'bemiddelingID',
  'van',
  'tot',
  'leveringsstatus',
  'classificatie',
  'rang',
])
export class WachtlijstplaatsEntity {
  @PrimaryColumn({ name: 'bemiddelingspecificatie_id', type: 'uuid', ...KEY })
  @ForeignKey('bemiddelingspecificatie', { name: 'wachtlijstplaats_specificatie_fkey' })
  bemiddelingspecificatieID!: string;

  @PrimaryColumn({ type: 'date', ...KEY })
  van!: Day;

  /** Last day; null while it goes on. */
  @Column({ type: 'date', nullable: true })
  tot!: Day | null;

  @Column({ name: 'uitstelperiode_id', type: 'uuid' })
  @ForeignKey('uitstelperiode', { name: 'wachtlijstplaats_uitstelperiode_fkey' })
  uitstelperiodeID!: string;

  @Column({ type: 'text' })
  leveringsstatus!: string;

  @Column({ type: 'text' })
  classificatie!: string;

  @Column({ name: 'status_ingangsdatum', type: 'date' })
  statusIngangsdatum!: Day;

  @Column({ type: 'smallint' })
  rang!: number;

  @Column({ name: 'normklok_van', type: 'date' })
  normklokVan!: Day;

  @Column({ name: 'bemiddeling_id', type: 'uuid' })
  bemiddelingID!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientID!: string;

  @Column({ name: 'wlz_indicatie_id', type: 'uuid' })
  wlzIndicatieID!: string;

  @Column({ type: 'text' })
  zorgkantoor!: string;

  @Column({ type: 'text' })
  instelling!: string;

  @Column({ type: 'text', nullable: true })
  sector!: string | null;

  @Column({ name: 'zzp_code', type: 'text' })
  zzpCode!: string;

  @Column({ name: 'toewijzing_ingangsdatum', type: 'date' })
  toewijzingIngangsdatum!: Day;

  @Column({ type: 'date' })
  afgiftedatum!: Day;

  /** Since when we know it so; what we knew before stands in wachtlijstplaats_historie, with until when. */
  @Column({ name: 'bekend_van', type: 'timestamptz', default: () => 'app_nu()' })
  bekendVan!: Instant;
}
