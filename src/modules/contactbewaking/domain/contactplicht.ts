import { addDays, daysBetween, holdsOn, maxDay, type Day } from '../../../platform/clock/index.js';
import { maxDagen, type Contactnorm } from './contactnorm.js';
import { begonnenOp } from './keten.js';
import {
  KENMERKEN,
  type Contact,
  type Rolperiode,
  type Verplichting,
  type Verplichtingsoort,
  type Wachtsegment,
} from './verplichting.js';

/** A year that also holds in a leap year: twice a year is judged over this many days. */
export const JAAR_DAGEN = 366;
export const CONTACTEN_PER_JAAR = 2;

/** Everything that is known of one bemiddeling and bears on its contact duties. */
export interface Contactgegevens {
  readonly rollen: readonly Rolperiode[];
  /** Of all specificaties of the bemiddeling together. */
  readonly wachtsegmenten: readonly Wachtsegment[];
  readonly contacten: readonly Contact[];
  readonly normen: readonly Contactnorm[];
}

/**
 * The contact duty of this kind in one bemiddeling on `dag`, or null when there is none on that day (rule C1, source S3).
 * It looks at what was known to hold up to that day: a contact of a later day does not count yet. The statement in
 * contactplicht.sql.ts says the same for sets; a test holds the two together.
 */
export function contactverplichting(
  soort: Verplichtingsoort,
  dag: Day,
  { rollen, wachtsegmenten, contacten, normen }: Contactgegevens,
): Verplichting | null {
  const { drager, wachtstatussen } = KENMERKEN[soort];
  const plichtig = wachtsegmenten.filter(({ leveringsstatus }) => wachtstatussen.includes(leveringsstatus));
  const begin = beginVan(soort, dag, rollen, plichtig);
  const houder = nieuwsteHouder(rollen, drager, dag);
  if (begin === null || houder === null) return null;

  const max = maxDagen(
    soort,
    dag,
    plichtig.filter(({ van, tot }) => holdsOn(dag, van, tot)),
    normen,
  );
  const tellend = contacten.filter(
    (contact) => contact.datum >= begin && contact.datum <= dag && contactTelt(soort, contact, rollen),
  );
  const laatsteContact = nieuwste(tellend);
  const uiterlijk = addDays(laatsteContact?.datum ?? begin, max);
  const teLaat = dag > uiterlijk;
  return {
    soort,
    instelling: houder.instelling,
    begin,
    maxDagen: max,
    laatsteContact,
    uiterlijk,
    status: teLaat ? 'TE_LAAT' : 'OPEN',
    dagenTeLaat: teLaat ? daysBetween(uiterlijk, dag) : 0,
    jaarnormGehaald: jaarnorm(begin, dag, tellend),
  };
}

/** The later of the start of the chain of holders (of each role) and of the unbroken row of waiting. */
function beginVan(
  soort: Verplichtingsoort,
  dag: Day,
  rollen: readonly Rolperiode[],
  wachtend: readonly Wachtsegment[],
): Day | null {
  const ketens = KENMERKEN[soort].rollen.map((regierol) =>
    begonnenOp(
      dag,
      rollen
        .filter((rol) => rol.regierol === regierol)
        .map(({ ingangsdatum, einddatum }) => ({ van: ingangsdatum, tot: einddatum })),
    ),
  );
  return [begonnenOp(dag, wachtend), ...ketens].reduce((later, start) =>
    later === null || start === null ? null : maxDay(later, start),
  );
}

/** On a hand-over day two hold the role; the newest of them bears the duty. */
export function nieuwsteHouder(
  rollen: readonly Rolperiode[],
  regierol: Rolperiode['regierol'],
  dag: Day,
): Rolperiode | null {
  return rollen
    .filter((rol) => rol.regierol === regierol && holdsOn(dag, rol.ingangsdatum, rol.einddatum))
    .reduce<Rolperiode | null>(
      (newest, rol) => (newest === null || rol.ingangsdatum > newest.ingangsdatum ? rol : newest),
      null,
    );
}

/** A contact counts when a holder of the role on that day spoke with the right party; the form plays no part. */
export function contactTelt(
  soort: Verplichtingsoort,
  contact: Contact,
  rollen: readonly Rolperiode[],
): boolean {
  const { drager, partijen } = KENMERKEN[soort];
  return (
    contact.gesproken &&
    contact.regierol === drager &&
    partijen.includes(contact.met) &&
    rollen.some(
      (rol) =>
        rol.regierol === drager &&
        rol.instelling === contact.instelling &&
        holdsOn(contact.datum, rol.ingangsdatum, rol.einddatum),
    )
  );
}

/** Of several contacts on one day the one with the highest id, so that the answer is the same every time. */
function nieuwste(contacten: readonly Contact[]): Contact | null {
  return contacten.reduce<Contact | null>((newest, contact) => {
    if (newest === null || contact.datum > newest.datum) return contact;
    return contact.datum === newest.datum && contact.contactmomentID > newest.contactmomentID
      ? contact
      : newest;
  }, null);
}

function jaarnorm(begin: Day, dag: Day, tellend: readonly Contact[]): boolean | null {
  if (daysBetween(begin, dag) < JAAR_DAGEN) return null;
  const vanaf = addDays(dag, -JAAR_DAGEN);
  return tellend.filter(({ datum }) => datum > vanaf).length >= CONTACTEN_PER_JAAR;
}
