import type { Actor } from '../../platform/context/index.js';
import { NietToegestaan } from '../../platform/errors/index.js';

/**
 * Whose contact duties an actor may see: a zorgkantoor those of its clients and of the clients it carries care out for;
 * a zorgaanbieder those of a bemiddeling it holds a regierol in, from its registration to its last day. SQL on `v`, with
 * `bemiddeling_id` and `zorgkantoor`; it reads the claims of the frame. One plain predicate per role.
 */
const DUTIES_VISIBLE: Readonly<Record<Actor['rol'], string>> = {
  ZORGKANTOOR: `(v.zorgkantoor = any ((select app_uzovi())::text[]) or exists (
    select from bemiddelingspecificatie s
    where s.bemiddeling_id = v.bemiddeling_id
      and s.uitvoerend_zorgkantoor = any ((select app_uzovi())::text[])))`,
  ZORGAANBIEDER: `v.bemiddeling_id in (
    select r.bemiddeling_id from regiehouder r
    where r.instelling = (select app_agb())
      and (r.einddatum is null or r.einddatum >= (select app_vandaag())))`,
  SYSTEEM: 'true',
  BEHEERDER: 'false',
  LOGBEHEERDER: 'false',
};

export function dutiesVisible(actor: Actor): string {
  return DUTIES_VISIBLE[actor.rol];
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
