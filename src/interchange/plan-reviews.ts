import { createHash } from 'node:crypto';
import { authorKey } from '../domain/author.ts';
import { reviewText } from '../domain/entry.ts';
import type { KnownEntry } from '../domain/import.ts';
import type { Reader } from '../domain/reader.ts';
import { writtenKey } from '../domain/viewing-date.ts';
import type { FilmRef } from './plan-films.ts';
import { filmIdsOf, nameOf } from './plan-films.ts';
import type { ReviewFacts } from './row.ts';
import type { EntryChange } from './row-plan.ts';

/** A review as a file signs it. `film` is null where it could not be told which is meant. */
export interface Signed {
  review: ReviewFacts;
  film: FilmRef | null;
}

/** Which review a row means. */
export interface Identity {
  /** The one the store has. */
  there: KnownEntry | null;
  ordinal: number;
  /** Another row of the same files has said it. */
  again: boolean;
  /** It was here, and was deleted for good. */
  gone: boolean;
}

/** What the store knows by a key: an entry, or only that there was one. */
type Known = KnownEntry | 'gone';

/** Settles which reviews the rows of an import mean. */
export interface ReviewPlan {
  /** Slices are asked for in order. */
  identify(slice: readonly Signed[]): Promise<Map<Signed, Identity>>;
}

/** Keys asked for at once, and how many ordinals beyond a file's own are looked at before none is taken to be. */
const KEYS_AT_ONCE = 400;
const BEYOND = 2;

/**
 * Reviews with an address are known by it. Of the others, those one author wrote on one film on one day, or
 * without a day, are told apart by what they say, so that the order of a file makes no difference; what is said
 * nowhere yet is a new wording of the one that is left, in the order of the file, where the file brings all
 * there were. Otherwise it is one more.
 */
export function planReviews(reader: Reader, all: Iterable<Signed>): ReviewPlan {
  const groups = groupsOf(all);
  const addresses = new Set<string>();

  return {
    async identify(slice) {
      const known = await entriesByKey(reader, slice.flatMap(addressKeys));
      const asked = [...new Set(slice.flatMap((one) => groupOf(one) ?? []))];
      const fresh = asked.flatMap((name) => groups.get(name) ?? []).filter((group) => group.ways === null);
      await settleGroups(reader, fresh);
      return new Map(slice.map((one) => [one, identityOf(one, known)]));
    },
  };

  function identityOf(one: Signed, known: ReadonlyMap<string, Known>): Identity {
    const { review } = one;
    if (review.address !== null) {
      const again = addresses.has(review.address);
      addresses.add(review.address);
      return meant(again ? null : known.get(entryKey(review, 1, '')), 1, again);
    }
    const way = groups.get(groupOf(one) ?? '')?.ways?.get(contentOf(review));
    if (!way) return meant(null, 1);
    const before = { ...way };
    way.again = true;
    return before.again ? meant(null, way.ordinal, true) : before;
  }
}

function meant(known: Known | null | undefined, ordinal: number, again = false): Identity {
  const gone = known === 'gone';
  return { there: gone ? null : (known ?? null), ordinal, again, gone };
}

/** The reviews one author wrote on one film on one day, or without a day, at one place. */
interface Group {
  first: Signed;
  /** What each of them says, in the order of the file. */
  contents: string[];
  /** Which review each of them is; null until the store was asked. */
  ways: Map<string, Identity> | null;
}

function groupsOf(all: Iterable<Signed>): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const one of all) {
    const name = groupOf(one);
    if (name === null) continue;
    const group = groups.get(name) ?? { first: one, contents: [], ways: null };
    group.contents.push(contentOf(one.review));
    groups.set(name, group);
  }
  for (const group of groups.values())
    if (group.contents.length > 1) group.contents = [...new Set(group.contents)];
  return groups;
}

async function settleGroups(reader: Reader, groups: readonly Group[]): Promise<void> {
  const found = new Map<Group, Map<number, Known>>(groups.map((group) => [group, new Map()]));
  let open = groups.map((group) => ({ group, from: 1, to: group.contents.length + BEYOND }));
  while (open.length > 0) {
    const asked = open.flatMap(({ group, from, to }) => ordinalKeys(group, from, to));
    const entries = await entriesByKey(
      reader,
      asked.map(({ key }) => key),
    );
    for (const { group, ordinal, key } of asked) {
      const entry = entries.get(key);
      if (entry) found.get(group)?.set(ordinal, entry);
    }
    open = open
      .filter(({ group, from, to }) =>
        [...(found.get(group)?.keys() ?? [])].some((one) => one >= from && one > to - BEYOND),
      )
      .map(({ group, to }) => ({ group, from: to + 1, to: to + 50 }));
  }
  for (const [group, known] of found) group.ways = waysOf(group.contents, known);
}

