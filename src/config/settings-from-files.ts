import { readFileSync } from 'node:fs';

const SUFFIX = '_FILE';

/** A setting that was to come from a file. The message names the setting and never what is in the file. */
export class SettingFileError extends Error {}

/**
 * The environment with what stands in files: `DATABASE_URL_FILE=/run/secrets/database` is `DATABASE_URL`. A secret in a
 * file is not in the list of processes, nor in what a crash writes down.
 * @param names the settings that exist
 * @throws SettingFileError when a file cannot be read, or a setting is given twice
 */
export function withSettingsFromFiles(
  environment: NodeJS.ProcessEnv,
  names: readonly string[],
): NodeJS.ProcessEnv {
  const complete = { ...environment };
  for (const name of names) {
    const file = environment[`${name}${SUFFIX}`];
    if (file === undefined || file === '') continue;
    if ((environment[name] ?? '') !== '')
      throw new SettingFileError(`Zet ${name} of ${name}${SUFFIX}, niet allebei.`);
    complete[name] = contentOf(file, name);
  }
  return complete;
}

function contentOf(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new SettingFileError(`Het bestand van ${name}${SUFFIX} kan niet worden gelezen.`);
  }
}
