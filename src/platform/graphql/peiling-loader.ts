import type { Peiling, RequestContext } from '../context/index.js';
import type { Tx } from '../database/index.js';
import { defineLoader, type Loader } from './graphql-context.js';

/** The key of something as it was on a day, as known at a moment. */
export function peilsleutel(id: string, { op, zoalsBekendOp }: Peiling): string {
  return [id, op, zoalsBekendOp ?? ''].join(' ');
}

/**
 * A loader of things as they were: its keys are made by {@link peilsleutel}. One operation asks of one peiling as a
 * rule; each peiling is one statement.
 */
export function definePeilingLoader<Value>(
  batch: (
    ctx: RequestContext,
    tx: Tx,
    ids: readonly string[],
    peiling: Peiling,
  ) => Promise<ReadonlyMap<string, Value>>,
): Loader<string, Value> {
  return defineLoader(async (ctx, tx, keys) => {
    const groups = new Map<string, { peiling: Peiling; ids: string[] }>();
    for (const key of keys) {
      const [id = '', op = '', moment = ''] = key.split(' ');
      const group = groups.get(`${op} ${moment}`) ?? {
        peiling: { op, zoalsBekendOp: moment === '' ? null : moment },
        ids: [],
      };
      group.ids.push(id);
      groups.set(`${op} ${moment}`, group);
    }
    const found = new Map<string, Value>();
    for (const { peiling, ids } of groups.values()) {
      for (const [id, value] of await batch(ctx, tx, ids, peiling))
        found.set(peilsleutel(id, peiling), value);
    }
    return found;
  });
}
