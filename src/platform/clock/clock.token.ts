/** Injection token of the process's one Clock. */
export const CLOCK = Symbol('CLOCK');
