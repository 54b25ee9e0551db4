import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
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
  @ForeignKey(() => ZorgaanbiederEntity, { name: 'locatie_agb_fkey' })
  agb!: string;

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
