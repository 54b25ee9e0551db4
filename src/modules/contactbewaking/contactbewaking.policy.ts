import type { Actor } from '../../platform/context/index.js';
import { NietToegestaan } from '../../platform/errors/index.js';
import type { Signaalsoort } from './domain/signaal.js';
import { BEMIDDELINGEN_MET_REGIEROL, BEMIDDELINGEN_UITGEVOERD } from '../toegang/index.js';

/**
 * Whose contact duties an actor may see: a zorgkantoor those of its clients and of the clients it carries care out for;
 * a zorgaanbieder those of a bemiddeling it holds a regierol in, from its first to its last day. SQL on a row
 * with `bemiddeling_id` and `zorgkantoor`; it reads the claims of the frame. One plain predicate per role.
 */
const DUTIES_VISIBLE: Readonly<Record<Actor['rol'], string>> = {
  ZORGKANTOOR: `(rij.zorgkantoor = any ((select app_uzovi())::text[]) or rij.bemiddeling_id in (${BEMIDDELINGEN_UITGEVOERD}))`,
  ZORGAANBIEDER: `rij.bemiddeling_id = any (array(${BEMIDDELINGEN_MET_REGIEROL}))`,
  SYSTEEM: 'true',
  BEHEERDER: 'false',
  LOGBEHEERDER: 'false',
};

/** @param rij the name of the row in the statement: of an obligation or of a signal */
export function dutiesVisible(actor: Actor, rij: 'v' | 's' = 'v'): string {
  return DUTIES_VISIBLE[actor.rol].replaceAll('rij.', `${rij}.`);
}

/**
 * A contact is recorded by who made it: a zorgaanbieder, in a regierol. Which role it held on which day is for the rules
 * of the contact.
 * @returns the AGB of the zorgaanbieder
 * @throws NietToegestaan
 */
export function agbOfRecorder(actor: Actor): string {
  if (actor.rol === 'ZORGAANBIEDER' && actor.agb !== null) return actor.agb;
  throw new NietToegestaan('Een contact legt de zorgaanbieder met de regierol zelf vast.');
}

/** Only who made a contact may correct it. @throws NietToegestaan */
export function assertMayCorrect(actor: Actor, contact: { readonly instelling: string }): void {
  if (actor.rol === 'ZORGAANBIEDER' && actor.agb === contact.instelling) return;
  throw new NietToegestaan('Een contact wordt alleen gecorrigeerd door de zorgaanbieder die het vastlegde.');
}

/** An office asks more of the providers of its own clients only. @throws NietToegestaan */
export function assertMaySetNorm({ rol, uzovi }: Actor, zorgkantoor: string): void {
  if (rol === 'ZORGKANTOOR' && uzovi.includes(zorgkantoor)) return;
  throw new NietToegestaan('Een zorgkantoor legt alleen voor zijn eigen regio’s een norm vast.', [
    'zorgkantoor',
  ]);
}

/**
 * A signal is put off by who must act on it: the provider that bears the duty, or the responsible zorgkantoor, which
 * alone puts off what was escalated to it.
 * @throws NietToegestaan
 */
export function assertMaySnooze(
  { rol, uzovi, agb }: Actor,
  signaal: { readonly soort: Signaalsoort; readonly zorgkantoor: string; readonly instelling: string },
): void {
  if (rol === 'ZORGKANTOOR' && uzovi.includes(signaal.zorgkantoor)) return;
  if (rol === 'ZORGAANBIEDER' && agb === signaal.instelling && signaal.soort !== 'ESCALATIE') return;
  throw new NietToegestaan('Een signaal stelt alleen uit wie er iets mee moet doen.', ['signaalID']);
}

/** A provider sees its own record; an office that of whoever it asks for, over its own clients. @throws NietToegestaan */
export function assertMaySeePrestatie({ rol, agb }: Actor, instelling: string): void {
  if (rol === 'ZORGKANTOOR' || (rol === 'ZORGAANBIEDER' && agb === instelling)) return;
  throw new NietToegestaan('Een zorgaanbieder ziet alleen zijn eigen gegevens.', ['instelling']);
}
