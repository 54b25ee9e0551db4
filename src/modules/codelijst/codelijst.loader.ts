import { readCodelijstBestanden } from './codelijst.files.js';

/** Anything that runs SQL with numbered parameters: a `pg` client, a TypeORM query runner. */
export interface SqlClient {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/**
 * Brings the code lists of this release into the database; run by the owner of the schema at every start.
 * Codes of the national lists follow the release. Pairs, profiles and norms are only added when absent, and nothing
 * is ever removed: rows that the office set itself survive.
 */
export async function loadCodelijsten(client: SqlClient): Promise<void> {
  const { waarden, paren, profielen, normen } = readCodelijstBestanden();
  await client.query(
    `insert into codelijst_waarde (lijst, code, ingangsdatum, omschrijving, expiratiedatum, bron)
     select lijst, code, ingangsdatum, omschrijving, expiratiedatum, bron
     from jsonb_to_recordset($1::jsonb)
       as r (lijst text, code text, ingangsdatum date, omschrijving text, expiratiedatum date, bron text)
     on conflict (lijst, code, ingangsdatum) do update
     set omschrijving = excluded.omschrijving, expiratiedatum = excluded.expiratiedatum, bron = excluded.bron
     where (codelijst_waarde.omschrijving, codelijst_waarde.expiratiedatum, codelijst_waarde.bron)
       is distinct from (excluded.omschrijving, excluded.expiratiedatum, excluded.bron)`,
    [JSON.stringify(waarden)],
  );
  await client.query(
    `insert into wachtstatus_classificatie
       (leveringsstatus, classificatie, geldig_vanaf, geldig_tot, bron, zekerheid)
     select leveringsstatus, classificatie, "geldigVanaf", "geldigTot", bron, zekerheid
     from jsonb_to_recordset($1::jsonb) as r (leveringsstatus text, classificatie text, "geldigVanaf" date,
       "geldigTot" date, bron text, zekerheid text)
     on conflict do nothing`,
    [JSON.stringify(paren)],
  );
  await client.query(
    `insert into zorgprofiel (zzp_code, geldig_vanaf, geldig_tot, sector, profielgroep, pgb, thuis, bron)
     select "zzpCode", "geldigVanaf", "geldigTot", sector, profielgroep, pgb, thuis, bron
     from jsonb_to_recordset($1::jsonb) as r ("zzpCode" text, "geldigVanaf" date, "geldigTot" date, sector text,
       profielgroep text, pgb text, thuis text, bron text)
     on conflict do nothing`,
    [JSON.stringify(profielen)],
  );
  await client.query(
    `insert into contactnorm
       (regierol, tegenpartij, leveringsstatus, classificatie, max_dagen, geldig_vanaf, geldig_tot, bron)
     select regierol, tegenpartij, leveringsstatus, classificatie, "maxDagen", "geldigVanaf", "geldigTot", bron
     from jsonb_to_recordset($1::jsonb) as r (regierol text, tegenpartij text, leveringsstatus text,
       classificatie text, "maxDagen" integer, "geldigVanaf" date, "geldigTot" date, bron text)
     on conflict do nothing`,
    [JSON.stringify(normen)],
  );
}
