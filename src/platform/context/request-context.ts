import type { Day, Instant } from '../clock/index.js';

/** What somebody may act as. */
export type Rol = 'ZORGKANTOOR' | 'ZORGAANBIEDER' | 'BEHEERDER' | 'LOGBEHEERDER' | 'SYSTEEM';

/** Who is asking, as the verified token says. */
export interface Actor {
  /** Subject of the token: identifies the person or process. */
  readonly sub: string;
  /** Issuer of the token, within which `sub` is unique; processes have none. */
  readonly uitgever?: string;
  /** The one role this request acts under; rights of two roles never mix in one request. */
  readonly rol: Rol;
  /** All roles the token carries. */
  readonly rollen: readonly Rol[];
  /** UZOVI codes of the zorgkantoren this actor acts for; empty for a provider. */
  readonly uzovi: readonly string[];
  /** AGB code of the provider this actor acts for; null for a zorgkantoor. */
  readonly agb: string | null;
}

/** Passed first to every use case: who, which request, what time it is. */
export interface RequestContext {
  readonly actor: Actor;
  readonly requestId: string;
  /** Name of the operation, for the log (`wachtlijst`, `recordContactmoment`, `import indicaties`). */
  readonly operatie: string;
  readonly now: Instant;
  readonly today: Day;
  /** Where the request came in from: an IP address, or the machine of a process. */
  readonly toegangspunt?: string;
  /** Trace of which this request is a part, as the caller named it (B3); 16 or 32 hexadecimal digits. */
  readonly traceId?: string;
}
