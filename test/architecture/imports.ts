import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import ts from 'typescript';

/** One import, re-export or dynamic import of a source file. */
export interface Import {
  /** `src/…/x.ts` for a file of ours, else the name of the package. */
  readonly target: string;
  /** The names taken from it; empty for a whole module, a bare or a dynamic import. */
  readonly names: readonly string[];
  /** True when nothing of it is left after compilation. */
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** Path from the root of the project, with forward slashes. */
  readonly file: string;
  readonly imports: readonly Import[];
}

/** All files under a folder with this ending, as paths from the root of the project with forward slashes. */
export function listFiles(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name).split(sep).join('/'))
    .sort();
}

/** The source tree with its imports. */
export function readSourceTree(): SourceFile[] {
  return listFiles('src', '.ts').map((file) => ({
    file,
    imports: readImports(file, readFileSync(file, 'utf8')),
  }));
}

/** The imports of one file, read from its syntax alone. */
export function readImports(file: string, text: string): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) found.push(fromImport(file, node));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) found.push(fromExport(file, node));
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      found.push({ target: resolve(file, node.arguments[0]), names: [], typeOnly: false });
    } else if (ts.isImportTypeNode(node)) {
      const target = ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
      found.push({ target: resolve(file, target), names: [], typeOnly: true });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.ES2023));
  return found;
}

function fromImport(file: string, node: ts.ImportDeclaration): Import {
  const target = resolve(file, node.moduleSpecifier);
  const clause = node.importClause;
  if (clause === undefined) return { target, names: [], typeOnly: false };
  const bindings = clause.namedBindings;
  const named = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
  const whole = clause.name !== undefined || (bindings !== undefined && ts.isNamespaceImport(bindings));
  const typeOnly =
    clause.phaseModifier === ts.SyntaxKind.TypeKeyword ||
    (!whole && named.length > 0 && named.every((element) => element.isTypeOnly));
  return { target, names: named.map(originalName), typeOnly };
}

function fromExport(file: string, node: ts.ExportDeclaration): Import {
  const named =
    node.exportClause && ts.isNamedExports(node.exportClause) ? [...node.exportClause.elements] : [];
  return {
    target: resolve(file, node.moduleSpecifier),
    names: named.map(originalName),
    typeOnly: node.isTypeOnly || (named.length > 0 && named.every((element) => element.isTypeOnly)),
  };
}

function originalName(element: ts.ImportSpecifier | ts.ExportSpecifier): string {
  return (element.propertyName ?? element.name).text;
}

function resolve(file: string, specifier: ts.Node | undefined): string {
  if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return '(computed)';
  const { text } = specifier;
  return text.startsWith('.') ? posix.join(dirname(file), text).replace(/\.js$/, '.ts') : text;
}
