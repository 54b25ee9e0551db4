import type { Instant } from '../../../platform/clock/index.js';

/** What a fact said, and from when until when that is what we knew. Moments are texts of one length, so they compare. */
export interface Versie<Inhoud> {
  readonly inhoud: Inhoud;
  readonly bekendVan: Instant;
  /** The moment from which we knew otherwise; null for what we know now. */
  readonly bekendTot: Instant | null;
}

/** True when this is what was known at the moment: from its first moment on, up to but not including its last. */
export function bekendOp({ bekendVan, bekendTot }: Versie<unknown>, moment: Instant): boolean {
  return bekendVan <= moment && (bekendTot === null || moment < bekendTot);
}

/** What was known at a moment. */
export function zoalsBekend<Inhoud>(versies: readonly Versie<Inhoud>[], moment: Instant): Inhoud[] {
  return versies.filter((versie) => bekendOp(versie, moment)).map(({ inhoud }) => inhoud);
}

/** The moments at which knowledge changed, in order, each once. */
export function kennismomenten(versies: readonly Versie<unknown>[]): Instant[] {
  const moments = versies.flatMap(({ bekendVan, bekendTot }) =>
    bekendTot === null ? [bekendVan] : [bekendVan, bekendTot],
  );
  return [...new Set(moments)].sort();
}

/**
 * What followed from the facts through time: what is the same before and after a moment goes on, only differences close
 * and open.
 * @param momenten in order
 * @param afgeleid what followed from what was known at a moment; equal things have equal JSON
 */
export function kennisverloop<Inhoud>(
  momenten: readonly Instant[],
  afgeleid: (moment: Instant) => readonly Inhoud[],
): Versie<Inhoud>[] {
  const closed: Versie<Inhoud>[] = [];
  let open = new Map<string, Versie<Inhoud>>();
  for (const moment of momenten) {
    const next = new Map<string, Versie<Inhoud>>();
    for (const inhoud of afgeleid(moment)) {
      const key = JSON.stringify(inhoud);
      next.set(key, open.get(key) ?? { inhoud, bekendVan: moment, bekendTot: null });
    }
    for (const [key, versie] of open) {
      if (!next.has(key)) closed.push({ ...versie, bekendTot: moment });
    }
    open = next;
  }
  return [...closed, ...open.values()];
}
