import { beleidsproeven } from './beleidsproef.js';
import { checkproeven } from './checkproef.js';
import { DOSSIERCHECKS } from './checks-dossier.js';
import { OVERIGE_CHECKS } from './checks-overig.js';
import type { Proef } from './proef.js';
import { sleutelproeven } from './sleutelproef.js';

/** Every proof: one for each policy, check, key and exclusion of the register. */
export const PROEVEN: readonly Proef[] = [
  ...beleidsproeven(),
  ...checkproeven(DOSSIERCHECKS),
  ...checkproeven(OVERIGE_CHECKS),
  ...sleutelproeven(),
];
