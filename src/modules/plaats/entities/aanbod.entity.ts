import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { type Day, type Instant } from '../../../platform/clock/index.js';
import { Aanbodafloop } from './aanbodafloop.js';

const BEZET = `status in ('AANGEBODEN','AANVAARD','IN_ZORG')`;

/** A place offered to a client, and what became of it. */
@Entity({ name: 'aanbod' })
@Check(
  'aanbod_status_check',
  `status in ('AANGEBODEN','AANVAARD','IN_ZORG','GEWEIGERD','INGETROKKEN','VERVALLEN','BEEINDIGD')`,
)
@Check('aanbod_leveringsstatus_check', `leveringsstatus in ('6','7','2','3')`)
@Check('aanbod_uiterlijk_check', `uiterlijk >= aangeboden_op`)
@Check('aanbod_afwijking_check', `positie >= 1 and (positie = 1 or reden_afwijking is not null)`)
@Check(
  'aanbod_weigering_check',
  `(status = 'GEWEIGERD') = (weigeringsreden is not null)
    and (status = 'GEWEIGERD') = (conform_wens is not null) and (status = 'GEWEIGERD') = (telt_mee is not null)
    and (status = 'GEWEIGERD' or zwaarwegende_reden is null)`,
)
@Check('aanbod_zorg_check', `(status in ('IN_ZORG','BEEINDIGD')) = (leveringperiode_id is not null)`)
@Check('aanbod_intrekking_check', `status <> 'INGETROKKEN' or reden_einde is not null`)
@Index('aanbod_een_tegelijk', ['clientID'], { unique: true, where: `status in ('AANGEBODEN','AANVAARD')` })
@Index('aanbod_bezet_idx', ['locatieID'], { where: BEZET })
@Index('aanbod_instelling_idx', ['instelling', 'aangebodenOp', 'aanbodID'])
@Index('aanbod_bemiddeling_id_idx', ['bemiddelingID'])
@Index('aanbod_specificatie_idx', ['bemiddelingspecificatieID'])
@Index('aanbod_client_id_idx', ['clientID'])
export class AanbodEntity extends Aanbodafloop {
  @PrimaryColumn({ name: 'aanbod_id', type: 'uuid', primaryKeyConstraintName: 'aanbod_pkey' })
  aanbodID!: string;

  @Column({ name: 'plaatsgroep_id', type: 'uuid' })
  @ForeignKey('plaatsgroep', { name: 'aanbod_plaatsgroep_id_fkey' })
  plaatsgroepID!: string;

  @Column({ name: 'locatie_id', type: 'uuid' })
  @ForeignKey('locatie', { name: 'aanbod_locatie_id_fkey' })
  locatieID!: string;

  @Column({ type: 'text' })
  @ForeignKey('zorgaanbieder', { name: 'aanbod_instelling_fkey' })
  instelling!: string;

  /** The responsible zorgkantoor when the place was offered. */
  @Column({ type: 'text' })
  zorgkantoor!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  @ForeignKey('client', { name: 'aanbod_client_id_fkey' })
  clientID!: string;

  @Column({ name: 'bemiddeling_id', type: 'uuid' })
  @ForeignKey('bemiddeling', { name: 'aanbod_bemiddeling_id_fkey' })
  bemiddelingID!: string;

  @Column({ name: 'bemiddelingspecificatie_id', type: 'uuid' })
  @ForeignKey('bemiddelingspecificatie', { name: 'aanbod_bemiddelingspecificatie_id_fkey' })
  bemiddelingspecificatieID!: string;

  @Column({ type: 'text' })
  status!: string;

  /** COD167 of the waiting place: when it was offered, and from the refusal on as it was then. */
  @Column({ type: 'text' })
  leveringsstatus!: string;

  @Column({ name: 'aangeboden_op', type: 'date' })
  aangebodenOp!: Day;

  /** Last day on which it can be accepted. */
  @Column({ type: 'date' })
  uiterlijk!: Day;

  /** Place among those who could have had it, 1 for who was first. */
  @Column({ type: 'integer' })
  positie!: number;

  @Column({ name: 'reden_afwijking', type: 'text', nullable: true })
  redenAfwijking!: string | null;

  @Column({ name: 'leveringperiode_id', type: 'uuid', nullable: true })
  @ForeignKey('leveringperiode', { name: 'aanbod_leveringperiode_id_fkey' })
  leveringperiodeID!: string | null;

  @Column({ type: 'integer', default: 1 })
  versie!: number;

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
