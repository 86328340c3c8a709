import { authorKey } from '../domain/author.ts';
import type { KnownEntry } from '../domain/import.ts';
import type { Reader, Visibility } from '../domain/reader.ts';
import { type FilmRef, fillOf, filmIdsOf, nameOf, planFilms, type Resolution } from './plan-films.ts';
import { planMarks } from './plan-marks.ts';
import { changeOf, type Identity, isTheirs, planReviews, type Signed } from './plan-reviews.ts';
import type { FilmFacts, ImportRow, ReviewFacts } from './row.ts';
import { type AuthorRef, idle, type Log, type NewMark, type RowPlan } from './row-plan.ts';

export type { AuthorRef, EntryChange, Log, NewEntry, NewMark, RowPlan } from './row-plan.ts';

export interface Plan {
  /** What the next rows do. Slices are asked for in order. */
  next(rows: readonly ImportRow[]): Promise<RowPlan[]>;
  /** Marks to be made, once every row was planned. */
  marks(): NewMark[];
}

type KnownAuthors = ReadonlyMap<string, Pick<AuthorRef, 'id' | 'canonicalId' | 'memberId'>>;

/** A row with whom and what it means, before the store's authors are asked. */
interface Draft {
  row: ImportRow;
  position: number;
  resolution: Resolution | null;
  signed: Signed | null;
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
  const reviews = planReviews(reader, signedRows());
  const marks = planMarks(reader, visibility);
  const authors = new Map<string, AuthorRef>();
  const met = new Set<FilmRef>();
  let position = 0;

  return {
    marks: () => marks.all(),
    async next(slice) {
      const drafts = slice.map(draft);
      const identities = await reviews.identify(drafts.flatMap(({ signed }) => signed ?? []));
      const known = await knownAuthors(reader, drafts);
      const plans = drafts.map((one) => settle(one, one.signed && identities.get(one.signed), known));
      await marks.settle(plans);
      return plans;
    },
  };

  function* signedRows(): Generator<Signed> {
    for (const row of rows) {
      const signed = signedIn(row);
      if (signed) yield signed;
    }
  }

  function signedIn({ record }: ImportRow): Signed | null {
    if (!('film' in record) || !record.review) return null;
    const resolution = films.of(record.film);
    return { review: record.review, film: 'film' in resolution ? resolution.film : null };
  }

  function draft(row: ImportRow): Draft {
    position += 1;
    const resolution = 'film' in row.record ? films.of(row.record.film) : null;
    return { row, position, resolution, signed: signedIn(row) };
  }

  function settle(one: Draft, identity: Identity | null | undefined, known: KnownAuthors): RowPlan {
    const plan = idle(one.row);
    const { record } = one.row;
    if ('code' in record) return { ...plan, outcome: 'rejected', ...record };
    if (!one.resolution) return plan;
    const there = identity?.there ?? null;
    if (identity?.gone) return { ...plan, code: 'kept-here' };
    if (!('film' in one.resolution)) {
      // Its address says which review it is, and the review which film.
      if (there && record.review) return changed(plan, there, record.review, one.position);
      return undecided(plan, one.resolution, record.film);
    }
    const { film } = one.resolution;
    plan.film = film;
    plan.targetId = film.id;
    const first = !met.has(film);
    met.add(film);
    if (first) plan.fill = fillOf(film);
    const otherwise = plan.fill ? 'updated' : 'unchanged';
    if (!record.review || !identity)
      return { ...plan, outcome: film.known === null && first ? 'created' : otherwise };
    if (identity.again) return { ...plan, targetId: null, outcome: otherwise };
    if (there) return changed(plan, there, record.review, one.position);
    const author = authorOf(record.review, film, known);
    const { ordinal } = identity;
    const create = { film, author, review: record.review, ordinal, position: one.position };
    return { ...plan, outcome: 'created', create };
  }

  function authorOf(review: ReviewFacts, film: FilmRef, known: KnownAuthors): AuthorRef {
    const signature = authorKey(review.author, { filmId: nameOf(film), place: review.place });
    const ref = authors.get(signature);
    if (ref) return ref;
    const found = authorKeys({ review, film }).flatMap((key) => known.get(key) ?? [])[0];
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
}

/** What becomes of a row whose film could not be told. */
function undecided(
  plan: RowPlan,
  resolution: Exclude<Resolution, { film: FilmRef }>,
  film: FilmFacts,
): RowPlan {
  if (resolution.code === 'no-film-name') return { ...plan, outcome: 'rejected', code: resolution.code };
  const { code, films, count } = resolution;
  const { title, year } = film;
  const details = { title: title ?? '', ...(year === null ? {} : { year }), count };
  const candidates = films.flatMap(({ id }) => id ?? []);
  return { ...plan, outcome: 'unmatched', code, details, films, candidates };
}

/** What becomes of a row whose review is there already. */
function changed(plan: RowPlan, there: KnownEntry, review: ReviewFacts, position: number): RowPlan {
  const change = changeOf(there, review, position);
  const { entry } = there;
  const still: RowPlan = { ...plan, targetId: entry.id, outcome: plan.fill ? 'updated' : 'unchanged' };
  if (!change) return still;
  if (isTheirs(there)) return { ...still, code: 'kept-here' };
  const log: Log = {
    authorId: entry.author_id,
    filmId: entry.film_id,
    rating: review.rating,
    day: review.written,
    visibility: entry.visibility,
    here: there.ofMember,
    replaces: entry.rating,
  };
  return { ...still, outcome: 'updated', change, log: change.set.rating !== entry.rating ? log : null };
}

function authorKeys({ review, film }: Signed): string[] {
  if (film === null) return [];
  if (review.author.link !== null) return [authorKey(review.author, { filmId: '', place: null })];
  return filmIdsOf(film).map((filmId) => authorKey(review.author, { filmId, place: review.place }));
}

async function knownAuthors(reader: Reader, drafts: readonly Draft[]): Promise<KnownAuthors> {
  const keys = drafts.flatMap(({ signed }) => (signed ? authorKeys(signed) : []));
  const found = await reader.batches.known.authors([...new Set(keys)]);
  return new Map(found.map(({ key, id, canonicalId, memberId }) => [key, { id, canonicalId, memberId }]));
}

function* mentioned(rows: readonly ImportRow[]): Generator<FilmFacts> {
  for (const { record } of rows) if ('film' in record) yield record.film;
}
