import type {
  Clientdossier,
  Clientgegevens,
  Contactgegevensrij,
  Contactpersoongegevens,
} from './clientdossier.js';
import type { Bereikbaarheid, Clientopgave, Contactgegevensopgave } from './clientopgave.js';
import { NO_ADRES, NO_CLIENT, NO_CONTACTGEGEVENS, NO_CONTACTPERSOON, NO_TELEFOON } from './leeg-dossier.js';

/**
 * The whole dossier that follows from what was stated and what was known. People and data that are not named stay out
 * of it, so that storing it leaves them as they are.
 * @param newID makes an id for what has none yet
 */
export function dossierOf(
  { contactpersonen, contactgegevens, ...opgave }: Clientopgave,
  clientID: string,
  known: Clientdossier | undefined,
  newID: () => string,
): Clientdossier {
  const geheimeClient = opgave.geheimeClient ?? known?.client.geheimeClient ?? '2';
  const naamgebruik = opgave.naamgebruik ?? known?.client.naamgebruik ?? '1';
  return {
    client: merged<Clientgegevens>(NO_CLIENT, known?.client, {
      ...opgave,
      clientID,
      geheimeClient,
      naamgebruik,
    }),
    ...bereikbaarheidOf({ contactpersonen, contactgegevens }, clientID, known, newID),
  };
}

/** The people and data of a client that were stated, each merged with what was known under its id. */
export function bereikbaarheidOf(
  { contactpersonen, contactgegevens }: Bereikbaarheid,
  clientID: string,
  known: Clientdossier | undefined,
  newID: () => string,
): Pick<Clientdossier, 'contactpersonen' | 'contactgegevens'> {
  const rows = (contactgegevens ?? []).map((opgave) =>
    contactgegevensOf(opgave, { clientID, contactpersoonID: null }, known, newID),
  );
  const personen: Contactpersoongegevens[] = [];
  for (const { contactgegevens: bereikbaar, ...opgave } of contactpersonen ?? []) {
    const contactpersoonID = opgave.contactpersoonID ?? newID();
    const former = known?.contactpersonen.find((persoon) => persoon.contactpersoonID === contactpersoonID);
    const relatienummer =
      opgave.relatienummer ??
      former?.relatienummer ??
      nextRelatienummer([...(known?.contactpersonen ?? []), ...personen]);
    personen.push({
      ...merged<Contactpersoongegevens>(NO_CONTACTPERSOON, former, opgave),
      relatienummer,
      contactpersoonID,
      clientID,
    });
    for (const rij of bereikbaar ?? []) {
      rows.push(contactgegevensOf(rij, { clientID: null, contactpersoonID }, known, newID));
    }
  }
  return { contactpersonen: personen, contactgegevens: rows };
}

function contactgegevensOf(
  opgave: Contactgegevensopgave,
  owner: Pick<Contactgegevensrij, 'clientID' | 'contactpersoonID'>,
  known: Clientdossier | undefined,
  newID: () => string,
): Contactgegevensrij {
  const contactgegevensID = opgave.contactgegevensID ?? newID();
  const former = known?.contactgegevens.find((rij) => rij.contactgegevensID === contactgegevensID);
  const rij = merged<Contactgegevensrij>(NO_CONTACTGEGEVENS, former, opgave);
  const { ingangsdatum, einddatum } = rij;
  const part = (present: boolean, id: string | null | undefined) => ({
    id: present ? (id ?? newID()) : null,
    van: present ? ingangsdatum : null,
    tot: present ? einddatum : null,
  });
  const adres = part(anyOf(rij, NO_ADRES), former?.adresID);
  const telefoon = part(anyOf(rij, NO_TELEFOON), former?.telefoonID);
  const email = part(rij.emailadres !== null, former?.emailID);
  return {
    ...rij,
    ...owner,
    contactgegevensID,
    adresID: adres.id,
    adresIngangsdatum: adres.van,
    adresEinddatum: adres.tot,
    telefoonID: telefoon.id,
    telefoonIngangsdatum: telefoon.van,
    telefoonEinddatum: telefoon.tot,
    emailID: email.id,
    emailIngangsdatum: email.van,
    emailEinddatum: email.tot,
  };
}

/** The highest number in use plus one: numbers tell the contact persons of one client apart. */
function nextRelatienummer(personen: readonly Contactpersoongegevens[]): string {
  const numbers = personen.map(({ relatienummer }) => Number(relatienummer)).filter(Number.isSafeInteger);
  return String(Math.max(0, ...numbers) + 1);
}

function anyOf<Part extends object>(rij: Part, part: Part): boolean {
  return (Object.keys(part) as (keyof Part)[]).some((field) => rij[field] !== null);
}

/** What was stated, over what was known, over nothing. Fields that were left out are silent. */
function merged<Row extends object>(
  empty: Partial<Row>,
  known: Partial<Row> | undefined,
  stated: { readonly [Field in keyof Row]?: Row[Field] | null },
): Row {
  const spoken = Object.entries(stated).filter(([, value]) => value !== undefined);
  return { ...empty, ...known, ...Object.fromEntries(spoken) } as Row;
}
