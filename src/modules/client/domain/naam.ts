/** The parts of a name as the registers keep them. */
export interface Naamdelen {
  readonly geslachtsnaam: string | null;
  readonly voorvoegselGeslachtsnaam: string | null;
  readonly partnernaam: string | null;
  readonly voorvoegselPartnernaam: string | null;
  readonly voornamen: string | null;
  readonly voorletters: string | null;
  readonly roepnaam: string | null;
  /** COD700. */
  readonly naamgebruik: string | null;
}

/**
 * The name by which somebody is addressed: initials, or else a first name, before the surname of choice (COD700).
 * A choice that needs a partner's name that is not there falls back on the own name.
 */
export function naamOf(delen: Naamdelen): string {
  const eigen = joined(' ', delen.voorvoegselGeslachtsnaam, delen.geslachtsnaam);
  const partner =
    delen.partnernaam === null ? '' : joined(' ', delen.voorvoegselPartnernaam, delen.partnernaam);
  const voor = delen.voorletters ?? delen.roepnaam ?? delen.voornamen;
  return joined(' ', voor, surname(delen.naamgebruik, eigen, partner));
}

function surname(naamgebruik: string | null, eigen: string, partner: string): string {
  switch (naamgebruik) {
    case '2':
      return partner || eigen;
    case '3':
      return joined('-', partner, eigen);
    case '4':
      return joined('-', eigen, partner);
    default:
      return eigen;
  }
}

function joined(separator: string, ...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(separator);
}

const VOORVOEGSELS =
  /^(?:(?:van|von|der|den|des|de|het|'t|’t|'s|te|ten|ter|in|op|aan|bij|uit|onder|over|voor|la|le|el|al|du|di|da|dos|d'|l')\s+)+(?=\S)/iu;

/**
 * What may stand at the start of a surname when somebody looks for this name: as typed, and without the prefix, which
 * the registers keep apart (`van der Berg` is found under Berg).
 */
export function zoeknamenOf(naam: string): string[] {
  const spelled = naam.normalize('NFC').trim().replace(/\s+/gu, ' ');
  return [...new Set([spelled, spelled.replace(VOORVOEGSELS, '')])].filter((text) => text !== '');
}
