import type { ServerResponse } from 'node:http';
import type { ExecutionResult } from 'graphql';
import { tookTooLong } from '../errors/edge-error.js';
import type { OperationContext } from '../graphql-context.js';

/** How long the whole of a question may take; each statement of it has a shorter limit of its own. */
export const QUESTION_LIMIT_MS = 15_000;

/**
 * Runs the operation and settles its frame; whatever happens, the frame does not outlive the request.
 * @param limitMs after so long a question is given up; null for a change, which is all done or not done at all
 * @throws EdgeError 503 when it took too long
 */
export async function runToTheEnd(
  context: OperationContext,
  response: ServerResponse,
  limitMs: number | null,
  execute: (driverContext: object) => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  const state = { settling: false, late: false };
  const giveUp = (): void => {
    if (!state.settling) void context.abandon();
  };
  const giveUpLate = (): void => {
    state.late = !state.settling;
    giveUp();
  };
  const timer = limitMs === null ? undefined : setTimeout(giveUpLate, limitMs);
  response.once('close', giveUp);
  try {
    const execution = await execute(context);
    if (state.late) throw tookTooLong();
    state.settling = true;
    await context.settle(execution);
    return execution;
  } catch (error) {
    state.settling = true;
    await context.abandon();
    throw state.late ? tookTooLong() : error;
  } finally {
    clearTimeout(timer);
    response.removeListener('close', giveUp);
  }
}