function ordinalKeys(group: Group, from: number, to: number) {
  const { review, film } = group.first;
  const keys: { group: Group; ordinal: number; key: string }[] = [];
  for (const filmId of film ? filmIdsOf(film) : [])
    for (let ordinal = from; ordinal <= to; ordinal += 1)
      keys.push({ group, ordinal, key: entryKey(review, ordinal, filmId) });
  return keys;
}

/** Ties what a file says to what the store has: the same words first, then what is left. */
function waysOf(contents: readonly string[], known: ReadonlyMap<number, Known>): Map<string, Identity> {
  const ways = new Map<string, Identity>();
  const left = new Map([...known].sort(([one], [other]) => one - other));
  const wanted = new Set(contents);
  for (const [ordinal, there] of left) {
    if (there === 'gone') continue;
    const content = contentOf({ ...there.entry, text: there.review?.source ?? '' });
    if (!wanted.delete(content)) continue;
    ways.set(content, meant(there, ordinal));
    left.delete(ordinal);
  }
  const brings = contents.length >= known.size;
  let last = Math.max(0, ...known.keys());
  for (const content of wanted) {
    const [next] = brings ? left : [];
    if (next) left.delete(next[0]);
    ways.set(content, meant(next?.[1], next?.[0] ?? ++last));
  }
  return ways;
}

/** The key a review is known by: its own address, else what identifies it in its film's files. */
export function entryKey(review: ReviewFacts, ordinal: number, filmId: string): string {
  if (review.address !== null) return `jsonld:${review.address}`;
  const { author, place, written } = review;
  const said = JSON.stringify([place, author.link ?? author.name.normalize('NFC'), written, ordinal]);
  return `jsonld:${filmId}:${createHash('sha256').update(said).digest('base64url').slice(0, 27)}`;
}

function addressKeys({ review }: Signed): string[] {
  return review.address === null ? [] : [entryKey(review, 1, '')];
}

function groupOf({ review, film }: Signed): string | null {
  if (review.address !== null || film === null) return null;
  const signed = authorKey(review.author, { filmId: nameOf(film), place: review.place });
  return [signed, review.place ?? '', nameOf(film), review.written ?? ''].join('\0');
}

async function entriesByKey(reader: Reader, keys: readonly string[]): Promise<Map<string, Known>> {
  const wanted = [...new Set(keys)];
  const found = new Map<string, Known>();
  for (let start = 0; start < wanted.length; start += KEYS_AT_ONCE) {
    const some = wanted.slice(start, start + KEYS_AT_ONCE);
    for (const key of await reader.batches.known.gone(some)) found.set(key, 'gone');
    for (const one of await reader.batches.known.entries(some)) found.set(one.entry.key ?? '', one);
  }
  return found;
}

/** Somebody here has changed, removed or claimed it: what a file says of it no longer counts. */
export function isTheirs({ entry, ofMember }: KnownEntry): boolean {
  return ofMember || entry.edited !== null || entry.deleted !== null || entry.withheld === 'rights';
}

/** What a file says differently of a review the store has; null when nothing. */
export function changeOf(
  { entry, review: words }: KnownEntry,
  review: ReviewFacts,
  position: number,
): EntryChange | null {
  const text = words === null && reviewText(review.text, review.format) === null ? null : review.text;
  const sameWords = (words?.source ?? null) === text && (words === null || words.format === review.format);
  const set = {
    rating: review.rating,
    score: review.score,
    title: review.title,
    link: review.link,
    place: review.place,
    written: review.written,
    written_key: entry.written === review.written ? entry.written_key : writtenKey(review.ordered, position),
    language: review.language ?? entry.language,
  };
  const same = Object.entries(set).every(([name, value]) => entry[name as keyof typeof set] === value);
  if (same && sameWords) return null;
  return {
    entryId: entry.id,
    set,
    words: sameWords ? null : { source: text ?? '', format: review.format },
  };
}

function contentOf(said: Pick<ReviewFacts, 'score' | 'title' | 'text'> & { rating: number | null }): string {
  const { rating, score, title, text } = said;
  return createHash('sha256')
    .update(JSON.stringify([rating, score, title, text.trim() === '' ? '' : text]))
    .digest('base64url')
    .slice(0, 22);
}
