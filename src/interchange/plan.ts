import { createHash } from 'node:crypto';
import { authorKey } from '../domain/author.ts';
import { reviewText } from '../domain/entry.ts';
import type { Details, KnownEntry, Outcome, ProblemCode } from '../domain/import.ts';
import { markAfter } from '../domain/mark.ts';
import type { Rating } from '../domain/rating.ts';
import type { Mark, Reader, TextFormat, Visibility } from '../domain/reader.ts';
import { writtenKey } from '../domain/viewing-date.ts';
import { type FilmFill, type FilmRef, fillOf, planFilms } from './plan-films.ts';
import type { FilmFacts, ImportRow, ReviewFacts } from './row.ts';

/** Somebody who wrote: an author of the store, or one to be made. */
export interface AuthorRef {
  /** The author as they sign, and as who they are since a claim; null until made. */
  id: string | null;
  canonicalId: string | null;
  memberId: string | null;
  name: string;
  link: string | null;
  place: string | null;
  /** The film that makes a name without a link one author. */
  film: FilmRef;
  /** Who this is, the same before and after it has an id. */
  same: string;
}

/** A review to be added. */
export interface NewEntry {
  film: FilmRef;
  author: AuthorRef;
  review: ReviewFacts;
  /** Which of several it is, where nothing but the order tells an author's reviews of a film apart. */
  ordinal: number;
  /** Its place among all rows. */
  position: number;
}

/** What a file says differently of a review the store has. */
export interface EntryChange {
  entryId: string;
  set: {
    rating: number | null;
    score: string | null;
    title: string | null;
    link: string | null;
    place: string | null;
    written: string | null;
    written_key: string;
    language: string | null;
  };
  /** New words; null when they stand. */
  words: { source: string; format: TextFormat } | null;
}

/** A rating or viewing that sets a mark which is there already. */
export interface Log {
  authorId: string;
  filmId: string;
  rating: Rating | null;
  day: string | null;
  visibility: Visibility;
  here: boolean;
  /** For a changed entry: the mark follows only when it was that entry's rating. */
  replaces: number | null | undefined;
}

/** What one row does. `create` is staged; `change`, `fill` and `log` wait until the batch becomes visible. */
export interface RowPlan {
  row: ImportRow;
  outcome: Outcome;
  code: ProblemCode | null;
  details: Details;
  film: FilmRef | null;
  create: NewEntry | null;
  change: EntryChange | null;
  fill: FilmFill | null;
  log: Log | null;
  /** The entry or film that is there already. */
  targetId: string | null;
  candidates: string[];
}

/** A mark to be made. */
export interface NewMark {
  film: FilmRef;
  author: AuthorRef;
  mark: Mark;
}

export interface Plan {
  /** What the next rows do. Slices are asked for in order. */
  next(rows: readonly ImportRow[]): Promise<RowPlan[]>;
  /** Marks to be made, once every row was planned. */
  marks(): NewMark[];
}

/**
 * Plans an import: what each row would do to the store as it is. Writes nothing.
 *
 * @param decisions films somebody chose for rows that could mean several, by `file#row`
 */
