import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../platform/clock/index.js';
import type { Herkomst } from '../../../platform/database/index.js';
import type { Grondslaggegevens } from '../domain/indicatiedossier.js';
import { IndicatieEntity } from './indicatie.entity.js';

/** Why the client needs care (COD736), the one with most influence first. */
@Entity({ name: 'grondslag' })
@Index('grondslag_wlz_indicatie_id_idx', ['wlzIndicatieID'])
@Index('grondslag_client_id_idx', ['clientID'])
export class GrondslagEntity implements Grondslaggegevens, Herkomst {
  @PrimaryColumn({ name: 'grondslag_id', type: 'uuid', primaryKeyConstraintName: 'grondslag_pkey' })
  grondslagID!: string;

  @Column({ name: 'wlz_indicatie_id', type: 'uuid' })
  @ForeignKey(() => IndicatieEntity, { name: 'grondslag_wlz_indicatie_id_fkey' })
  wlzIndicatieID!: string;

  @Column({ type: 'text' })
  grondslag!: string;

  @Column({ type: 'integer' })
  volgorde!: number;

  /** Whose row this is, taken from the parent when it comes in; only row level security reads it. */
  @Column({ name: 'client_id', type: 'uuid', select: false, insert: false, update: false })
  readonly clientID?: string;

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
