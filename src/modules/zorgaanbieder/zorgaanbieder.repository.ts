import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { Zorgaanbieder } from './domain/zorgaanbieder.js';

/** Stores providers as given: new ones are added, known ones take the new data and keep the old in the history. */
export async function saveZorgaanbieders(
  ctx: RequestContext,
  tx: Tx,
  zorgaanbieders: readonly Zorgaanbieder[],
): Promise<void> {
  await tx.query(
    `insert into zorgaanbieder (agb, naam, zorgkantoor, sectoren, leveringsvormen, telefoonnummer, emailadres,
       geregistreerd_op, geregistreerd_door)
     select "agbCode", naam, zorgkantoor, sectoren, leveringsvormen, telefoonnummer, emailadres, $2, $3
     from jsonb_to_recordset($1::jsonb) as r ("agbCode" text, naam text, zorgkantoor text, sectoren text[],
       leveringsvormen text[], telefoonnummer text, emailadres text)
     on conflict (agb) do update set naam = excluded.naam, zorgkantoor = excluded.zorgkantoor,
       sectoren = excluded.sectoren, leveringsvormen = excluded.leveringsvormen,
       telefoonnummer = excluded.telefoonnummer, emailadres = excluded.emailadres,
       geregistreerd_op = excluded.geregistreerd_op, geregistreerd_door = excluded.geregistreerd_door
     where (zorgaanbieder.naam, zorgaanbieder.zorgkantoor, zorgaanbieder.sectoren, zorgaanbieder.leveringsvormen,
         zorgaanbieder.telefoonnummer, zorgaanbieder.emailadres)
       is distinct from (excluded.naam, excluded.zorgkantoor, excluded.sectoren, excluded.leveringsvormen,
         excluded.telefoonnummer, excluded.emailadres)`,
    [JSON.stringify(zorgaanbieders), ctx.now, ctx.actor.sub],
  );
  const locaties = zorgaanbieders.flatMap(({ agbCode, locaties }) =>
    locaties.map((locatie) => ({ ...locatie, agbCode })),
  );
  await tx.query(
    `insert into locatie (locatie_id, agb, naam, plaatsnaam, postcode, capaciteit, geregistreerd_op,
       geregistreerd_door)
     select "locatieID", "agbCode", naam, plaatsnaam, postcode, capaciteit, $2, $3
     from jsonb_to_recordset($1::jsonb) as r ("locatieID" uuid, "agbCode" text, naam text, plaatsnaam text,
       postcode text, capaciteit integer)
     on conflict (locatie_id) do update set naam = excluded.naam, plaatsnaam = excluded.plaatsnaam,
       postcode = excluded.postcode, capaciteit = excluded.capaciteit,
       geregistreerd_op = excluded.geregistreerd_op, geregistreerd_door = excluded.geregistreerd_door
     where (locatie.naam, locatie.plaatsnaam, locatie.postcode, locatie.capaciteit)
       is distinct from (excluded.naam, excluded.plaatsnaam, excluded.postcode, excluded.capaciteit)`,
    [JSON.stringify(locaties), ctx.now, ctx.actor.sub],
  );
}
