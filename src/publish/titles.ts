import type { CopyRecords, CopyTitle } from '../domain/reader.ts';
import { fileName } from './address.ts';
import { keyOf } from './title-key.ts';

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

/** How something stands in the index: what it is called, what else is said of it, and its address. */
export interface Said {
  text: string;
  note: string;
  href: string;
}

/** Takes a film into the list of titles and into the index: by its title, and by the original one likewise. */
export function addTitles(
  records: CopyRecords,
  film: { title: string; originalTitle: string | null },
  said: Said & { page: number },
): void {
  const first = keyOf(film.title).slice(0, LONGEST);
  records.addTitle('first', { key: first || '#', ...said });
  addNames(records, [film.title, film.originalTitle ?? ''], said);
}

/** Takes something into the index by what it is called: from each word on. */
export function addNames(
  records: CopyRecords,
  names: readonly string[],
  said: Said & { page: number },
): void {
  for (const name of names) {
    const words = keyOf(name).split(' ', MOST_WORDS).filter(Boolean);
    for (let at = 0; at < words.length; at += 1)
      records.addTitle('any', { key: words.slice(at).join(' ').slice(0, LONGEST), ...said });
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
  /** The records of what it leads to. */
  pages: ReadonlySet<number>;
}

/**
 * The pieces of the index, each of titles that begin alike from one of their words on.
 *
 * @param led how the search leads to a record's page
 */
export function* indexPieces(
  records: CopyRecords,
  led: (page: number) => string,
  prefix = '',
): Generator<IndexPiece> {
  const { titles } = records;
  const further = titles.count('any', prefix) > MOST ? titles.further('any', prefix) : [];
  const here = further.length === 0 ? titles.list('any', prefix) : titles.equal('any', prefix);
  if (here.length > 0) {
    const name = `${fileName(`t-${prefix}`, false)}.js`;
    const rows = here.map(({ key, text, note, page }) => [key, text, note, led(page)]);
    const pages = new Set(here.map(({ page }) => page));
    yield { prefix, name, script: handedOver([prefix, further.length > 0], rows), pages };
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
