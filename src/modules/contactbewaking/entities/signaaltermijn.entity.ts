import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { type Day } from '../../../platform/clock/index.js';

/**
 * How many days before a due date it comes near, and how many after it the zorgkantoor must act, and for how many at
 * most a signal can be put off.
 */
@Entity({ name: 'signaaltermijn' })
@Check('signaaltermijn_soort_check', `soort in ('NADERT','ESCALATIE','SLUIMER')`)
@Check('signaaltermijn_dagen_check', `dagen between 1 and 183`)
@Check('signaaltermijn_geldig_check', `geldig_tot is null or geldig_tot >= geldig_vanaf`)
export class SignaaltermijnEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'signaaltermijn_pkey' })
  soort!: 'NADERT' | 'ESCALATIE' | 'SLUIMER';

  @PrimaryColumn({ name: 'geldig_vanaf', type: 'date', primaryKeyConstraintName: 'signaaltermijn_pkey' })
  geldigVanaf!: Day;

  @Column({ type: 'integer' })
  dagen!: number;

  @Column({ name: 'geldig_tot', type: 'date', nullable: true })
  geldigTot!: Day | null;

  @Column({ type: 'text' })
  bron!: string;
}
