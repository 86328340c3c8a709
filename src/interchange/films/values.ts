import { cleanLine, countCharacters } from '../../domain/text/characters.ts';
import { dateOf, languageOf, minutesOf } from '../formats/jsonld-values.ts';
import type { ListedFilm, Rejected } from './row.ts';

const LONGEST_TITLE = 500;
/** The first moving pictures, and a year that no announced film has. */
const [FIRST_YEAR, LAST_YEAR] = [1870, 2200];

/** A film under its title, or why it cannot be one. */
export function titled(
  said: string,
  original: string | null,
  film: Omit<ListedFilm, 'title' | 'originalTitle'>,
): ListedFilm | Rejected {
  if (said.includes('\0')) return { code: 'nul-bytes', details: { part: 'row' } };
  const title = cleanLine(said);
  if (!/[^\p{C}\p{Z}]/u.test(title)) return { code: 'no-film-name', details: { part: 'title' } };
  if (title.length > LONGEST_TITLE && countCharacters(title) > LONGEST_TITLE)
    return { code: 'name-too-long', details: { most: LONGEST_TITLE } };
  const other = original === null ? '' : cleanLine(original);
  return { ...film, title, originalTitle: other === '' || other === title ? null : other };
}

/**
 * The year of a film as people write it: `1995`, `1995 (I)`, `1995–1996`, or a date.
 *
 * @returns null for an empty cell; `bad-date` for what holds no year
 */
export function yearOf(cell: string): { year: number | null } | Rejected {
  const text = cell.trim();
  if (text === '' || text === '-' || text === '\\N') return { year: null };
  for (const [found] of text.matchAll(/(?<!\d)\d{4}(?!\d)/g)) {
    const year = Number(found);
    if (year >= FIRST_YEAR && year <= LAST_YEAR) return { year };
  }
  return { code: 'bad-date', details: { date: text.slice(0, 40) } };
}

/** The calendar date of a cell, as JSON-LD writes it; null for any other. */
export function releasedOf(cell: string): string | null {
  return dateOf(cell.trim())?.date ?? null;
}

/** Minutes as people write them: `170`, `170 min`, `2h 50m`, `2:50`, `PT2H50M`. */
export function runtimeOf(cell: string): number | null {
  const text = cell.trim().toLowerCase();
  const minutes = /^(\d{1,5})(?:\.0+)?\s*(?:m|min|mins|minutes?|minuten|′|')?\.?$/.exec(text)?.[1];
  if (minutes) return minutesOf(minutes);
  const long = /^(\d{1,3})\s*(?::|h|hrs?|hours?|std\.?)\s*(?:(\d{1,2})\s*(?:m|min|mins|minutes?)?\.?)?$/.exec(
    text,
  );
  if (long) return minutesOf(`PT${long[1]}H${long[2] ?? 0}M`);
  return minutesOf(cell.trim());
}

/** Names of one cell, each once: parted by `;` or `|` where there are such, else by commas. */
export function namesIn(cell: string): string[] {
  const parts = /[;|]/.test(cell)
    ? cell.split(/[;|]/)
    : // "Efrem Zimbalist, Jr." is one name.
      cell.split(/,(?!\s*(?:Jr|Sr|[IVX]{1,4})\b\.?)/);
  return [...new Set(parts.map(cleanLine))].filter((name) => name !== '' && name !== '\\N');
}

let tags: Map<string, string> | null = null;

/** Languages as BCP 47 writes them, given so or by their English names. */
export function languagesIn(cell: string): string[] {
  tags ??= languagesByName();
  const found = namesIn(cell).flatMap((name) => tags?.get(name.toLowerCase()) ?? languageOf(name) ?? []);
  return [...new Set(found)];
}

function languagesByName(): Map<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const found = new Map<string, string>();
  for (let first = 97; first <= 122; first += 1)
    for (let second = 97; second <= 122; second += 1) {
      const tag = Intl.getCanonicalLocales(String.fromCharCode(first, second))[0] ?? '';
      const name = names.of(tag);
      if (name && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), tag);
    }
  return found;
}
