import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { type Instant } from '../../../platform/clock/index.js';
import { type Regierol, type Verplichtingsoort } from '../domain/verplichting.js';
import { VERVALREDENEN } from '../domain/vervalreden.js';
import { Termijnkolommen } from './termijn.kolommen.js';

const ORDER = ['uiterlijk', 'bemiddelingID', 'soort'];

/**
 * One obligation in the ledger: the one that counts from `van` up to and including `tot`. Derived from the register and
 * kept in step with it; what it replaces is in contactverplichting_historie. See domain/verplichtingregel.ts.
 */
@Entity({ name: 'contactverplichting' })
@Check('contactverplichting_soort_check', `soort in ('DOSSIERHOUDER_CLIENT','COORDINATOR_DOSSIERHOUDER')`)
@Check('contactverplichting_dagen_check', `tot is null or tot >= van`)
@Check(
  'contactverplichting_termijn_check',
  `max_dagen between 1 and 183 and uiterlijk = termijn_van + max_dagen and termijn_van between begin and van`,
)
@Check(
  'contactverplichting_te_laat_check',
  `te_laat_sinds is null or te_laat_sinds > uiterlijk and te_laat_sinds between van and coalesce(tot, 'infinity')`,
)
@Check(
  'contactverplichting_afloop_check',
  `(tot is null) = (afloop is null) and (afloop is null or afloop in ('VOLDAAN','VERVALLEN'))
   and (afloop is not distinct from 'VOLDAAN') = (voldaan_door is not null and voldaan_op is not null)
   and (afloop is not distinct from 'VERVALLEN') = (vervalreden is not null)`,
)
@Check(
  'contactverplichting_vervalreden_check',
  `vervalreden is null or vervalreden in (${VERVALREDENEN.map((reden) => `'${reden}'`).join(', ')})`,
)
@Exclusion(
  'contactverplichting_een_tegelijk',
  `using gist (bemiddeling_id with =, soort with =, daterange(van, tot, '[]') with &&)`,
)
@Index('contactverplichting_begin_uniek', ['bemiddelingID', 'soort', 'van'], { unique: true })
@Index('contactverplichting_open_idx', ORDER, { where: 'tot is null' })
@Index('contactverplichting_zorgkantoor_idx', ['zorgkantoor', ...ORDER], { where: 'tot is null' })
@Index('contactverplichting_instelling_idx', ['instelling', ...ORDER], { where: 'tot is null' })
@Index('contactverplichting_tot_idx', ['tot'], { where: 'tot is not null' })
@Index('contactverplichting_afloop_idx', ['instelling', 'tot'], { where: 'tot is not null' })
@Index('contactverplichting_client_id_idx', ['clientID'])
export class ContactverplichtingEntity extends Termijnkolommen {
  @PrimaryColumn({
    name: 'contactverplichting_id',
    type: 'uuid',
    primaryKeyConstraintName: 'contactverplichting_pkey',
  })
  contactverplichtingID!: string;

  @Column({ name: 'bemiddeling_id', type: 'uuid' })
  @ForeignKey('bemiddeling', { name: 'contactverplichting_bemiddeling_id_fkey' })
  bemiddelingID!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientID!: string;

  /** The responsible zorgkantoor (UZOVI). */
  @Column({ type: 'text' })
  zorgkantoor!: string;

  @Column({ type: 'text' })
  soort!: Verplichtingsoort;

  /** In which role the bearer owes it. */
  @Column({ type: 'text' })
  regierol!: Regierol;

  @Column({ type: 'text' })
  tegenpartij!: string;

  /** AGB of the bearer. */
  @Column({ type: 'text' })
  instelling!: string;

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
