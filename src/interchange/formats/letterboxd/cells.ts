/** What one cell of an export says. A cell may hold anything; what is taken from it fits the page it will stand on. */
import { safeLink } from '../../../domain/author.ts';
import { LONGEST_REVIEW } from '../../../domain/entry.ts';
import { isRating, type Rating } from '../../../domain/rating.ts';
import {
  cleanCharacters,
  countCharacters,
  hasBalancedBidi,
  withoutBidiControls,
} from '../../../domain/text/characters.ts';
import { viewingDate } from '../../../domain/viewing-date.ts';
import type { NamedFilm } from '../../account/rows.ts';
import { Refusal } from '../../row.ts';

const LONGEST_TAG = 100;
/** Ten times what a form takes: people who keep a catalogue by tags have many. */
const MOST_TAGS = 500;

/**
 * A name as one line: composed, with the kinds of spaces it has, without what no reader sees.
 *
 * @param most its longest length, in characters
 * @returns null when there is nothing to be seen
 * @throws Refusal `name-too-long`
 */
export function lineOf(cell: string, most: number): string | null {
  const line = PLAIN.test(cell) ? cell.trim() : cleaned(cell);
  if (!/[^\p{C}\p{Z}]/u.test(line)) return null;
  if (line.length > most && countCharacters(line) > most) throw new Refusal('name-too-long', { most });
  return line;
}

/** What most cells hold, and needs no cleaning. */
const PLAIN = /^[ -~]*$/;

function cleaned(cell: string): string {
  const line = cleanCharacters(cell.normalize('NFC'))
    .replace(/[\n\t]+/g, ' ')
    .trim();
  return hasBalancedBidi(line) ? line : withoutBidiControls(line).trim();
}

/**
 * Words somebody wrote, byte for byte; null where there are none.
 *
 * @param most their greatest length, in characters
 * @throws Refusal `too-long`
 */
export function wordsOf(cell: string, most = LONGEST_REVIEW): string | null {
  if (cell.trim() === '') return null;
  if (cell.length > most && countCharacters(cell) > most) throw new Refusal('too-long', { most });
  return cell;
}

/** A link people may be sent to, as it stands; null for any other. */
export function linkOf(cell: string): string | null {
  const text = cell.trim();
  return safeLink(text) === null ? null : text;
}

/** What a film's link names it by: a short link's code, or the word in a full address. */
export function filmLink(link: string): NamedFilm['id'] {
  const text = link.trim();
  const short = /^https?:\/\/boxd\.it\/([A-Za-z0-9]{1,20})\/?$/.exec(text)?.[1];
  if (short) return { scheme: 'boxd', value: short };
  const slug = /^https?:\/\/(?:www\.)?letterboxd\.com\/film\/([a-z0-9-]{1,200})\/?$/i.exec(text)?.[1];
  return slug ? { scheme: 'letterboxd', value: slug.toLowerCase() } : null;
}

/** A rating of half a star to five as half-stars. @throws Refusal `rating-outside-scale` */
export function ratingOf(cell: string): Rating | null {
  const text = cell.trim().replace(',', '.');
  if (text === '') return null;
  const half = Number(text) * 2;
  if (isRating(half)) return half;
  throw new Refusal('rating-outside-scale', { value: cell.trim().slice(0, 40), best: 5, worst: 0.5 });
}

/**
 * A day as exports write it, and as spreadsheets rewrite it where only one reading is possible.
 *
 * @throws Refusal `bad-date`
 */
export function dayOf(cell: string): string | null {
  const text = cell.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, '');
  if (text === '') return null;
  const [, first = '', second = '', year = ''] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  const [day, month] =
    Number(first) > 12 ? [first, second] : Number(second) > 12 ? [second, first] : ['', ''];
  const same = first !== '' && Number(first) === Number(second);
  const plain = year === '' ? text : dated(year, same ? first : month, same ? first : day);
  const date = /^\d{4}-\d{2}-\d{2}$/.test(plain) ? viewingDate(plain) : null;
  if (date === null) throw new Refusal('bad-date', { date: cell.trim().slice(0, 40) });
  return date;
}

function dated(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Tags as one cell writes them, each once. @throws Refusal `name-too-long` or `too-many-tags` */
export function tagsOf(cell: string): string[] {
  const tags = new Set<string>();
  for (const tag of cell.split(',')) {
    const line = lineOf(tag, LONGEST_TAG);
    if (line !== null) tags.add(line);
    if (tags.size > MOST_TAGS) throw new Refusal('too-many-tags', { most: MOST_TAGS });
  }
  return [...tags];
}
