import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Day, Instant } from '../../../platform/clock/index.js';
import type { Herkomst } from '../../../platform/database/index.js';
import type { Clientgegevens } from '../domain/clientdossier.js';

/** The database fills it; it is there to search by and never read. */
const GENERATED = { type: 'text', nullable: true, select: false, insert: false, update: false } as const;

/** A person with an indication. What it said before is in `client_historie`. */
@Entity({ name: 'client' })
@Unique('client_bsn_uniek', ['bsn'])
@Check('client_bsn_elfproef_check', `is_bsn(bsn)`)
@Check('client_geheim_check', `geheime_client in ('1','2')`)
@Check('client_overlijden_check', `overlijdensdatum is null or overlijdensdatum >= geboortedatum`)
@Index('client_zoek_geslachtsnaam_idx', { synchronize: false })
@Index('client_zoek_partnernaam_idx', { synchronize: false })
@Index('client_geboortedatum_idx', ['geboortedatum'])
export class ClientEntity implements Clientgegevens, Herkomst {
  @PrimaryColumn({ name: 'client_id', type: 'uuid', primaryKeyConstraintName: 'client_pkey' })
  clientID!: string;

  @Column({ type: 'text' })
  bsn!: string;

  @Column({ name: 'geheime_client', type: 'text', default: '2' })
  geheimeClient!: string;

  @Column({ type: 'date' })
  geboortedatum!: Day;

  @Column({ type: 'text', nullable: true })
  geboortedatumgebruik!: string | null;

  @Column({ type: 'text' })
  geslacht!: string;

  @Column({ name: 'burgerlijke_staat', type: 'text', nullable: true })
  burgerlijkeStaat!: string | null;

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
  leefeenheid!: string | null;

  @Column({ type: 'text', nullable: true })
  huisarts!: string | null;

  @Column({ type: 'text', nullable: true })
  communicatievorm!: string | null;

  @Column({ type: 'text', nullable: true })
  taal!: string | null;

  @Column({ type: 'text', nullable: true })
  commentaar!: string | null;

  @Column({ type: 'date', nullable: true })
  overlijdensdatum!: Day | null;

  /** Why the zorgkantoor took back a death that it had registered; null for who never was dead, or is. */
  @Column({ name: 'overlijden_teruggenomen', type: 'text', nullable: true })
  overlijdenTeruggenomen!: string | null;

  /** Names in small letters, filled by the database, to search in. */
  @Column({ name: 'zoek_geslachtsnaam', ...GENERATED })
  readonly zoekGeslachtsnaam?: string | null;

  @Column({ name: 'zoek_partnernaam', ...GENERATED })
  readonly zoekPartnernaam?: string | null;

  @Column({ name: 'geregistreerd_op', type: 'timestamptz' })
  geregistreerdOp!: Instant;

  @Column({ name: 'geregistreerd_door', type: 'text' })
  geregistreerdDoor!: string;
}
