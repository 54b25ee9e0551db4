import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * That a zorgkantoor may see a client: it is or was responsible, carries care out, or was named by the indication.
 * Derived, as the rights of zorgaanbieders are.
 */
@Entity({ name: 'toegangsrecht_zorgkantoor' })
@Check('toegangsrecht_zorgkantoor_grond_check', `grond in ('VERANTWOORDELIJK','UITVOEREND','INDICATIE')`)
@Check('toegangsrecht_zorgkantoor_bemiddeling_check', `(bemiddeling_id is null) = (grond = 'INDICATIE')`)
@Index('toegangsrecht_zorgkantoor_bemiddeling_id_idx', ['bemiddelingID', 'zorgkantoor'])
@Index('toegangsrecht_zorgkantoor_client_id_idx', ['clientID', 'zorgkantoor'])
@Index('toegangsrecht_zorgkantoor_zorgkantoor_idx', ['zorgkantoor', 'bemiddelingID', 'clientID'])
export class ToegangsrechtZorgkantoorEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'toegangsrecht_zorgkantoor_pkey' })
  grond!: 'VERANTWOORDELIJK' | 'UITVOEREND' | 'INDICATIE';

  /** The bemiddeling, bemiddelingspecificatie or indicatie it comes from. */
  @PrimaryColumn({
    name: 'bron_id',
    type: 'uuid',
    primaryKeyConstraintName: 'toegangsrecht_zorgkantoor_pkey',
  })
  bronID!: string;

  /** UZOVI. */
  @Column({ type: 'text' })
  zorgkantoor!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientID!: string;

  /** Null for a right by indication: it opens the client, not what others allocate. */
  @Column({ name: 'bemiddeling_id', type: 'uuid', nullable: true })
  bemiddelingID!: string | null;
}
