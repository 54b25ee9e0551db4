import { holdsOn, type Day } from '../../../platform/clock/index.js';
import { OngeldigeInvoer, RegelGeschonden, type DomainError } from '../../../platform/errors/index.js';
import { REGIEROL, type Contactvorm, type Partij, type Regierol, type Rolperiode } from './verplichting.js';

/** The rule every refusal of a contact names, and the brochure it rests on. */
export const REGEL = 'C1';
export const BRON = 'S3';

/** A contact as somebody says it was. */
export interface Contactopgave {
  readonly datum: Day;
  /** AGB of the provider that made it. */
  readonly instelling: string;
  readonly regierol: Regierol;
  readonly met: Partij;
  readonly vorm: Contactvorm;
  readonly gesproken: boolean;
}

/** What of the bemiddeling and its client decides whether a contact can have been. */
export interface Contactomgeving {
  readonly vandaag: Day;
  readonly rollen: readonly Rolperiode[];
  readonly contactpersonen: readonly { readonly ingangsdatum: Day; readonly einddatum: Day | null }[];
}

const refused = (melding: string, veld: string): DomainError =>
  new RegelGeschonden(REGEL, BRON, melding, [veld]);

/**
 * Why this contact cannot be recorded, or null when it can. Whether it counts for a duty is another question: a contact
 * outside any duty is recorded as well.
 */
export function bezwaarTegen(contact: Contactopgave, omgeving: Contactomgeving): DomainError | null {
  if (contact.datum > omgeving.vandaag)
    return refused('Een contact kan niet in de toekomst liggen.', 'datum');
  return bezwaarTegenRol(contact, omgeving) ?? bezwaarTegenPartij(contact, omgeving);
}

function bezwaarTegenRol(contact: Contactopgave, { rollen }: Contactomgeving): DomainError | null {
  const held = rollen.some(
    (rol) =>
      rol.regierol === contact.regierol &&
      rol.instelling === contact.instelling &&
      holdsOn(contact.datum, rol.ingangsdatum, rol.einddatum),
  );
  return held
    ? null
    : refused('De zorgaanbieder had deze regierol niet op de dag van het contact.', 'regierol');
}

function bezwaarTegenPartij(contact: Contactopgave, omgeving: Contactomgeving): DomainError | null {
  if (contact.met === 'CONTACTPERSOON') {
    const present = omgeving.contactpersonen.some((persoon) =>
      holdsOn(contact.datum, persoon.ingangsdatum, persoon.einddatum),
    );
    return present ? null : refused('De cliënt had op die dag geen contactpersoon.', 'met');
  }
  if (contact.met === 'DOSSIERHOUDER') {
    if (contact.regierol === REGIEROL.DOSSIERHOUDER) {
      return refused('Een dossierhouder kan geen contact met zichzelf vastleggen.', 'met');
    }
    const present = omgeving.rollen.some(
      (rol) =>
        rol.regierol === REGIEROL.DOSSIERHOUDER && holdsOn(contact.datum, rol.ingangsdatum, rol.einddatum),
    );
    return present ? null : refused('Er was op die dag geen dossierhouder.', 'met');
  }
  return null;
}

/** Two contacts are the same when they agree in all that one can tell them apart by; `gesproken` is what they say. */
export function isZelfdeContact(a: Contactopgave, b: Contactopgave): boolean {
  return contactsleutel(a) === contactsleutel(b);
}

/** Within one bemiddeling. */
export function contactsleutel({ datum, instelling, regierol, met, vorm }: Contactopgave): string {
  return [datum, instelling, regierol, met, vorm].join(' ');
}

/** The refusal of a contact that is there already and says something else. */
export function alVastgelegd(veld: string): DomainError {
  return refused('Dit contact is al vastgelegd. Corrigeer het contact dat er is.', veld);
}

/** What may be put right in a contact; what is left out stays. Who made it, in which role, cannot change. */
export interface Contactcorrectie {
  readonly datum?: Day | null;
  readonly met?: Partij | null;
  readonly vorm?: Contactvorm | null;
  readonly gesproken?: boolean | null;
  readonly intrekken?: boolean | null;
}

/** The contact after the correction. Withdrawing it and changing it are two different things. */
export function gecorrigeerd<C extends Contactopgave & { readonly ingetrokken: boolean }>(
  contact: C,
  { datum, met, vorm, gesproken, intrekken }: Contactcorrectie,
): C {
  if (contact.ingetrokken) throw refused('Dit contact is al ingetrokken.', 'contactmomentID');
  const changes = [datum, met, vorm, gesproken].filter((value) => value !== undefined && value !== null);
  if (intrekken === true) {
    if (changes.length > 0)
      throw new OngeldigeInvoer('Trek het contact in, of wijzig het; niet allebei.', { pad: ['intrekken'] });
    return { ...contact, ingetrokken: true };
  }
  if (changes.length === 0) throw new OngeldigeInvoer('Er is niets opgegeven om te wijzigen.');
  return {
    ...contact,
    datum: datum ?? contact.datum,
    met: met ?? contact.met,
    vorm: vorm ?? contact.vorm,
    gesproken: gesproken ?? contact.gesproken,
  };
}
