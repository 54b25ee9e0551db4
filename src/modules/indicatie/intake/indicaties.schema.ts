import { z } from 'zod';
import { isDay } from '../../../platform/clock/index.js';

/**
 * The shape of one WlzIndicatie of the Indicatieregister (SDL 1.6.5), field names as there. Only shapes are judged here;
 * what a value may be is for the rules. Keys we do not know are left out, keys that are absent are null.
 */
const text = z.string();
const optionalText = text.nullish().transform((value) => value ?? null);
const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i)
  .transform((value) => value.toLowerCase());
const optionalUuid = uuid.nullish().transform((value) => value ?? null);
const day = z.string().refine(isDay);
const optionalDay = day.nullish().transform((value) => value ?? null);
const integer = z.number().int().min(0).max(2_147_483_647);
const optionalInteger = integer.nullish().transform((value) => value ?? null);

/** What the database cannot keep: NUL, and halves of surrogate pairs. */
const storable = (value: unknown): boolean =>
  value === null || typeof value !== 'object'
    ? typeof value !== 'string' || (value.isWellFormed() && !value.includes('\u0000'))
    : Object.entries(value).every(([key, part]) => storable(key) && storable(part));
const registerObjects = z
  .array(z.record(z.string(), z.unknown()).refine(storable))
  .nullish()
  .transform((value) => value ?? []);

function listOf<T extends z.ZodType>(item: T) {
  return z
    .array(item.nullable())
    .nullish()
    .transform((items) =>
      (items ?? []).filter((value): value is NonNullable<typeof value> => value !== null),
    );
}

const periode = { ingangsdatum: day, einddatum: optionalDay };

const contactgegevensRecord = z.object({
  contactGegevensID: uuid,
  clientID: optionalUuid,
  contactPersoonID: optionalUuid,
  adres: z
    .object({
      adresID: uuid,
      adresSoort: text,
      straatnaam: optionalText,
      huisnummer: optionalInteger,
      huisletter: optionalText,
      huisnummerToevoeging: optionalText,
      postcode: optionalText,
      plaatsnaam: optionalText,
      landCode: optionalText,
      aanduidingWoonadres: optionalText,
      ...periode,
    })
    .nullish()
    .transform((value) => value ?? null),
  telefoon: z
    .object({ telefoonID: uuid, telefoonnummer: text, landnummer: optionalText, ...periode })
    .nullish()
    .transform((value) => value ?? null),
  email: z
    .object({ emailID: uuid, emailadres: text, ...periode })
    .nullish()
    .transform((value) => value ?? null),
});

const contactpersoonRecord = z.object({
  contactPersoonID: uuid,
  relatieNummer: text,
  volgorde: optionalInteger,
  soortRelatie: text,
  rol: optionalText,
  relatie: optionalText,
  voornamen: optionalText,
  roepnaam: optionalText,
  voorletters: optionalText,
  geslachtsnaam: optionalText,
  voorvoegselGeslachtsnaam: optionalText,
  partnernaam: optionalText,
  voorvoegselPartnernaam: optionalText,
  naamGebruik: optionalText,
  geslacht: optionalText,
  geboorteDatum: optionalDay,
  geboortedatumGebruik: optionalText,
  ...periode,
  clientID: uuid,
  contactGegevens: listOf(contactgegevensRecord),
});

const clientRecord = z.object({
  clientID: uuid,
  bsn: text,
  geheimeClient: text,
  geboorteDatum: day,
  geboortedatumGebruik: optionalText,
  geslacht: text,
  burgerlijkeStaat: optionalText,
  geslachtsnaam: text,
  voorvoegselGeslachtsnaam: optionalText,
  partnernaam: optionalText,
  voorvoegselPartnernaam: optionalText,
  voornamen: optionalText,
  roepnaam: optionalText,
  voorletters: optionalText,
  naamGebruik: text,
  leefeenheid: optionalText,
  agbcodeHuisarts: optionalText,
  communicatieVorm: optionalText,
  taal: optionalText,
  commentaar: optionalText,
  contactPersoon: listOf(contactpersoonRecord),
  contactGegevens: listOf(contactgegevensRecord),
});

export const wlzIndicatieRecord = z.object({
  wlzindicatieID: uuid,
  bsn: text,
  besluitnummer: integer,
  soortWlzindicatie: text,
  afgiftedatum: day,
  ingangsdatum: day,
  einddatum: optionalDay,
  meerzorg: optionalText,
  initieelVerantwoordelijkZorgkantoor: text,
  vervaldatum: optionalDay,
  commentaar: optionalText,
  grondslag: listOf(z.object({ grondslagID: uuid, grondslag: text, volgorde: integer })),
  geindiceerdZorgzwaartepakket: listOf(
    z.object({
      geindiceerdZorgzwaartepakketID: uuid,
      zzpCode: text,
      ...periode,
      voorkeurClient: optionalText,
      instellingVoorkeur: optionalText,
      financiering: text,
      commentaar: optionalText,
    }),
  ),
  beperking: registerObjects,
  stoornis: registerObjects,
  stoornisScore: registerObjects,
  wzd: z
    .object({ wzdID: uuid, wzdVerklaring: text, ingangsdatum: optionalDay, einddatum: optionalDay })
    .nullish()
    .transform((value) => value ?? null),
  client: clientRecord,
});

export type WlzIndicatieRecord = z.output<typeof wlzIndicatieRecord>;
export type ClientRecord = WlzIndicatieRecord['client'];
export type ContactpersoonRecord = ClientRecord['contactPersoon'][number];
export type ContactgegevensRecord = ClientRecord['contactGegevens'][number];
