import { Index, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { type Day, type Instant } from '../../../platform/clock/index.js';
import type { Herkomst } from '../../../platform/database/index.js';
import { type Afstel } from '../domain/traject.js';

/** The end of the demand for this care; leveringsstatus 5 from the afsteldatum on. */
@Entity({ name: 'afstel' })
@Unique('afstel_levering_uniek', ['leveringID'])
@Index('afstel_bemiddeling_id_idx', ['bemiddelingID'])
export class AfstelEntity implements Afstel, Herkomst {
  @PrimaryColumn({ name: 'afstel_id', type: 'uuid', primaryKeyConstraintName: 'afstel_pkey' })
  afstelID!: string;

  @Column({ name: 'levering_id', type: 'uuid' })
  @ForeignKey('levering', { name: 'afstel_levering_id_fkey' })
  leveringID!: string;

  @Column({ type: 'date' })
  afsteldatum!: Day;

  @Column({ name: 'vaststelling_moment', type: 'timestamptz', precision: 3 })
  vaststellingMoment!: Instant;

  @Column({ type: 'text', nullable: true })
  reden!: string | null;

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
