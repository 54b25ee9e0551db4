import { Index, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { type Instant } from '../../../platform/clock/index.js';
import type { Herkomst } from '../../../platform/database/index.js';

/** What a provider reports on one allocation hangs under its Levering (Leveringsregister). */
@Entity({ name: 'levering' })
@Unique('levering_specificatie_uniek', ['bemiddelingspecificatieID'])
@Index('levering_bemiddeling_id_idx', ['bemiddelingID'])
export class LeveringEntity implements Herkomst {
  @PrimaryColumn({ name: 'levering_id', type: 'uuid', primaryKeyConstraintName: 'levering_pkey' })
  leveringID!: string;

  @Column({ name: 'bemiddelingspecificatie_id', type: 'uuid' })
  @ForeignKey('bemiddelingspecificatie', { name: 'levering_bemiddelingspecificatie_id_fkey' })
  bemiddelingspecificatieID!: string;

  /** Whose row this is, taken from the parent when it comes in; only row level security reads it. */
  @Column({ name: 'bemiddeling_id', type: 'uuid', select: false, insert: false, update: false })
  readonly bemiddelingID?: string;

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
