import type { Day } from '../../../platform/clock/index.js';
import { defineLoader } from '../../../platform/graphql/index.js';
import { wachtnormen } from '../beleid.queries.js';
import type { Wachtnorm } from '../domain/wachtnorm.js';
import { findEersteToewijzingen } from '../klok.queries.js';
import type { Peiling } from '../wachtlijst.bron.js';

/** A key of a loader that also says of which list. */
export type PeilingKey = string;

export function keyOf({ op, zoalsBekendOp }: Peiling, id = ''): PeilingKey {
  return [op, zoalsBekendOp ?? '', id].join('|');
}

function parts(key: PeilingKey): { peiling: Peiling; id: string } {
  const [op = '', moment = '', id = ''] = key.split('|');
  return { peiling: { op, zoalsBekendOp: moment === '' ? null : moment }, id };
}

/** The norms that hold on the day of a list; never null. */
export const normenByPeiling = defineLoader<PeilingKey, Wachtnorm[]>(async (_ctx, tx, keys) => {
  const found = new Map<string, Wachtnorm[]>();
  for (const key of keys) {
    const { op, zoalsBekendOp } = parts(key).peiling;
    found.set(key, await wachtnormen(tx, op, zoalsBekendOp));
  }
  return found;
});

/** The first allocation to the same provider for the same care profile, by list and bemiddelingspecificatieID. */
export const eersteToewijzingByPlaats = defineLoader<PeilingKey, Day>(async (ctx, tx, keys) => {
  const found = new Map<string, Day>();
  const moments = new Set(keys.map((key) => parts(key).peiling.zoalsBekendOp));
  for (const moment of moments) {
    const asked = keys.filter((key) => parts(key).peiling.zoalsBekendOp === moment);
    const ids = [...new Set(asked.map((key) => parts(key).id))];
    const dates = await findEersteToewijzingen(ctx, tx, ids, moment);
    for (const key of asked) {
      const date = dates.get(parts(key).id);
      if (date !== undefined) found.set(key, date);
    }
  }
  return found;
});
