import type { CopyRecords, CopyTitle } from '../domain/reader.ts';
import { fileName } from './address.ts';

/** Titles on one page of the list, and in one piece of the index, at most. */
const MOST = 400;

/** One page of the list of titles, by what all titles on it begin with. */
export interface TitlePage {
  /** What they begin with, in the letters of the index; '' for the whole. */
  prefix: string;
  titles: readonly CopyTitle[];
  /** The pages that go on from here. */
  further: readonly { prefix: string; href: string; count: number }[];
}

/** The address of a page of titles within the site. */
export function titlesAddress(prefix: string): string {
  return prefix === '' ? '/search' : `/search/titles/${encodeURIComponent(`-${prefix}`)}`;
}

/** The letters by which titles are found: small, without marks, one space between words. */
export function keyOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Takes a film into the index: its title from each of its words on, and the original one likewise. */
export function addTitles(
  records: CopyRecords,
  film: { slug: string; title: string; originalTitle: string | null; year: number | null },
  said: { text: string; note: string },
): void {
  const href = `/film/${encodeURIComponent(film.slug)}`;
  const first = keyOf(film.title).slice(0, LONGEST);
  records.addTitle('first', { key: first || '#', href, ...said });
  for (const title of [film.title, film.originalTitle ?? '']) {
    const words = keyOf(title).split(' ', MOST_WORDS).filter(Boolean);
    for (let at = 0; at < words.length; at += 1)
      records.addTitle('any', { key: words.slice(at).join(' ').slice(0, LONGEST), href, ...said });
  }
}

const LONGEST = 80;
const MOST_WORDS = 12;

/** Every page of the list of titles, each with what goes on from it. */
export function* titlePages(records: CopyRecords, prefix = ''): Generator<TitlePage> {
  const { titles } = records;
  const all = titles.count('first', prefix);
  const further = all > MOST ? titles.further('first', prefix) : [];
  const here = further.length === 0 ? titles.list('first', prefix) : titles.equal('first', prefix);
  yield {
    prefix,
    titles: here,
    further: further.map((one) => ({
      prefix: one,
      href: titlesAddress(one),
      count: titles.count('first', one),
    })),
  };
  for (const one of further) yield* titlePages(records, one);
}

/** A piece of the index as a script that hands it over; a folder of one's own machine lets nothing else be read. */
export interface IndexPiece {
  prefix: string;
  /** Its name in `search/copy/`. */
  name: string;
  script: string;
}

/** The pieces of the index, each of titles that begin alike from one of their words on. */
export function* indexPieces(
  records: CopyRecords,
  led: (href: string) => string,
  prefix = '',
): Generator<IndexPiece> {
  const { titles } = records;
  const further = titles.count('any', prefix) > MOST ? titles.further('any', prefix) : [];
  const here = further.length === 0 ? titles.list('any', prefix) : titles.equal('any', prefix);
  if (here.length > 0) {
    const name = `${fileName(`t-${prefix}`, false)}.js`;
    const rows = here.map(({ key, text, note, href }) => [key, text, note, led(href)]);
    yield { prefix, name, script: handedOver([prefix, further.length > 0], rows) };
  }
  for (const one of further) yield* indexPieces(records, led, one);
}

/** The table of pieces: what each begins with, and its name. */
export function indexTable(pieces: readonly Pick<IndexPiece, 'prefix' | 'name'>[]): string {
  return handedOver(
    null,
    pieces.map(({ prefix, name }) => [prefix, name]),
  );
}

function handedOver(of: unknown, rows: unknown): string {
  // A line may end at U+2028 in a script of old, and no markup begins within one.
  const text = JSON.stringify([of, rows]).replace(
    /[\u2028\u2029<]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `(self.houselights??=[]).push(${text});\n`;
}
