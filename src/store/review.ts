import { type SqlBool, sql } from 'kysely';
import type { Viewer } from '../domain/viewer.ts';
import type { ReadDb } from './engines/engine.ts';
import { inOrder } from './ids.ts';
import { namesOf } from './mention.ts';
import { readable } from './readable.ts';
import type { Basis, Source, SpoilerState, Visibility, Withheld } from './schema.ts';

/** An entry as somebody reads it: who wrote it, where, and its words as stored HTML. */
export interface Review {
  id: string;
  filmId: string;
  authorId: string;
  authorName: string;
  authorLink: string | null;
  /** The member's username when the author is a member here, else null. */
  username: string | null;
  source: Source;
  /** Where it lives or was first written, in plain text: "Letterboxd". */
  place: string | null;
  link: string | null;
  viewed: string | null;
  rating: number | null;
  score: string | null;
  liked: number;
  rewatch: number;
  venue: string | null;
  /** JSON text of the tags. */
  tags: string;
  title: string | null;
  length: number;
  language: string | null;
  spoiler: SpoilerState;
  visibility: Visibility;
  withheld: Withheld | null;
  basis: Basis;
  likes: number;
  written: string | null;
  created: number;
  edited: number | null;
  /** Null for an entry without words. */
  html: string | null;
  fold: number | null;
  cut: number | null;
  /** The films it names, as `namesIn` reads them; null where it names none. */
  names: string | null;
  writtenKey: string;
  viewedKey: string;
}

/** A review where it stands away from its film's own pages. */
export type ReviewWithFilm = Review & { filmTitle: string; filmSlug: string; filmYear: number | null };

/** What its author keeps to themselves is not for those who decide either. */
const NOBODY_ELSES: readonly Visibility[] = ['me', 'draft'];

