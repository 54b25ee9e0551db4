import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { type Day, type Instant } from '../../../platform/clock/index.js';

/** Places of one kind at one location, as its provider records them. `in_gebruik` is counted by the database. */
@Entity({ name: 'plaatsgroep' })
@Check('plaatsgroep_sector_check', `sector in ('VV','GHZ','GGZ')`)
@Check('plaatsgroep_leveringsvorm_check', `leveringsvorm in ('4','5','8')`)
@Check('plaatsgroep_aantallen_check', `capaciteit >= 0 and overig_bezet >= 0 and in_gebruik >= 0`)
@Check('plaatsgroep_niet_overvol_check', `overig_bezet + in_gebruik <= capaciteit`)
@Unique('plaatsgroep_uniek', ['locatieID', 'sector', 'leveringsvorm'])
@Index('plaatsgroep_instelling_idx', ['instelling'])
export class PlaatsgroepEntity {
  @PrimaryColumn({ name: 'plaatsgroep_id', type: 'uuid', primaryKeyConstraintName: 'plaatsgroep_pkey' })
  plaatsgroepID!: string;

  @Column({ name: 'locatie_id', type: 'uuid' })
  @ForeignKey('locatie', { name: 'plaatsgroep_locatie_id_fkey' })
  locatieID!: string;

  @Column({ type: 'text' })
  @ForeignKey('zorgaanbieder', { name: 'plaatsgroep_instelling_fkey' })
  instelling!: string;

  @Column({ type: 'text', nullable: true })
  sector!: string | null;

  @Column({ type: 'text', nullable: true })
  leveringsvorm!: string | null;

  @Column({ type: 'integer' })
  capaciteit!: number;

  @Column({ name: 'overig_bezet', type: 'integer' })
  overigBezet!: number;

  @Column({ name: 'in_gebruik', type: 'integer', default: 0 })
  inGebruik!: number;

  @Column({ name: 'bevestigd_op', type: 'date' })
  bevestigdOp!: Day;

  @Column({ type: 'integer', default: 1 })
  versie!: number;

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
