import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { type Day } from '../../../platform/clock/index.js';

/** A pair that rule W1 allows (CS131), with how sure its source is. */
@Entity({ name: 'wachtstatus_classificatie' })
@Check('wachtstatus_classificatie_geldig_check', `geldig_tot is null or geldig_tot >= geldig_vanaf`)
@Check('wachtstatus_classificatie_zekerheid_check', `zekerheid in ('A','B','C','D','P')`)
export class WachtstatusClassificatie {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'wachtstatus_classificatie_pkey' })
  leveringsstatus!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'wachtstatus_classificatie_pkey' })
  classificatie!: string;

  @Column({ name: 'geldig_vanaf', type: 'date' })
  geldigVanaf!: Day;

  @Column({ name: 'geldig_tot', type: 'date', nullable: true })
  geldigTot!: Day | null;

  @Column({ type: 'text' })
  bron!: string;

  @Column({ type: 'text' })
  zekerheid!: string;
}
