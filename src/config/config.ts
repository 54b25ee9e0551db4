import { z } from 'zod';
import { isDay } from '../platform/clock/index.js';
import { doorSettings } from './door-settings.js';
import { SettingFileError, withSettingsFromFiles } from './settings-from-files.js';
import { faultInTlsPair } from './tls-pair.js';

const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((text) => (text === '' ? undefined : text));

const postgresUrl = optionalText.refine(
  (url) => url === undefined || (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)),
  'geen adres van een PostgreSQL (postgresql://…)',
);

/** Every setting the process reads: type, default and meaning (in Dutch, printed when a value is wrong). */
export const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development').describe('soort omgeving'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe('poort waarop de server luistert'),
  HOST: z.string().trim().min(1).default('127.0.0.1').describe('adres waarop de server luistert'),
  DATABASE_URL: postgresUrl.describe('PostgreSQL 15-18 in plaats van de ingebouwde server'),
  DATABASE_BEHEER_URL: postgresUrl.describe('login die rollen en migraties mag maken; anders DATABASE_URL'),
  WLZ_DATA: optionalText.describe('map voor de ingebouwde database en sleutels; standaard .data'),
  WLZ_DEMO: z.enum(['on', 'off']).default('on').describe('off laat een leeg register leeg'),
  WLZ_VANDAAG: optionalText
    .refine((day) => day === undefined || isDay(day), 'geen bestaande dag (JJJJ-MM-DD)')
    .describe('zet de kalenderdag vast (niet in productie)'),
  WLZ_NU: optionalText
    .refine(
      (instant) => instant === undefined || z.iso.datetime({ offset: true }).safeParse(instant).success,
      {
        message: 'geen moment met tijdzone (zoals 2026-11-01T08:00:00Z)',
      },
    )
    .describe('moment waarop de klok begint te lopen (niet in productie)'),
  WLZ_LEASE: z.coerce
    .number()
    .int()
    .min(1)
    .max(600)
    .default(60)
    .describe('seconden stilte waarna een andere server een lopende taak overneemt'),
  WLZ_AFMELDTIJD: z.coerce
    .number()
    .int()
    .min(0)
    .max(60)
    .optional()
    .describe('seconden dat de server bij het stoppen nog werkt maar niet meer gereed is'),
  WLZ_PSEUDONIEMSLEUTEL: optionalText.describe(
    'sleutel waarmee een bsn in het AW317-bericht een pseudoniem wordt (geheim)',
  ),
  WEBHOOK_SLEUTEL: optionalText
    .refine(
      (key) => key === undefined || /^[A-Za-z0-9+/]{43}=$/.test(key),
      'geen 32 bytes in base64 (openssl rand -base64 32)',
    )
    .describe('sleutel waarmee de geheimen van webhooks versleuteld in de database staan'),
  WLZ_BACKUPSLEUTEL: optionalText
    .refine(
      (key) => key === undefined || /^[A-Za-z0-9+/]{43}=$/.test(key),
      'geen 32 bytes in base64 (openssl rand -base64 32)',
    )
    .describe('sleutel waarmee back-ups worden versleuteld; in productie verplicht om er een te maken'),
  WLZ_VERANTWOORDELIJKE: optionalText.describe(
    'functionaris namens wie de achtergrondprocessen werken, zoals het logboek die noemt; in productie verplicht',
  ),
  ...doorSettings,
  AUTH_ISSUER: optionalText.describe('uitgever van de tokens'),
  AUTH_AUDIENCE: optionalText.describe('publiek waarvoor een token bedoeld moet zijn'),
  AUTH_JWKS_URL: optionalText.describe('adres van de openbare sleutels van de uitgever'),
  AUTH_DISCOVERY_URL: optionalText.describe(
    'adres van de gegevens van de uitgever (…/.well-known/openid-configuration) in plaats van AUTH_JWKS_URL',
  ),
  AUTH_TWEEDE_FACTOR: z
    .enum(['on', 'off'])
    .optional()
    .describe('on eist een tweede factor; in productie is dat altijd zo'),
  AUTH_AMR: optionalText
    .transform((text) => text ?? 'mfa,pwd+otp,pwd+hwk,pwd+swk,pwd+sc,pin+hwk,pin+sc,fpt+hwk,face+hwk')
    .describe('manieren van aanmelden (amr) met twee factoren; + verbindt wat bij elkaar hoort'),
  AUTH_ACR: z
    .string()
    .regex(/^[\w:/.,\- ]*$/)
    .default('')
    .describe('niveaus van aanmelden (acr) die twee factoren betekenen'),
  AUTH_TOKENDUUR: z.coerce
    .number()
    .int()
    .min(60)
    .max(43_200)
    .default(3_600)
    .describe('seconden die een token van de uitgever ten hoogste geldig mag zijn'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('detail van de logregels'),
});

export type Environment = z.infer<typeof environmentSchema>;

/** The settings of one process. */
export interface Config extends Environment {
  readonly production: boolean;
  /** How long a server that stops goes on working while it says that it is not ready: in production a second. */
  readonly noticeSeconds: number;
  /** Folder of the embedded database and the development keys. */
  readonly dataFolder: string;
}

/** A setting is missing or wrong; the message says in Dutch what to set. */
export class ConfigError extends Error {}

