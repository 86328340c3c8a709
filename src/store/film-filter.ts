import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ReadDb } from './engines/engine.ts';
import { settled } from './readable.ts';
import type { TermKind } from './schema.ts';

/** What films are found together by: a genre, country, language, studio or decade, as it stands in an address. */
export interface FilmTerm {
  kind: TermKind;
  term: string;
}

/** Which films of the catalogue are meant. All that is said must hold of each. */
export interface FilmFilter {
  terms: readonly FilmTerm[];
  /** Minutes, both included; a film whose length nobody knows is then not meant. */
  shortest: number | null;
  longest: number | null;
  /** At least so much on average here, in hundredths of a half-star; none under five ratings. */
  average: number | null;
  /** Those this author has not marked as seen. */
  unseenBy: string | null;
  /** Those on this author's watchlist. */
  wantedBy: string | null;
  /** Those that will be on screen after this instant, epoch milliseconds. */
  playingAfter: number | null;
  /** Some films alone, by id: those a search has found. */
  among: readonly string[] | null;
}

const EVERY_FILM: FilmFilter = {
  terms: [],
  shortest: null,
  longest: null,
  average: null,
  unseenBy: null,
  wantedBy: null,
  playingAfter: null,
  among: null,
};

/** Up to so many films of a term are fetched and put in order; more are met along the order that is asked for. */
const FEW = 2000;

/** The films a filter means, as conditions on `films`. */
export async function conditionsOf(
  db: ReadDb,
  asked: Partial<FilmFilter> = {},
): Promise<Expression<SqlBool>[]> {
  const filter = { ...EVERY_FILM, ...asked };
  // Nearly every film stands for itself: the index of those that do not is kept from being walked in their place.
  const all: RawBuilder<SqlBool>[] = [sql<SqlBool>`coalesce(films.canonical_id, '') = ''`, settled('films')];
  const rare = await rarest(db, filter.terms);
  for (const one of filter.terms) all.push(one === rare ? fetched(one) : met(one));
  if (filter.shortest !== null) all.push(sql<SqlBool>`films.runtime >= ${filter.shortest}`);
  if (filter.longest !== null) all.push(sql<SqlBool>`films.runtime <= ${filter.longest}`);
  if (filter.average !== null) all.push(sql<SqlBool>`coalesce(films.average_here, 0) >= ${filter.average}`);
  if (filter.unseenBy !== null) all.push(sql<SqlBool>`not ${marked(filter.unseenBy, 'watched')}`);
  if (filter.wantedBy !== null) all.push(wanted(filter.wantedBy));
  if (filter.playingAfter !== null) all.push(playing(filter.playingAfter));
  if (filter.among !== null) {
    const ids = filter.among.length > 0 ? filter.among : [''];
    all.push(sql<SqlBool>`films.id in (${sql.join(ids)})`);
  }
  return all;
}

/** The term that fewest films have, where those are few. */
async function rarest(db: ReadDb, terms: readonly FilmTerm[]): Promise<FilmTerm | null> {
  let found: FilmTerm | null = null;
  let fewest = FEW + 1;
  for (const one of terms) {
    const some = db
      .selectFrom('film_terms')
      .select('film_id')
      .where('kind', '=', one.kind)
      .where('term', '=', one.term)
      .limit(fewest)
      .as('some');
    const { n } = await db
      .selectFrom(some)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    if (Number(n) >= fewest) continue;
    found = one;
    fewest = Number(n);
  }
  return found;
}

function fetched({ kind, term }: FilmTerm): RawBuilder<SqlBool> {
  return sql<SqlBool>`films.id in (select film_id from film_terms where kind = ${kind} and term = ${term})`;
}

/** Asked of each film on the way: the index that would fetch all films of the term cannot serve this. */
function met({ kind, term }: FilmTerm): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select 1 from film_terms where film_terms.film_id = films.id
    and coalesce(film_terms.kind, '') = ${kind} and coalesce(film_terms.term, '') = ${term})`;
}

function marked(authorId: string, as: 'watched' | 'watchlist'): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select 1 from marks where marks.author_id = ${authorId}
    and marks.film_id = films.id and marks.${sql.ref(as)} is not null and ${settled('marks')})`;
}

function wanted(authorId: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`films.id in (select film_id from marks where author_id = ${authorId}
    and watchlist is not null and ${settled('marks')})`;
}

/** What is announced is seen by everyone and not called off; there is little of it beside all films. */
function playing(after: number): RawBuilder<SqlBool> {
  return sql<SqlBool>`films.id in (select film_id from screenings where starts > ${after}
    and draft = 0 and state <> 'cancelled')`;
}
