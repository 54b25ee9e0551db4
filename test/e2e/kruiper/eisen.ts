import type { Antwoord, Register, Vrager } from './register.js';
import { ECHO } from './grillen.js';
import { FOUTCODES } from '../../support/foutcodes.js';

/** What only somebody inside should read. */
const BINNENWERK =
  /invalid input syntax|violates|relation "|out of range|duplicate key|null value in|permission denied|row-level|_(pkey|fkey|check|key)\b|node_modules|\bat [\w.]+ \(|\.[jt]s:\d|ECONN|127\.0\.0\.1:|Did you mean|x-powered-by|QueryFailed|TypeError|undefined|\[object/i;
/** Nobody waits for this, not even where others are at work. */
const TE_LANG_MS = 15_000;

/** What is wrong with this answer, by the contract of a safe result; empty when nothing is. */
export function bezwaren(register: Register, vrager: Vrager, antwoord: Antwoord): string[] {
  const { status, tekst, body, ms } = antwoord;
  const errors = body.errors ?? [];
  const fouten = JSON.stringify(errors);
  const lekken = register.sporen.lekken(vrager, tekst);
  return [
    ...(status >= 500 ? [`S1 status ${status}`] : []),
    ...errors
      .map(({ extensions }) => extensions?.code ?? 'none')
      .filter((code) => !FOUTCODES.includes(code))
      .map((code) => `S2 code ${code}`),
    ...(BINNENWERK.test(fouten) ? [`S3 ${BINNENWERK.exec(fouten)?.[0] ?? ''}`] : []),
    ...(fouten.includes(ECHO) || weigeringen(body.data).includes(ECHO) ? ['S3 echo'] : []),
    ...(ms > TE_LANG_MS ? [`S5 ${Math.round(ms)} ms`] : []),
    ...lekken.map((spoor) => `S7 ${spoor}`),
    ...(vrager.rol === 'ZORGAANBIEDER' && /"pgbPercentage":\d/.test(tekst) ? ['S7 pgbPercentage'] : []),
  ];
}

/** The refusals among the answers, as text. */
function weigeringen(data: Antwoord['body']['data']): string {
  return JSON.stringify(Object.values(data ?? {}).filter(isWeigering));
}

/** True when something may have been stored. */
export function isGeslaagd({ body }: Antwoord): boolean {
  const data = Object.values(body.data ?? {});
  return data.some((value) => value !== null && !isWeigering(value));
}

function isWeigering(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'melding' in value;
}
