import { parseArgs } from 'node:util';
import { loadConfig } from '../config/index.js';
import {
  AGB_PATTERN,
  issueDevelopmentToken,
  ROLLEN_VAN_MENSEN,
  UZOVI_PATTERN,
  type RolVanMens,
  type TokenRequest,
} from '../modules/toegang/index.js';
import { command, UsageError } from './arguments.js';

const USAGE = `Gebruik: npm run -s token -- --rol ZORGKANTOOR --zorgkantoor 5516,5517
         npm run -s token -- --rol ZORGAANBIEDER --agb 99000001
Herhaal --rol voor meer rollen (${ROLLEN_VAN_MENSEN.join(', ')}); --sub zegt wie het is.`;

/** `token`: prints a development token for 12 hours, and nothing else. Needs no server and no database. */
export function main(argv: string[]): Promise<number> {
  return command(async () => {
    const request = readRequest(argv);
    const token = await issueDevelopmentToken(loadConfig(), request);
    process.stdout.write(`${token}\n`);
    return 0;
  });
}

function readRequest(argv: string[]): TokenRequest {
  const values = readOptions(argv);
  const rollen = [...new Set(values.rol.map(asRol))];
  if (rollen.length === 0) throw new UsageError(`Geef een rol.\n${USAGE}`);
  const uzovi = values.zorgkantoor.flatMap((codes) => codes.split(',')).map((code) => code.trim());
  if (uzovi.some((code) => !UZOVI_PATTERN.test(code))) {
    throw new UsageError(
      'Een zorgkantoor is vier cijfers die met 55 beginnen; scheid er meer met een komma.',
    );
  }
  const agb = values.agb ?? null;
  if (agb !== null && !AGB_PATTERN.test(agb)) throw new UsageError('Een AGB-code is acht cijfers.');
  if (rollen.includes('ZORGKANTOOR') && uzovi.length === 0) {
    throw new UsageError('Geef bij de rol ZORGKANTOOR ook --zorgkantoor.');
  }
  if (rollen.includes('ZORGAANBIEDER') && agb === null) {
    throw new UsageError('Geef bij de rol ZORGAANBIEDER ook --agb.');
  }
  return { sub: values.sub ?? `ontwikkelaar-${rollen.join('-').toLowerCase()}`, rollen, uzovi, agb };
}

function readOptions(argv: string[]) {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        rol: { type: 'string', multiple: true, default: [] },
        zorgkantoor: { type: 'string', multiple: true, default: [] },
        agb: { type: 'string' },
        sub: { type: 'string' },
      },
    });
    return values;
  } catch {
    throw new UsageError(`Onbekende optie, of een optie zonder waarde.\n${USAGE}`);
  }
}

function asRol(text: string): RolVanMens {
  const rol = ROLLEN_VAN_MENSEN.find((one) => one === text.trim().toUpperCase());
  if (rol === undefined) throw new UsageError(`Onbekende rol.\n${USAGE}`);
  return rol;
}
