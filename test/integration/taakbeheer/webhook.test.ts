import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { openBeheer, type Beheer } from './beheer.js';

let beheer: Beheer;

beforeAll(async () => {
  beheer = await openBeheer();
});

afterAll(() => beheer.close());

interface Antwoord {
  readonly webhook?: { readonly url: string; readonly versie: number; readonly actief: boolean };
  readonly geheim?: string | null;
  readonly code?: string;
}

const change = async (mutation: string, type: string, input: object): Promise<Antwoord> => {
  const { data } = await beheer.vraag<Record<string, Antwoord>>(
    beheer.aanbieder,
    `mutation ($input: ${type}!) { ${mutation}(input: $input) {
       ... on WebhookGewijzigd { webhook { url versie actief } geheim } ... on Weigering { code } } }`,
    { input },
  );
  return data[mutation] ?? {};
};
const register = (url: string, versie: number): Promise<Antwoord> =>
  change('registerWebhook', 'RegisterWebhookInput', { url, versie });

describe('a webhook', () => {
  it('is registered by its provider, which sees the secret that once; the database never holds it in the open', async () => {
    const first = await register('https://ecd.example/haak', 0);
    expect(first).toMatchObject({ webhook: { versie: 1, actief: true } });
    expect(first.geheim).toMatch(/^whsec_/);
    const again = await register('https://ecd.example/nieuw', 1);
    expect(again).toMatchObject({ webhook: { url: 'https://ecd.example/nieuw', versie: 2 }, geheim: null });
    const [{ geheim } = { geheim: '' }] = await beheer.sql<{ geheim: string }>(
      'select geheim from webhook_geheim',
    );
    expect(geheim).not.toContain(first.geheim?.slice(6) ?? '');
    expect(await beheer.sql('select url from webhook_historie')).toEqual([
      { url: 'https://ecd.example/haak' },
    ]);
    const { data } = await beheer.vraag(
      beheer.aanbieder,
      '{ webhooks { url versie foutenOpRij wachtendeBerichten } }',
    );
    expect(data).toEqual({
      webhooks: [{ url: 'https://ecd.example/nieuw', versie: 2, foutenOpRij: 0, wachtendeBerichten: 0 }],
    });
  });

  it('gets a new secret, and the old one ends after a day', async () => {
    const { geheim } = await change('rotateWebhookgeheim', 'WebhookversieInput', { versie: 2 });
    expect(geheim).toMatch(/^whsec_/);
    expect(await beheer.sql(`select geldig_tot is null as huidig from webhook_geheim order by 1`)).toEqual([
      { huidig: false },
      { huidig: true },
    ]);
    expect(await change('rotateWebhookgeheim', 'WebhookversieInput', { versie: 2 })).toEqual({
      code: 'VERSIE_VEROUDERD',
    });
  });

  it('is stopped, and its secrets go', async () => {
    expect(await change('stopWebhook', 'WebhookversieInput', { versie: 3 })).toMatchObject({
      webhook: { actief: false, versie: 4 },
    });
    expect(await beheer.sql('select from webhook_geheim')).toEqual([]);
    expect(await change('stopWebhook', 'WebhookversieInput', { versie: 4 })).toEqual({
      code: 'NIET_GEVONDEN',
    });
    expect((await register('https://ecd.example/haak', 4)).geheim).toMatch(/^whsec_/);
  });

  it('has an address that is one', async () => {
    expect(await register('ecd.example', 5)).toEqual({ code: 'ONGELDIGE_INVOER' });
    expect(await register('https://u:p@ecd.example/', 5)).toEqual({ code: 'ONGELDIGE_INVOER' });
  });

  it('is nothing for an office', async () => {
    const { errors } = await beheer.vraag(beheer.medewerker, '{ webhooks { url } }');
    expect(errors).toHaveLength(1);
  });
});

describe('a message that was given up', () => {
  const LIST =
    '{ onbestelbareBerichten { totalCount edges { node { berichtID ontvanger pogingen laatsteFout } } } }';
  const RETRY = `mutation ($input: RetryBerichtInput!) { retryBericht(input: $input) {
    ... on OnbestelbaarBericht { status pogingen } ... on Weigering { code } } }`;
  const [own, foreign] = [randomUUID(), randomUUID()];

  beforeAll(async () => {
    for (const [id, agb] of [
      [own, beheer.agb],
      [foreign, '06000099'],
    ]) {
      await beheer.sql(
        `insert into bericht (bericht_id, soort, ontvanger, volgordesleutel, inhoud, status, aangemaakt_op, pogingen,
           laatste_fout, opgegeven_op)
         values ($1, 'proef', $2, 'x', '{}', 'ONBESTELBAAR', now(), 16, 'HTTP 500', now())`,
        [id, agb],
      );
    }
  });

  it('is seen by its receiver and by the beheerder, and by nobody else', async () => {
    const seen = async (token: string): Promise<string> =>
      JSON.stringify((await beheer.vraag(token, LIST)).data);
    expect(await seen(beheer.aanbieder)).toContain(own);
    expect(await seen(beheer.aanbieder)).not.toContain(foreign);
    expect(await seen(beheer.beheerder)).toContain(foreign);
    expect((await beheer.vraag(beheer.medewerker, LIST)).errors).toHaveLength(1);
  });

  it('is offered again by them, and a foreign one cannot be told from one that is not there', async () => {
    const retry = async (token: string, berichtID: string): Promise<unknown> =>
      (await beheer.vraag(token, RETRY, { input: { berichtID } })).data;
    expect(await retry(beheer.aanbieder, foreign)).toEqual({ retryBericht: { code: 'NIET_GEVONDEN' } });
    expect(await retry(beheer.aanbieder, own)).toEqual({ retryBericht: { status: 'WACHT', pogingen: 0 } });
    expect(await retry(beheer.beheerder, foreign)).toEqual({
      retryBericht: { status: 'WACHT', pogingen: 0 },
    });
  });
});
