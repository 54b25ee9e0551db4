import { asInstant, isDay } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import { OngeldigeInvoer } from '../../platform/errors/index.js';
import { peilingVan } from '../wachtlijst/index.js';
import type { Aantallenvraag } from './wachtlijstaantallen.queries.js';

/** What somebody asks a picture of, as text from an address or a command line. */
export interface Grafiekopgave {
  readonly zorgkantoor?: string | undefined;
  readonly instelling?: string | undefined;
  readonly op?: string | undefined;
  readonly zoalsBekendOp?: string | undefined;
  readonly maanden?: string | undefined;
}

export const GRAFIEKVELDEN: readonly (keyof Grafiekopgave)[] = [
  'zorgkantoor',
  'instelling',
  'op',
  'zoalsBekendOp',
  'maanden',
];

/** @throws OngeldigeInvoer with the field that is not what it should be */
export function grafiekvraag(
  ctx: RequestContext,
  opgave: Grafiekopgave,
): { readonly vraag: Aantallenvraag; readonly maanden: number } {
  const { zorgkantoor, instelling = null, op = null, zoalsBekendOp = null, maanden = '12' } = opgave;
  if (zorgkantoor === undefined || !/^\d{4}$/.test(zorgkantoor))
    throw invalid('zorgkantoor', 'Een zorgkantoor heeft een code van vier cijfers.');
  if (instelling !== null && !/^\d{8}$/.test(instelling))
    throw invalid('instelling', 'Een AGB-code heeft acht cijfers.');
  if (op !== null && !isDay(op)) throw invalid('op', 'Een dag is JJJJ-MM-DD en bestaat.');
  const moment = zoalsBekendOp === null ? null : asInstant(zoalsBekendOp);
  if (zoalsBekendOp !== null && moment === null)
    throw invalid('zoalsBekendOp', 'Een moment heeft een tijdzone, zoals 2026-11-01T08:00:00Z.');
  if (!/^([1-9]|[1-5]\d|60)$/.test(maanden)) throw invalid('maanden', 'Vraag 1 tot en met 60 maanden.');
  const peiling = peilingVan(ctx, { op, zoalsBekendOp: moment });
  return { vraag: { peiling, zorgkantoor, instelling }, maanden: Number(maanden) };
}

function invalid(veld: keyof Grafiekopgave, melding: string): OngeldigeInvoer {
  return new OngeldigeInvoer(melding, { pad: [veld] });
}
