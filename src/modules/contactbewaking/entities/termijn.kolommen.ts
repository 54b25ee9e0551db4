import { Column } from 'typeorm';
import { type Day } from '../../../platform/clock/index.js';
import { type Vervalreden } from '../domain/vervalreden.js';

/** The term of an obligation, the days on which it counts and what became of it; see domain/verplichtingregel.ts. */
export abstract class Termijnkolommen {
  @Column({ type: 'date' })
  begin!: Day;

  @Column({ name: 'termijn_van', type: 'date' })
  termijnVan!: Day;

  @Column({ name: 'laatste_contact_id', type: 'uuid', nullable: true })
  laatsteContactID!: string | null;

  @Column({ name: 'voorlaatste_contact', type: 'date', nullable: true })
  voorlaatsteContact!: Day | null;

  @Column({ name: 'contactnorm_id', type: 'integer', nullable: true })
  contactnormID!: number | null;

  @Column({ name: 'norm_versie', type: 'integer', nullable: true })
  normVersie!: number | null;

  @Column({ name: 'max_dagen', type: 'integer' })
  maxDagen!: number;

  @Column({ type: 'date' })
  uiterlijk!: Day;

  @Column({ type: 'date' })
  van!: Day;

  @Column({ type: 'date', nullable: true })
  tot!: Day | null;

  @Column({ name: 'te_laat_sinds', type: 'date', nullable: true })
  teLaatSinds!: Day | null;

  @Column({ type: 'text', nullable: true })
  afloop!: 'VOLDAAN' | 'VERVALLEN' | null;

  @Column({ name: 'voldaan_door', type: 'uuid', nullable: true })
  voldaanDoor!: string | null;

  @Column({ name: 'voldaan_op', type: 'date', nullable: true })
  voldaanOp!: Day | null;

  @Column({ type: 'text', nullable: true })
  vervalreden!: Vervalreden | null;
}
