import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { type Day } from '../../../platform/clock/index.js';

/** What a zorgzwaartepakket means for delivery: its sector and whether pgb and care at home are open to it. */
@Entity({ name: 'zorgprofiel' })
@Check('zorgprofiel_sector_check', `sector in ('VV','GHZ','GGZ')`)
@Check('zorgprofiel_pgb_check', `pgb in ('JA','NEE','ONBEKEND')`)
@Check('zorgprofiel_thuis_check', `thuis in ('JA','NEE','ONBEKEND')`)
export class ZorgprofielEntity {
  @PrimaryColumn({ name: 'zzp_code', type: 'text', primaryKeyConstraintName: 'zorgprofiel_pkey' })
  zzpCode!: string;

  @PrimaryColumn({ name: 'geldig_vanaf', type: 'date', primaryKeyConstraintName: 'zorgprofiel_pkey' })
  geldigVanaf!: Day;

  @Column({ name: 'geldig_tot', type: 'date', nullable: true })
  geldigTot!: Day | null;

  @Column({ type: 'text', nullable: true })
  sector!: string | null;

  @Column({ type: 'text', nullable: true })
  profielgroep!: string | null;

  @Column({ type: 'text' })
  pgb!: string;

  @Column({ type: 'text' })
  thuis!: string;

  @Column({ type: 'text' })
  bron!: string;
}
