import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { controlFolderAt, openControlFolder, readIfPresent } from './control-folder.js';
import { EmbeddedPostgresError } from './errors.js';
import { withLock } from './lock.js';
import { findPostmaster } from './postmaster.js';
import { hasOtherUsers, newUserId } from './users.js';

/** Throws the database of a folder away, wherever it is kept. Refuses while somebody uses it. */
export async function removeEmbeddedPostgres(folder: string): Promise<void> {
  if (!existsSync(controlFolderAt(join(folder, 'postgres')).path)) return;
  const control = openControlFolder(folder);
  const id = newUserId();
  await withLock(control, id, () => {
    const place = readIfPresent(control.pointer) || control.path;
    if (hasOtherUsers(control, id) || findPostmaster(join(place, 'cluster'))) {
      return Promise.reject(new EmbeddedPostgresError(`De database in ${place} is in gebruik.`));
    }
    rmSync(place, { recursive: true, force: true });
    rmSync(control.path, { recursive: true, force: true });
    return Promise.resolve();
  });
}
