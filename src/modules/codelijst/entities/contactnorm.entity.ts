import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { type Day, type Instant } from '../../../platform/clock/index.js';

/** Longest time between two contacts by role and status; the office may tighten it, never past twice a year. */
@Entity({ name: 'contactnorm' })
@Check('contactnorm_regierol_check', `regierol in ('1','2')`)
@Check('contactnorm_tegenpartij_check', `tegenpartij in ('CLIENT','DOSSIERHOUDER')`)
@Check('contactnorm_tweemaal_per_jaar_check', `max_dagen between 1 and 183`)
@Check('contactnorm_geldig_check', `geldig_tot is null or geldig_tot >= geldig_vanaf`)
@Unique('contactnorm_uniek', [
  'zorgkantoor',
  'regierol',
  'tegenpartij',
  'leveringsstatus',
  'classificatie',
  'geldigVanaf',
])
export class Contactnorm {
  @PrimaryGeneratedColumn('identity', {
    name: 'contactnorm_id',
    type: 'integer',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'contactnorm_pkey',
  })
  contactnormID!: number;

  @Column({ type: 'text' })
  regierol!: string;

  @Column({ type: 'text' })
  tegenpartij!: string;

  @Column({ type: 'text' })
  leveringsstatus!: string;

  @Column({ type: 'text', nullable: true })
  classificatie!: string | null;

  @Column({ name: 'max_dagen', type: 'integer' })
  maxDagen!: number;

  @Column({ name: 'geldig_vanaf', type: 'date' })
  geldigVanaf!: Day;

  @Column({ name: 'geldig_tot', type: 'date', nullable: true })
  geldigTot!: Day | null;

  @Column({ type: 'text' })
  bron!: string;

  /** The office (UZOVI) that set it; null for a norm that holds everywhere. */
  @Column({ type: 'text', nullable: true })
  zorgkantoor!: string | null;

  /** Counts the rows of one office for one role, other side, status and classificatie. */
  @Column({ type: 'integer', default: 1 })
  versie!: number;

  /** Null for a row that came with a release. */
  @Column({ name: 'geregistreerd_op', type: 'timestamptz', nullable: true })
  geregistreerdOp!: Instant | null;

  @Column({ name: 'geregistreerd_door', type: 'text', nullable: true })
  geregistreerdDoor!: string | null;
}
