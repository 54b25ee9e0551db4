import { z } from 'zod';
import { asInstant, isDay } from '../../../platform/clock/index.js';
import { UUID_PATTERN } from '../../../platform/intake/index.js';
import type { Bemiddelinggegevens } from '../bemiddeling.repository.js';
import type { Regiehouder, Specificatie } from '../domain/bemiddeling.js';

/** Keys this version does not know are passed over while they hold nothing. */
const leeg = z.null().optional();

const uuid = z.string().toLowerCase().regex(UUID_PATTERN);
const day = z.string().refine(isDay);
const moment = z.string().transform((text, ctx) => {
  const instant = asInstant(text);
  if (instant !== null) return instant;
  ctx.addIssue({ code: 'custom', message: 'no instant' });
  return z.NEVER;
});
const code = z.string().regex(/^[0-9A-Za-z,]{1,20}$/);
const aandeel = z.int().min(-2_000_000_000).max(2_000_000_000);

const orNull = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

const orEmpty = <T extends z.ZodType>(schema: T) =>
  z
    .array(schema)
    .max(500)
    .nullish()
    .transform((value) => value ?? []);

const specificatie = z
  .object({
    bemiddelingspecificatieID: uuid,
    leveringsvorm: code,
    zzpCode: code,
    toewijzingIngangsdatum: day,
    toewijzingEinddatum: orNull(day),
    instelling: orNull(code),
    uitvoerendZorgkantoor: code,
    vaststellingMoment: moment,
    percentage: orNull(aandeel),
    pgbPercentage: orNull(aandeel),
    opname: orNull(code),
    redenIntrekking: orNull(code),
    etmalen: orNull(code),
    instellingBestemming: orNull(code),
    soortToewijzing: code,
  })
  .catchall(leeg);

const regiehouder = z
  .object({
    regiehouderID: uuid,
    instelling: code,
    ingangsdatum: day,
    einddatum: orNull(day),
    regierol: z.enum(['1', '2']),
  })
  .catchall(leeg);

/** An allocation as it stands in a file: its form may still be one that cannot be allocated. */
export type SpecificatieRecord = Omit<Specificatie, 'leveringsvorm'> & { readonly leveringsvorm: string };

export interface BemiddelingRecord extends Omit<Bemiddelinggegevens, 'clientID'> {
  readonly client: { readonly clientID: string; readonly bsn: string };
  readonly bemiddelingspecificatie: readonly SpecificatieRecord[];
  readonly regiehouder: readonly Regiehouder[];
}

/** One bemiddeling as the Bemiddelingsregister hands it on (SDL 1.1.1): the unit of the file. */
export const bemiddelingRecord: z.ZodType<BemiddelingRecord> = z
  .object({
    bemiddelingID: uuid,
    wlzIndicatieID: uuid,
    verantwoordelijkZorgkantoor: code,
    verantwoordelijkheidIngangsdatum: day,
    verantwoordelijkheidEinddatum: orNull(day),
    client: z.object({ clientID: uuid, bsn: z.string().max(20) }).catchall(leeg),
    bemiddelingspecificatie: orEmpty(specificatie),
    regiehouder: orEmpty(regiehouder),
  })
  .catchall(leeg);
