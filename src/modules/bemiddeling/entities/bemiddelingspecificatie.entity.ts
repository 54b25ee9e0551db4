import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Day, Instant } from '../../../platform/clock/index.js';
import type { Herkomst } from '../../../platform/database/index.js';
import { ZorgaanbiederEntity } from '../../zorgaanbieder/index.js';
import type { Specificatie } from '../domain/bemiddeling.js';
import type { Leveringsvorm } from '../domain/leveringsvorm.js';
import type { Waarschuwing } from '../domain/profiel.js';
import { BemiddelingEntity } from './bemiddeling.entity.js';

/** An allocation. The checks are written out in the migrations; here stand their names. */
@Entity({ name: 'bemiddelingspecificatie' })
@Check('bemiddelingspecificatie_periode_check', `toewijzing_einddatum >= toewijzing_ingangsdatum`)
@Check('bemiddelingspecificatie_leveringsvorm_check', `leveringsvorm in ('2','4','5','7','8')`)
@Check('bemiddelingspecificatie_soort_check', `soort_toewijzing in ('1','3','5')`)
@Check('bemiddelingspecificatie_etmalen_check', `(etmalen is not null) = (leveringsvorm = '8')`)
@Check('bemiddelingspecificatie_opname_check', `(opname is not null) = (leveringsvorm in ('4','8'))`)
@Check('bemiddelingspecificatie_pgb_check', `(leveringsvorm = '2') = (instelling is null)`)
@Check('bemiddelingspecificatie_percentage_check', `percentage % 100 = 0`)
@Check(
  'bemiddelingspecificatie_intrekking_check',
  `reden_intrekking is null or toewijzing_einddatum is not null`,
)
@Exclusion('bemiddelingspecificatie_geen_dubbele', `using gist (bemiddeling_id with =)`)
@Index('bemiddelingspecificatie_bemiddeling_id_idx', [
  'bemiddelingID',
  'uitvoerendZorgkantoor',
  'instelling',
  'toewijzingEinddatum',
])
@Index('bemiddelingspecificatie_instelling_idx', ['instelling', 'bemiddelingID', 'toewijzingEinddatum'])
@Index('bemiddelingspecificatie_uitvoerend_idx', ['uitvoerendZorgkantoor', 'bemiddelingID'])
export class BemiddelingspecificatieEntity implements Specificatie, Herkomst {
  @PrimaryColumn({
    name: 'bemiddelingspecificatie_id',
    type: 'uuid',
    primaryKeyConstraintName: 'bemiddelingspecificatie_pkey',
  })
  bemiddelingspecificatieID!: string;

  @Column({ name: 'bemiddeling_id', type: 'uuid' })
  @ForeignKey(() => BemiddelingEntity, { name: 'bemiddelingspecificatie_bemiddeling_id_fkey' })
  bemiddelingID!: string;

  @Column({ type: 'text' })
  leveringsvorm!: Leveringsvorm;

  @Column({ name: 'zzp_code', type: 'text' })
  zzpCode!: string;

  @Column({ name: 'toewijzing_ingangsdatum', type: 'date' })
  toewijzingIngangsdatum!: Day;

  @Column({ name: 'toewijzing_einddatum', type: 'date', nullable: true })
  toewijzingEinddatum!: Day | null;

  @Column({ type: 'text', nullable: true })
  @ForeignKey(() => ZorgaanbiederEntity, { name: 'bemiddelingspecificatie_instelling_fkey' })
  instelling!: string | null;

  @Column({ name: 'uitvoerend_zorgkantoor', type: 'text' })
  uitvoerendZorgkantoor!: string;

  @Column({ name: 'vaststelling_moment', type: 'timestamptz', precision: 3 })
  vaststellingMoment!: Instant;

  @Column({ type: 'integer', nullable: true })
  percentage!: number | null;

  @Column({ name: 'pgb_percentage', type: 'integer', nullable: true })
  pgbPercentage!: number | null;

  @Column({ type: 'text', nullable: true })
  opname!: string | null;

  @Column({ name: 'reden_intrekking', type: 'text', nullable: true })
  redenIntrekking!: string | null;

  @Column({ type: 'text', nullable: true })
  etmalen!: string | null;

  @Column({ name: 'instelling_bestemming', type: 'text', nullable: true })
  instellingBestemming!: string | null;

  @Column({ name: 'soort_toewijzing', type: 'text' })
  soortToewijzing!: string;

  @Column({ type: 'text', array: true, default: () => `'{}'` })
  waarschuwingen!: Waarschuwing[];

  /** Rises with every change of the allocation, of its status and of its care. */
  @Column({ type: 'integer', default: 1 })
  versie!: number;

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
