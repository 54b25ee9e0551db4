import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { controlFolderAt, readIfPresent, type ControlFolder } from './control-folder.js';
import { EmbeddedPostgresError } from './errors.js';
import { canReach, chooseOsUser, type OsUser } from './os-user.js';

/** Where root keeps what the server's account cannot reach in the project: survives reboots, needs no account. */
export const SYSTEM_FOLDER = '/var/lib/wlz-regie';

/** In a place under the system folder: the control folder it belongs to. */
const ORIGIN = 'origin';

/** The folder that holds the cluster, and the account that may use it. */
export interface Home {
  readonly cluster: string;
  readonly folder: string;
  readonly user: OsUser;
}

/**
 * Finds or chooses the home: the control folder, unless its account cannot get there. Then a place under the
 * system folder, and a pointer in the control folder. The place has a random name, so that a folder which was
 * emptied on purpose, or a new clone on the same path, does not meet the old register.
 */
export function findHome(
  control: ControlFolder,
  systemFolder: string,
  onProgress: (text: string) => void,
): Home {
  const pointed = readIfPresent(control.pointer) || undefined;
  const folder = pointed ?? control.path;
  if (!existsSync(folder)) {
    throw new EmbeddedPostgresError(
      `De database van deze map hoort in ${folder} te staan, maar die map is er niet meer. Zet haar terug, ` +
        `of verwijder ${control.pointer} om met een leeg register te beginnen.`,
    );
  }
  if (pointed !== undefined) assertOurs(control, pointed);
  const cluster = join(folder, 'cluster');
  const exists = existsSync(cluster);
  const user = chooseOsUser(exists ? cluster : undefined);
  if (canReach(user, folder)) return { cluster, folder, user };
  if (exists || pointed !== undefined) {
    throw new EmbeddedPostgresError(
      `Het account van de database (${user.name}) kan niet bij ${folder}. Geef het doorgang (chmod o+x op de ` +
        'bovenliggende mappen), of kies met WLZ_DATA een andere map.',
    );
  }
  return { ...makePlace(control, systemFolder, user, onProgress), user };
}

/** A moved project takes its register along; a copy of a project must not write in the register of the original. */
function assertOurs(control: ControlFolder, place: string): void {
  const origin = readIfPresent(join(place, ORIGIN));
  if (origin === control.path) return;
  if (origin !== undefined && readIfPresent(controlFolderAt(origin).pointer) === place) {
    throw new EmbeddedPostgresError(
      `Deze map is een kopie: de database in ${place} hoort bij ${origin}. Verwijder ${control.path} om hier met ` +
        'een leeg register te beginnen.',
    );
  }
  writeFileSync(join(place, ORIGIN), `${control.path}\n`);
}

function makePlace(
  control: ControlFolder,
  systemFolder: string,
  user: OsUser,
  onProgress: (text: string) => void,
): { cluster: string; folder: string } {
  const folder = join(systemFolder, randomBytes(6).toString('hex'));
  try {
    if (mkdirSync(systemFolder, { recursive: true }) !== undefined) chmodSync(systemFolder, 0o755);
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    if (!canReach(user, folder)) throw new Error(`${user.name} cannot reach ${folder}`);
    writeFileSync(join(folder, ORIGIN), `${control.path}\n`);
  } catch (error) {
    throw new EmbeddedPostgresError(
      `PostgreSQL mag niet als root draaien en ${user.name} kan niet bij ${control.path}; in ${systemFolder} mag ` +
        'niet worden geschreven. Kies met WLZ_DATA een map die iedereen mag binnengaan, of zet DATABASE_URL.',
      { cause: error },
    );
  }
  // The pointer comes before the cluster: a start that is broken off is taken up again in the same place.
  writeFileSync(control.pointer, `${folder}\n`);
  onProgress(
    `Als root draait PostgreSQL onder ${user.name}, die niet bij ${control.path} kan; de database komt in ${folder}.`,
  );
  return { cluster: join(folder, 'cluster'), folder };
}
