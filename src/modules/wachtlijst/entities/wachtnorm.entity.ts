import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { type Day, type Instant } from '../../../platform/clock/index.js';
import type { Herkomst } from '../../../platform/database/index.js';
import { type Normsoort, type Wachtnorm } from '../domain/wachtnorm.js';

/** A version of a norm for waiting; never changed, overtaken by a later one. */
@Entity({ name: 'wachtnorm' })
@ForeignKey(
  'wachtstatus_classificatie',
  ['leveringsstatus', 'classificatie'],
  ['leveringsstatus', 'classificatie'],
  { name: 'wachtnorm_paar_fkey' },
)
@Unique('wachtnorm_uniek', ['soort', 'zorgkantoor', 'sector', 'leveringsstatus', 'classificatie', 'versie'])
@Check('wachtnorm_soort_check', `soort in ('TREEKNORM','STREEFNORM')`)
@Check('wachtnorm_sector_check', `sector in ('VV','GHZ','GGZ')`)
@Check('wachtnorm_wachtstatus_check', `leveringsstatus in ('6','7','2')`)
@Check(
  'wachtnorm_gebied_check',
  `case soort when 'TREEKNORM'
  then sector is not null and zorgkantoor is null and leveringsstatus is null and classificatie is null
  else leveringsstatus is not null end`,
)
@Check('wachtnorm_dagen_check', `norm_dagen between 1 and 3650`)
@Check('wachtnorm_zekerheid_check', `zekerheid in ('A','B','C','D','P')`)
export class WachtnormEntity implements Wachtnorm, Herkomst {
  @PrimaryGeneratedColumn('identity', {
    name: 'wachtnorm_id',
    type: 'integer',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'wachtnorm_pkey',
  })
  wachtnormID!: number;

  @Column({ type: 'text' })
  soort!: Normsoort;

  @Column({ type: 'text', nullable: true })
  zorgkantoor!: string | null;

  @Column({ type: 'text', nullable: true })
  sector!: string | null;

  @Column({ type: 'text', nullable: true })
  leveringsstatus!: string | null;

  @Column({ type: 'text', nullable: true })
  classificatie!: string | null;

  @Column({ type: 'integer' })
  versie!: number;

  @Column({ name: 'norm_dagen', type: 'integer', nullable: true })
  normDagen!: number | null;

  @Column({ type: 'text' })
  bron!: string;

  @Column({ type: 'text', nullable: true })
  zekerheid!: string | null;

  @Column({ name: 'geldig_vanaf', type: 'date' })
  geldigVanaf!: Day;

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
