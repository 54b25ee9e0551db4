import { Check, Column, Entity, Exclusion, PrimaryColumn } from 'typeorm';
import { type Day, type Instant } from '../../../platform/clock/index.js';
import type { Herkomst } from '../../../platform/database/index.js';

const GELDIG = `daterange(geldig_vanaf, geldig_tot, '[]') with &&`;

/** A term of the office in days; dated, with its source. */
@Entity({ name: 'plaatsnorm' })
@Check('plaatsnorm_soort_check', `soort in ('BEVESTIGING','AANBOD','GESPREK','ZORGBEGIN')`)
@Check('plaatsnorm_dagen_check', `dagen between 0 and 366`)
@Check('plaatsnorm_geldig_check', `geldig_tot is null or geldig_tot >= geldig_vanaf`)
@Exclusion('plaatsnorm_een_tegelijk', `using gist (soort with =, ${GELDIG})`)
export class PlaatsnormEntity implements Herkomst {
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

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}

/** Why somebody refuses a place, and whether that counts for rule W8. */
@Entity({ name: 'weigeringsreden' })
@Check('weigeringsreden_code_check', `code ~ '^[A-Z][A-Z_]{1,39}$'`)
@Check('weigeringsreden_geldig_check', `geldig_tot is null or geldig_tot >= geldig_vanaf`)
@Exclusion('weigeringsreden_een_tegelijk', `using gist (code with =, ${GELDIG})`)
export class WeigeringsredenEntity implements Herkomst {
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

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
