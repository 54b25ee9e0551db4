import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { type Instant } from '../../../platform/clock/index.js';
import { ZorgaanbiederEntity } from './zorgaanbieder.entity.js';

/** A building or office of a provider. */
@Entity({ name: 'locatie' })
@Check('locatie_capaciteit_check', `capaciteit >= 0`)
@Index('locatie_agb_idx', ['agb'])
export class LocatieEntity {
  @PrimaryColumn({ name: 'locatie_id', type: 'uuid', primaryKeyConstraintName: 'locatie_pkey' })
  locatieID!: string;

  @Column({ type: 'text' })
  agb!: string;

  @ManyToOne(() => ZorgaanbiederEntity)
  @JoinColumn({ name: 'agb', foreignKeyConstraintName: 'locatie_agb_fkey' })
  zorgaanbieder!: Relation<ZorgaanbiederEntity>;

  @Column({ type: 'text' })
  naam!: string;

  @Column({ type: 'text' })
  plaatsnaam!: string;

  @Column({ type: 'text' })
  postcode!: string;

  /** Number of places; 0 for an office from which care at home is given. */
  @Column({ type: 'integer' })
  capaciteit!: number;

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
