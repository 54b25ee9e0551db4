import { beleidsproeven } from './beleidsproef.js';
import { checkproeven } from './checkproef.js';
import { DOSSIERCHECKS } from './checks-dossier.js';
import { OVERIGE_CHECKS } from './checks-overig.js';
import { grendelproeven } from './grendelproef.js';
import { HISTORIEGRENDELS } from './grendels-historie.js';
import { REGELGRENDELS } from './grendels-regels.js';
import { muurproeven } from './muurproef.js';
import type { Proef } from './proef.js';
import { sleutelproeven } from './sleutelproef.js';
import { verwijzingproeven } from './verwijzingen.js';

/** Every proof: one for each thing that guards the register. */
export const PROEVEN: readonly Proef[] = [
  ...muurproeven(),
  ...beleidsproeven(),
  ...checkproeven(DOSSIERCHECKS),
  ...checkproeven(OVERIGE_CHECKS),
  ...sleutelproeven(),
  ...verwijzingproeven(),
  ...grendelproeven([...HISTORIEGRENDELS, ...REGELGRENDELS]),
];
