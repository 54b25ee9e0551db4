import { z } from 'zod';
import { isDay } from '../../../platform/clock/index.js';
import { PARTIJEN, REGIEROL, VORMEN } from '../domain/verplichting.js';

/** A line of the file of contacts. `gesproken` is nee for an attempt. */
export const contactmomentRecord = z.strictObject({
  bemiddelingID: z
    .string()
    .toLowerCase()
    .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
  datum: z.string().refine(isDay),
  instelling: z.string().regex(/^\d{8}$/),
  regierol: z.enum([REGIEROL.COORDINATOR_ZORG_THUIS, REGIEROL.DOSSIERHOUDER]),
  met: z.enum(PARTIJEN),
  vorm: z.enum(VORMEN),
  gesproken: z.enum(['ja', 'nee']),
});

export type ContactmomentRecord = z.infer<typeof contactmomentRecord>;

/** Columns of the file, in order. */
export const KOLOMMEN = Object.keys(contactmomentRecord.shape) as readonly (keyof ContactmomentRecord)[];
