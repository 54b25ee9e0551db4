import { randomUUID } from 'node:crypto';
import type { Day } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { Normrij } from './domain/contactnorm.js';
import { KENMERKEN } from './domain/verplichting.js';
import type { Verplichtingregel } from './domain/verplichtingregel.js';
import type { Verplichtingfeiten } from './domain/verplichtingverloop.js';
import type { ContactverplichtingEntity } from './entities/contactverplichting.entity.js';

/** A bemiddeling with everything its obligations follow from, but the norms. */
export interface Boekfeiten extends Omit<Verplichtingfeiten, 'normen'> {
  readonly bemiddelingID: string;
  readonly clientID: string;
  /** The responsible zorgkantoor (UZOVI). */
  readonly zorgkantoor: string;
}

/** An obligation as it is kept, without since when it is known. */
export type Boekregel = Omit<ContactverplichtingEntity, 'geregistreerdOp' | 'geregistreerdDoor'>;

/**
 * Holds these bemiddelingen until the end of the transaction, in order of id: what is computed from facts that several
 * transactions may change is computed by one after the other, each seeing what the former left.
 */
export async function holdBemiddelingen(tx: Tx, bemiddelingIDs: readonly string[]): Promise<void> {
  await tx.query(
    `select from bemiddeling where bemiddeling_id = any ($1::uuid[]) order by bemiddeling_id for no key update`,
    [bemiddelingIDs],
  );
}

const RIJEN = (columns: string, from: string): string =>
  `coalesce((select jsonb_agg(jsonb_build_object(${columns})) from ${from}), '[]')`;

/** The facts of each of these bemiddelingen. */
export function findFeiten(tx: Tx, bemiddelingIDs: readonly string[]): Promise<Boekfeiten[]> {
  return tx.query<Boekfeiten>(
    `select b.bemiddeling_id as "bemiddelingID", b.client_id as "clientID",
       b.verantwoordelijk_zorgkantoor as zorgkantoor,
       ${RIJEN(
         `'regierol', r.regierol, 'instelling', r.instelling, 'ingangsdatum', r.ingangsdatum, 'einddatum', r.einddatum`,
         `regiehouder r where r.bemiddeling_id = b.bemiddeling_id`,
       )} as rollen,
       ${RIJEN(
         `'bemiddelingspecificatieID', w.bemiddelingspecificatie_id, 'van', w.van, 'tot', w.tot,
          'leveringsstatus', w.leveringsstatus, 'classificatie', w.classificatie, 'rang', w.rang`,
         `wachtlijstplaats w where w.bemiddeling_id = b.bemiddeling_id`,
       )} as wachtsegmenten,
       ${RIJEN(
         `'contactmomentID', c.contactmoment_id, 'datum', c.datum, 'instelling', c.instelling, 'regierol', c.regierol,
          'met', c.met, 'gesproken', c.gesproken`,
         `contactmoment c where c.bemiddeling_id = b.bemiddeling_id and c.gesproken and not c.ingetrokken`,
       )} as contacten,
       jsonb_build_object('overlijdensdatum', k.overlijdensdatum,
         'verantwoordelijkheidEinddatum', b.verantwoordelijkheid_einddatum,
         'toewijzingen', ${RIJEN(
           `'bemiddelingspecificatieID', s.bemiddelingspecificatie_id, 'toewijzingEinddatum', s.toewijzing_einddatum,
            'redenIntrekking', s.reden_intrekking, 'afsteldatum', a.afsteldatum,
            'zorg', ${RIJEN(`'ingangsdatum', p.ingangsdatum`, 'leveringperiode p where p.levering_id = l.levering_id')}`,
           `bemiddelingspecificatie s
            join levering l on l.bemiddelingspecificatie_id = s.bemiddelingspecificatie_id
            left join afstel a on a.levering_id = l.levering_id
            where s.bemiddeling_id = b.bemiddeling_id`,
         )}) as eindes
     from bemiddeling b join client k on k.client_id = b.client_id
     where b.bemiddeling_id = any ($1::uuid[])`,
    [bemiddelingIDs],
  );
}

/** Every norm row there is; they are few. */
export function findNormen(tx: Tx): Promise<Normrij[]> {
  return tx.query<Normrij>(
    `select contactnorm_id as "contactnormID", versie, zorgkantoor, regierol, tegenpartij, leveringsstatus, classificatie,
       max_dagen as "maxDagen", geldig_vanaf as "geldigVanaf", geldig_tot as "geldigTot"
     from contactnorm order by contactnorm_id`,
  );
}

