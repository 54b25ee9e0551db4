import { describe, expect, it } from '@jest/globals';
import * as boundaries from './boundaries.js';
import { readImports, readSourceTree, type SourceFile } from './imports.js';

const tree = readSourceTree();

/** A tree of one file, written as source. */
function planted(file: string, text = ''): SourceFile[] {
  return [{ file, imports: readImports(file, text) }];
}

function numbered(trees: readonly SourceFile[][]): [number, SourceFile[]][] {
  return trees.map((files, index) => [index + 1, files]);
}

interface Example {
  readonly rule: boundaries.Rule;
  readonly wrong: readonly SourceFile[][];
  readonly right: readonly SourceFile[][];
}

const DECISION = 'src/modules/wachtlijst/domain/volgorde.ts';
const RESOLVER = 'src/modules/indicatie/graphql/indicatie.resolver.ts';
const SERVICE = 'src/modules/indicatie/indicatie.service.ts';

const examples: Readonly<Record<string, Example>> = {
  'modules follow the order': {
    rule: boundaries.moduleOrder,
    wrong: [
      planted(SERVICE, `import { Wachtlijst } from '../wachtlijst/index.js';`),
      planted(SERVICE, `import type { Wachtlijst } from '../wachtlijst/index.js';`),
      planted(SERVICE, `export * from '../wachtlijst/index.js';`),
      planted('src/modules/toegang/policy.ts', `const m = await import('../client/index.js');`),
    ],
    right: [planted(SERVICE, `import { Clienten } from '../client/index.js';`)],
  },
  'every module has a place in the order': {
    rule: boundaries.everyModuleHasAPlace,
    wrong: [planted('src/modules/nieuw/index.ts')],
    right: [planted('src/modules/client/index.ts')],
  },
  'platform knows nothing of care': {
    rule: boundaries.platformKnowsNoCare,
    wrong: [
      planted('src/platform/graphql/loaders.ts', `import { Client } from '../../modules/client/index.js';`),
      planted('src/platform/graphql/loaders.ts', `import { start } from '../../main.js';`),
    ],
    right: [planted('src/platform/graphql/loaders.ts', `import { Tx } from '../database/index.js';`)],
  },
  'modules meet only at index.ts': {
    rule: boundaries.modulesMeetAtTheirIndex,
    wrong: [
      planted(SERVICE, `import { Client } from '../client/entities/client.entity.js';`),
      planted('src/main.ts', `import { Client } from './modules/client/entities/client.entity.js';`),
    ],
    right: [
      planted(SERVICE, `import { Client } from '../client/index.js'; import { x } from './domain/x.js';`),
    ],
  },
  'domain is pure': {
    rule: boundaries.domainIsPure,
    wrong: [
      planted(DECISION, `import { Injectable } from '@nestjs/common';`),
      planted(DECISION, `import { readFileSync } from 'node:fs';`),
      planted(DECISION, `import { Uitstelperiode } from '../entities/uitstelperiode.entity.js';`),
      planted(DECISION, `import { SystemClock } from '../../../platform/clock/index.js';`),
      planted(DECISION, `import { startOf } from '../../bemiddeling/index.js';`),
      planted(DECISION, `import { type Bemiddeling, startOf } from '../../bemiddeling/index.js';`),
    ],
    right: [
      planted(DECISION, `import { addDays, type Day } from '../../../platform/clock/index.js';`),
      planted(DECISION, `import type { Bemiddeling } from '../../bemiddeling/index.js';`),
      planted(DECISION, `import { RegelGeschonden } from '../../../platform/errors/index.js';`),
      planted(DECISION, `import { grouped } from '../../../platform/collections/index.js';`),
      planted('src/modules/wachtlijst/domain/volgorde.spec.ts', `import fc from 'fast-check';`),
    ],
  },
  'GraphQL stays in its folder': {
    rule: boundaries.graphqlStaysInItsFolder,
    wrong: [planted(SERVICE, `import { Field } from '@nestjs/graphql';`)],
    right: [planted(RESOLVER, `import { Query } from '@nestjs/graphql';`)],
  },
  'nothing builds on the ends of the line': {
    rule: boundaries.nothingUsesTheEnds,
    wrong: [planted(SERVICE, `import { overzicht } from '../rapportage/index.js';`)],
    right: [
      planted('src/cli/demo-data.ts', `import { generate } from '../modules/demodata/index.js';`),
      planted('src/app.module.ts', `import { IwlzModule } from './modules/iwlz/index.js';`),
    ],
  },
  'nothing imports a program': {
    rule: boundaries.nothingUsesPrograms,
    wrong: [planted(SERVICE, `import { main } from '../../cli/import.js';`)],
    right: [planted(SERVICE, `import { main } from './cli.js';`)],
  },
  'folders have names': {
    rule: boundaries.foldersHaveNames,
    wrong: [planted('src/platform/utils/dates.ts'), planted('src/modules/client/shared/bsn.ts')],
    right: [planted('src/platform/clock/calendar.ts')],
  },
  'no cycles': {
    rule: boundaries.noCycles,
    wrong: [
      [
        ...planted('src/a.ts', `import { b } from './b.js';`),
        ...planted('src/b.ts', `import { a } from './a.js';`),
      ],
    ],
    right: [
      [
        ...planted('src/a.ts', `import { b } from './b.js';`),
        ...planted('src/b.ts', `import type { A } from './a.js';`),
      ],
    ],
  },
};

describe.each(Object.entries(examples))('%s', (_name, { rule, wrong, right }) => {
  it.each(numbered(wrong))('sees planted violation %i', (_number, files) => {
    expect(rule(files)).toHaveLength(1);
  });

  it.each(numbered(right))('accepts honest example %i', (_number, files) => {
    expect(rule(files)).toEqual([]);
  });

  it('holds for the source tree', () => {
    expect(rule(tree)).toEqual([]);
  });
});

it('the scan finds the source tree, with every import of ours leading to a file', () => {
  const files = new Set(tree.map(({ file }) => file));
  const targets = tree.flatMap(({ imports }) => imports.map(({ target }) => target));
  expect(files).toContain('src/main.ts');
  expect(targets.filter((target) => /^src\/.*\.ts$/.test(target) && !files.has(target))).toEqual([]);
});

it('every rule is examined above', () => {
  const examined = Object.values(examples).map(({ rule }) => rule);
  expect(Object.values(boundaries).filter((rule) => !examined.includes(rule))).toEqual([]);
});
