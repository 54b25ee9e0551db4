import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Day } from '../../../platform/clock/index.js';

/**
 * That a zorgaanbieder may see a bemiddeling and its client, from the first to the last day of the allocation or regierol
 * it rests on. Derived: triggers keep it in the transaction of what it comes from, and nothing else writes it.
 */
@Entity({ name: 'toegangsrecht' })
@Check('toegangsrecht_grond_check', `grond in ('SPECIFICATIE','REGIEROL')`)
@Check('toegangsrecht_periode_check', 'tot >= van')
@Index('toegangsrecht_bemiddeling_id_idx', ['bemiddelingID', 'agb', 'van', 'tot'])
@Index('toegangsrecht_client_id_idx', ['clientID', 'agb', 'van', 'tot'])
@Index('toegangsrecht_agb_idx', ['agb', 'bemiddelingID', 'clientID', 'van', 'tot'])
export class ToegangsrechtEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'toegangsrecht_pkey' })
  grond!: 'SPECIFICATIE' | 'REGIEROL';

  /** The bemiddelingspecificatie or regiehouder it comes from. */
  @PrimaryColumn({ name: 'bron_id', type: 'uuid', primaryKeyConstraintName: 'toegangsrecht_pkey' })
  bronID!: string;

  @Column({ type: 'text' })
  agb!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientID!: string;

  @Column({ name: 'bemiddeling_id', type: 'uuid' })
  bemiddelingID!: string;

  @Column({ type: 'date' })
  van!: Day;

  /** A day, or `infinity` while no last day is known. */
  @Column({ type: 'date' })
  tot!: string;
}
