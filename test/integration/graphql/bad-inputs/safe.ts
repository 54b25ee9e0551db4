import { expect } from '@jest/globals';
import { PlaygroundResolver } from '../playground.resolver.js';
import type { Answer, EdgeApp } from '../edge-app.js';
import { FOUTCODES } from '../../../support/foutcodes.js';

/** Words of a database, a parser, a runtime or a machine. */
const TELLS =
  /invalid input syntax|violates|relation "|constraint|stack|node_modules|\.[jt]s:\d|127\.0\.0\.1|Unexpected token|Unexpected end|Did you mean|statusCode|ECONN/;
/** On a machine that others use as well; without protection these inputs take seconds. */
const SOON_MS = 2_000;

/**
 * Asserts that what came back is a safe refusal: a status of the client's making, one error shape, no word of the inside,
 * nothing changed, and the next person is served.
 */
export async function expectSafe(
  app: EdgeApp,
  send: () => Promise<Answer>,
  statuses: readonly number[] = [400],
): Promise<Answer> {
  const before = PlaygroundResolver.geteld;
  const begun = performance.now();
  const answer = await send();
  expect(performance.now() - begun).toBeLessThan(SOON_MS);
  expect(statuses).toContain(answer.status);
  expect(answer.body).not.toHaveProperty('data');
  expect(answer.body.errors?.length).toBeGreaterThan(0);
  expect(answer.body.errors?.length).toBeLessThanOrEqual(5);
  for (const { message, extensions } of answer.body.errors ?? []) {
    expect(message.length).toBeLessThan(350);
    expect(FOUTCODES).toContain(extensions.code);
  }
  expect(answer.text).not.toMatch(TELLS);
  expect(answer.headers.get('x-powered-by')).toBeNull();
  expect(PlaygroundResolver.geteld).toBe(before);
  expect(await app.ask({ query: '{ stand }' })).toMatchObject({ status: 200 });
  return answer;
}
