import { Check, Column, Entity, Exclusion, PrimaryColumn } from 'typeorm';
import { type Day } from '../../../platform/clock/index.js';

const KEY = { primaryKeyConstraintName: 'termijnnorm_pkey' };

/** How many werkdagen a term of the chain has in a case; dated, with its source. */
@Entity({ name: 'termijnnorm' })
@Check('termijnnorm_werkdagen_check', `werkdagen between 1 and 60`)
@Check('termijnnorm_geldig_check', `geldig_tot is null or geldig_tot >= geldig_van`)
@Exclusion(
  'termijnnorm_een_tegelijk',
  `using gist (termijn with =, geval with =, daterange(geldig_van, geldig_tot, '[]') with &&)`,
)
export class TermijnnormEntity {
  @PrimaryColumn({ type: 'text', ...KEY })
  termijn!: string;

  @PrimaryColumn({ type: 'text', ...KEY })
  geval!: string;

  @Column({ type: 'integer' })
  werkdagen!: number;

  @PrimaryColumn({ name: 'geldig_van', type: 'date', ...KEY })
  geldigVan!: Day;

  @Column({ name: 'geldig_tot', type: 'date', nullable: true })
  geldigTot!: Day | null;

  @Column({ type: 'text' })
  bron!: string;
}
