/**
 * The stable codes of a refusal. A client may branch on them; the Dutch `melding` is for people.
 * The first group becomes a member of a mutation's result union, whatever the feature.
 */
export type WeigeringCode =
  | 'REGEL_GESCHONDEN' // a rule of the domain says no; `regel` names it
  | 'ONGELDIGE_INVOER' // the value itself is wrong (code, check digit, period)
  | 'NIET_GEVONDEN' // unknown, or not yours: the same answer on purpose
  | 'NIET_TOEGESTAAN' // yours to see, not yours to change
  | 'VERSIE_VEROUDERD' // somebody changed it after you looked
  | 'SLEUTEL_HERGEBRUIKT'; // an idempotency key that was used with other input

export interface WeigeringDetails {
  /** Id of the rule in docs/begrippen.md and facts §13, such as `W1`; null when no numbered rule is at stake. */
  readonly regel?: string | null;
  /** The norm the rule rests on, such as `CS131`, `CD090` or `OP324`. */
  readonly bron?: string | null;
  /** Path of the offending field in the input, outermost first. */
  readonly pad?: readonly string[];
}

/**
 * An expected refusal. Thrown inside the transaction, so that it rolls back, and answered as a member of the
 * result union. It never echoes the value it refuses: that may be a BSN.
 */
export class DomainError extends Error {
  readonly code: WeigeringCode;
  readonly regel: string | null;
  readonly bron: string | null;
  readonly pad: readonly string[];

  constructor(code: WeigeringCode, melding: string, details: WeigeringDetails = {}) {
    super(melding);
    this.name = new.target.name;
    this.code = code;
    this.regel = details.regel ?? null;
    this.bron = details.bron ?? null;
    this.pad = details.pad ?? [];
  }

  get melding(): string {
    return this.message;
  }
}

/** A numbered rule of the domain is broken. */
export class RegelGeschonden extends DomainError {
  constructor(regel: string, bron: string | null, melding: string, pad: readonly string[] = []) {
    super('REGEL_GESCHONDEN', melding, { regel, bron, pad });
  }
}

/** A value is not what its field takes (check digit, code list, period). */
export class OngeldigeInvoer extends DomainError {
  constructor(melding: string, details: WeigeringDetails = {}) {
    super('ONGELDIGE_INVOER', melding, details);
  }
}

/** Unknown or foreign: the two cannot be told apart from the answer. */
export class NietGevonden extends DomainError {
  constructor(wat: string, pad: readonly string[] = []) {
    super('NIET_GEVONDEN', `${wat} is niet gevonden.`, { pad });
  }
}

/** The actor may see this, but may not do that with it. */
export class NietToegestaan extends DomainError {
  constructor(melding: string, pad: readonly string[] = []) {
    super('NIET_TOEGESTAAN', melding, { pad });
  }
}

/** Somebody with a good token is kept out, altogether or in this role. Holds for whatever they ask. */
export class ToegangIngetrokken extends DomainError {
  constructor() {
    super('NIET_TOEGESTAAN', 'Uw toegang is ingetrokken. Neem contact op met uw beheerder.', {
      regel: 'TOEGANG_INGETROKKEN',
    });
  }
}

/** The record changed after the actor read the `versie` that came with this request. */
export class VersieVerouderd extends DomainError {
  constructor(pad: readonly string[] = ['versie']) {
    super('VERSIE_VEROUDERD', 'Iemand anders heeft dit intussen gewijzigd. Haal de actuele gegevens op.', {
      pad,
    });
  }
}

/** The idempotency key was used before with other input. */
export class SleutelHergebruikt extends DomainError {
  constructor(pad: readonly string[] = ['idempotencySleutel']) {
    super('SLEUTEL_HERGEBRUIKT', 'Deze sleutel is al gebruikt voor een andere opdracht.', { pad });
  }
}
