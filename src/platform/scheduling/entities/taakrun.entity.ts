import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant } from '../../clock/index.js';

/** That a planned moment of a task was claimed, and what came of it. The row is the claim: one per planned moment. */
@Entity({ name: 'taakrun' })
export class Taakrun {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'taakrun_pkey' })
  taak!: string;

  @PrimaryColumn({ name: 'gepland_op', type: 'timestamptz', primaryKeyConstraintName: 'taakrun_pkey' })
  geplandOp!: Instant;

  @Column({ name: 'begonnen_op', type: 'timestamptz' })
  begonnenOp!: Instant;

  @Column({ name: 'klaar_op', type: 'timestamptz', nullable: true })
  klaarOp!: Instant | null;

  @Column({ name: 'uitgevoerd_door', type: 'text' })
  uitgevoerdDoor!: string;

  @Column({ type: 'jsonb', nullable: true })
  resultaat!: Record<string, unknown> | null;
}
