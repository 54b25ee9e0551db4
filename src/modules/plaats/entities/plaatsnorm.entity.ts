import { Check, Column, Entity, Exclusion, PrimaryColumn } from 'typeorm';
import { type Day } from '../../../platform/clock/index.js';

const GELDIG = `daterange(geldig_vanaf, geldig_tot, '[]') with &&`;

/** A term of the office in days; dated, with its source. */
@Entity({ name: 'plaatsnorm' })
@Check('plaatsnorm_soort_check', `soort in ('BEVESTIGING','AANBOD','GESPREK')`)
@Check('plaatsnorm_dagen_check', `dagen between 0 and 366`)
@Check('plaatsnorm_geldig_check', `geldig_tot is null or geldig_tot >= geldig_vanaf`)
@Exclusion('plaatsnorm_een_tegelijk', `using gist (soort with =, ${GELDIG})`)
export class PlaatsnormEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'plaatsnorm_pkey' })
  soort!: string;

  @Column({ type: 'integer' })
  dagen!: number;

  @PrimaryColumn({ name: 'geldig_vanaf', type: 'date', primaryKeyConstraintName: 'plaatsnorm_pkey' })
  geldigVanaf!: Day;

  @Column({ name: 'geldig_tot', type: 'date', nullable: true })
  geldigTot!: Day | null;

  @Column({ type: 'text' })
  bron!: string;
}

/** Why somebody refuses a place, and whether that counts for rule W8. */
@Entity({ name: 'weigeringsreden' })
@Check('weigeringsreden_code_check', `code ~ '^[A-Z][A-Z_]{1,39}$'`)
@Check('weigeringsreden_geldig_check', `geldig_tot is null or geldig_tot >= geldig_vanaf`)
@Exclusion('weigeringsreden_een_tegelijk', `using gist (code with =, ${GELDIG})`)
export class WeigeringsredenEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'weigeringsreden_pkey' })
  code!: string;

  @Column({ type: 'text' })
  omschrijving!: string;

  @Column({ name: 'telt_mee', type: 'boolean' })
  teltMee!: boolean;

  @PrimaryColumn({ name: 'geldig_vanaf', type: 'date', primaryKeyConstraintName: 'weigeringsreden_pkey' })
  geldigVanaf!: Day;

  @Column({ name: 'geldig_tot', type: 'date', nullable: true })
  geldigTot!: Day | null;

  @Column({ type: 'text' })
  bron!: string;
}
