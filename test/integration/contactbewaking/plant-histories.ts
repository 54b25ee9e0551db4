import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Contactnorm } from '../../../src/modules/contactbewaking/domain/contactnorm.js';
import { PROVIDERS, STATUSES, type History } from './histories.js';

const REGISTERED = '2023-01-01T00:00:00Z';
const BY = 'test';
const LONG_AGO = '2023-01-01';
const HERKOMST = 'geregistreerd_op, geregistreerd_door';

/** The rows that every history hangs under; only the duty's own facts differ. */
export interface Ground {
  readonly clientID: string;
  readonly wlzIndicatieID: string;
}

/** One client with one indication, the providers, and the pairs of status and classificatie. */
export async function plantGround(client: pg.Client): Promise<Ground> {
  const ground = { clientID: randomUUID(), wlzIndicatieID: randomUUID() };
  for (const agb of PROVIDERS) {
    await client.query(
      `insert into zorgaanbieder (agb, naam, zorgkantoor, sectoren, leveringsvormen, geregistreerd_op, geregistreerd_door)
       values ($1, 'Huize ' || $1, '5517', '{VV}', '{4}', $2, $3)`,
      [agb, REGISTERED, BY],
    );
  }
  for (const [leveringsstatus, { classificaties }] of Object.entries(STATUSES)) {
    for (const classificatie of classificaties) {
      await client.query(
        `insert into wachtstatus_classificatie values ($1, $2, '2021-01-01', null, 'test', 'A') on conflict do nothing`,
        [leveringsstatus, classificatie],
      );
    }
  }
  await client.query(
    `insert into client (client_id, bsn, geboortedatum, geslacht, geregistreerd_op, geregistreerd_door)
     values ($1, '999999990', '1940-01-01', '2', $2, $3)`,
    [ground.clientID, REGISTERED, BY],
  );
  await client.query(
    `insert into indicatie (wlz_indicatie_id, client_id, besluitnummer, soort_wlzindicatie, afgiftedatum, ingangsdatum,
       initieel_verantwoordelijk_zorgkantoor, geregistreerd_op, geregistreerd_door)
     values ($1, $2, 1, '1', '2023-01-01', '2023-01-01', '5517', $3, $4)`,
    [ground.wlzIndicatieID, ground.clientID, REGISTERED, BY],
  );
  return ground;
}

/** A history in the register, under the id it got there. */
export type Planted = History & { bemiddelingID: string };

/** Puts histories into the register, each as a bemiddeling of its own, with the norms they live under. */
export async function plant(
  client: pg.Client,
  ground: Ground,
  cases: readonly Omit<History, 'normen'>[],
  normen: readonly Contactnorm[],
): Promise<Planted[]> {
  const planted = cases.map((history) => ({ ...history, normen, bemiddelingID: randomUUID() }));
  const origin = { ...ground, geregistreerdOp: REGISTERED, geregistreerdDoor: BY };
  const insert = (table: string, columns: string, rows: readonly object[]): Promise<unknown> =>
    client.query(
      `insert into ${table} (${columns})
       select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows.map((row) => inSnakeCase({ ...origin, ...row })))],
    );

  await client.query('delete from contactnorm');
  await insert(
    'contactnorm',
    'regierol, tegenpartij, leveringsstatus, classificatie, max_dagen, geldig_vanaf, geldig_tot, bron',
    normen.map((norm) => ({ ...norm, bron: 'test' })),
  );
  await insert(
    'bemiddeling',
    `bemiddeling_id, client_id, wlz_indicatie_id, verantwoordelijk_zorgkantoor, verantwoordelijkheid_ingangsdatum,
     versie, ${HERKOMST}`,
    planted.map(({ bemiddelingID }) => ({
      bemiddelingID,
      verantwoordelijkZorgkantoor: '5517',
      verantwoordelijkheidIngangsdatum: LONG_AGO,
      versie: 1,
    })),
  );
  await insert(
    'regiehouder',
    `regiehouder_id, bemiddeling_id, instelling, regierol, ingangsdatum, einddatum, vaststelling_moment, ${HERKOMST}`,
    planted.flatMap(({ bemiddelingID, rollen }) =>
      rollen.map((rol) => ({
        ...rol,
        bemiddelingID,
        regiehouderID: randomUUID(),
        vaststellingMoment: REGISTERED,
      })),
    ),
  );
  await insert(
    'contactmoment',
    `contactmoment_id, bemiddeling_id, datum, instelling, regierol, met, vorm, gesproken, ingetrokken, ${HERKOMST}`,
    planted.flatMap(({ bemiddelingID, contacten }) => contacten.map((made) => ({ ...made, bemiddelingID }))),
  );
  await plantWachtlijst(insert, planted);
  return planted;
}

/** A pgb allocation carries each row: it asks for no regiehouder, so that histories without one can be planted. */
async function plantWachtlijst(
  insert: (table: string, columns: string, rows: readonly object[]) => Promise<unknown>,
  planted: readonly Planted[],
): Promise<void> {
  const rows = planted.flatMap(({ bemiddelingID, perSpecificatie }) =>
    perSpecificatie.map((segmenten, index) => ({
      segmenten,
      bemiddelingID,
      bemiddelingspecificatieID: randomUUID(),
      leveringID: randomUUID(),
      uitstelperiodeID: randomUUID(),
      zzpCode: `75${index + 1}`,
      toewijzingIngangsdatum: LONG_AGO,
      vaststellingMoment: REGISTERED,
    })),
  );
  await insert(
    'bemiddelingspecificatie',
    `bemiddelingspecificatie_id, bemiddeling_id, leveringsvorm, zzp_code, toewijzing_ingangsdatum,
     uitvoerend_zorgkantoor, vaststelling_moment, soort_toewijzing, waarschuwingen, versie, ${HERKOMST}`,
    rows.map((row) => ({
      ...row,
      leveringsvorm: '2',
      uitvoerendZorgkantoor: '5517',
      soortToewijzing: '1',
      waarschuwingen: [],
      versie: 1,
    })),
  );
  await insert('levering', `levering_id, bemiddelingspecificatie_id, ${HERKOMST}`, rows);
  await insert(
    'uitstelperiode',
    `uitstelperiode_id, levering_id, ingangsdatum, vaststelling_moment, leveringsstatus,
     leveringsstatus_classificatie, bron, ${HERKOMST}`,
    rows.map((row) => ({
      ...row,
      ingangsdatum: LONG_AGO,
      leveringsstatus: '6',
      leveringsstatusClassificatie: '03',
      bron: 'DOSSIERHOUDER',
    })),
  );
  await insert(
    'wachtlijstplaats',
    `bemiddelingspecificatie_id, van, tot, uitstelperiode_id, leveringsstatus, classificatie, status_ingangsdatum, rang,
     normklok_van, bemiddeling_id, client_id, wlz_indicatie_id, zorgkantoor, instelling, zzp_code,
     toewijzing_ingangsdatum, afgiftedatum`,
    rows.flatMap((row) =>
      row.segmenten.map((segment) => ({
        ...row,
        ...segment,
        statusIngangsdatum: segment.van,
        normklokVan: segment.van,
        zorgkantoor: '5517',
        instelling: PROVIDERS[0],
        afgiftedatum: LONG_AGO,
      })),
    ),
  );
}

/** `bemiddelingID` → `bemiddeling_id`, `maxDagen` → `max_dagen`. */
function inSnakeCase(row: object): object {
  const snake = (name: string): string =>
    name.replace('ID', '_id').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value as unknown]));
}
