import { gesprekstakenBron, toezeggingenBron } from '../plaats/index.js';
import type { Werksoort } from './domain/werkregel.js';
import {
  eersteStatus,
  indicaties,
  overbruggingAanvragen,
  standen,
  toewijzen,
  vanPlaats,
  verzoeken,
  zonderStatus,
  type Reikwijdte,
} from './werkbronnen.sql.js';

/** No line at all, in the same columns. */
const GEEN = `with werkregel as (
  select ''::text as soort, ''::text as voor, ''::text as zorgkantoor, ''::text as instelling, null::uuid as client_id,
    null::uuid as bemiddeling_id, null::uuid as bemiddelingspecificatie_id, null::uuid as bron_id, null::date as sinds,
    null::date as streef, null::date as uiterlijk, null::date as vervalt, ''::text as regel, ''::text as reden
  where false)`;

interface Werkbron {
  readonly soorten: readonly Werksoort[];
  /** Never for a zorgaanbieder. */
  readonly kantoor: boolean;
  /** Common table expressions it reads, each ending in a comma. */
  readonly met: (reikwijdte: Reikwijdte) => string;
  readonly sql: (reikwijdte: Reikwijdte) => string;
}

const niets = (): string => '';

const WERKBRONNEN: readonly Werkbron[] = [
  { soorten: ['TOEWIJZEN'], kantoor: true, met: indicaties, sql: () => toewijzen },
  { soorten: ['EERSTE_STATUS'], kantoor: false, met: standen, sql: () => eersteStatus },
  { soorten: ['ZONDER_STATUS'], kantoor: false, met: standen, sql: () => zonderStatus },
  { soorten: ['OVERBRUGGING_AANVRAGEN'], kantoor: false, met: standen, sql: () => overbruggingAanvragen },
  { soorten: ['VERZOEK_BEOORDELEN', 'VERZOEK_UITVOEREN'], kantoor: true, met: niets, sql: verzoeken },
  { soorten: ['GESPREK_NA_WEIGERING'], kantoor: false, met: niets, sql: vanPlaats(gesprekstakenBron) },
  { soorten: ['ZORG_BEGINNEN'], kantoor: false, met: niets, sql: vanPlaats(toezeggingenBron) },
];

/**
 * The lines of these kinds within a reach, as the common table expression `werkregel`; of all kinds when none is named.
 * A source that gives none of them is not asked.
 */
export function werkregels(soorten: readonly Werksoort[], reikwijdte: Reikwijdte): string {
  const bronnen = WERKBRONNEN.filter(
    ({ soorten: geeft, kantoor }) =>
      !(kantoor && reikwijdte.aanbieder) &&
      (soorten.length === 0 || geeft.some((soort) => soorten.includes(soort))),
  );
  if (bronnen.length === 0) return GEEN;
  const met = [...new Set(bronnen.map((bron) => bron.met(reikwijdte)))].join('');
  return `with ${met} werkregel as (${bronnen.map(({ sql }) => sql(reikwijdte)).join('\n union all \n')})`;
}
