import { Column } from 'typeorm';
import { type Day } from '../../../platform/clock/index.js';

/** The columns of a request that say what is asked for, empty when nothing is needed, and how it was judged. */
export abstract class Verzoekinhoud {
  @Column({ type: 'text', nullable: true })
  leveringsvorm!: string | null;

  @Column({ name: 'toewijzing_ingangsdatum', type: 'date', nullable: true })
  toewijzingIngangsdatum!: Day | null;

  @Column({ name: 'toewijzing_einddatum', type: 'date', nullable: true })
  toewijzingEinddatum!: Day | null;

  /** In hundredths of a per cent. */
  @Column({ name: 'toewijzing_percentage', type: 'integer', nullable: true })
  toewijzingPercentage!: number | null;

  @Column({ type: 'text', nullable: true })
  opname!: string | null;

  @Column({ type: 'text', nullable: true })
  verantwoord!: string | null;

  @Column({ type: 'text', nullable: true })
  doelmatig!: string | null;

  @Column({ name: 'extra_overbruggingszorg', type: 'boolean', default: false })
  extraOverbruggingszorg!: boolean;

  @Column({ type: 'text', nullable: true })
  wijze!: string | null;

  @Column({ name: 'beoordeeld_op', type: 'date', nullable: true })
  beoordeeldOp!: Day | null;

  @Column({ type: 'text', nullable: true })
  reden!: string | null;

  /** What stood in the way when silence accepted it. */
  @Column({ type: 'text', nullable: true })
  belemmering!: string | null;
}
