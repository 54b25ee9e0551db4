import type { Tx } from '../database/index.js';
import { DomainError } from '../errors/index.js';
import type { GraphqlContext } from './graphql-context.js';
import { refusalNode, type Weigering } from './refusal.types.js';

/**
 * Answers a mutation: runs the use case, which commits, and then reads its result in the operation's read frame. An
 * expected refusal is logged in a transaction of its own and comes back as a node.
 */
export async function answer<Result, Node>(
  ctx: GraphqlContext,
  useCase: () => Promise<Result>,
  read: (tx: Tx, result: Result) => Promise<Node>,
): Promise<Node | Weigering> {
  let result: Result;
  try {
    result = await useCase();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await ctx.refused(error);
    return refusalNode(error);
  }
  return read(await ctx.read(), result);
}
