import { z } from 'zod';

const item = z.object({ soort: z.string(), naam: z.string(), inhoud: z.string().nullable() });

/** The first part of a backup. */
const beginSchema = z.object({
  deel: z.literal('begin'),
  gemaaktOp: z.string(),
  /** Major version of the PostgreSQL it was taken from. */
  server: z.number().int(),
  /** Names of the migrations that had been applied, in order. */
  migraties: z.array(z.string()),
  schema: z.array(item),
});

/** Comes before the rows of a table. */
const tabelSchema = z.object({
  deel: z.literal('tabel'),
  tabel: z.string(),
  kolommen: z.array(z.string()).min(1),
});

/** Comes after the rows of a table. */
const telSchema = z.object({
  deel: z.literal('telling'),
  tabel: z.string(),
  rijen: z.number().int(),
  som: z.string(),
});

/** The last part: where the sequences stood. */
const eindSchema = z.object({
  deel: z.literal('einde'),
  reeksen: z.array(z.object({ reeks: z.string(), stand: z.string(), gebruikt: z.boolean() })),
});

export const partSchema = z.discriminatedUnion('deel', [beginSchema, tabelSchema, telSchema, eindSchema]);

export type Begin = z.infer<typeof beginSchema>;
export type Tabel = z.infer<typeof tabelSchema>;
export type Telling = z.infer<typeof telSchema>;
export type Einde = z.infer<typeof eindSchema>;

/** What both ways tell of a backup. */
export interface BackupReport {
  readonly tabellen: number;
  readonly rijen: number;
  readonly migraties: number;
}

/** Texts of values are the same on every server with these, whatever its own settings. */
export const SAME_TEXTS = `
  set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 3; set local bytea_output = 'hex'; set local client_encoding = 'UTF8';
  set local search_path = public; set local synchronize_seqscans = off;
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`;

/** Held by whoever migrates; shared by whoever copies, so that no table changes shape in between. */
export const MIGRATION_LOCK = 'wlz-regie migrations';

export function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

export function copyStatement(
  tabel: string,
  kolommen: readonly string[],
  way: 'to stdout' | 'from stdin',
): string {
  return `copy public.${quote(tabel)} (${kolommen.map(quote).join(', ')}) ${way}`;
}
