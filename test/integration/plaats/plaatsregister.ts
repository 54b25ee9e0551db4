import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { WachtstatusService } from '../../../src/modules/wachtlijst/index.js';
import type { Clock } from '../../../src/platform/clock/index.js';
import type { RequestContext } from '../../../src/platform/context/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { Planter, type PlantedAllocation, type Planting } from '../wachtlijst/planter.js';

export const TODAY = '2026-11-01';
export const [A, B, C] = ['99000001', '99000002', '99000003'] as const;

const CLASSIFICATIE: Readonly<Record<string, string>> = { '6': '03', '7': '12', '2': '13', '3': '19' };

export const FIELDS = `__typename
  ... on Weigering { code regel bron pad melding }`;
export const AANBOD = `... on Aanbod { aanbodID versie status plaats uiterlijk positie redenAfwijking teltMee redenEinde }`;

/** What a mutation answered: its result or the refusal. */
export type Answer = Record<string, unknown> & { readonly __typename: string };

/** The whole program, with hands to plant who waits and where there are places. */
export interface Plaatsregister {
  readonly app: TestApp;
  readonly superuser: pg.Client;
  readonly plant: Planter;
  sql<Row extends object = Record<string, unknown>>(
    text: string,
    params?: readonly unknown[],
  ): Promise<Row[]>;
  token(agb: string): Promise<string>;
  medewerker(...uzovi: string[]): Promise<string>;
  /** A location of a provider about which nothing was recorded. */
  locatie(agb?: string): Promise<string>;
  /** A location with so many free places. */
  plaatsen(capaciteit: number, agb?: string): Promise<string>;
  /** Somebody who waits since this day. */
  wachtende(status?: string, sinds?: string, planting?: Planting): Promise<PlantedAllocation>;
  meld(at: PlantedAllocation, status: string, sinds: string, agb?: string): Promise<void>;
  run(token: string, mutation: string, input: object): Promise<Answer>;
  /** Makes an offer and gives it, or fails. */
  aanbod(token: string, locatieID: string, at: PlantedAllocation): Promise<Answer>;
  close(): Promise<void>;
}

/** @param klok instead of {@link TODAY} that stands still, for tests in which days go by */
export async function openPlaatsregister(klok?: Clock): Promise<Plaatsregister> {
  const app = await startTestApp(TODAY, klok);
  const superuser = new pg.Client({ connectionString: app.database.superuserUrl });
  await superuser.connect();
  const plant = new Planter(superuser);
  await plant.zorgaanbieders(A, B, C);
  await superuser.query(`update zorgaanbieder set leveringsvormen = '{4,8,5}'`);
  // One statement at a time: acts that happen at once share this connection.
  let last: Promise<unknown> = Promise.resolve();
  const sql = async <Row extends object>(text: string, params: readonly unknown[] = []): Promise<Row[]> => {
    const next = last.then(() => superuser.query<Row>(text, [...params]));
    last = next.catch(() => undefined);
    return (await next).rows;
  };
  const wachtstatus = app.app.get(WachtstatusService, { strict: false });

  const locatie = async (agb: string = A): Promise<string> => {
    const locatieID = randomUUID();
    await superuser.query(
      `insert into locatie (locatie_id, agb, naam, plaatsnaam, postcode, capaciteit, geregistreerd_op, geregistreerd_door)
       values ($1, $2, 'Lindenhof', 'Leiden', '2311AA', 10, '2026-01-01', 'test')`,
      [locatieID, agb],
    );
    return locatieID;
  };
  /** As a person does it: who hears that it is too busy asks again. */
  const run = async (token: string, mutation: string, input: object, again = 20): Promise<Answer> => {
    const name = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
    const { data, errors } = await app.graphql<Record<string, Answer> | null>(
      token,
      `mutation ($input: ${name}Input!) { ${mutation}(input: $input) { ${FIELDS} ${
        /Aanbod|Plaats$/.test(mutation) ? AANBOD : ''
      } ${mutation.endsWith('Plaatsen') ? '... on Plaatsgroep { plaatsgroepID versie vrij capaciteit bevestigdOp bevestiging }' : ''} } }`,
      { input },
    );
    const tooBusy = errors?.some(({ extensions }) => extensions?.code === 'RATE_LIMITED') ?? false;
    if (tooBusy && again > 0) return run(token, mutation, input, again - 1);
    const answer = data?.[mutation];
    if (errors !== undefined || answer === undefined) throw new Error(JSON.stringify(errors));
    return answer;
  };

  const meld = async (
    { bemiddelingspecificatieID }: PlantedAllocation,
    status: string,
    sinds: string,
    agb: string = A,
  ): Promise<void> => {
    const [row] = await sql<{ versie: number }>(
      'select versie from bemiddelingspecificatie where bemiddelingspecificatie_id = $1',
      [bemiddelingspecificatieID],
    );
    await wachtstatus.reportUitstelperiode(provider(agb), {
      bemiddelingspecificatieID,
      versie: row?.versie ?? 1,
      ingangsdatum: sinds,
      leveringsstatus: status,
      leveringsstatusClassificatie: CLASSIFICATIE[status] ?? '',
    });
  };

  return {
    app,
    superuser,
    plant,
    sql,
    token: (agb) => app.zorgaanbieder(agb),
    medewerker: (...uzovi) => app.medewerker(uzovi.length === 0 ? ['5517'] : uzovi),
    locatie,
    plaatsen: async (capaciteit, agb = A) => {
      const locatieID = await locatie(agb);
      const input = { locatieID, capaciteit, overigBezet: 0 };
      const answer = await run(await app.zorgaanbieder(agb), 'recordPlaatsen', input);
      if (answer.__typename !== 'Plaatsgroep') throw new Error(JSON.stringify(answer));
      return locatieID;
    },
    wachtende: async (status = '7', sinds = '2026-10-01', planting = {}) => {
      const at = await plant.allocation(planting);
      await meld(at, status, sinds, planting.instelling ?? A);
      return at;
    },
    meld,
    run,
    aanbod: async (token, locatieID, { bemiddelingspecificatieID }) => {
      const answer = await run(token, 'offerPlaats', {
        locatieID,
        bemiddelingspecificatieID,
        redenAfwijking: 'In overleg',
      });
      if (answer.__typename !== 'Aanbod') throw new Error(JSON.stringify(answer));
      return answer;
    },
    close: async () => {
      await superuser.end();
      await app.close();
    },
  };
}

/** A provider at work, for use cases that are called without the door. */
export function provider(agb: string, today = TODAY): RequestContext {
  return {
    actor: { sub: `test:${agb}`, rol: 'ZORGAANBIEDER', rollen: ['ZORGAANBIEDER'], uzovi: [], agb },
    requestId: 'test',
    operatie: 'test',
    now: `${today}T10:00:00.000Z`,
    today,
  };
}

/** A process at work. */
export function proces(today = TODAY): RequestContext {
  return {
    actor: { sub: 'proces:test', rol: 'SYSTEEM', rollen: ['SYSTEEM'], uzovi: [], agb: null },
    requestId: 'test',
    operatie: 'test',
    now: `${today}T10:00:00.000Z`,
    today,
  };
}
