import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { type Day, type Instant } from '../../../platform/clock/index.js';
import type { Herkomst } from '../../../platform/database/index.js';
import { type Leveringperiode } from '../domain/traject.js';

/** A period of care. What it said before a correction is in `leveringperiode_historie`. */
@Entity({ name: 'leveringperiode' })
@Check('leveringperiode_periode_check', `einddatum is null or einddatum >= ingangsdatum`)
@Exclusion(
  'leveringperiode_een_tegelijk',
  `using gist (levering_id with =, daterange(ingangsdatum, einddatum, '[]') with &&)`,
)
@Index('leveringperiode_levering_id_idx', ['leveringID', 'ingangsdatum'])
@Index('leveringperiode_bemiddeling_id_idx', ['bemiddelingID'])
export class LeveringperiodeEntity implements Leveringperiode, Herkomst {
  @PrimaryColumn({
    name: 'leveringperiode_id',
    type: 'uuid',
    primaryKeyConstraintName: 'leveringperiode_pkey',
  })
  leveringperiodeID!: string;

  @Column({ name: 'levering_id', type: 'uuid' })
  @ForeignKey('levering', { name: 'leveringperiode_levering_id_fkey' })
  leveringID!: string;

  @Column({ type: 'date' })
  ingangsdatum!: Day;

  @Column({ type: 'date', nullable: true })
  einddatum!: Day | null;

  @Column({ name: 'vaststelling_moment', type: 'timestamptz', precision: 3 })
  vaststellingMoment!: Instant;

  @Column({ type: 'date', nullable: true })
  sleuteldatum!: Day | null;

  @Column({ name: 'beeindiging_reden', type: 'text', nullable: true })
  beeindigingReden!: string | null;

  @Column({ name: 'aanbieder_bestemming', type: 'text', nullable: true })
  aanbiederBestemming!: string | null;

  /** Whose row this is, taken from the parent when it comes in; only row level security reads it. */
  @Column({ name: 'bemiddeling_id', type: 'uuid', select: false, insert: false, update: false })
  readonly bemiddelingID?: string;

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
