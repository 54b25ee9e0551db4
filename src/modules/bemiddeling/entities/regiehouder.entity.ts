import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Day, Instant } from '../../../platform/clock/index.js';
import type { Herkomst } from '../../../platform/database/index.js';
import { ZorgaanbiederEntity } from '../../zorgaanbieder/index.js';
import type { Regiehouder } from '../domain/bemiddeling.js';
import type { Regierol } from '../domain/leveringsvorm.js';
import { BemiddelingEntity } from './bemiddeling.entity.js';

/** A provider that keeps the direction of a bemiddeling, in one of the two roles. */
@Entity({ name: 'regiehouder' })
@Check('regiehouder_regierol_check', `regierol in ('1','2')`)
@Check('regiehouder_periode_check', `einddatum is null or einddatum >= ingangsdatum`)
@Exclusion('regiehouder_een_tegelijk', `using gist (bemiddeling_id with =, regierol with =)`)
@Index('regiehouder_bemiddeling_id_idx', [
  'bemiddelingID',
  'regierol',
  'instelling',
  'ingangsdatum',
  'einddatum',
])
@Index('regiehouder_instelling_idx', ['instelling', 'bemiddelingID', 'einddatum'])
export class RegiehouderEntity implements Regiehouder, Herkomst {
  @PrimaryColumn({ name: 'regiehouder_id', type: 'uuid', primaryKeyConstraintName: 'regiehouder_pkey' })
  regiehouderID!: string;

  @Column({ name: 'bemiddeling_id', type: 'uuid' })
  @ForeignKey(() => BemiddelingEntity, { name: 'regiehouder_bemiddeling_id_fkey' })
  bemiddelingID!: string;

  @Column({ type: 'text' })
  @ForeignKey(() => ZorgaanbiederEntity, { name: 'regiehouder_instelling_fkey' })
  instelling!: string;

  /** COD1004. */
  @Column({ type: 'text' })
  regierol!: Regierol;

  @Column({ type: 'date' })
  ingangsdatum!: Day;

  @Column({ type: 'date', nullable: true })
  einddatum!: Day | null;

  @Column({ name: 'vaststelling_moment', type: 'timestamptz', precision: 3 })
  vaststellingMoment!: Instant;

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
