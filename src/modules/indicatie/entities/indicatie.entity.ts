import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Day, Instant } from '../../../platform/clock/index.js';
import type { Herkomst } from '../../../platform/database/index.js';
import { ClientEntity } from '../../client/index.js';
import type { Indicatiegegevens, RegisterObject } from '../domain/indicatiedossier.js';

/** A decision of the CIZ that gives a client right to Wlz care. */
@Entity({ name: 'indicatie' })
@Unique('indicatie_besluitnummer_uniek', ['clientID', 'besluitnummer'])
@Check('indicatie_besluitnummer_check', `besluitnummer between 1 and 999999999`)
@Check('indicatie_zorgkantoor_check', `initieel_verantwoordelijk_zorgkantoor ~ '^55[0-9]{2}$'`)
@Check('indicatie_periode_check', `einddatum is null or einddatum >= ingangsdatum`)
@Index('indicatie_zorgkantoor_idx', ['initieelVerantwoordelijkZorgkantoor', 'clientID'])
@Index('indicatie_client_id_idx', ['clientID'])
export class IndicatieEntity implements Indicatiegegevens, Herkomst {
  @PrimaryColumn({ name: 'wlz_indicatie_id', type: 'uuid', primaryKeyConstraintName: 'indicatie_pkey' })
  wlzIndicatieID!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  @ForeignKey(() => ClientEntity, { name: 'indicatie_client_id_fkey' })
  clientID!: string;

  @Column({ type: 'integer' })
  besluitnummer!: number;

  @Column({ name: 'soort_wlzindicatie', type: 'text' })
  soortWlzindicatie!: string;

  @Column({ type: 'date' })
  afgiftedatum!: Day;

  @Column({ type: 'date' })
  ingangsdatum!: Day;

  /** Last day; shortened to the day before a later indication begins (OP021). */
  @Column({ type: 'date', nullable: true })
  einddatum!: Day | null;

  @Column({ type: 'text', nullable: true })
  meerzorg!: string | null;

  @Column({ name: 'initieel_verantwoordelijk_zorgkantoor', type: 'text' })
  initieelVerantwoordelijkZorgkantoor!: string;

  @Column({ type: 'date', nullable: true })
  vervaldatum!: Day | null;

  @Column({ type: 'text', nullable: true })
  commentaar!: string | null;

  @Column({ type: 'jsonb', default: [] })
  beperking!: RegisterObject[];

  @Column({ type: 'jsonb', default: [] })
  stoornis!: RegisterObject[];

  @Column({ name: 'stoornis_score', type: 'jsonb', default: [] })
  stoornisScore!: RegisterObject[];

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
