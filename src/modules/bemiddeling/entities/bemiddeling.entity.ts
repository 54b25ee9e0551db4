import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Day, Instant } from '../../../platform/clock/index.js';
import type { Herkomst } from '../../../platform/database/index.js';
import { ClientEntity } from '../../client/index.js';
import { IndicatieEntity } from '../../indicatie/index.js';

/** What a zorgkantoor arranges for a client under one indication. */
@Entity({ name: 'bemiddeling' })
@Check('bemiddeling_zorgkantoor_check', `verantwoordelijk_zorgkantoor ~ '^55[0-9]{2}$'`)
@Check(
  'bemiddeling_periode_check',
  `verantwoordelijkheid_einddatum is null or verantwoordelijkheid_einddatum >= verantwoordelijkheid_ingangsdatum`,
)
@Index('bemiddeling_client_id_idx', ['clientID'])
@Index('bemiddeling_wlz_indicatie_id_idx', ['wlzIndicatieID'])
@Index('bemiddeling_zorgkantoor_idx', ['verantwoordelijkZorgkantoor'])
export class BemiddelingEntity implements Herkomst {
  @PrimaryColumn({ name: 'bemiddeling_id', type: 'uuid', primaryKeyConstraintName: 'bemiddeling_pkey' })
  bemiddelingID!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  @ForeignKey(() => ClientEntity, { name: 'bemiddeling_client_id_fkey' })
  clientID!: string;

  @Column({ name: 'wlz_indicatie_id', type: 'uuid' })
  @ForeignKey(() => IndicatieEntity, { name: 'bemiddeling_wlz_indicatie_id_fkey' })
  wlzIndicatieID!: string;

  /** COD001. */
  @Column({ name: 'verantwoordelijk_zorgkantoor', type: 'text' })
  verantwoordelijkZorgkantoor!: string;

  @Column({ name: 'verantwoordelijkheid_ingangsdatum', type: 'date' })
  verantwoordelijkheidIngangsdatum!: Day;

  @Column({ name: 'verantwoordelijkheid_einddatum', type: 'date', nullable: true })
  verantwoordelijkheidEinddatum!: Day | null;

  /** Rises with every change of its roles. */
  @Column({ type: 'integer', default: 1 })
  versie!: number;

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
