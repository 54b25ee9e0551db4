import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { type Day, type Instant } from '../../../platform/clock/index.js';
import type { Herkomst } from '../../../platform/database/index.js';
import { type Bron, type Uitstelperiode } from '../domain/traject.js';

/** A waiting status. What it said before a correction is in `uitstelperiode_historie`. */
@Entity({ name: 'uitstelperiode' })
@ForeignKey(
  'wachtstatus_classificatie',
  ['leveringsstatus', 'leveringsstatusClassificatie'],
  ['leveringsstatus', 'classificatie'],
  { name: 'uitstelperiode_paar_fkey' },
)
@Check('uitstelperiode_wachtstatus_check', `leveringsstatus in ('6','7','2','3')`)
@Check('uitstelperiode_periode_check', `einddatum is null or einddatum >= ingangsdatum`)
@Check('uitstelperiode_bron_check', `bron in ('DOSSIERHOUDER','ZORGAANBIEDER','ZORGKANTOOR')`)
@Check('uitstelperiode_handmatig_check', `(bron = 'ZORGKANTOOR') = (reden_handmatig is not null)`)
@Index('uitstelperiode_levering_id_idx', ['leveringID', 'ingangsdatum'])
@Index('uitstelperiode_bemiddeling_id_idx', ['bemiddelingID'])
export class UitstelperiodeEntity implements Uitstelperiode, Herkomst {
  @PrimaryColumn({ name: 'uitstelperiode_id', type: 'uuid', primaryKeyConstraintName: 'uitstelperiode_pkey' })
  uitstelperiodeID!: string;

  @Column({ name: 'levering_id', type: 'uuid' })
  @ForeignKey('levering', { name: 'uitstelperiode_levering_id_fkey' })
  leveringID!: string;

  @Column({ type: 'date' })
  ingangsdatum!: Day;

  @Column({ type: 'date', nullable: true })
  einddatum!: Day | null;

  @Column({ name: 'vaststelling_moment', type: 'timestamptz', precision: 3 })
  vaststellingMoment!: Instant;

  @Column({ type: 'text', nullable: true })
  reden!: string | null;

  @Column({ type: 'text' })
  leveringsstatus!: string;

  @Column({ name: 'leveringsstatus_classificatie', type: 'text' })
  leveringsstatusClassificatie!: string;

  @Column({ type: 'text' })
  bron!: Bron;

  @Column({ name: 'reden_handmatig', type: 'text', nullable: true })
  redenHandmatig!: string | null;

  /** Whose row this is, taken from the parent when it comes in; only row level security reads it. */
  @Column({ name: 'bemiddeling_id', type: 'uuid', select: false, insert: false, update: false })
  readonly bemiddelingID?: string;

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
