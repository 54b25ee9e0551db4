import type { Actor, Rol } from './request-context.js';

/** Who may know the employees of every organisation by name. A provider works beside its competitors. */
const KENT_IEDEREEN: readonly Rol[] = ['ZORGKANTOOR', 'BEHEERDER', 'LOGBEHEERDER', 'SYSTEEM'];

/**
 * Who registered something, as this actor may see it: a provider sees its own hand only, because no row says for which
 * organisation somebody worked. Null when it is not for these eyes.
 */
export function vastleggerVoor({ rol, sub }: Actor, geregistreerdDoor: string | null): string | null {
  return KENT_IEDEREEN.includes(rol) || geregistreerdDoor === sub ? geregistreerdDoor : null;
}
