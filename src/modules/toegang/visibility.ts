import type { Actor } from '../../platform/context/index.js';

/** SQL sub-selects of what an actor may see. They read the claims of the frame, so they hold no parameters. */
export interface Visibility {
  /** Yields `bemiddeling_id`. */
  readonly bemiddelingen: string;
  /** Yields `client_id`. */
  readonly clienten: string;
}

const NOTHING: Visibility = {
  bemiddelingen: 'select bemiddeling_id from bemiddeling where false',
  clienten: 'select client_id from client where false',
};

/** One plain predicate per role, never an `or` over roles: that keeps them provable and fast. */
const VISIBLE: Readonly<Record<Actor['rol'], Visibility>> = {
  ZORGKANTOOR: {
    bemiddelingen: 'select bemiddeling_id from zichtbaar_zorgkantoor_bemiddeling',
    clienten: 'select client_id from zichtbaar_zorgkantoor_client',
  },
  ZORGAANBIEDER: {
    bemiddelingen: 'select bemiddeling_id from zichtbaar_zorgaanbieder_bemiddeling',
    clienten: 'select client_id from zichtbaar_zorgaanbieder_client',
  },
  SYSTEEM: {
    bemiddelingen: 'select bemiddeling_id from bemiddeling',
    clienten: 'select client_id from client',
  },
  BEHEERDER: NOTHING,
  LOGBEHEERDER: NOTHING,
};

/**
 * What this actor may see: a zorgkantoor what it is responsible for or carries out, a zorgaanbieder what it delivers,
 * waits for or holds a regierol in, until its last day; a process everything; keepers of the system and the log nothing.
 */
export function visible(actor: Actor): Visibility {
  return VISIBLE[actor.rol];
}
