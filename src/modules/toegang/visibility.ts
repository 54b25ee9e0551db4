import type { Actor } from '../../platform/context/index.js';

/**
 * What an actor may see, as SQL. It reads the claims of the frame, so it holds no parameters. The sub-selects are worked
 * out as a whole: for searches and counts. The conditions look each row up: for rows that are found by id.
 */
export interface Visibility {
  /** Yields `bemiddeling_id`. */
  readonly bemiddelingen: string;
  /** Yields `client_id`. */
  readonly clienten: string;
  /** Whether the bemiddeling in this place is among them. */
  readonly bemiddeling: (place: Place) => string;
  /** Whether the client in this place is among them. */
  readonly client: (place: Place) => string;
}

/** A column with its table, so that it cannot be taken for a column of the view, or a parameter. */
type Place = `${string}.${string}` | `$${number}::uuid`;

const NOTHING: Visibility = {
  bemiddelingen: 'select bemiddeling_id from bemiddeling where false',
  clienten: 'select client_id from client where false',
  bemiddeling: () => 'false',
  client: () => 'false',
};

/** Both forms over the views of one role. The `limit` keeps the planner from gathering the whole view for a few rows. */
function throughViews(role: 'zorgkantoor' | 'zorgaanbieder'): Visibility {
  const bemiddelingen = `zichtbaar_${role}_bemiddeling`;
  const clienten = `zichtbaar_${role}_client`;
  return {
    bemiddelingen: `select bemiddeling_id from ${bemiddelingen}`,
    clienten: `select client_id from ${clienten}`,
    bemiddeling: (place) =>
      `(select true from ${bemiddelingen} zichtbaar where zichtbaar.bemiddeling_id = ${place} limit 1) is true`,
    client: (place) =>
      `(select true from ${clienten} zichtbaar where zichtbaar.client_id = ${place} limit 1) is true`,
  };
}

/** Yields the bemiddelingen of which the zorgkantoor of the frame carries a part out. */
export const BEMIDDELINGEN_UITGEVOERD = `
  select recht.bemiddeling_id from toegangsrecht_zorgkantoor recht
  where recht.grond = 'UITVOEREND' and recht.zorgkantoor = any ((select app_uzovi())::text[])`;

/** Yields the bemiddelingen in which the zorgaanbieder of the frame holds a regierol today. */
export const BEMIDDELINGEN_MET_REGIEROL = `
  select recht.bemiddeling_id from toegangsrecht recht
  where recht.grond = 'REGIEROL' and recht.agb = (select app_agb())
    and recht.van <= (select app_vandaag()) and recht.tot >= (select app_vandaag())`;

/** One plain predicate per role, never an `or` over roles: that keeps them provable and fast. */
const VISIBLE: Readonly<Record<Actor['rol'], Visibility>> = {
  ZORGKANTOOR: throughViews('zorgkantoor'),
  ZORGAANBIEDER: throughViews('zorgaanbieder'),
  SYSTEEM: {
    bemiddelingen: 'select bemiddeling_id from bemiddeling',
    clienten: 'select client_id from client',
    bemiddeling: () => 'true',
    client: () => 'true',
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
