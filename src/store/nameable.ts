import { sql } from 'kysely';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { inSlices } from './engines/many.ts';
import type { NamedFilm } from './mention.ts';
import { settled, standsForItself } from './readable.ts';

/** A review as it is looked through, with the film it is about. */
export interface TextToRead {
  entryId: string;
  filmId: string;
  html: string;
  language: string | null;
  written: string | null;
}

/** A film as it may be named. */
export interface NameableFilm {
  id: string;
  titles: string[];
  year: number | null;
  directors: string[];
  /** Everybody in front of the camera and whom they play. */
  names: string[];
  /** Ratings and reviews of it here. */
  known: number;
}

const AT_ONCE = 400;

/** Reads what films can be named by, and the reviews that may name them: whoever looks through them is nobody. */
export function nameableReader(db: ReadDb) {
  const texts = () =>
    db
      .selectFrom('reviews')
      .innerJoin('entries', 'entries.id', 'reviews.entry_id')
      .select([
        'entries.id as entryId',
        'entries.film_id as filmId',
        'entries.language',
        'entries.written',
        'reviews.html',
      ])
      .where('entries.deleted', 'is', null)
      .where(settled('entries'))
      .orderBy('entries.id');
  /** Every title of these films, the one each goes by here first. */
  const titlesOf = async (ids: readonly string[]) => {
    if (ids.length === 0) return new Map<string, string[]>();
    const rows = await db
      .selectFrom('film_titles')
      .select(['film_id', 'title'])
      .where('film_id', 'in', ids)
      .orderBy('position')
      .execute();
    const byFilm = Map.groupBy(rows, (row) => row.film_id);
    return new Map([...byFilm].map(([id, some]) => [id, some.map(({ title }) => title)]));
  };
  return {
    /** Reviews to be looked through: these, or the next after an id. */
    async texts(which: { ids: readonly string[] } | { after: string; most: number }): Promise<TextToRead[]> {
      if (!('ids' in which)) return texts().where('entries.id', '>', which.after).limit(which.most).execute();
      return which.ids.length === 0 ? [] : texts().where('entries.id', 'in', which.ids).execute();
    },
    /** The films that are called so, merged ones as what they are part of, and whether the key is but a part of a title. */
    async called(keys: readonly string[]): Promise<{ key: string; filmId: string; part: boolean }[]> {
      const found: { key: string; filmId: string; part: boolean }[] = [];
      await inSlices(keys, AT_ONCE, async (some) => {
        const rows = await db
          .selectFrom('mention_titles')
          .innerJoin('films', 'films.id', 'mention_titles.film_id')
          .select((eb) => [
            'mention_titles.key',
            eb.fn.coalesce('films.canonical_id', 'films.id').as('filmId'),
            eb.fn.min('mention_titles.part').as('part'),
          ])
          .where('mention_titles.key', 'in', some)
          .groupBy(['mention_titles.key', sql`2`])
          .execute();
        found.push(...rows.map((row) => ({ ...row, part: Number(row.part) === 1 })));
      });
      return found;
    },
    /** Films called by words that begin so, in the order of what they are called. */
    async calledLike(key: string, limit: number): Promise<NamedFilm[]> {
      return db
        .selectFrom('mention_titles')
        .innerJoin('films as called', 'called.id', 'mention_titles.film_id')
        .innerJoin('films', (join) =>
          join.on((eb) => eb('films.id', '=', eb.fn.coalesce('called.canonical_id', 'called.id'))),
        )
        .select((eb) => ['films.id', 'films.slug', 'films.title', 'films.year', eb.fn.min('key').as('first')])
        .where('mention_titles.key', '>=', key)
        .where('mention_titles.key', '<', `${key}\u{10ffff}`)
        .where(settled('films'))
        .groupBy(['films.id', 'films.slug', 'films.title', 'films.year'])
        .orderBy('first')
        .orderBy('films.id')
        .limit(limit)
        .execute();
    },
    /** Films with all that helps to tell whether they are named; those of unfinished imports are not there. */
    async nameable(ids: readonly string[]): Promise<NameableFilm[]> {
      if (ids.length === 0) return [];
      const films = await db
        .selectFrom('films')
        .select(['id', 'title', 'year', 'reviews', 'ratings_here', 'ratings_elsewhere'])
        .where('id', 'in', ids)
        .where(standsForItself)
        .where(settled('films'))
        .execute();
      const credits = await db
        .selectFrom('credits')
        .innerJoin('people', 'people.id', 'credits.person_id')
        .select(['credits.film_id as filmId', 'credits.role', 'credits.character', 'people.name'])
        .where('credits.film_id', 'in', ids)
        .orderBy('credits.position')
        .execute();
      const byFilm = Map.groupBy(credits, ({ filmId }) => filmId);
      const titles = await titlesOf(ids);
      return films.map((film) => {
        const of = byFilm.get(film.id) ?? [];
        return {
          id: film.id,
          titles: titles.get(film.id) ?? [film.title],
          year: film.year,
          directors: of.flatMap(({ role, name }) => (role === 'director' ? name : [])),
          names: of.flatMap(({ role, name, character }) =>
            role === 'director' ? [] : [name, ...(character === null ? [] : [character])],
          ),
          known: film.reviews + sum(film.ratings_here) + sum(film.ratings_elsewhere),
        };
      });
    },
    /** Of these names, those that people bear. */
    async people(names: readonly string[]): Promise<string[]> {
      if (names.length === 0) return [];
      const some = names.slice(0, AT_ONCE);
      const rows = await db.selectFrom('people').select('name').where('name', 'in', some).execute();
      return rows.map(({ name }) => name);
    },
    /** The next films after an id, of one import or of all, with all their titles. */
    async filmsAfter(
      after: string,
      most: number,
      batchId: string | null,
    ): Promise<{ id: string; titles: string[] }[]> {
      let query = db.selectFrom('films').select('id').where('id', '>', after).orderBy('id').limit(most);
      if (batchId !== null) query = query.where('batch_id', '=', batchId);
      const ids = (await query.execute()).map(({ id }) => id);
      const titles = await titlesOf(ids);
      return ids.map((id) => ({ id, titles: titles.get(id) ?? [] }));
    },
    /** The next of an import's reviews after an id. */
    async entriesOfBatch(batchId: string, after: string, most: number): Promise<string[]> {
      const rows = await db
        .selectFrom('entries')
        .select('id')
        .where('batch_id', '=', batchId)
        .where('has_text', '=', 1)
        .where('id', '>', after)
        .orderBy('id')
        .limit(most)
        .execute();
      return rows.map((row) => row.id);
    },
    async queued(most: number): Promise<string[]> {
      const rows = await db
        .selectFrom('mention_queue')
        .select('entry_id')
        .orderBy('entry_id')
        .limit(most)
        .execute();
      return rows.map((row) => row.entry_id);
    },
  };
}

