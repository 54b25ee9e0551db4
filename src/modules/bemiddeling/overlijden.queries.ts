import { type Day, type Instant } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { OVERLEDEN, type Levenstekens, type VoorOverlijden } from './domain/overlijden.js';

/** When others met the client alive for the last time. Not scoped: for decisions, never for showing. */
export async function findLevenstekens(tx: Tx, clientID: string): Promise<Levenstekens> {
  const [row] = await tx.query<Levenstekens>(
    `select
       (select max(m.datum) from contactmoment m join bemiddeling b on b.bemiddeling_id = m.bemiddeling_id
        where b.client_id = $1 and m.met = 'CLIENT' and m.vorm <> 'EMAIL' and m.gesproken and not m.ingetrokken
       ) as gesproken,
       (select max(p.ingangsdatum) from leveringperiode p
        join levering l on l.levering_id = p.levering_id
        join bemiddelingspecificatie s on s.bemiddelingspecificatie_id = l.bemiddelingspecificatie_id
        join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
        where b.client_id = $1) as "zorgBegonnen",
       (select max(i.afgiftedatum) from indicatie i where i.client_id = $1 and i.vervaldatum is null) as geindiceerd`,
    [clientID],
  );
  return row ?? { gesproken: null, zorgBegonnen: null, geindiceerd: null };
}

/**
 * How the parts of a bemiddeling ended before the death of its client was registered. An allocation says itself that it
 * ended by a death; a role does not, and is told by the moment of registration, which all that one transaction changes
 * about a client shares.
 */
export async function findVoorOverlijden(
  tx: Tx,
  {
    bemiddelingID,
    clientID,
    wlzIndicatieID,
  }: Record<'bemiddelingID' | 'clientID' | 'wlzIndicatieID', string>,
): Promise<VoorOverlijden> {
  const specificaties = await tx.query<{
    id: string;
    einddatum: Day | null;
    redenIntrekking: string | null;
    instellingBestemming: string | null;
    vaststellingMoment: Instant;
  }>(
    `select distinct on (h.bemiddelingspecificatie_id) h.bemiddelingspecificatie_id as id,
       h.toewijzing_einddatum as einddatum, h.reden_intrekking as "redenIntrekking",
       h.instelling_bestemming as "instellingBestemming", h.vaststelling_moment as "vaststellingMoment"
     from bemiddelingspecificatie_historie h
     where h.bemiddeling_id = $1 and h.reden_intrekking is distinct from '${OVERLEDEN}'
     order by h.bemiddelingspecificatie_id, h.vervangen_op desc`,
    [bemiddelingID],
  );
  const regiehouders = await tx.query<{ id: string; einddatum: Day | null }>(
    `with versie as (
       select regiehouder_id, einddatum, geregistreerd_op, 'infinity'::timestamptz as vervangen_op
       from regiehouder where bemiddeling_id = $1
       union all
       select regiehouder_id, einddatum, geregistreerd_op, vervangen_op
       from regiehouder_historie where bemiddeling_id = $1
     ), overlijden as (
       select s.geregistreerd_op from bemiddelingspecificatie s
       join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
       where b.client_id = $2 and s.reden_intrekking = '${OVERLEDEN}'
       union
       select h.geregistreerd_op from bemiddelingspecificatie_historie h
       join bemiddeling b on b.bemiddeling_id = h.bemiddeling_id
       where b.client_id = $2 and h.reden_intrekking = '${OVERLEDEN}'
     )
     select distinct on (v.regiehouder_id) v.regiehouder_id as id, v.einddatum
     from versie v
     where not exists (select from overlijden o where o.geregistreerd_op = v.geregistreerd_op)
     order by v.regiehouder_id, v.vervangen_op desc`,
    [bemiddelingID, clientID],
  );
  const [indicatie] = await tx.query<{ tot: Day | null }>(
    `select einddatum as tot from indicatie where wlz_indicatie_id = $1`,
    [wlzIndicatieID],
  );
  return {
    specificaties: new Map(specificaties.map(({ id, ...einde }) => [id, einde])),
    regiehouders: new Map(regiehouders.map(({ id, einddatum }) => [id, einddatum])),
    indicatieTot: indicatie?.tot ?? null,
  };
}
