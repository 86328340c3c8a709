import type { ExportFile } from '../archive.ts';
import { readArray } from './json-array.ts';
import { type ListedRow, type ReadRows, UNSAID } from './row.ts';
import { passes, type Sift } from './sift.ts';
import { titled, yearOf } from './values.ts';

/** Wikipedia's texts are under this one since 2023 (wikimediafoundation.org, terms of use). */
const LICENCE = 'CC BY-SA 4.0';
const AT_ONCE = 200;
/** A title of a page: no address, and nothing that ends one. */
const PAGE = /^[^\s<>[\]{}|#]{1,250}$/;

/** Whether a text begins like the list of American films made from Wikipedia: objects with a title and a cast. */
export function isWikipediaMovies(beginning: string): boolean {
  const first = beginning.replace(/^\ufeff/, '').slice(0, 4096);
  return (
    /^\s*\[\s*\{/.test(first) && !/"@(?:type|context|graph|id)"/.test(first) && /"title"\s*:/.test(first)
  );
}

/**
 * Reads an array of films as they are gathered from Wikipedia's lists: `title`, `year`, `cast`, `genres`, and with a
 * page of their own `href` and `extract`. The extract keeps its licence and the link to its page; pictures, which
 * have licences of their own, are left.
 *
 * @throws Refusal as `readArray`
 */
export async function* readWikipedia(file: ExportFile, sift: Sift): AsyncGenerator<ReadRows> {
  let read: ReadRows = { rows: [], leftOut: 0 };
  for await (const { number, value } of readArray(file)) {
    const said = filmOf(value as Record<string, unknown>);
    if (!('code' in said) && !passes(said, sift)) read.leftOut += 1;
    else read.rows.push({ row: `[${number}]`, said });
    if (read.rows.length < AT_ONCE) continue;
    yield read;
    read = { rows: [], leftOut: 0 };
  }
  yield read;
}

function filmOf(said: Record<string, unknown>): ListedRow['said'] {
  const year = yearOf(String(said.year ?? ''));
  if ('code' in year) return year;
  const page = textIn(said.href);
  const known = page !== null && PAGE.test(page) ? page : null;
  const extract = textIn(said.extract);
  return titled(textIn(said.title) ?? '', null, {
    ...UNSAID,
    ...year,
    genres: textsIn(said.genres),
    credits: textsIn(said.cast)
      // "?" stands where nobody knows who played.
      .filter((name) => /[\p{L}\p{N}]/u.test(name))
      .map((name) => ({ name, role: 'actor', character: null })),
    ids: known === null ? [] : [{ scheme: 'wikipedia', value: `en:${known}` }],
    synopsis: extract,
    synopsisLanguage: extract === null ? null : 'en',
    licence: extract === null ? null : LICENCE,
    link: known === null ? null : `https://en.wikipedia.org/wiki/${encodeURIComponent(known)}`,
  });
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** The texts of a list, each once. */
function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? [...new Set(value.flatMap((one) => textIn(one) ?? []))] : [];
}
