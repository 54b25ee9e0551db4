import { parse } from 'yaml';

export interface Instruction {
  readonly name: string;
  readonly value: string;
}

/** The instructions of a Dockerfile, with continued lines joined and comments dropped. */
export function readDockerfile(text: string): Instruction[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  const joined = lines.join('\n').replaceAll(/\\\n\s*/g, ' ');
  return joined.split('\n').map((line) => {
    const [, name = '', value = ''] = /^\s*(\S+)\s*(.*)$/.exec(line) ?? [];
    return { name: name.toUpperCase(), value };
  });
}

/** What is copied out of the project, not out of an earlier stage. */
export function copiedSources(dockerfile: readonly Instruction[]): string[] {
  const copies = dockerfile.filter(
    ({ name, value }) => ['COPY', 'ADD'].includes(name) && !value.includes('--from='),
  );
  return copies.flatMap(({ value }) =>
    value
      .split(/\s+/)
      .filter((word) => !word.startsWith('--'))
      .slice(0, -1),
  );
}

/** Stages that `COPY --from` names but that the file does not define. */
export function unknownStages(dockerfile: readonly Instruction[]): string[] {
  const defined = dockerfile.flatMap(({ name, value }) =>
    name === 'FROM' ? (/ AS (\S+)$/i.exec(value)?.[1] ?? []) : [],
  );
  const used = dockerfile.flatMap(({ value }) => /--from=(\S+)/.exec(value)?.[1] ?? []);
  return used.filter((stage) => !defined.includes(stage));
}

/** The instructions of the last stage: the image that runs. */
export function finalStage(dockerfile: readonly Instruction[]): Instruction[] {
  return dockerfile.slice(dockerfile.findLastIndex(({ name }) => name === 'FROM'));
}

/** The account the image runs as; root when nothing says otherwise. */
export function account(dockerfile: readonly Instruction[]): string {
  return finalStage(dockerfile).findLast(({ name }) => name === 'USER')?.value ?? 'root';
}

/** Names that ENV sets in the image that runs. */
export function imageEnvironment(dockerfile: readonly Instruction[]): string[] {
  const values = finalStage(dockerfile).filter(({ name }) => name === 'ENV');
  return values.flatMap(({ value }) => [...value.matchAll(/([A-Z_]+)=/g)].map(([, name = '']) => name));
}

/** Patterns of .dockerignore that let something through, when everything else is shut out. */
export function letThrough(ignore: string): string[] {
  const lines = ignore.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines[0] === '*' ? lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1)) : [];
}

export interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: unknown;
}

export interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
}

export function readCompose(text: string): Compose {
  return parse(text) as Compose;
}

/** Services that are named (as dependency or as host in an address) but do not exist. */
export function unknownServices(compose: Compose): string[] {
  const named = Object.values(compose.services).flatMap(({ depends_on: needed = {}, environment = {} }) => [
    ...Object.keys(needed),
    ...Object.values(environment).flatMap((value) => /@([a-z-]+):\d+\//.exec(value)?.[1] ?? []),
  ]);
  return named.filter((name) => !(name in compose.services));
}

/** Volumes that are mounted by name but not declared. */
export function unknownVolumes(compose: Compose): string[] {
  const mounted = Object.values(compose.services).flatMap(({ volumes = [] }) =>
    volumes.map((mount) => mount.split(':')[0]),
  );
  return mounted
    .filter((name = '') => !name.startsWith('.') && !(name in (compose.volumes ?? {})))
    .map(String);
}

/** Names that compose takes from its env file, and whether it goes without them. */
export function substitutions(text: string): string[] {
  return [...new Set([...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name = '']) => name))];
}

/** Names in an env file, also those that are only explained in a comment. */
export function documentedNames(text: string): string[] {
  return [...text.matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name = '']) => name);
}

/** Names in an env file that wait for a value; what is only explained is not among them. */
export function namesToFillIn(text: string): string[] {
  return [...text.matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name);
}

/**
 * What each service gets when the env file holds these values, as compose fills it in.
 * @throws Error with the sentence of `${NAME:?sentence}` when NAME is missing or empty
 */
export function environments(
  compose: Compose,
  values: Readonly<Record<string, string>>,
): Record<string, Record<string, string>> {
  const filled = (_whole: string, name: string, kind = '', rest = ''): string => {
    const value = values[name] ?? '';
    if (value === '' && kind === ':?') throw new Error(rest);
    return value === '' && kind === ':-' ? rest : value;
  };
  const fill = (value: string): string => value.replaceAll(/\$\{([A-Z_]+)(:[-?])?([^}]*)\}/g, filled);
  return Object.fromEntries(
    Object.entries(compose.services).map(([service, { environment = {} }]) => [
      service,
      Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(value)])),
    ]),
  );
}
