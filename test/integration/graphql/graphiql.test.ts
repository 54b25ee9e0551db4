import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEdgeApp, type EdgeApp } from './edge-app.js';

let app: EdgeApp;

beforeAll(async () => {
  app = await startEdgeApp();
});

afterAll(() => app.close());

const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('GraphiQL in development', () => {
  it('is a page that fetches nothing from elsewhere', async () => {
    const { status, headers, text } = await app.send('/graphql', { headers: HTML });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toMatch(/https?:|unsafe|\*/);
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  it('serves every script and style it names', async () => {
    const { text } = await app.send('/graphql', { headers: HTML });
    const named = [...text.matchAll(/(?:src|href)="(\/graphiql\/[^"]+)"/g)].map(([, path = '']) => path);
    const { text: script } = await app.send('/graphiql/page.js', {});
    const imported = [...script.matchAll(/from '\.(\/[^']+)'/g)].map(([, path = '']) => `/graphiql${path}`);
    expect(imported).toEqual(['/graphiql/login.js']);
    const paths = [...named, ...imported];
    expect(paths.length).toBeGreaterThan(4);
    for (const path of paths) {
      const file = await app.send(path, {});
      expect({ path, status: file.status }).toEqual({ path, status: 200 });
      expect(file.text.length).toBeGreaterThan(100);
    }
    expect(await app.send('/graphiql/../package.json', {})).toMatchObject({ status: 404 });
    expect(await app.send('/graphiql/%2e%2e/page.ts', {})).toMatchObject({ status: 404 });
  });

  it('hands out a token that works, also when the register is empty', async () => {
    const { text } = await app.send('/graphql', { headers: HTML });
    const json = /<script id="gegevens" type="application\/json">(.*?)<\/script>/s.exec(text)?.[1] ?? '{}';
    const { users } = JSON.parse(json) as { users: { naam: string; token: string }[] };
    expect(users.map(({ naam }) => naam)).toEqual(['Medewerker zorgkantoor (5516, 5517)']);
    const answer = await app.ask(
      { query: '{ ik { uzovi } }' },
      { authorization: `Bearer ${users[0]?.token ?? ''}` },
    );
    expect(answer.body).toEqual({ data: { ik: { uzovi: ['5516', '5517'] } } });
  });
});