export async function startPlan(
  reader: Reader,
  rows: readonly ImportRow[],
  visibility: Visibility,
  decisions: ReadonlyMap<string, string> = new Map(),
): Promise<Plan> {
  const films = await planFilms(reader, mentioned(rows));
  for (const row of rows) {
    const decided = decisions.get(`${row.file}#${row.row}`);
    if (decided && 'film' in row.record) await films.decide(row.record.film, decided);
  }
  const authors = new Map<string, AuthorRef>();
  const ordinals = new Map<string, Map<string, number>>();
  const addresses = new Set<string>();
  const marks = new Map<string, NewMark>();
  const given = new Set<FilmRef>();
  let position = 0;

  return {
    marks: () => [...marks.values()],
    async next(slice) {
      const drafts = slice.map((row) => draft(row));
      const entries = await knownEntries(reader, drafts);
      const knownAuthors = await lookUpAuthors(reader, drafts);
      const plans = drafts.map((one) => settle(one, entries, knownAuthors));
      await settleMarks(plans);
      return plans;
    },
  };

  /** What a row says and whom it means, before the store's entries are asked. */
  function draft(row: ImportRow): Draft {
    position += 1;
    const { record } = row;
    if ('code' in record) return { row, refused: record, position };
    const resolution = films.of(record.film);
    if (!('film' in resolution) || !record.review)
      return { row, resolution, review: record.review, position };
    const signed = { filmId: local(resolution.film), place: record.review.place };
    const signature = authorKey(record.review.author, signed);
    const content = contentOf(record.review);
    const group = `${signature}\0${record.review.place ?? ''}\0${local(resolution.film)}\0${record.review.written ?? ''}`;
    const seen = ordinals.get(group) ?? new Map<string, number>();
    ordinals.set(group, seen);
    const { address } = record.review;
    const again = address === null ? seen.has(content) : addresses.has(address);
    if (address !== null) addresses.add(address);
    else if (!again) seen.set(content, seen.size + 1);
    const ordinal = seen.get(content) ?? 1;
    return { row, resolution, review: record.review, position, signature, ordinal, again };
  }

  function settle(
    one: Draft,
    entries: ReadonlyMap<string, KnownEntry>,
    known: ReadonlyMap<string, Pick<AuthorRef, 'id' | 'canonicalId' | 'memberId'>>,
  ): RowPlan {
    const plan: RowPlan = {
      row: one.row,
      outcome: 'unchanged',
      code: null,
      details: {},
      film: null,
      create: null,
      change: null,
      fill: null,
      log: null,
      targetId: null,
      candidates: [],
    };
    if (one.refused) return { ...plan, outcome: 'rejected', ...one.refused };
    const { resolution, review } = one;
    const there = keysOf(one).flatMap((key) => entries.get(key) ?? [])[0];
    if (!resolution) return plan;
    if (!('film' in resolution)) {
      // Its address says which review it is, and the review which film.
      if (there && review) return changed(plan, there, one, review);
      const { title, year } = (one.row.record as { film: FilmFacts }).film;
      const details = { title: title ?? '', ...(year === null ? {} : { year }) };
      if (resolution.code === 'no-film-name') return { ...plan, outcome: 'rejected', code: resolution.code };
      const { code, candidates } = resolution;
      return {
        ...plan,
        outcome: 'unmatched',
        code,
        details: { ...details, count: candidates.length },
        candidates,
      };
    }
    const { film } = resolution;
    plan.film = film;
    plan.targetId = film.id;
    const first = !given.has(film);
    given.add(film);
    if (first) plan.fill = fillOf(film);
    if (!review)
      return {
        ...plan,
        outcome: film.id === null && first ? 'created' : plan.fill ? 'updated' : 'unchanged',
      };
    if (one.again) return { ...plan, targetId: null, outcome: plan.fill ? 'updated' : 'unchanged' };
    if (there) return changed(plan, there, one, review);
    const author = authorOf(one, film, review, known);
    return {
      ...plan,
      outcome: 'created',
      create: { film, author, review, ordinal: one.ordinal ?? 1, position: one.position },
    };
  }

  function changed(plan: RowPlan, there: KnownEntry, one: Draft, review: ReviewFacts): RowPlan {
    const change = changeOf(there, review, one.position);
    const targetId = there.entry.id;
    if (change && isTheirs(there))
      return { ...plan, targetId, outcome: plan.fill ? 'updated' : 'unchanged', code: 'kept-here' };
    if (!change) return { ...plan, targetId, outcome: plan.fill ? 'updated' : 'unchanged' };
    const rates = change.set.rating !== there.entry.rating;
    const log: Log = {
      authorId: there.entry.author_id,
      filmId: there.entry.film_id,
      rating: review.rating,
      day: review.written,
      visibility: there.entry.visibility,
      here: there.ofMember,
      replaces: there.entry.rating,
    };
    return { ...plan, targetId, outcome: 'updated', change, log: rates ? log : null };
  }

  function authorOf(
    one: Draft,
    film: FilmRef,
    review: ReviewFacts,
    known: ReadonlyMap<string, Pick<AuthorRef, 'id' | 'canonicalId' | 'memberId'>>,
  ): AuthorRef {
    const signature = one.signature ?? '';
    const ref = authors.get(signature);
    if (ref) return ref;
    const found = authorKeys(one).flatMap((key) => known.get(key) ?? [])[0];
    const made: AuthorRef = {
      ...(found ?? { id: null, canonicalId: null, memberId: null }),
      ...review.author,
      place: review.place,
      film,
      same: found?.canonicalId ?? signature,
    };
    authors.set(signature, made);
    return made;
  }

  /** Marks that are there are set by a log when the batch becomes visible; the others are made with it. */
  async function settleMarks(plans: readonly RowPlan[]): Promise<void> {
    const created = plans.flatMap((plan) => (plan.create ? [{ plan, ...plan.create }] : []));
    const asked = created.flatMap(({ author, film }) =>
      author.canonicalId !== null && film.id !== null
        ? [{ authorId: author.canonicalId, filmId: film.id }]
        : [],
    );
    const standing = await reader.batches.known.marks(asked);
    const stands = new Set(standing.map((mark) => `${mark.author_id} ${mark.film_id}`));
    for (const { plan, author, film, review } of created) {
      const log: Log = {
        authorId: author.canonicalId ?? '',
        filmId: film.id ?? '',
        rating: review.rating,
        day: review.written,
        visibility,
        here: author.memberId !== null,
        replaces: undefined,
      };
      if (stands.has(`${log.authorId} ${log.filmId}`)) {
        plan.log = log;
        continue;
      }
      const key = `${author.same} ${local(film)}`;
      const before = marks.get(key)?.mark ?? null;
      marks.set(key, { film, author, mark: markAfter(before, log, { ...log, liked: false, counted: true }) });
    }
  }
}

