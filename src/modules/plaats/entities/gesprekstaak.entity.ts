import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { type Day, type Instant } from '../../../platform/clock/index.js';

/** The conversation that a second refusal asks of the dossierhouder (W8). */
@Entity({ name: 'gesprekstaak' })
@Check(
  'gesprekstaak_resultaat_check',
  `(resultaat is null) = (gesprek_op is null) and
    (resultaat is null or resultaat in ('STATUS_BLIJFT','STATUS_AANPASSEN','WENS_AANGEPAST','ZIET_AF'))`,
)
@Check('gesprekstaak_gesprek_check', `gesprek_op is null or gesprek_op >= sinds`)
@Index('gesprekstaak_een_open', ['bemiddelingID'], { unique: true, where: `resultaat is null` })
@Index('gesprekstaak_bemiddeling_id_idx', ['bemiddelingID'])
@Index('gesprekstaak_client_id_idx', ['clientID'])
export class GesprekstaakEntity {
  @PrimaryColumn({ name: 'gesprekstaak_id', type: 'uuid', primaryKeyConstraintName: 'gesprekstaak_pkey' })
  gesprekstaakID!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  @ForeignKey('client', { name: 'gesprekstaak_client_id_fkey' })
  clientID!: string;

  @Column({ name: 'bemiddeling_id', type: 'uuid' })
  @ForeignKey('bemiddeling', { name: 'gesprekstaak_bemiddeling_id_fkey' })
  bemiddelingID!: string;

  @Column({ name: 'bemiddelingspecificatie_id', type: 'uuid' })
  @ForeignKey('bemiddelingspecificatie', { name: 'gesprekstaak_bemiddelingspecificatie_id_fkey' })
  bemiddelingspecificatieID!: string;

  /** The refusal that opened it. */
  @Column({ name: 'aanbod_id', type: 'uuid' })
  @ForeignKey('aanbod', { name: 'gesprekstaak_aanbod_id_fkey' })
  aanbodID!: string;

  @Column({ type: 'date' })
  sinds!: Day;

  @Column({ type: 'date' })
  uiterlijk!: Day;

  /** The day of the conversation; null while it still has to be. */
  @Column({ name: 'gesprek_op', type: 'date', nullable: true })
  gesprekOp!: Day | null;

  @Column({ type: 'text', nullable: true })
  resultaat!: string | null;

  @Column({ type: 'text', nullable: true })
  toelichting!: string | null;

  @Column({ type: 'integer', default: 1 })
  versie!: number;

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
