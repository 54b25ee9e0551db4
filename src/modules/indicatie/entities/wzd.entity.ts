import { Index, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Day, Instant } from '../../../platform/clock/index.js';
import type { Herkomst } from '../../../platform/database/index.js';
import type { Wzdgegevens } from '../domain/indicatiedossier.js';
import { IndicatieEntity } from './indicatie.entity.js';

/** What the CIZ declares under the Wet zorg en dwang (COD127). */
@Entity({ name: 'wzd' })
@Unique('wzd_indicatie_uniek', ['wlzIndicatieID'])
@Index('wzd_client_id_idx', ['clientID'])
export class WzdEntity implements Wzdgegevens, Herkomst {
  @PrimaryColumn({ name: 'wzd_id', type: 'uuid', primaryKeyConstraintName: 'wzd_pkey' })
  wzdID!: string;

  @Column({ name: 'wlz_indicatie_id', type: 'uuid' })
  @ForeignKey(() => IndicatieEntity, { name: 'wzd_wlz_indicatie_id_fkey' })
  wlzIndicatieID!: string;

  @Column({ name: 'wzd_verklaring', type: 'text' })
  wzdVerklaring!: string;

  @Column({ type: 'date', nullable: true })
  ingangsdatum!: Day | null;

  @Column({ type: 'date', nullable: true })
  einddatum!: Day | null;

  /** Whose row this is, taken from the parent when it comes in; only row level security reads it. */
  @Column({ name: 'client_id', type: 'uuid', select: false, insert: false, update: false })
  readonly clientID?: string;

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
