import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vitest/node';

/** A node of a file's syntax tree; its other properties follow ESTree. */
export interface Syntax {
  type: string;
  start: number;
  end: number;
  parent: Syntax | null;
  [property: string]: unknown;
}

export interface SourceFile {
  /** From the root, e.g. `src/views/film.ts`. */
  path: string;
  text: string;
}

export const ROOT = new URL('../..', import.meta.url).pathname;

/** The TypeScript files of a folder, tests excepted. */
export function filesOf(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => {
      const path = join(folder, name);
      return { path, text: readFileSync(join(ROOT, path), 'utf8') };
    });
}

/** Visits every node of a file, parents first. */
export function walk(text: string, visit: (node: Syntax) => void): void {
  const waiting: Syntax[] = [parseAst(text, { lang: 'ts' }) as unknown as Syntax];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    visit(node);
    for (const [name, value] of Object.entries(node)) {
      if (name === 'parent') continue;
      for (const child of Array.isArray(value) ? value : [value])
        if (isSyntax(child)) {
          child.parent = node;
          waiting.push(child);
        }
    }
  }
}

export function isSyntax(value: unknown): value is Syntax {
  return typeof value === 'object' && value !== null && typeof (value as Syntax).type === 'string';
}

/** The line of a place in a text, from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
