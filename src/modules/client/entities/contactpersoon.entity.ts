import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Day, Instant } from '../../../platform/clock/index.js';
import type { Herkomst } from '../../../platform/database/index.js';
import type { Contactpersoongegevens } from '../domain/clientdossier.js';
import { ClientEntity } from './client.entity.js';

/** Somebody who speaks for or with a client. */
@Entity({ name: 'contactpersoon' })
@Check('contactpersoon_periode_check', `einddatum is null or einddatum >= ingangsdatum`)
@Index('contactpersoon_client_id_idx', ['clientID'])
export class ContactpersoonEntity implements Contactpersoongegevens, Herkomst {
  @PrimaryColumn({
    name: 'contactpersoon_id',
    type: 'uuid',
    primaryKeyConstraintName: 'contactpersoon_pkey',
  })
  contactpersoonID!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  @ForeignKey(() => ClientEntity, { name: 'contactpersoon_client_id_fkey' })
  clientID!: string;

  @Column({ type: 'text' })
  relatienummer!: string;

  @Column({ type: 'integer', nullable: true })
  volgorde!: number | null;

  @Column({ name: 'soort_relatie', type: 'text' })
  soortRelatie!: string;

  @Column({ type: 'text', nullable: true })
  rol!: string | null;

  @Column({ type: 'text', nullable: true })
  relatie!: string | null;

  @Column({ type: 'text', nullable: true })
  geslachtsnaam!: string | null;

  @Column({ name: 'voorvoegsel_geslachtsnaam', type: 'text', nullable: true })
  voorvoegselGeslachtsnaam!: string | null;

  @Column({ type: 'text', nullable: true })
  partnernaam!: string | null;

  @Column({ name: 'voorvoegsel_partnernaam', type: 'text', nullable: true })
  voorvoegselPartnernaam!: string | null;

  @Column({ type: 'text', nullable: true })
  voornamen!: string | null;

  @Column({ type: 'text', nullable: true })
  voorletters!: string | null;

  @Column({ type: 'text', nullable: true })
  roepnaam!: string | null;

  @Column({ type: 'text', nullable: true })
  naamgebruik!: string | null;

  @Column({ type: 'text', nullable: true })
  geslacht!: string | null;

  @Column({ type: 'date', nullable: true })
  geboortedatum!: Day | null;

  @Column({ type: 'text', nullable: true })
  geboortedatumgebruik!: string | null;

  @Column({ type: 'date' })
  ingangsdatum!: Day;

  @Column({ type: 'date', nullable: true })
  einddatum!: Day | null;

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
