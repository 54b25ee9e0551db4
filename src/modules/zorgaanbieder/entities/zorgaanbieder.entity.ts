import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant } from '../../../platform/clock/index.js';

/** A provider of care by its AGB code: in iWlz the identification of a contract with a zorgkantoor. */
@Entity({ name: 'zorgaanbieder' })
@Check('zorgaanbieder_agb_check', `agb ~ '^[0-9]{8}$'`)
export class ZorgaanbiederEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'zorgaanbieder_pkey' })
  agb!: string;

  @Column({ type: 'text' })
  naam!: string;

  /** COD001 of the region the provider is contracted in. */
  @Column({ type: 'text' })
  zorgkantoor!: string;

  @Column({ type: 'text', array: true })
  sectoren!: string[];

  /** COD578 codes the provider offers. */
  @Column({ type: 'text', array: true })
  leveringsvormen!: string[];

  @Column({ type: 'text', nullable: true })
  telefoonnummer!: string | null;

  @Column({ type: 'text', nullable: true })
  emailadres!: string | null;

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
