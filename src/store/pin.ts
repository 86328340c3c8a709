import { type SqlBool, sql } from 'kysely';
import type { Viewer } from '../domain/viewer.ts';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { prepared } from './prepared.ts';
import { ANYBODY, readable } from './readable.ts';
import { type Review, reviews } from './review.ts';

/** Reads which reviews lead on a film's page: those a curator pinned, then the others in their order. */
export function pinReader(db: ReadDb) {
  // A limit that SQLite does not know when it plans makes it sort all of a film's reviews: one query per limit.
  const byLimit = {
    chosen: new Map<number, (values: { film: string }) => Promise<Review[]>>(),
    none: new Map<number, (values: { film: string }) => Promise<Review[]>>(),
  };
  const leadingForReaders = (limit: number, pins: boolean) => {
    const leadingByLimit = pins ? byLimit.chosen : byLimit.none;
    const known = leadingByLimit.get(limit);
    if (known) return known;
    const made = prepared<{ film: string }, Review>(db, (slot) =>
      leading(db, ANYBODY, slot('film'), pins).limit(sql.lit(limit)),
    );
    leadingByLimit.set(limit, made);
    return made;
  };
  const pinnedForReaders = prepared<{ film: string }, Review>(db, (slot) =>
    pinned(db, ANYBODY, slot('film')),
  );
  return {
    /** A film's pinned reviews that somebody may see, in the curator's order. */
    pinned(filmId: string, viewer: Viewer): Promise<Review[]> {
      return viewer.memberId === null
        ? pinnedForReaders({ film: filmId })
        : pinned(db, viewer, filmId).execute();
    },
    /**
     * The film's unpinned reviews that lead: one per author, most liked, then newest, undated last.
     *
     * @param pins whether any is pinned to it, for who knows that none is
     */
    leading(filmId: string, viewer: Viewer, limit: number, pins = true): Promise<Review[]> {
      return viewer.memberId === null
        ? leadingForReaders(limit, pins)({ film: filmId })
        : leading(db, viewer, filmId, pins).limit(limit).execute();
    },
    /** The pinned entries of a film that everyone may see, in the curator's order. */
    async pinsSeen(filmId: string): Promise<string[]> {
      const rows = await db
        .selectFrom('pins')
        .innerJoin('entries', 'entries.id', 'pins.entry_id')
        .select('pins.entry_id as id')
        .where('pins.film_id', '=', filmId)
        .where('entries.has_text', '=', 1)
        .where(readable(ANYBODY))
        .orderBy('pins.position')
        .execute();
      return rows.map((row) => row.id);
    },
    /** Every entry pinned to a film, seen or not, in the curator's order. */
    async pins(filmId: string): Promise<string[]> {
      const rows = await db
        .selectFrom('pins')
        .select('entry_id as id')
        .where('film_id', '=', filmId)
        .orderBy('position')
        .execute();
      return rows.map((row) => row.id);
    },
  };
}

/** Arranges which reviews lead on a film's page. */
export function pinWriter(db: WriteDb) {
  return {
    /** Sets a film's pins, in this order. */
    async set(filmId: string, entryIds: readonly string[]): Promise<void> {
      await db.deleteFrom('pins').where('film_id', '=', filmId).execute();
      if (entryIds.length === 0) return;
      await db
        .insertInto('pins')
        .values(entryIds.map((entry_id, position) => ({ film_id: filmId, entry_id, position })))
        .execute();
    },
  };
}

function pinned(db: ReadDb, viewer: Viewer, filmId: string) {
  return (
    reviews(db)
      .innerJoin('pins', 'pins.entry_id', 'entries.id')
      .where('pins.film_id', '=', filmId)
      // The plus keeps SQLite from starting with every review of the site instead of the film's few pins.
      .where(sql<SqlBool>`+entries.has_text = 1`)
      .where(readable(viewer))
      .orderBy('pins.position')
  );
}

function leading(db: ReadDb, viewer: Viewer, filmId: string, pins: boolean) {
  const betterByAuthor = sql<SqlBool>`not exists (
    select 1 from entries as other
    where other.film_id = entries.film_id and other.author_id = entries.author_id and other.has_text = 1
    and (other.likes, other.written_key, other.id) > (entries.likes, entries.written_key, entries.id)
    and ${readable(viewer, 'other')})`;
  const authorPinned = sql<SqlBool>`entries.author_id not in (
    select chosen.author_id from pins join entries as chosen on chosen.id = pins.entry_id
    where pins.film_id = ${filmId} and ${readable(viewer, 'chosen')})`;
  return reviews(db)
    .where('entries.film_id', '=', filmId)
    .where('entries.has_text', '=', 1)
    .where(readable(viewer))
    .$if(pins, (query) => query.where(authorPinned))
    .where(betterByAuthor)
    .orderBy('entries.likes', 'desc')
    .orderBy('entries.written_key', 'desc')
    .orderBy('entries.id', 'desc');
}
