import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { isDay } from '../../platform/clock/index.js';
import type {
  ClassificatieRij,
  CodelijstRij,
  ContactnormRij,
  ZorgprofielRij,
} from './domain/codelijst-rijen.js';

const day = z.string().refine(isDay);
const empty = <T extends z.ZodType>(schema: T) => z.union([z.literal('').transform(() => null), schema]);
const toelaatbaar = z.enum(['JA', 'NEE', 'ONBEKEND']);

const codelijstRij = z.strictObject({
  lijst: z.string().regex(/^COD\d{3,4}$/),
  code: z.string().min(1),
  ingangsdatum: day,
  expiratiedatum: empty(day),
  omschrijving: z.string().min(1),
  bron: z.string().min(1),
});

const classificatieRij = z.strictObject({
  leveringsstatus: z.string().min(1),
  classificatie: z.string().min(1),
  geldigVanaf: day,
  geldigTot: empty(day),
  bron: z.string().min(1),
  zekerheid: z.enum(['A', 'B', 'C', 'D', 'P']),
});

const zorgprofielRij = z.strictObject({
  zzpCode: z.string().regex(/^\d{3}$/),
  geldigVanaf: day,
  geldigTot: empty(day),
  sector: empty(z.enum(['VV', 'GHZ', 'GGZ'])),
  profielgroep: empty(z.string().min(1)),
  pgb: toelaatbaar,
  thuis: toelaatbaar,
  bron: z.string().min(1),
});

const contactnormRij = z.strictObject({
  regierol: z.enum(['1', '2']),
  tegenpartij: z.enum(['CLIENT', 'DOSSIERHOUDER']),
  leveringsstatus: z.string().min(1),
  classificatie: empty(z.string().min(1)),
  maxDagen: z.coerce.number().int().min(1).max(183),
  geldigVanaf: day,
  geldigTot: empty(day),
  bron: z.string().min(1),
});

export interface CodelijstBestanden {
  readonly waarden: readonly CodelijstRij[];
  readonly paren: readonly ClassificatieRij[];
  readonly profielen: readonly ZorgprofielRij[];
  readonly normen: readonly ContactnormRij[];
}

/** The rows this release carries, from `data/*.csv` beside this file (the build copies them along). */
export function readCodelijstBestanden(): CodelijstBestanden {
  return {
    waarden: rows('codelijsten.csv', codelijstRij),
    paren: rows('wachtstatus-classificaties.csv', classificatieRij),
    profielen: rows('zorgprofielen.csv', zorgprofielRij),
    normen: rows('contactnormen.csv', contactnormRij),
  };
}

function rows<T extends z.ZodType>(file: string, schema: T): z.infer<T>[] {
  const text = readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8');
  const records: unknown = parse(text, { delimiter: ';', columns: true });
  return z.array(schema).parse(records);
}
