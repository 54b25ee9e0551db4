import { defineLoader } from '../../../platform/graphql/index.js';
import type { Locatie } from '../domain/zorgaanbieder.js';
import { findLocaties, findZorgaanbieders, type ZorgaanbiederRow } from '../zorgaanbieder.queries.js';

/** A provider by AGB code; null when the register does not know it. */
export const zorgaanbiederByAgb = defineLoader<string, ZorgaanbiederRow>((_ctx, tx, agbCodes) =>
  findZorgaanbieders(tx, agbCodes),
);

/** The locations of a provider by its AGB code; null when it has none. */
export const locatiesByAgb = defineLoader<string, Locatie[]>((_ctx, tx, agbCodes) =>
  findLocaties(tx, agbCodes),
);
