import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { type Day, type Instant } from '../../../platform/clock/index.js';
import { type Signaalsoort } from '../domain/signaal.js';
import { type Verplichtingsoort } from '../domain/verplichting.js';

const LEVEND = 'ingetrokken_op is null and beeindigd_op is null';

/**
 * A signal on an obligation, once per cause. Only the daily task writes what it says; former versions stay in
 * contactsignaal_historie.
 */
@Entity({ name: 'contactsignaal' })
@Check('contactsignaal_soort_check', `soort in ('NADERT','TE_LAAT','JAARNORM_NIET_GEHAALD','ESCALATIE')`)
@Check(
  'contactsignaal_verplichting_check',
  `verplichting in ('DOSSIERHOUDER_CLIENT','COORDINATOR_DOSSIERHOUDER')`,
)
@Check(
  'contactsignaal_dag_check',
  `case soort when 'NADERT' then vastgesteld_op <= aanleiding
   when 'JAARNORM_NIET_GEHAALD' then vastgesteld_op >= aanleiding else vastgesteld_op > aanleiding end`,
)
@Check('contactsignaal_sluimer_check', `(sluimert_tot is null) = (sluimerreden is null)`)
@Index('contactsignaal_oorzaak_uniek', ['bemiddelingID', 'verplichting', 'soort', 'aanleiding'], {
  unique: true,
})
@Index('contactsignaal_levend_idx', ['aanleiding', 'contactsignaalID'], { where: LEVEND })
@Index('contactsignaal_zorgkantoor_idx', ['zorgkantoor', 'aanleiding', 'contactsignaalID'], { where: LEVEND })
@Index('contactsignaal_instelling_idx', ['instelling', 'aanleiding', 'contactsignaalID'], { where: LEVEND })
@Index('contactsignaal_volgorde_idx', ['aanleiding', 'contactsignaalID'])
export class ContactsignaalEntity {
  @PrimaryColumn({
    name: 'contactsignaal_id',
    type: 'uuid',
    primaryKeyConstraintName: 'contactsignaal_pkey',
  })
  contactsignaalID!: string;

  @Column({ name: 'bemiddeling_id', type: 'uuid' })
  @ForeignKey('bemiddeling', { name: 'contactsignaal_bemiddeling_id_fkey' })
  bemiddelingID!: string;

  @Column({ type: 'text' })
  verplichting!: Verplichtingsoort;

  /** The due date; of the year norm the first day on which it was not met. */
  @Column({ type: 'date' })
  aanleiding!: Day;

  /** The day that was evaluated when the cause was found. */
  @Column({ name: 'vastgesteld_op', type: 'date' })
  vastgesteldOp!: Day;

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  /** Since when the signal is known to have been wrong; null while it stands. */
  @Column({ name: 'ingetrokken_op', type: 'date', nullable: true })
  ingetrokkenOp!: Day | null;

  @Column({ type: 'text' })
  soort!: Signaalsoort;

  @Column({ name: 'client_id', type: 'uuid' })
  clientID!: string;

  @Column({ type: 'text' })
  zorgkantoor!: string;

  /** AGB of the bearer. */
  @Column({ type: 'text' })
  instelling!: string;

  /** Since when the cause, which was right, is gone; null while it lasts. */
  @Column({ name: 'beeindigd_op', type: 'date', nullable: true })
  beeindigdOp!: Day | null;

  /** Up to and including this day nobody needs to look at it. */
  @Column({ name: 'sluimert_tot', type: 'date', nullable: true })
  sluimertTot!: Day | null;

  @Column({ type: 'text', nullable: true })
  sluimerreden!: string | null;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
