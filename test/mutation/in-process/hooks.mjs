import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

/** Module hooks with which Node reads the specs and their sources as Jest does: see jest.config.js. */

let globals = '';
let typescript = {};
const javascript = new Map();

export function initialize(data) {
  ({ globals, typescript } = data);
}

/** A file of ours is loaded anew for each number in its address, with all that it imports of ours. */
export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: globals, shortCircuit: true };
  const parent = context.parentURL === undefined ? null : new URL(context.parentURL);
  if (parent === null || !/^\.{1,2}\//.test(specifier) || parent.search === '')
    return next(specifier, context);
  const url = new URL(specifier, parent);
  const source = new URL(url.href.replace(/\.js$/, '.ts'));
  return { url: (existsSync(source) ? source : url).href + parent.search, shortCircuit: true };
}

export async function load(url, context, next) {
  const { pathname, search } = new URL(url);
  if (search === '' || !pathname.endsWith('.ts')) return next(url, context);
  const path = fileURLToPath(url);
  if (!javascript.has(path)) {
    const { code } = await transform(await readFile(path, 'utf8'), { ...typescript, filename: path });
    javascript.set(path, code);
  }
  return { format: 'module', source: javascript.get(path), shortCircuit: true };
}