/** Reads and checks the environment. Throws a ConfigError that names every wrong setting, never its value. */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const result = environmentSchema.safeParse(complete(environment));
  if (!result.success) {
    const lines = result.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const meaning = environmentSchema.shape[name as keyof Environment].description ?? '';
      return `  ${name} (${meaning}): ${issue.code === 'custom' ? issue.message : 'ongeldige waarde'}`;
    });
    throw new ConfigError(`De instellingen kloppen niet:\n${lines.join('\n')}`);
  }
  const settings = result.data;
  const production = settings.NODE_ENV === 'production';
  if (settings.WLZ_VANDAAG !== undefined && settings.WLZ_NU !== undefined) {
    throw new ConfigError('Zet WLZ_VANDAAG of WLZ_NU, niet allebei.');
  }
  assertTls(settings);
  if (production) assertFitForProduction(settings);
  const noticeSeconds = settings.WLZ_AFMELDTIJD ?? (production ? 1 : 0);
  return { ...settings, production, noticeSeconds, dataFolder: settings.WLZ_DATA ?? '.data' };
}

/** Files read, and what is empty left out: a name without a value in an env file is a setting that nobody set. */
function complete(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  try {
    const settings = withSettingsFromFiles(environment, Object.keys(environmentSchema.shape));
    return Object.fromEntries(Object.entries(settings).filter(([, value]) => value?.trim() !== ''));
  } catch (error) {
    throw error instanceof SettingFileError ? new ConfigError(error.message) : error;
  }
}

function assertTls({ TLS_CERTIFICAAT: certificate, TLS_SLEUTEL: key }: Environment): void {
  if (certificate === undefined && key === undefined) return;
  if (certificate === undefined || key === undefined)
    throw new ConfigError('Zet TLS_CERTIFICAAT en TLS_SLEUTEL allebei, of geen van beide.');
  const fault = faultInTlsPair(certificate, key);
  if (fault !== null) throw new ConfigError(fault);
}

function assertFitForProduction(settings: Environment): void {
  const faults: string[] = [];
  if (settings.WLZ_VANDAAG !== undefined)
    faults.push('Laat WLZ_VANDAAG weg: in productie geldt de echte dag.');
  if (settings.WLZ_NU !== undefined) faults.push('Laat WLZ_NU weg: in productie loopt de echte klok.');
  if (settings.DATABASE_URL === undefined) faults.push('Zet DATABASE_URL op de PostgreSQL van de productie.');
  for (const name of ['DATABASE_URL', 'DATABASE_BEHEER_URL'] as const) {
    if (hasWeakPassword(settings[name]))
      faults.push(
        `Zet in ${name} een sterker wachtwoord: ten minste ${SHORTEST_PASSWORD} tekens, geen bekend woord.`,
      );
  }
  if (settings.WLZ_PSEUDONIEMSLEUTEL !== undefined && isWeakKey(settings.WLZ_PSEUDONIEMSLEUTEL))
    faults.push(
      `Zet in WLZ_PSEUDONIEMSLEUTEL een willekeurige sleutel van ten minste ${SHORTEST_KEY} tekens.`,
    );
  for (const name of ['AUTH_ISSUER', 'AUTH_AUDIENCE'] as const) {
    if (settings[name] === undefined)
      faults.push(`Zet ${name}: in productie zijn er geen ontwikkelsleutels.`);
  }
  if (settings.AUTH_JWKS_URL === undefined && settings.AUTH_DISCOVERY_URL === undefined)
    faults.push('Zet AUTH_JWKS_URL of AUTH_DISCOVERY_URL: in productie zijn er geen ontwikkelsleutels.');
  for (const name of ['AUTH_JWKS_URL', 'AUTH_DISCOVERY_URL'] as const) {
    if (settings[name] !== undefined && !settings[name].startsWith('https://'))
      faults.push(`Zet ${name} op een https-adres.`);
  }
  if (settings.WLZ_VERANTWOORDELIJKE === undefined)
    faults.push(
      'Zet WLZ_VERANTWOORDELIJKE op de functionaris namens wie importen en taken werken; het logboek noemt die (NEN 7513).',
    );
  if (settings.AUTH_TWEEDE_FACTOR === 'off')
    faults.push('Laat AUTH_TWEEDE_FACTOR weg: in productie is een tweede factor verplicht.');
  if (faults.length > 0)
    throw new ConfigError(`Zo start Wlz-regie niet in productie:\n  ${faults.join('\n  ')}`);
}

const SHORTEST_KEY = 32;
const FEWEST_DIFFERENT_CHARACTERS = 12;

/** Whoever guesses the key finds every client by trying all BSNs; so it is random, and no word that is repeated. */
function isWeakKey(key: string): boolean {
  return key.length < SHORTEST_KEY || new Set(key).size < FEWEST_DIFFERENT_CHARACTERS;
}

const SHORTEST_PASSWORD = 12;
/** What a whole password must not be, however long: a word from a manual, or the name of the login. */
const WELL_KNOWN = /^(postgres(ql)?|password|wachtwoord|geheim|secret|admin|change-?me|welkom)[\d!]*$/i;

/** No password at all is another way to log in (a certificate, a socket), which PostgreSQL itself guards. */
function hasWeakPassword(url: string | undefined): boolean {
  if (url === undefined) return false;
  const { username, password } = new URL(url);
  if (password === '') return false;
  return password.length < SHORTEST_PASSWORD || WELL_KNOWN.test(password) || password === username;
}
