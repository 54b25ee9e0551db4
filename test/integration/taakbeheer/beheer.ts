import pg from 'pg';
import { issueDevelopmentToken } from '../../../src/modules/toegang/index.js';
import { startTestApp, type GraphqlAnswer, type TestApp } from '../../support/app.js';

/** The program with somebody of every kind who has to do with tasks and webhooks. */
export interface Beheer {
  readonly app: TestApp;
  readonly beheerder: string;
  readonly medewerker: string;
  /** A zorgaanbieder that exists. */
  readonly aanbieder: string;
  readonly agb: string;
  vraag<Data = Record<string, unknown>>(
    token: string,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<GraphqlAnswer<Data>>;
  sql<Row extends object>(text: string, params?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

const AGB = '06000011';

export async function openBeheer(): Promise<Beheer> {
  const app = await startTestApp();
  const client = new pg.Client({ connectionString: app.database.superuserUrl });
  await client.connect();
  await client.query(
    `insert into zorgaanbieder (agb, naam, zorgkantoor, sectoren, leveringsvormen, geregistreerd_op, geregistreerd_door)
     values ($1, 'De Iep', '5516', '{}', '{}', now(), 'proef')`,
    [AGB],
  );
  return {
    app,
    agb: AGB,
    beheerder: await issueDevelopmentToken(app.config, {
      sub: 'proef-beheer',
      rollen: ['BEHEERDER'],
      uzovi: [],
      agb: null,
    }),
    medewerker: await app.medewerker(),
    aanbieder: await app.zorgaanbieder(AGB),
    vraag: (token, query, variables = {}) => app.graphql(token, query, variables),
    sql: async <Row extends object>(text: string, params: readonly unknown[] = []) =>
      (await client.query<Row>(text, [...params])).rows,
    close: async () => {
      await client.end();
      await app.close();
    },
  };
}
