import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseAst } from 'vitest/node';

/** One import of a file of ours. */
export interface Import {
  from: string;
  /** A path from the root like `src/domain/rating.ts`, or a package's name like `kysely` or `node:http`. */
  to: string;
  /** `import type` and `import('…')` in a type: nothing of it is left when the program runs. */
  typeOnly: boolean;
  line: number;
}

/**
 * Reads the imports of every TypeScript file under some folders, tests excepted: static ones, re-exports, dynamic
 * ones with a literal name, and types'. The parser is the one that vitest brings: TypeScript 7 has no API that
 * a tool for imports could use, and a bundler's graph has forgotten the types.
 *
 * `import { type A }` counts as more than a type: under `verbatimModuleSyntax` the file is loaded all the same.
 */
export function readImports(root: string, folders: string[]): { files: string[]; imports: Import[] } {
  const files = folders
    .flatMap((folder) => filesUnder(join(root, folder)))
    .map((file) => relative(root, file));
  const imports = files.flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')));
  return { files, imports };
}

/** The imports of one file, given its path from the root and its text. */
export function importsOf(file: string, text: string): Import[] {
  const imports: Import[] = [];
  const ast = parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' });
  visit(ast, (node) => {
    const source = sourceOf(node);
    if (source === null) return;
    const typeOnly = node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type';
    const line = text.slice(0, Number(node.start)).split('\n').length;
    imports.push({ from: file, to: target(file, source), typeOnly, line });
  });
  return imports;
}

/** The first cycle that can be followed from each file, as the files in order; an empty list when there is none. */
export function cycles(imports: Import[]): string[][] {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    if (!next.has(from)) next.set(from, new Set());
    next.get(from)!.add(to);
  }
  const found: string[][] = [];
  const done = new Set<string>();
  const walk = (file: string, path: string[]) => {
    const seen = path.indexOf(file);
    if (seen >= 0) found.push(path.slice(seen));
    if (seen >= 0 || done.has(file)) return;
    for (const to of next.get(file) ?? []) walk(to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return found;
}

type Node = Record<string, unknown>;

const IMPORTING = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

function sourceOf(node: Node): string | null {
  if (!IMPORTING.has(String(node.type))) return null;
  const source = (node.source ?? node.argument) as Node | null | undefined;
  return typeof source?.value === 'string' ? source.value : null;
}

function visit(value: unknown, meet: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, meet);
  else if (typeof value === 'object' && value !== null) {
    if ('type' in value) meet(value as Node);
    for (const child of Object.values(value)) visit(child, meet);
  }
}

function target(file: string, source: string): string {
  if (source.startsWith('.')) return relative(resolve('/'), resolve('/', dirname(file), source));
  if (source.startsWith('node:')) return source;
  return source
    .split('/')
    .slice(0, source.startsWith('@') ? 2 : 1)
    .join('/');
}

function filesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && /(?<!\.test|\.d)\.tsx?$/.test(entry.name));
  return files.map((entry) => join(entry.parentPath, entry.name)).sort();
}
