import { once } from 'node:events';
import { expect, it } from '@jest/globals';
import { heard, line } from './bad-inputs/raw.js';
import { startEdgeApp } from './edge-app.js';

it('a server that stops finishes what it began, is no longer ready, and refuses the rest in our words', async () => {
  const app = await startEdgeApp();
  const idle = line(app.url);
  await once(idle, 'connect');
  const health = 'GET /gezond HTTP/1.1\r\nhost: x\r\n\r\n';
  idle.write(health);
  await once(idle, 'data');
  const begun = app.ask({ query: '{ slaap(seconden: 2) }' });
  const second = app.ask({ query: '{ slaap(seconden: 2) }' });
  // Both are under way as soon as a question behind them has been answered.
  await app.ask({ query: '{ slaap(seconden: 0) }' });
  const closed = app.close();
  const rest = heard(idle);
  idle.write(health);
  expect((await begun).body.data).toEqual({ slaap: true });
  expect((await second).body.data).toEqual({ slaap: true });
  const waiting = performance.now();
  await closed;
  expect(performance.now() - waiting).toBeLessThan(10_000);
  // Either the line was cut at once because it was idle, or the question on it got a plain refusal.
  expect(await rest).toMatch(/^$|^HTTP\/1\.1 503 [\s\S]*"errors":\[/);
  await expect(fetch(`${app.url}/gezond`)).rejects.toThrow();
});
