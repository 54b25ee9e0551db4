/** A file of ours as text. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

export type TextRule = (files: readonly TextFile[]) => string[];

/** The first that matches a path says how many lines it may have. */
const LIMITS: readonly (readonly [pattern: RegExp, lines: number])[] = [
  [/\.(spec|test)\.ts$/, 300],
  [/^src\/.*\.resolver\.ts$/, 150],
  [/^src\/.*\/domain\/.*\.ts$/, 150],
  [/^src\/.*\.entity\.ts$/, 100],
  [/^(src|test|bin)\//, 300],
];

/** Marks of unfinished work and of checks that were switched off. Pieced together, so that this file has none. */
const LOOSE_ENDS = [
  ['TO', 'DO'],
  ['FIX', 'ME'],
  ['HA', 'CK'],
  ['eslint', '-disable'],
  ['@ts', '-ignore'],
  ['@ts', '-expect-error'],
  ['@ts', '-nocheck'],
  ['\\.on', 'ly\\('],
  ['\\.sk', 'ip\\('],
  ['\\bas a', 'ny\\b'],
].map((halves) => new RegExp(halves.join('')));

/** Rooms that stay small enough to read at once. */
export const filesStaySmall: TextRule = (files) =>
  files.flatMap(({ file, text }) => {
    const limit = LIMITS.find(([pattern]) => pattern.test(file))?.[1] ?? Infinity;
    const lines = text.replace(/\n$/, '').split('\n').length;
    return lines > limit ? [`${file} has ${lines} lines, ${limit} is the limit`] : [];
  });

export const noLooseEnds: TextRule = (files) =>
  files.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, index) => {
      const found = LOOSE_ENDS.find((pattern) => pattern.test(line));
      return found === undefined ? [] : [`${file}:${index + 1} holds ${found.source}`];
    }),
  );
