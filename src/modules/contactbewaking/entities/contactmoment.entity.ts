import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { type Day, type Instant } from '../../../platform/clock/index.js';
import { type Contactvorm, type Partij, type Regierol } from '../domain/verplichting.js';

/** A contact that a regiehouder reports. Former versions stay in contactmoment_historie. */
@Entity({ name: 'contactmoment' })
@Check('contactmoment_regierol_check', `regierol in ('1','2')`)
@Check(
  'contactmoment_met_check',
  `met in ('CLIENT','CONTACTPERSOON','DOSSIERHOUDER') and not (met = 'DOSSIERHOUDER' and regierol = '2')`,
)
@Check('contactmoment_vorm_check', `vorm in ('HUISBEZOEK','TELEFOON','BEELDBELLEN','EMAIL')`)
@Index('contactmoment_uniek', ['bemiddelingID', 'datum', 'instelling', 'regierol', 'met', 'vorm'], {
  unique: true,
  where: 'not ingetrokken',
})
@Index('contactmoment_duty_idx', ['bemiddelingID', 'regierol', 'datum'])
export class ContactmomentEntity {
  @PrimaryColumn({ name: 'contactmoment_id', type: 'uuid', primaryKeyConstraintName: 'contactmoment_pkey' })
  contactmomentID!: string;

  @Column({ name: 'bemiddeling_id', type: 'uuid' })
  @ForeignKey('bemiddeling', { name: 'contactmoment_bemiddeling_id_fkey' })
  bemiddelingID!: string;

  @Column({ type: 'date' })
  datum!: Day;

  /** AGB of the provider that made the contact. */
  @Column({ type: 'text' })
  @ForeignKey('zorgaanbieder', { name: 'contactmoment_instelling_fkey' })
  instelling!: string;

  @Column({ type: 'text' })
  regierol!: Regierol;

  @Column({ type: 'text' })
  met!: Partij;

  @Column({ type: 'text' })
  vorm!: Contactvorm;

  /** False for an attempt: it is stored and counts for nothing. */
  @Column({ type: 'boolean' })
  gesproken!: boolean;

  @Column({ type: 'boolean', default: false })
  ingetrokken!: boolean;

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
