import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Contactnorm } from '../../../src/modules/contactbewaking/domain/contactnorm.js';
import { PROVIDERS, STATUSES, type History } from './histories.js';
import { insertRows } from './insert-rows.js';

const LONG_AGO = '2023-01-01';
const HERKOMST = { geregistreerdOp: LONG_AGO, geregistreerdDoor: 'test' };

/** The rows that every history hangs under; only the duty's own facts differ. */
export interface Ground {
  readonly clientID: string;
  readonly wlzIndicatieID: string;
}

type Insert = (table: string, rows: readonly object[]) => Promise<void>;

const inserting =
  (client: pg.Client): Insert =>
  (table, rows) =>
    insertRows((text, params) => client.query(text, [...params]), table, rows);

/** One client with one indication, the providers, and the pairs of status and classificatie. */
export async function plantGround(client: pg.Client): Promise<Ground> {
  const ground = { clientID: randomUUID(), wlzIndicatieID: randomUUID() };
  const insert = inserting(client);
  await insert(
    'zorgaanbieder',
    PROVIDERS.map((agb) => ({
      agb,
      naam: `Huize ${agb}`,
      zorgkantoor: '5517',
      sectoren: ['VV'],
      leveringsvormen: ['4'],
      ...HERKOMST,
    })),
  );
  for (const [leveringsstatus, { classificaties }] of Object.entries(STATUSES)) {
    for (const classificatie of classificaties) {
      await client.query(
        `insert into wachtstatus_classificatie values ($1, $2, '2021-01-01', null, 'test', 'A') on conflict do nothing`,
        [leveringsstatus, classificatie],
      );
    }
  }
  await insert('client', [
    {
      ...HERKOMST,
      clientID: ground.clientID,
      bsn: '999999990',
      geheimeClient: '2',
      geboortedatum: '1940-01-01',
      geslacht: '2',
    },
  ]);
  await insert('indicatie', [
    {
      ...HERKOMST,
      ...ground,
      besluitnummer: 1,
      soortWlzindicatie: '1',
      afgiftedatum: LONG_AGO,
      ingangsdatum: LONG_AGO,
      initieelVerantwoordelijkZorgkantoor: '5517',
      beperking: [],
      stoornis: [],
      stoornisScore: [],
    },
  ]);
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
  const insert = inserting(client);
  const planted = cases.map((history) => ({ ...history, normen, bemiddelingID: randomUUID() }));
  await client.query('delete from contactnorm');
  for (const norm of normen) {
    await client.query(
      `insert into contactnorm (regierol, tegenpartij, leveringsstatus, classificatie, max_dagen, geldig_vanaf, geldig_tot, bron)
       values ($1, $2, $3, $4, $5, $6, $7, 'test')`,
      [
        norm.regierol,
        norm.tegenpartij,
        norm.leveringsstatus,
        norm.classificatie,
        norm.maxDagen,
        norm.geldigVanaf,
        norm.geldigTot,
      ],
    );
  }
  await insert(
    'bemiddeling',
    planted.map(({ bemiddelingID }) => ({
      ...HERKOMST,
      ...ground,
      bemiddelingID,
      verantwoordelijkZorgkantoor: '5517',
      verantwoordelijkheidIngangsdatum: LONG_AGO,
      versie: 1,
    })),
  );
  await insert(
    'regiehouder',
    planted.flatMap(({ bemiddelingID, rollen }) =>
      rollen.map((rol) => ({
        ...HERKOMST,
        ...rol,
        bemiddelingID,
        regiehouderID: randomUUID(),
        vaststellingMoment: LONG_AGO,
      })),
    ),
  );
  await insert(
    'contactmoment',
    planted.flatMap(({ bemiddelingID, contacten }) =>
      contacten.map((made) => ({ ...HERKOMST, ...made, bemiddelingID })),
    ),
  );
  await plantWachtlijst(insert, ground, planted);
  return planted;
}

/** A pgb allocation carries each row: it asks for no regiehouder, so that histories without one can be planted. */
async function plantWachtlijst(insert: Insert, ground: Ground, planted: readonly Planted[]): Promise<void> {
  const rows = planted.flatMap(({ bemiddelingID, perSpecificatie }) =>
    perSpecificatie.map((segmenten, index) => ({
      segmenten,
      bemiddelingID,
      bemiddelingspecificatieID: randomUUID(),
      leveringID: randomUUID(),
      uitstelperiodeID: randomUUID(),
      zzpCode: `75${index + 1}`,
    })),
  );
  await insert(
    'bemiddelingspecificatie',
    rows.map(({ bemiddelingID, bemiddelingspecificatieID, zzpCode }) => ({
      ...HERKOMST,
      bemiddelingID,
      bemiddelingspecificatieID,
      zzpCode,
      leveringsvorm: '2',
      toewijzingIngangsdatum: LONG_AGO,
      uitvoerendZorgkantoor: '5517',
      vaststellingMoment: LONG_AGO,
      soortToewijzing: '1',
      waarschuwingen: [],
      versie: 1,
    })),
  );
  await insert(
    'levering',
    rows.map(({ leveringID, bemiddelingspecificatieID }) => ({
      ...HERKOMST,
      leveringID,
      bemiddelingspecificatieID,
    })),
  );
  await insert(
    'uitstelperiode',
    rows.map(({ uitstelperiodeID, leveringID }) => ({
      ...HERKOMST,
      uitstelperiodeID,
      leveringID,
      ingangsdatum: LONG_AGO,
      vaststellingMoment: LONG_AGO,
      leveringsstatus: '6',
      leveringsstatusClassificatie: '03',
      bron: 'DOSSIERHOUDER',
    })),
  );
  await insert(
    'wachtlijstplaats',
    rows.flatMap(({ segmenten, bemiddelingID, bemiddelingspecificatieID, uitstelperiodeID, zzpCode }) =>
      segmenten.map((segment) => ({
        ...ground,
        ...segment,
        bemiddelingID,
        bemiddelingspecificatieID,
        uitstelperiodeID,
        zzpCode,
        statusIngangsdatum: segment.van,
        normklokVan: segment.van,
        zorgkantoor: '5517',
        instelling: PROVIDERS[0],
        toewijzingIngangsdatum: LONG_AGO,
        afgiftedatum: LONG_AGO,
      })),
    ),
  );
}
