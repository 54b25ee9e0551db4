import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { type Day } from '../../../platform/clock/index.js';

/** One code of a national code list, from `ingangsdatum` on. */
@Entity({ name: 'codelijst_waarde' })
@Check('codelijst_waarde_lijst_check', `lijst ~ '^COD[0-9]{3,4}$'`)
export class CodelijstWaarde {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'codelijst_waarde_pkey' })
  lijst!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'codelijst_waarde_pkey' })
  code!: string;

  @PrimaryColumn({ type: 'date', primaryKeyConstraintName: 'codelijst_waarde_pkey' })
  ingangsdatum!: Day;

  @Column({ type: 'text' })
  omschrijving!: string;

  /** First day on which the code no longer holds. */
  @Column({ type: 'date', nullable: true })
  expiratiedatum!: Day | null;

  @Column({ type: 'text' })
  bron!: string;
}
