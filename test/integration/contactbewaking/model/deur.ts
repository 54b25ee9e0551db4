import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../../../src/config/index.js';
import { createServer } from '../../../../src/main.js';
import { issueDevelopmentToken, type TokenRequest } from '../../../../src/modules/toegang/index.js';
import type { Clock } from '../../../../src/platform/clock/index.js';
import { createLog } from '../../../../src/platform/logging/index.js';
import { post } from '../../../support/app.js';

/** Who asks, as an actor and as a token have it. */
export interface Wie {
  readonly rol: TokenRequest['rollen'][number];
  readonly agb?: string | null;
  readonly uzovi?: readonly string[];
}

/** One answer of a mutation: what it gave, or why it was refused. */
interface Antwoord {
  readonly antwoord: { readonly __typename: string; readonly code?: string };
}

/** How often a caller asks again when the register says that it cannot be reached for a moment. */
const POGINGEN = 5;

/** The program as people and other systems meet it: a server on the register, spoken to in GraphQL over HTTP. */
export interface Deur {
  /** @returns whether the mutation was carried out; a refusal is an answer like any other */
  vraag(wie: Wie, mutatie: string, input: Record<string, unknown>): Promise<boolean>;
  close(): Promise<void>;
}

export async function openDeur(databaseUrl: string, clock: Clock): Promise<Deur> {
  const folder = await mkdtemp(join(tmpdir(), 'wlz-regie-model-'));
  const config = loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'error',
    WLZ_DATA: folder,
  });
  const app = await createServer({ config, clock, log: createLog('error'), databaseUrl });
  await app.listen(0, '127.0.0.1');
  const url = `${await app.getUrl()}/graphql`;
  const tokens = new Map<string, Promise<string>>();
  const tokenVan = ({ rol, agb = null, uzovi = [] }: Wie): Promise<string> => {
    const sub = `model-${agb ?? rol}`;
    const token = tokens.get(sub) ?? issueDevelopmentToken(config, { sub, rollen: [rol], uzovi, agb });
    tokens.set(sub, token);
    return token;
  };
  const zend = async (wie: Wie, mutatie: string, input: object, pogingen: number): Promise<Antwoord> => {
    const soort = `${mutatie.charAt(0).toUpperCase()}${mutatie.slice(1)}Input`;
    const query = `mutation ($input: ${soort}!) { antwoord: ${mutatie}(input: $input) {
      __typename ... on Weigering { code } } }`;
    const body = { query, variables: { input } };
    const { status, data, errors } = await post<Antwoord>(url, await tokenVan(wie), body);
    if (status === 503 && pogingen > 1) return zend(wie, mutatie, input, pogingen - 1);
    if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join());
    return data;
  };
  return {
    vraag: async (wie, mutatie, input) => {
      const { antwoord } = await zend(wie, mutatie, input, POGINGEN);
      return antwoord.code === undefined;
    },
    close: async () => {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
