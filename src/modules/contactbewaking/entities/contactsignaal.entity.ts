import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { type Day, type Instant } from '../../../platform/clock/index.js';
import { type Verplichtingsoort } from '../domain/verplichting.js';

/** That a duty went past its due date, recorded once per duty and due date. Only the daily task writes it. */
@Entity({ name: 'contactsignaal' })
@Check('contactsignaal_soort_check', `soort in ('DOSSIERHOUDER_CLIENT','COORDINATOR_DOSSIERHOUDER')`)
@Check('contactsignaal_te_laat_check', `vastgesteld_op > uiterlijk`)
export class ContactsignaalEntity {
  @PrimaryColumn({ name: 'bemiddeling_id', type: 'uuid', primaryKeyConstraintName: 'contactsignaal_pkey' })
  @ForeignKey('bemiddeling', { name: 'contactsignaal_bemiddeling_id_fkey' })
  bemiddelingID!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'contactsignaal_pkey' })
  soort!: Verplichtingsoort;

  @PrimaryColumn({ type: 'date', primaryKeyConstraintName: 'contactsignaal_pkey' })
  uiterlijk!: Day;

  /** The day that was evaluated when the duty was found late. */
  @Column({ name: 'vastgesteld_op', type: 'date' })
  vastgesteldOp!: Day;

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  /** Since when the signal is known to have been wrong; null while it stands. */
  @Column({ name: 'ingetrokken_op', type: 'date', nullable: true })
  ingetrokkenOp!: Day | null;
}
