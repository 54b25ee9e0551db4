import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Day, Instant } from '../../../platform/clock/index.js';
import type { Herkomst } from '../../../platform/database/index.js';
import type { Zorgzwaartepakketgegevens } from '../domain/indicatiedossier.js';
import { IndicatieEntity } from './indicatie.entity.js';

/** The care profile of an indication, one at a time (OP013), with what the client prefers. */
@Entity({ name: 'geindiceerd_zorgzwaartepakket' })
@Check('geindiceerd_zorgzwaartepakket_periode_check', `einddatum is null or einddatum >= ingangsdatum`)
@Exclusion(
  'geindiceerd_zorgzwaartepakket_een_tegelijk',
  `using gist (wlz_indicatie_id with =, daterange(ingangsdatum, einddatum, '[]') with &&)`,
)
@Index('geindiceerd_zorgzwaartepakket_wlz_indicatie_id_idx', ['wlzIndicatieID', 'ingangsdatum'])
@Index('geindiceerd_zorgzwaartepakket_client_id_idx', ['clientID'])
export class GeindiceerdZorgzwaartepakketEntity implements Zorgzwaartepakketgegevens, Herkomst {
  @PrimaryColumn({
    name: 'geindiceerd_zorgzwaartepakket_id',
    type: 'uuid',
    primaryKeyConstraintName: 'geindiceerd_zorgzwaartepakket_pkey',
  })
  geindiceerdZorgzwaartepakketID!: string;

  @Column({ name: 'wlz_indicatie_id', type: 'uuid' })
  @ForeignKey(() => IndicatieEntity, { name: 'geindiceerd_zorgzwaartepakket_wlz_indicatie_id_fkey' })
  wlzIndicatieID!: string;

  @Column({ name: 'zzp_code', type: 'text' })
  zzpCode!: string;

  @Column({ type: 'date' })
  ingangsdatum!: Day;

  @Column({ type: 'date', nullable: true })
  einddatum!: Day | null;

  @Column({ name: 'voorkeur_client', type: 'text', nullable: true })
  voorkeurClient!: string | null;

  @Column({ name: 'instelling_voorkeur', type: 'text', nullable: true })
  instellingVoorkeur!: string | null;

  @Column({ type: 'text' })
  financiering!: string;

  @Column({ type: 'text', nullable: true })
  commentaar!: string | null;

  /** Whose row this is, taken from the parent when it comes in; only row level security reads it. */
  @Column({ name: 'client_id', type: 'uuid', select: false, insert: false, update: false })
  readonly clientID?: string;

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
