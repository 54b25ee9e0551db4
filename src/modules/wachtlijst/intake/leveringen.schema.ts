import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { isDay, type Day, type Instant } from '../../../platform/clock/index.js';
import type { Afstel, Leveringperiode, Uitstelperiode } from '../domain/traject.js';

/** A Levering with all that hangs under it, as the Leveringsregister holds it. */
export interface LeveringRecord {
  readonly leveringID: string;
  readonly client: { readonly clientID: string; readonly bsn: string };
  readonly bemiddelingspecificatieID: string;
  readonly uitstelperiodes: readonly Omit<Uitstelperiode, 'bron' | 'redenHandmatig'>[];
  readonly leveringperiodes: readonly Leveringperiode[];
  readonly afstel: Afstel | null;
}

/** A provider's report of one allocation over the years; far more than anybody has. */
const MOST_PERIODS = 500;

const storable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');
/** An id, in lower case. */
export const uuid = z
  .string()
  .toLowerCase()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
const day: z.ZodType<Day> = z.string().refine(isDay);
const instant: z.ZodType<Instant> = z.iso
  .datetime({ offset: true })
  .refine((text) => isDay(text.slice(0, 10)))
  .transform((text) => Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 }));
const code = z.string().regex(/^\d{1,2}$/);
const text = z.string().trim().min(1).max(250).refine(storable);

/** Absent and null are the same in these files. */
const optional = <T>(schema: z.ZodType<T>) => schema.nullish().transform((value): T | null => value ?? null);
/** Lists that this register does not keep may be named when they hold nothing. */
const nothing = z.union([z.null(), z.array(z.unknown()).max(0)]).optional();

/** One record of the file. Fields that this register does not keep are passed over when they hold nothing. */
export const leveringRecord: z.ZodType<LeveringRecord> = z
  .object({
    leveringID: uuid,
    client: z.object({ clientID: uuid, bsn: z.string().max(20).refine(storable) }),
    bemiddelingspecificatieID: uuid,
    uitstelperiodes: z
      .array(
        z
          .object({
            uitstelperiodeID: uuid,
            ingangsdatum: day,
            einddatum: optional(day),
            vaststellingMoment: instant,
            reden: optional(text),
            leveringsstatus: code,
            // Rule W1 says what is missing, better than the shape can.
            leveringsstatusClassificatie: optional(code).transform((value) => value ?? ''),
          })
          .catchall(nothing),
      )
      .max(MOST_PERIODS),
    leveringperiodes: z
      .array(
        z
          .object({
            leveringperiodeID: uuid,
            ingangsdatum: day,
            einddatum: optional(day),
            vaststellingMoment: instant,
            sleuteldatum: optional(day),
            beeindigingReden: optional(text),
            aanbiederBestemming: optional(text),
          })
          .catchall(nothing),
      )
      .max(MOST_PERIODS),
    afstel: optional(
      z
        .object({
          afstelID: uuid,
          afsteldatum: day,
          vaststellingMoment: instant,
          reden: optional(text),
          aanbiederBestemming: optional(text),
        })
        .catchall(nothing),
    ),
  })
  .catchall(nothing);
