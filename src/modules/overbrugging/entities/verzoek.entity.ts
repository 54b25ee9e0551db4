import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { type Day, type Instant } from '../../../platform/clock/index.js';
import type { Herkomst } from '../../../platform/database/index.js';
import { Verzoekinhoud } from './verzoekinhoud.js';

/** A request for bridging care, or the word that none is needed, and what became of it. */
@Entity({ name: 'verzoek' })
@Check('verzoek_regierol_check', `regierol in ('1','2')`)
@Check('verzoek_status_check', `status in ('INGEDIEND','GEACCEPTEERD','AFGEWEZEN','NIET_NODIG')`)
@Check(
  'verzoek_inhoud_check',
  `(status = 'NIET_NODIG') = (num_nonnulls(leveringsvorm, aanbieder, toewijzing_ingangsdatum) = 0)
    and num_nonnulls(leveringsvorm, aanbieder, toewijzing_ingangsdatum, toewijzing_percentage) in (0, 4)`,
)
@Check('verzoek_leveringsvorm_check', `leveringsvorm in ('4','5','7')`)
@Check(
  'verzoek_beoordeling_check',
  `(status in ('GEACCEPTEERD','AFGEWEZEN')) = (wijze is not null and beoordeeld_op is not null)
    and (wijze is null or wijze in ('BESLUIT','STILTE'))
    and (status <> 'AFGEWEZEN' or (wijze = 'BESLUIT' and reden is not null))
    and (status <> 'NIET_NODIG' or reden is not null)
    and (overbruggingspecificatie_id is null or status = 'GEACCEPTEERD')`,
)
@Check(
  'verzoek_periode_check',
  `toewijzing_einddatum is null or toewijzing_einddatum >= toewijzing_ingangsdatum`,
)
@Index('verzoek_een_open', ['bemiddelingspecificatieID', 'leveringsvorm'], {
  unique: true,
  where: `status = 'INGEDIEND'`,
})
@Index('verzoek_specificatie_idx', ['bemiddelingspecificatieID', 'verzoekdatum'])
@Index('verzoek_bemiddeling_id_idx', ['bemiddelingID'])
@Index('verzoek_te_doen_idx', ['verzoekdatum', 'verzoekID'], {
  where: `status = 'INGEDIEND' or (status = 'GEACCEPTEERD' and overbruggingspecificatie_id is null)`,
})
@Index('verzoek_overbrugging_idx', ['overbruggingspecificatieID'], {
  where: `overbruggingspecificatie_id is not null`,
})
export class VerzoekEntity extends Verzoekinhoud implements Herkomst {
  @PrimaryColumn({ name: 'verzoek_id', type: 'uuid', primaryKeyConstraintName: 'verzoek_pkey' })
  verzoekID!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  @ForeignKey('client', { name: 'verzoek_client_id_fkey' })
  clientID!: string;

  @Column({ name: 'bemiddeling_id', type: 'uuid' })
  @ForeignKey('bemiddeling', { name: 'verzoek_bemiddeling_id_fkey' })
  bemiddelingID!: string;

  @Column({ name: 'bemiddelingspecificatie_id', type: 'uuid' })
  @ForeignKey('bemiddelingspecificatie', { name: 'verzoek_bemiddelingspecificatie_id_fkey' })
  bemiddelingspecificatieID!: string;

  /** The responsible zorgkantoor when it was asked. */
  @Column({ type: 'text' })
  zorgkantoor!: string;

  /** AGB of who asks. */
  @Column({ type: 'text' })
  @ForeignKey('zorgaanbieder', { name: 'verzoek_instelling_fkey' })
  instelling!: string;

  @Column({ type: 'text' })
  regierol!: string;

  @Column({ type: 'date' })
  verzoekdatum!: Day;

  @Column({ type: 'text' })
  status!: string;

  /** AGB of who would give the care. */
  @Column({ type: 'text', nullable: true })
  @ForeignKey('zorgaanbieder', { name: 'verzoek_aanbieder_fkey' })
  aanbieder!: string | null;

  /** The allocation that came of it. */
  @Column({ name: 'overbruggingspecificatie_id', type: 'uuid', nullable: true })
  @ForeignKey('bemiddelingspecificatie', { name: 'verzoek_overbruggingspecificatie_id_fkey' })
  overbruggingspecificatieID!: string | null;

  @Column({ type: 'integer', default: 1 })
  versie!: number;

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
