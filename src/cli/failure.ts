import type { Words } from '../words/words.ts';

const BY_CODE: Readonly<Record<string, Exclude<keyof Words['command']['broken'], Argued>>> = {
  ECONNREFUSED: 'database-away',
  ECONNRESET: 'database-away',
  ENOTFOUND: 'database-away',
  EAI_AGAIN: 'database-away',
  EADDRINUSE: 'port-taken',
  EACCES: 'port-forbidden',
  EADDRNOTAVAIL: 'address-away',
  ENOSPC: 'no-space',
};
type Argued = 'unexpected' | 'database-refused';

/** What a command says when it could not go on: a sentence where the cause is known, else the error's own. */
export function sentenceOf(error: unknown, words: Words): string {
  const { broken } = words.command;
  if (!(error instanceof Error)) return broken.unexpected(String(error));
  const { code } = error as NodeJS.ErrnoException;
  // Where a name has several addresses, the error gathers one of each.
  const [first] = error instanceof AggregateError ? (error.errors as NodeJS.ErrnoException[]) : [];
  const known = BY_CODE[code ?? first?.code ?? ''];
  if (known) return broken[known];
  if (error.name === 'Busy') return broken.busy;
  if (/not a database|disk image is malformed/.test(error.message)) return broken['not-a-database'];
  // Class 28: sign-in; 3D: no such database.
  if (/^(28|3D)\w{3}$/.test(code ?? '')) return broken['database-refused'](error.message);
  return broken.unexpected(error.message);
}
