import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Day, Instant } from '../../../platform/clock/index.js';
import type { Herkomst } from '../../../platform/database/index.js';
import type { Contactgegevensrij } from '../domain/clientdossier.js';
import { ClientEntity } from './client.entity.js';
import { ContactpersoonEntity } from './contactpersoon.entity.js';

/** Address, telephone and e-mail of a client or of a contact person. */
@Entity({ name: 'contactgegevens' })
@Check('contactgegevens_eigenaar_check', `num_nonnulls(client_id, contactpersoon_id) = 1`)
@Check('contactgegevens_periode_check', `einddatum is null or einddatum >= ingangsdatum`)
@Index('contactgegevens_client_id_idx', ['clientID'])
@Index('contactgegevens_contactpersoon_id_idx', ['contactpersoonID'])
@Index('contactgegevens_dossier_client_id_idx', ['dossierClientID'])
export class ContactgegevensEntity implements Contactgegevensrij, Herkomst {
  @PrimaryColumn({
    name: 'contactgegevens_id',
    type: 'uuid',
    primaryKeyConstraintName: 'contactgegevens_pkey',
  })
  contactgegevensID!: string;

  @Column({ name: 'client_id', type: 'uuid', nullable: true })
  @ForeignKey(() => ClientEntity, { name: 'contactgegevens_client_id_fkey' })
  clientID!: string | null;

  @Column({ name: 'contactpersoon_id', type: 'uuid', nullable: true })
  @ForeignKey(() => ContactpersoonEntity, { name: 'contactgegevens_contactpersoon_id_fkey' })
  contactpersoonID!: string | null;

  @Column({ type: 'date' })
  ingangsdatum!: Day;

  @Column({ type: 'date', nullable: true })
  einddatum!: Day | null;

  @Column({ name: 'adres_id', type: 'uuid', nullable: true })
  adresID!: string | null;
  @Column({ type: 'text', nullable: true })
  adressoort!: string | null;
  @Column({ type: 'text', nullable: true })
  straatnaam!: string | null;
  @Column({ type: 'integer', nullable: true })
  huisnummer!: number | null;
  @Column({ type: 'text', nullable: true })
  huisletter!: string | null;
  @Column({ type: 'text', nullable: true })
  huisnummertoevoeging!: string | null;
  @Column({ type: 'text', nullable: true })
  postcode!: string | null;
  @Column({ type: 'text', nullable: true })
  plaatsnaam!: string | null;
  @Column({ type: 'text', nullable: true })
  land!: string | null;
  @Column({ name: 'aanduiding_woonadres', type: 'text', nullable: true })
  aanduidingWoonadres!: string | null;
  @Column({ name: 'adres_ingangsdatum', type: 'date', nullable: true })
  adresIngangsdatum!: Day | null;
  @Column({ name: 'adres_einddatum', type: 'date', nullable: true })
  adresEinddatum!: Day | null;

  @Column({ name: 'telefoon_id', type: 'uuid', nullable: true })
  telefoonID!: string | null;
  @Column({ type: 'text', nullable: true })
  telefoonnummer01!: string | null;
  @Column({ type: 'text', nullable: true })
  landnummer01!: string | null;
  @Column({ type: 'text', nullable: true })
  telefoonnummer02!: string | null;
  @Column({ type: 'text', nullable: true })
  landnummer02!: string | null;
  @Column({ name: 'telefoon_ingangsdatum', type: 'date', nullable: true })
  telefoonIngangsdatum!: Day | null;
  @Column({ name: 'telefoon_einddatum', type: 'date', nullable: true })
  telefoonEinddatum!: Day | null;

  @Column({ name: 'email_id', type: 'uuid', nullable: true })
  emailID!: string | null;
  @Column({ type: 'text', nullable: true })
  emailadres!: string | null;
  @Column({ name: 'email_ingangsdatum', type: 'date', nullable: true })
  emailIngangsdatum!: Day | null;
  @Column({ name: 'email_einddatum', type: 'date', nullable: true })
  emailEinddatum!: Day | null;

  /** Whose row this is, taken from the parent when it comes in; only row level security reads it. */
  @Column({ name: 'dossier_client_id', type: 'uuid', select: false, insert: false, update: false })
  readonly dossierClientID?: string;

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