export function reviewReader(db: ReadDb) {
  return {
    /** One entry, when it is there for this viewer. */
    async byId(id: string, viewer: Viewer): Promise<Review | null> {
      const row = await reviews(db).where('entries.id', '=', id).where(readable(viewer)).executeTakeFirst();
      return row ?? null;
    },
    /** An entry that is withheld from readers, for those who decide on it. */
    async withheldById(id: string): Promise<Review | null> {
      const row = await reviews(db)
        .where('entries.id', '=', id)
        .where('entries.withheld', 'in', ['awaiting', 'hidden', 'rights'])
        .where('entries.visibility', 'not in', NOBODY_ELSES)
        .where('entries.deleted', 'is', null)
        .executeTakeFirst();
      return row ?? null;
    },
    /** Entries that wait for a decision, oldest first. */
    async withheld(limit: number): Promise<(Review & { filmTitle: string; filmSlug: string })[]> {
      return reviews(db)
        .innerJoin('films', 'films.id', 'entries.film_id')
        .select(['films.title as filmTitle', 'films.slug as filmSlug'])
        .where('entries.withheld', 'in', ['awaiting', 'hidden'])
        .where('entries.visibility', 'not in', NOBODY_ELSES)
        .where('entries.deleted', 'is', null)
        .orderBy('entries.id')
        .limit(limit)
        .execute();
    },
    /** An author's entries on one film, earliest writing first. */
    async byAuthorOnFilm(filmId: string, authorId: string, viewer: Viewer): Promise<Review[]> {
      return reviews(db)
        .where('entries.film_id', '=', filmId)
        .where('entries.author_id', '=', authorId)
        .where(readable(viewer))
        .orderBy('entries.written_key')
        .orderBy('entries.id')
        .limit(100)
        .execute();
    },
    /**
     * An author's entries, latest writing first, with the film each is about.
     *
     * @param filter whether only what has words; `orUndated`: and what has neither words nor a day
     */
    async byAuthor(
      authorId: string,
      viewer: Viewer,
      filter: { withText: boolean; orUndated?: boolean },
      after: readonly [string, string] | null,
      limit: number,
    ): Promise<ReviewWithFilm[]> {
      let query = withFilm(db)
        .where('entries.author_id', '=', authorId)
        .where(readable(viewer))
        .orderBy('entries.written_key', 'desc')
        .orderBy('entries.id', 'desc');
      if (filter.withText)
        query = query.where((eb) => {
          const words = eb('entries.has_text', '=', 1);
          return filter.orUndated ? eb.or([words, eb('entries.viewed', 'is', null)]) : words;
        });
      if (after)
        query = query.where(sql<SqlBool>`(entries.written_key, entries.id) < (${after[0]}, ${after[1]})`);
      return query.limit(limit).execute();
    },
    /** Reviews by id that somebody may read, in the order asked, with the film each is about. */
    async byIds(ids: readonly string[], viewer: Viewer): Promise<ReviewWithFilm[]> {
      if (ids.length === 0) return [];
      return inOrder(
        ids,
        await withFilm(db).where('entries.id', 'in', ids).where(readable(viewer)).execute(),
      );
    },
    /** What somebody wrote of which nobody has said whether it tells the story, latest first; of one import or all. */
    async unsettled(
      viewer: Viewer,
      batchId: string | null,
      after: readonly [string, string] | null,
      limit: number,
    ): Promise<ReviewWithFilm[]> {
      let query = withFilm(db)
        .where('entries.author_id', '=', viewer.authorId ?? '')
        .where('entries.spoiler', '=', 'unknown')
        .where('entries.has_text', '=', 1)
        .where(readable(viewer))
        .orderBy('entries.written_key', 'desc')
        .orderBy('entries.id', 'desc');
      if (batchId !== null) query = query.where('entries.batch_id', '=', batchId);
      if (after)
        query = query.where(sql<SqlBool>`(entries.written_key, entries.id) < (${after[0]}, ${after[1]})`);
      return query.limit(limit).execute();
    },
    /** How many of somebody's reviews nobody has said it of. */
    async unsettledCount(viewer: Viewer, batchId: string | null): Promise<number> {
      let query = db
        .selectFrom('entries')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('entries.author_id', '=', viewer.authorId ?? '')
        .where('entries.spoiler', '=', 'unknown')
        .where('entries.has_text', '=', 1)
        .where(readable(viewer));
      if (batchId !== null) query = query.where('entries.batch_id', '=', batchId);
      return Number((await query.executeTakeFirst())?.n ?? 0);
    },
    /** The site's newest reviews with text, with the film each is about. */
    async newest(viewer: Viewer, limit: number): Promise<ReviewWithFilm[]> {
      return withFilm(db)
        .where('entries.has_text', '=', 1)
        .where(readable(viewer))
        .orderBy('entries.written_key', 'desc')
        .orderBy('entries.id', 'desc')
        .limit(limit)
        .execute();
    },
  };
}

/** Entries with their author and their words, to be narrowed by `readable` and ordered. */
export function reviews(db: ReadDb) {
  return db
    .selectFrom('entries')
    .innerJoin('authors', 'authors.id', 'entries.author_id')
    .leftJoin('members', 'members.author_id', 'entries.author_id')
    .leftJoin('reviews', 'reviews.entry_id', 'entries.id')
    .select([
      'entries.id',
      'entries.film_id as filmId',
      'entries.author_id as authorId',
      'authors.name as authorName',
      'authors.link as authorLink',
      'members.username',
      'entries.source',
      'entries.place',
      'entries.link',
      'entries.viewed',
      'entries.rating',
      'entries.score',
      'entries.liked',
      'entries.rewatch',
      'entries.venue',
      'entries.tags',
      'entries.title',
      'entries.length',
      'entries.language',
      'entries.spoiler',
      'entries.visibility',
      'entries.withheld',
      'entries.basis',
      'entries.likes',
      'entries.written',
      'entries.created',
      'entries.edited',
      'reviews.html',
      'reviews.fold',
      'reviews.cut',
      'entries.written_key as writtenKey',
      'entries.viewed_key as viewedKey',
      namesOf().as('names'),
    ]);
}

/** The same, with the film each is about. */
export function withFilm(db: ReadDb) {
  return reviews(db)
    .innerJoin('films', 'films.id', 'entries.film_id')
    .select(['films.title as filmTitle', 'films.slug as filmSlug', 'films.year as filmYear']);
}
