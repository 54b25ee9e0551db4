import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { type Day, type Instant } from '../../../platform/clock/index.js';
import type { Herkomst } from '../../../platform/database/index.js';

/** A version of the order that is advised; never changed, overtaken by a later one. */
@Entity({ name: 'volgordebeleid' })
@Check(
  'volgordebeleid_sleutels_check',
  `sleutels <@ '{rang,normOverschreden,normklok,statusIngangsdatum,toewijzingIngangsdatum,afgiftedatum,bemiddelingspecificatieID}'::text[]`,
)
@Check('volgordebeleid_dubbel_check', `zonder_dubbele(sleutels)`)
@Check(
  'volgordebeleid_volledig_check',
  `coalesce(sleutels[cardinality(sleutels)], '') = 'bemiddelingspecificatieID'`,
)
@Check(
  'volgordebeleid_richtingen_check',
  `richtingen <@ '{OP,AF}'::text[] and cardinality(richtingen) = cardinality(sleutels)`,
)
export class VolgordebeleidEntity implements Herkomst {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'volgordebeleid_pkey' })
  versie!: number;

  @Column({ type: 'text', array: true })
  sleutels!: string[];

  /** One for each key. */
  @Column({ type: 'text', array: true })
  richtingen!: string[];

  @Column({ type: 'text' })
  bron!: string;

  @Column({ name: 'geldig_vanaf', type: 'date' })
  geldigVanaf!: Day;

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
