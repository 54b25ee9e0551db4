/** Where node finds a module: in dist when it belongs to the program. Everything else is left to the loader before this. */
const root = new URL('../../', import.meta.url).href;
const SOURCES = [`${root}src/`, `${root}migrations/`];

export function resolve(specifier, context, next) {
  if (!specifier.startsWith('.') || context.parentURL === undefined) return next(specifier, context);
  const { href } = new URL(specifier, context.parentURL);
  if (href.startsWith(`${root}dist/`)) return { url: href, shortCircuit: true };
  if (!SOURCES.some((folder) => href.startsWith(folder))) return next(specifier, context);
  return { url: `${root}dist/${href.slice(root.length)}`, shortCircuit: true };
}