interface Draft {
  row: ImportRow;
  position: number;
  refused?: { code: ProblemCode; details: Details };
  resolution?: ReturnType<Awaited<ReturnType<typeof planFilms>>['of']>;
  review?: ReviewFacts | null;
  signature?: string;
  ordinal?: number;
  /** Another row of the same files has said it. */
  again?: boolean;
}

/** The keys a review may be known by: its own address, else what identifies it in its film's files. */
export function entryKey(review: ReviewFacts, ordinal: number, filmId: string): string {
  if (review.address !== null) return `jsonld:${review.address}`;
  const { author, place, written } = review;
  const said = JSON.stringify([place, author.link ?? author.name.normalize('NFC'), written, ordinal]);
  return `jsonld:${filmId}:${createHash('sha256').update(said).digest('base64url').slice(0, 27)}`;
}

function keysOf({ resolution, review, ordinal, again }: Draft): string[] {
  if (!review || again) return [];
  if (review.address !== null) return [entryKey(review, 1, '')];
  if (!resolution || !('film' in resolution)) return [];
  return filmIdsOf(resolution.film).map((id) => entryKey(review, ordinal ?? 1, id));
}

function authorKeys({ resolution, review }: Draft): string[] {
  if (!review || !resolution || !('film' in resolution)) return [];
  if (review.author.link !== null) return [authorKey(review.author, { filmId: '', place: null })];
  return filmIdsOf(resolution.film).map((filmId) =>
    authorKey(review.author, { filmId, place: review.place }),
  );
}

function filmIdsOf(film: FilmRef): string[] {
  return film.id === null ? [] : [film.id, ...(film.known?.formerIds ?? [])];
}

async function knownEntries(reader: Reader, drafts: readonly Draft[]): Promise<Map<string, KnownEntry>> {
  const found = await reader.batches.known.entries([...new Set(drafts.flatMap(keysOf))]);
  return new Map(found.map((one) => [one.entry.key ?? '', one]));
}

async function lookUpAuthors(reader: Reader, drafts: readonly Draft[]) {
  const found = await reader.batches.known.authors([...new Set(drafts.flatMap(authorKeys))]);
  return new Map(found.map(({ key, id, canonicalId, memberId }) => [key, { id, canonicalId, memberId }]));
}

/** Somebody here has changed, removed or claimed it: what a file says of it no longer counts. */
function isTheirs({ entry, ofMember }: KnownEntry): boolean {
  return ofMember || entry.edited !== null || entry.deleted !== null || entry.withheld === 'rights';
}

function changeOf(
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

function contentOf(review: ReviewFacts): string {
  const { rating, score, title, text } = review;
  return createHash('sha256')
    .update(JSON.stringify([rating, score, title, text]))
    .digest('base64url');
}

/** A name for a film before and after it has an id. */
function local(film: FilmRef): string {
  return film.known?.film.id ?? `new:${film.order}`;
}

function* mentioned(rows: readonly ImportRow[]): Generator<FilmFacts> {
  for (const { record } of rows) if ('film' in record) yield record.film;
}
