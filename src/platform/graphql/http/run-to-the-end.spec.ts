import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import type { OperationContext } from '../graphql-context.js';
import { runToTheEnd } from './run-to-the-end.js';

/** A context that only remembers how it was ended; work that goes on until it is ended. */
function surroundings() {
  const ended: string[] = [];
  let end: (value: { data: null }) => void = () => undefined;
  const context = {
    settle: () => Promise.resolve(void ended.push('settled')),
    abandon: () => {
      ended.push('abandoned');
      end({ data: null });
      return Promise.resolve();
    },
  } as unknown as OperationContext;
  const response = new EventEmitter() as unknown as ServerResponse;
  const endless = () => new Promise<{ data: null }>((resolve) => (end = resolve));
  return { context, response, ended, endless };
}

describe('an operation', () => {
  it('that is done is settled, and nothing is left behind', async () => {
    const { context, response, ended } = surroundings();
    const done = () => Promise.resolve({ data: { a: 1 } });
    expect(await runToTheEnd(context, response, 1_000, done)).toEqual({ data: { a: 1 } });
    expect([ended, response.listenerCount('close')]).toEqual([['settled'], 0]);
  });

  it('that asks too long is given up: a refusal, and its frame is given back', async () => {
    const { context, response, ended, endless } = surroundings();
    await expect(runToTheEnd(context, response, 5, endless)).rejects.toMatchObject({ status: 503 });
    expect(new Set(ended)).toEqual(new Set(['abandoned']));
    expect(response.listenerCount('close')).toBe(0);
  });

  it('of somebody who hangs up is given up', async () => {
    const { context, response, ended, endless } = surroundings();
    const running = runToTheEnd(context, response, null, endless);
    response.emit('close');
    await running;
    expect(ended[0]).toBe('abandoned');
  });
});