export function nameableWriter(db: WriteDb) {
  return {
    /** Sets by what words films can be named. */
    async setTitles(
      films: readonly { id: string; forms: readonly { key: string; part: boolean }[] }[],
    ): Promise<void> {
      if (films.length === 0) return;
      const ids = films.map((film) => film.id);
      await db.deleteFrom('mention_titles').where('film_id', 'in', ids).execute();
      const rows = films.flatMap(({ id, forms }) =>
        forms.map(({ key, part }) => ({ key, film_id: id, part: part ? (1 as const) : (0 as const) })),
      );
      await inSlices(rows, AT_ONCE, (some) => db.insertInto('mention_titles').values(some).execute());
    },
    /** Puts reviews where those stand that are to be looked through. */
    async queue(entryIds: readonly string[]): Promise<void> {
      await inSlices(entryIds, AT_ONCE, (some) =>
        db
          .insertInto('mention_queue')
          .values(some.map((entry_id) => ({ entry_id })))
          .onConflict((oc) => oc.column('entry_id').doNothing())
          .execute(),
      );
    },
    async unqueue(entryIds: readonly string[]): Promise<void> {
      if (entryIds.length > 0)
        await db.deleteFrom('mention_queue').where('entry_id', 'in', entryIds).execute();
    },
    /** Of these reviews, the stored HTML as it is now. */
    async wordsNow(entryIds: readonly string[]): Promise<Map<string, string>> {
      if (entryIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('reviews')
        .select(['entry_id', 'html'])
        .where('entry_id', 'in', entryIds)
        .execute();
      return new Map(rows.map((row) => [row.entry_id, row.html]));
    },
  };
}

function sum(histogram: string): number {
  return (JSON.parse(histogram) as number[]).reduce((all, count) => all + count, 0);
}
