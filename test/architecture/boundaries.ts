import type { Import, SourceFile } from './imports.js';

/** Says what is wrong, one sentence per violation; nothing when the tree obeys. */
export type Rule = (tree: readonly SourceFile[]) => string[];

/** Any feature module may use these. */
const FOUNDATION = ['codelijst', 'toegang', 'logboek'];
const REGISTER = ['client', 'indicatie', 'zorgaanbieder', 'bemiddeling', 'wachtlijst'];
const FEATURES = [...REGISTER, 'contactbewaking', 'plaats', 'overbrugging', 'termijn', 'taakbeheer'];

/** Which modules a module may import. A module that is not in here does not belong anywhere yet. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  codelijst: [],
  toegang: ['codelijst'],
  logboek: ['codelijst', 'toegang'],
  client: FOUNDATION,
  zorgaanbieder: FOUNDATION,
  indicatie: [...FOUNDATION, 'client'],
  bemiddeling: [...FOUNDATION, 'client', 'indicatie', 'zorgaanbieder'],
  wachtlijst: [...FOUNDATION, 'client', 'indicatie', 'zorgaanbieder', 'bemiddeling'],
  contactbewaking: [...FOUNDATION, ...REGISTER],
  plaats: [...FOUNDATION, ...REGISTER],
  overbrugging: [...FOUNDATION, ...REGISTER],
  termijn: [...FOUNDATION, ...REGISTER, 'plaats', 'overbrugging'],
  taakbeheer: FOUNDATION,
  toeslag: [...FOUNDATION, ...REGISTER],
  crisis: [...FOUNDATION, ...REGISTER],
  iwlz: [...FOUNDATION, ...FEATURES],
  rapportage: [...FOUNDATION, ...FEATURES],
  demodata: [...FOUNDATION, ...FEATURES],
};

/** Names that say nothing about what is inside. */
const NAMELESS = /\/(utils?|common|helpers?|shared|misc|lib|constants)\//;

/** What a decision may use of the platform besides days and moments. */
const PURE_PLATFORM = [
  'src/platform/collections/index.ts',
  'src/platform/errors/index.ts',
  'src/platform/tekst/index.ts',
];

/** The adapters of the platform that a decision may not know: they read the clock. */
const CLOCKS = ['SystemClock', 'FixedDayClock', 'ShiftedClock', 'Clock'];

export const moduleOrder: Rule = (tree) =>
  eachImport(tree, (file, { target }) => {
    const [from, to] = [moduleOf(file), moduleOf(target)];
    if (from === undefined || to === undefined || from === to) return null;
    return MAY_USE[from]?.includes(to) === true ? null : `module ${from} may not use module ${to}`;
  });

export const everyModuleHasAPlace: Rule = (tree) => {
  const modules = new Set(tree.flatMap(({ file }) => moduleOf(file) ?? []));
  return [...modules]
    .filter((name) => !(name in MAY_USE))
    .map((name) => `module ${name} has no place in the order`);
};

export const platformKnowsNoCare: Rule = (tree) =>
  eachImport(tree, (file, { target }) =>
    file.startsWith('src/platform/') && /^src\/(?!platform\/|config\/)/.test(target)
      ? 'platform imports only platform and config'
      : null,
  );

/** Counts for everybody outside the module, the programs at the root of src included. */
export const modulesMeetAtTheirIndex: Rule = (tree) =>
  eachImport(tree, (file, { target }) => {
    const to = moduleOf(target);
    if (to === undefined || moduleOf(file) === to || target === `src/modules/${to}/index.ts`) return null;
    return `the only door of module ${to} is its index.ts`;
  });

export const domainIsPure: Rule = (tree) =>
  eachImport(tree, (file, found) => {
    const own = /^(src\/modules\/[^/]+)\/domain\//.exec(file)?.[1];
    if (own === undefined || file.endsWith('.spec.ts')) return null;
    if (found.target.startsWith(`${own}/domain/`)) return null;
    if (PURE_PLATFORM.includes(found.target)) return null;
    if (found.target === 'src/platform/clock/index.ts') {
      const clock = found.typeOnly ? undefined : found.names.find((name) => CLOCKS.includes(name));
      return clock === undefined ? null : `a decision takes the moment as data, not a ${clock}`;
    }
    const otherModule = moduleOf(found.target);
    if (otherModule !== undefined && `src/modules/${otherModule}` !== own && found.typeOnly) return null;
    return 'domain imports its own domain, platform/{clock,collections,errors,tekst} and types of other modules';
  });

export const graphqlStaysInItsFolder: Rule = (tree) =>
  eachImport(tree, (file, { target }) =>
    target === '@nestjs/graphql' && !/\/graphql\/|\.module\.ts$/.test(file)
      ? 'only graphql/ folders and modules import @nestjs/graphql'
      : null,
  );

/** Modules that stand at the end of the line: only programs and the composition at the root of src take them. */
export const nothingUsesTheEnds: Rule = (tree) =>
  eachImport(tree, (file, { target }) => {
    const [from, to] = [moduleOf(file), moduleOf(target)];
    if (to === undefined || !['iwlz', 'rapportage', 'demodata'].includes(to) || from === to) return null;
    return /^src\/(cli\/)?[^/]+\.ts$/.test(file) ? null : `nothing builds on module ${to}`;
  });

/** A program is a file of src/cli with a `main`; what it shares with another has a home elsewhere. */
export const nothingUsesPrograms: Rule = (tree) =>
  eachImport(tree, (file, { target }) =>
    /^src\/(cli\/|main\.ts)/.test(target) && !file.startsWith('src/cli/')
      ? 'nothing imports a program'
      : null,
  );

export const foldersHaveNames: Rule = (tree) =>
  tree
    .filter(({ file }) => NAMELESS.test(file))
    .map(({ file }) => `${file}: name the thing this folder holds`);

/** With decorators a cycle of values ends in "cannot access before initialization", depending on who starts. */
export const noCycles: Rule = (tree) => {
  const values = new Map(
    tree.map(({ file, imports }) => [
      file,
      imports.filter(({ typeOnly }) => !typeOnly).map(({ target }) => target),
    ]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) cycles.push([...trail.slice(start), file].join(' → '));
    if (start >= 0 || done.has(file)) return;
    for (const target of values.get(file) ?? []) walk(target, [...trail, file]);
    done.add(file);
  };
  for (const file of values.keys()) walk(file, []);
  return cycles;
};

function moduleOf(file: string): string | undefined {
  return /^src\/modules\/([^/]+)\//.exec(file)?.[1];
}

function eachImport(
  tree: readonly SourceFile[],
  judge: (file: string, found: Import) => string | null,
): string[] {
  return tree.flatMap(({ file, imports }) =>
    imports.flatMap((found) => {
      const complaint = judge(file, found);
      return complaint === null ? [] : [`${file} → ${found.target}: ${complaint}`];
    }),
  );
}