/** The columns of an obligation under the names of the program, in the order in which they are compared. */
const KOLOMMEN: Readonly<Record<keyof Boekregel, string>> = {
  contactverplichtingID: 'contactverplichting_id',
  bemiddelingID: 'bemiddeling_id',
  clientID: 'client_id',
  zorgkantoor: 'zorgkantoor',
  soort: 'soort',
  regierol: 'regierol',
  tegenpartij: 'tegenpartij',
  instelling: 'instelling',
  begin: 'begin',
  termijnVan: 'termijn_van',
  laatsteContactID: 'laatste_contact_id',
  voorlaatsteContact: 'voorlaatste_contact',
  contactnormID: 'contactnorm_id',
  normVersie: 'norm_versie',
  maxDagen: 'max_dagen',
  uiterlijk: 'uiterlijk',
  van: 'van',
  tot: 'tot',
  teLaatSinds: 'te_laat_sinds',
  afloop: 'afloop',
  voldaanDoor: 'voldaan_door',
  voldaanOp: 'voldaan_op',
  vervalreden: 'vervalreden',
};
const NAMEN = Object.keys(KOLOMMEN) as (keyof Boekregel)[];

/** The obligations of these bemiddelingen as they are kept. */
export function findBoekregels(tx: Tx, bemiddelingIDs: readonly string[]): Promise<Boekregel[]> {
  return tx.query<Boekregel>(
    `select ${NAMEN.map((naam) => `${KOLOMMEN[naam]} as "${naam}"`).join(', ')}
     from contactverplichting where bemiddeling_id = any ($1::uuid[])`,
    [bemiddelingIDs],
  );
}

/** Takes obligations out of the ledger; the table itself keeps them in its history. */
export async function removeBoekregels(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query('delete from contactverplichting where contactverplichting_id = any ($1::uuid[])', [ids]);
}

/** A version is known from when the one before it was replaced, also within one moment. */
export async function insertBoekregels(tx: Tx, regels: readonly Boekregel[], door: string): Promise<void> {
  if (regels.length === 0) return;
  const columns = Object.values(KOLOMMEN).join(', ');
  const records = regels.map((regel) =>
    Object.fromEntries(NAMEN.map((naam) => [KOLOMMEN[naam], regel[naam]])),
  );
  await tx.query(
    `insert into contactverplichting (${columns}, geregistreerd_op, geregistreerd_door)
     select ${columns}, greatest(app_nu(), (
         select max(h.vervangen_op) from contactverplichting_historie h
         where h.bemiddeling_id = nieuw.bemiddeling_id and h.soort = nieuw.soort
           and h.contactverplichting_id = nieuw.contactverplichting_id)), $2
     from jsonb_populate_recordset(null::contactverplichting, $1::jsonb) as nieuw`,
    [JSON.stringify(records), door],
  );
}

/** An obligation as it would be kept; the id of one that was there before stays with it. */
export function asBoekregel(
  { bemiddelingID, clientID, zorgkantoor }: Boekfeiten,
  regel: Verplichtingregel,
  id: string = randomUUID(),
): Boekregel {
  const { drager, tegenpartij } = KENMERKEN[regel.soort];
  const voldaan = regel.afloop === 'VOLDAAN' ? regel : null;
  return {
    ...regel,
    contactverplichtingID: id,
    bemiddelingID,
    clientID,
    zorgkantoor,
    regierol: drager,
    tegenpartij,
    voldaanDoor: voldaan?.voldaanDoor ?? null,
    voldaanOp: voldaan?.voldaanOp ?? null,
    vervalreden: regel.afloop === 'VERVALLEN' ? regel.vervalreden : null,
  };
}

export function isGelijkeRegel(a: Boekregel, b: Boekregel): boolean {
  return NAMEN.every((naam) => a[naam] === b[naam]);
}

/** What tells the obligations of one bemiddeling apart. */
export function regelsleutel({
  bemiddelingID,
  soort,
  van,
}: Pick<Boekregel, 'bemiddelingID' | 'soort'> & { van: Day }): string {
  return [bemiddelingID, soort, van].join(' ');
}
