import { Column } from 'typeorm';
import { type Day } from '../../../platform/clock/index.js';

/** The columns of an offer that say what became of it; all empty while it waits for an answer. */
export abstract class Aanbodafloop {
  @Column({ name: 'beantwoord_op', type: 'date', nullable: true })
  beantwoordOp!: Day | null;

  @Column({ type: 'text', nullable: true })
  weigeringsreden!: string | null;

  @Column({ name: 'conform_wens', type: 'boolean', nullable: true })
  conformWens!: boolean | null;

  @Column({ name: 'zwaarwegende_reden', type: 'text', nullable: true })
  zwaarwegendeReden!: string | null;

  /** Whether this refusal counts for rule W8. */
  @Column({ name: 'telt_mee', type: 'boolean', nullable: true })
  teltMee!: boolean | null;

  /** Why it was withdrawn, or why the place was left. */
  @Column({ name: 'reden_einde', type: 'text', nullable: true })
  redenEinde!: string | null;
}
