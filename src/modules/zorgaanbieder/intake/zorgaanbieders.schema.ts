import { z } from 'zod';
import { type Zorgaanbieder } from '../domain/zorgaanbieder.js';

const storable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');
const text = (max: number) => z.string().trim().min(1).max(max).refine(storable);
const optional = (max: number) =>
  text(max)
    .nullish()
    .transform((value) => value ?? null);
const uuid = z
  .string()
  .toLowerCase()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
const code = z.string().regex(/^[A-Za-z0-9-]{1,20}$/);

/** One record of the file of providers. Keys this version does not know are passed over when they hold nothing. */
export const zorgaanbiederRecord: z.ZodType<Zorgaanbieder> = z
  .object({
    agbCode: text(20),
    naam: text(200),
    zorgkantoor: text(10),
    sectoren: z.array(code).max(20),
    leveringsvormen: z.array(code).min(1).max(20),
    telefoonnummer: optional(40),
    emailadres: optional(200),
    locaties: z
      .array(
        z
          .object({
            locatieID: uuid,
            naam: text(200),
            plaatsnaam: text(100),
            postcode: text(12),
            capaciteit: z.int().min(0).max(100_000),
          })
          .catchall(z.null().optional()),
      )
      .max(1000),
  })
  .catchall(z.null().optional());
